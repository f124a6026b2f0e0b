//! Ten years of one laptop: it sleeps, is off, travels, its clock is wrong, its desktop shows nothing for a while; they
//! snooze, move, rest. Seeded, so that a failure can be looked at.

use crate::ruled;
use both_heard_core::rhythm::{Circumstances, HeadsUp, MISSED, Plan, Reminder, Rest, ahead, decide, next_look};
use chrono::{DateTime, Days, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use std::collections::{BTreeMap, BTreeSet};

const YEARS: i64 = 10;

/// A small generator of numbers: the same seed gives the same life.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        // Xorshift, Marsaglia 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn minutes(&mut self, most: u64) -> TimeDelta {
        TimeDelta::minutes(self.below(most).cast_signed())
    }
}

struct Life {
    chance: Chance,
    zone: Tz,
    plan: Plan,
    /// True time, and how far the laptop's clock is from it.
    now: DateTime<Utc>,
    wrong: TimeDelta,
    daemon: bool,
    reminder: BTreeMap<NaiveDateTime, (Reminder, bool)>,
    aheads: BTreeSet<NaiveDateTime>,
    /// How often each was shown, and how often they asked for it again.
    shown: BTreeMap<NaiveDateTime, u32>,
    asked: BTreeMap<NaiveDateTime, u32>,
    seen_ahead: BTreeMap<NaiveDateTime, u32>,
}

impl Life {
    fn clock(&self) -> DateTime<Utc> {
        self.now + self.wrong
    }

    fn pending(&self) -> Option<Reminder> {
        let reminder = self.reminder.values().filter(|(reminder, dismiss)| !dismiss && reminder.at <= self.clock());
        reminder.map(|(reminder, _)| *reminder).max_by_key(|reminder| reminder.at)
    }

    /// Tells whether it came too long ago, or in a zone or by a clock by which it is to come again.
    fn passed(&self, reminder: &Reminder) -> bool {
        self.now - reminder.at >= MISSED || reminder.at > self.now
    }

    /// Looks as the program does each time it wakes.
    fn decide(&mut self) {
        let (now, zone) = (self.clock(), self.zone);
        let latest = self.plan.latest(&zone, now).filter(|one| !self.reminder.contains_key(&one.planned));
        let busy = self.chance.one_in(40);
        let circumstances = Circumstances { now, repeats: true, busy, can_tell: self.daemon };
        let seen = decide(latest, self.pending(), circumstances);
        if let Some(reminder) = seen.remember {
            for (other, dismiss) in
                self.reminder.values_mut().filter(|(other, dismiss)| other.at < reminder.at && !dismiss)
            {
                let told = self.shown.contains_key(&other.planned) || other.repeat.is_some();
                assert!(told, "{} was overtaken before it was told or could wait to be", other.planned);
                *dismiss = true;
            }
            self.reminder.insert(reminder.planned, (reminder, seen.met));
        }
        if let Some(tell) = seen.tell {
            assert!(!self.is_left_out(tell.planned), "{} was told, and was left out", tell.planned);
            *self.shown.entry(tell.planned).or_default() += 1;
            self.act(tell.planned);
        }
        if let Some(one) = ahead(&self.plan, &zone, now).filter(|_| !busy)
            && self.aheads.insert(one.planned)
        {
            *self.seen_ahead.entry(one.planned).or_default() += 1;
            assert!(now < one.at, "a heads-up after the time");
        }
    }

    /// Tells whether the plan has no such time: it is in a rest, or was left out. One that they put there is there.
    fn is_left_out(&self, planned: NaiveDateTime) -> bool {
        let changes = &self.plan.changes;
        let placed = changes.iter().any(|change| change.to == Some(planned));
        let skipped = changes.iter().any(|change| change.of == planned);
        let rested = self.plan.rests.iter().any(|rest| rest.from <= planned.date() && planned.date() <= rest.to);
        // What was told already and is told once more was there when it came.
        !placed && (skipped || rested) && !self.shown.contains_key(&planned)
    }

    /// Does one of the things they can do with what was shown.
    fn act(&mut self, planned: NaiveDateTime) {
        let now = self.clock();
        match self.chance.below(6) {
            0 | 1 => self.reminder.get_mut(&planned).unwrap().1 = true,
            2 => {
                let (reminder, _) = self.reminder[&planned];
                *self.asked.entry(planned).or_default() += 1;
                self.reminder.insert(planned, (reminder.snooze(now), false));
            }
            3 => {
                let due = self.reminder[&planned].0.due(&self.plan, &self.zone, now);
                self.reminder.get_mut(&planned).unwrap().1 = true;
                self.plan.move_time(due.of, due.tomorrow);
            }
            _ => {}
        }
    }

    /// Lets time pass: looks each time there is something to look for, and every few hours.
    fn pass(&mut self, span: TimeDelta) {
        let (begin, end) = (self.now, self.now + span);
        while self.now < end {
            let next = next_look(&self.plan, &self.zone, self.pending(), self.clock()).map(|at| at - self.wrong);
            self.now = next.unwrap_or(end).min(end).min(self.now + TimeDelta::hours(12));
            self.decide();
        }
        // Awake and by the right clock, none that came is unknown: not only the latest.
        let came = self.plan.next(&self.zone, begin, 5).into_iter().filter(|one| one.at <= end && self.wrong.is_zero());
        for one in came {
            assert!(self.reminder.contains_key(&one.planned), "{} came and is not known", one.planned);
        }
    }

    /// Lets a few days pass as they do.
    fn days(&mut self) {
        match self.chance.below(12) {
            // Asleep, off, away: nobody looks.
            0..=2 => self.now += self.chance.minutes(36 * 60),
            3 => self.now += TimeDelta::days(self.chance.below(40).cast_signed()),
            4 => self.zone = TZ_VARIANTS[usize::try_from(self.chance.below(TZ_VARIANTS.len() as u64)).unwrap()],
            // The clock is wrong for a day, by hours or by years, and right again.
            5 => {
                let hours = [2, -2, 24, -24, 24 * 366, -24 * 366][usize::try_from(self.chance.below(6)).unwrap()];
                self.wrong = TimeDelta::hours(hours);
                let span = self.chance.minutes(24 * 60);
                self.pass(span);
                self.wrong = TimeDelta::zero();
                self.decide();
            }
            6 => {
                self.daemon = false;
                let span = self.chance.minutes(12 * 60);
                self.pass(span);
                self.daemon = true;
            }
            7 if self.chance.one_in(4) => {
                let from = self.now.with_timezone(&self.zone).date_naive() + Days::new(self.chance.below(20));
                self.plan.rests.push(Rest { from, to: from + Days::new(self.chance.below(16)) });
            }
            8 => {
                let next = self.plan.next(&self.zone, self.now, 1)[0];
                let by = TimeDelta::hours(self.chance.below(60).cast_signed() - 20);
                if self.chance.one_in(3) {
                    self.plan.skip(next.of);
                } else if next.at + by > self.now {
                    self.plan.move_time(next.of, next.planned + by);
                }
            }
            _ => {}
        }
        let span = self.chance.minutes(3 * 24 * 60);
        self.pass(span);
    }
}

fn live(seed: u64) -> Life {
    let now: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
    let mut plan = Plan { since: now, ..ruled("Sun 19:30") };
    plan.rhythm.heads_up = HeadsUp::Hour;
    let mut life = Life {
        chance: Chance(seed),
        zone: chrono_tz::Europe::Vienna,
        plan,
        now,
        wrong: TimeDelta::zero(),
        daemon: true,
        reminder: BTreeMap::new(),
        aheads: BTreeSet::new(),
        shown: BTreeMap::new(),
        asked: BTreeMap::new(),
        seen_ahead: BTreeMap::new(),
    };
    let end = now + TimeDelta::days(YEARS * 365);
    while life.now < end {
        life.days();
        life.decide();
        if let Some(one) = life.plan.latest(&life.zone, life.now) {
            let remembered = life.reminder.get(&one.planned);
            let told = life.shown.contains_key(&one.planned);
            // Told, acted on, waiting to be told, or passed: never nothing.
            let kept = remembered.map_or(life.now - one.at >= MISSED, |(reminder, dismiss)| {
                told || *dismiss || reminder.repeat.is_some() || life.passed(reminder)
            });
            assert!(kept, "{} lost, seed {seed}", one.planned);
        }
    }
    life
}

#[test]
fn ten_years_without_one_lost_or_told_twice() {
    for seed in 1..=4 {
        let life = live(seed);
        assert!(life.shown.len() > 250, "{} in ten years", life.shown.len());
        for (planned, times) in &life.shown {
            // Once, the repeat, and for each time that it was snoozed once more and its repeat.
            let most = 2 + 2 * life.asked.get(planned).copied().unwrap_or(0);
            assert!(*times <= most, "{planned} told {times} times, seed {seed}");
        }
        assert!(life.seen_ahead.values().all(|times| *times == 1));
        assert!(life.seen_ahead.len() > 150, "{}", life.seen_ahead.len());
    }
}
