//! Keeps when they meet, and what they do with a time that has come: move it, leave it out, be reminded later.

use super::telling::Telling;
use super::{Answer, App, Open, Trouble};
use crate::zone::Zone;
use both_heard_core::rhythm::{Change, Due, Occurrence, Plan, Reminder, Rest, Rhythm, other_times};
use both_heard_store::{StoreError, Transaction};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::Serialize;
use std::cmp::Reverse;
use ts_rs::TS;

/// How long before its time a meeting is that meeting: they sat down early.
const SAME_MEETING: TimeDelta = TimeDelta::hours(3);
/// How many planned times within that are looked past: the rule's, and one or two that were moved there.
const EARLY: usize = 3;

/// How many of the next times are told in words.
const SHOWN: usize = 3;

/// When they meet, as far as it is still to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Schedule {
    /// The rule by which they meet.
    pub rhythm: Rhythm,
    /// What became of single times.
    pub changes: Vec<Change>,
    /// The weeks of rest that are not over.
    pub rests: Vec<Rest>,
    /// The next planned times.
    pub next: Vec<Coming>,
    /// The planned time that has come, until they act on it.
    pub due: Option<Due>,
}

/// A planned time to come, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Coming {
    /// The time on the wall.
    pub planned: NaiveDateTime,
    /// The time it had before it was moved.
    pub of: NaiveDateTime,
    /// In how many minutes it comes. Two times on the wall do not tell: the clock may be set between them.
    pub minutes: i64,
}

impl Coming {
    fn of(one: &Occurrence, now: DateTime<Utc>) -> Self {
        Self { planned: one.planned, of: one.of, minutes: (one.at - now).num_minutes() }
    }
}

impl Schedule {
    pub(super) fn of(open: &Open<'_>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let plan = open.tx.plan().get()?;
        let wall = now.with_timezone(&open.zone).naive_local();
        let next = to_come(open.tx, &plan, &open.zone, now, SHOWN)?;
        Ok(Self {
            rhythm: plan.rhythm,
            changes: plan.changes.iter().filter(|change| wall < change.to.unwrap_or(change.of)).copied().collect(),
            rests: plan.rests.iter().filter(|rest| wall.date() <= rest.to).copied().collect(),
            next: next.iter().map(|one| Coming::of(one, now)).collect(),
            // Before there are two of them, nothing was planned.
            due: if open.tx.couple().get()?.is_some() { open.due(&plan, now)? } else { None },
        })
    }
}

/// Why a time was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum TimeRefusal {
    /// It has passed.
    Passed,
    /// It is more than five years away: a slip of the keys.
    TooFar,
    /// There are as many rests as there may be.
    TooMany,
}

/// How far away a time may be, before or after now.
const FAR: TimeDelta = TimeDelta::days(5 * 366);
/// The most rests there may be: one every other week for as long.
const MOST_RESTS: usize = 130;

fn is_far(time: NaiveDateTime, now: DateTime<Utc>) -> bool {
    (time - now.naive_utc()).abs() > FAR
}

/// Lists the next planned times that are still to come: one for which they sat down early is not.
pub fn to_come(
    tx: &Transaction<'_>,
    plan: &Plan,
    zone: &Zone,
    now: DateTime<Utc>,
    most: usize,
) -> Result<Vec<Occurrence>, StoreError> {
    let mut all = vec![];
    for one in plan.next(zone, now, most + EARLY) {
        // Further ahead, one that counts as come was noted by a clock that was wrong.
        if one.at - now > SAME_MEETING || !tx.reminders().knows(one.planned)? {
            all.push(one);
        }
    }
    all.truncate(most);
    Ok(all)
}

impl Open<'_> {
    /// Finds what is to be shown of a planned time that has come.
    fn reminder(&self, plan: &Plan, now: DateTime<Utc>) -> Result<Option<Reminder>, StoreError> {
        let latest = plan.latest(&self.zone, now);
        let unknown = match latest {
            Some(one) if !self.tx.reminders().knows(one.planned)? => Some(one),
            _ => None,
        };
        Ok(Reminder::latest(self.tx.reminders().pending(now)?, unknown))
    }

    /// Shows the planned time that has come.
    pub(super) fn due(&self, plan: &Plan, now: DateTime<Utc>) -> Result<Option<Due>, StoreError> {
        Ok(self.reminder(plan, now)?.map(|reminder| reminder.due(plan, &self.zone, now)))
    }

    /// Notes that someone acted on what has come, also on what passed unremembered.
    pub(super) fn dismiss(&mut self, plan: &Plan, now: DateTime<Utc>) -> Result<(), StoreError> {
        if let Some(reminder) = self.reminder(plan, now)? {
            self.tx.reminders().remember(&reminder)?;
        }
        self.tx.reminders().dismiss()
    }

    /// Notes that they met: a time that would come soon after was this one.
    pub(super) fn met(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let plan = self.tx.plan().get()?;
        match plan.next(&self.zone, now, 1).first().filter(|next| next.at - now <= SAME_MEETING) {
            Some(next) => {
                self.tx.reminders().remember(&Reminder::now(next))?;
                self.tx.reminders().dismiss()
            }
            None => Ok(()),
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Plan)) -> Result<(), StoreError> {
        let mut plan = self.tx.plan().get()?;
        change(&mut plan);
        self.tx.plan().set(&plan)
    }
}

impl App {
    /// Keeps the rule and how it is told. What another rule would have planned before was not missed.
    pub fn save_rhythm(&self, mut rhythm: Rhythm) -> Result<Schedule, Trouble> {
        let now = self.world.clock.now().to_utc();
        if is_far(rhythm.rule.first.into(), now) {
            // A week near now, as many weeks into the count, plans the same.
            let weeks = TimeDelta::weeks(4).num_days();
            let days = (rhythm.rule.first - now.date_naive()).num_days().rem_euclid(weeks);
            rhythm.rule.first = now.date_naive() + TimeDelta::days(days);
        }
        self.keep_schedule(|open| {
            open.change(|plan| {
                if plan.rhythm.rule != rhythm.rule {
                    plan.since = now;
                }
                plan.rhythm = rhythm;
            })
        })
    }

    /// Keeps the weeks of rest in place of those there were.
    ///
    /// # Errors
    /// Tells what is wrong with the store; rests that are too far away, or too many, are refused, not an error.
    pub fn save_rests(&self, rests: Vec<Rest>) -> Result<Answer<Schedule, TimeRefusal>, Trouble> {
        let now = self.world.clock.now().to_utc();
        if rests.len() > MOST_RESTS {
            return Ok(Answer::Refused(TimeRefusal::TooMany));
        }
        if rests.iter().flat_map(|rest| [rest.from, rest.to]).any(|day| is_far(day.into(), now)) {
            return Ok(Answer::Refused(TimeRefusal::TooFar));
        }
        let ordered = |rest: Rest| Rest { from: rest.from.min(rest.to), to: rest.from.max(rest.to) };
        let mut rests: Vec<_> = rests.into_iter().map(ordered).collect();
        // Of two that begin on the same day the longer holds.
        rests.sort_by_key(|rest| (rest.from, Reverse(rest.to)));
        rests.dedup_by_key(|rest| rest.from);
        self.keep_schedule(|open| open.change(|plan| plan.rests = rests)).map(Answer::Done)
    }

    /// Adds one more time, agreed once.
    ///
    /// # Errors
    /// Tells what is wrong with the store; a time that has passed is refused, not an error.
    pub fn meet_once(&self, planned: NaiveDateTime) -> Result<Answer<Schedule, TimeRefusal>, Trouble> {
        self.keep_to_come(planned, |open, _| open.change(|plan| plan.add(planned)))
    }

    /// Moves a planned time; the rule stays. One that has come is due no more.
    ///
    /// # Errors
    /// Tells what is wrong with the store; a time that has passed is refused, not an error.
    pub fn move_time(&self, of: NaiveDateTime, to: NaiveDateTime) -> Result<Answer<Schedule, TimeRefusal>, Trouble> {
        let mut dismissed = false;
        if is_far(of, self.world.clock.now().to_utc()) {
            return Ok(Answer::Refused(TimeRefusal::TooFar));
        }
        let answer = self.keep_to_come(to, |open, now| {
            let plan = open.tx.plan().get()?;
            dismissed = open.due(&plan, now)?.is_some_and(|due| due.of == of);
            if dismissed {
                open.dismiss(&plan, now)?;
            }
            open.change(|plan| plan.move_time(of, to))
        })?;
        self.withdraw_if(dismissed);
        Ok(answer)
    }

    /// Leaves a planned time out this once; one that has come is due no more.
    pub fn skip(&self, of: NaiveDateTime) -> Result<Schedule, Trouble> {
        let now = self.world.clock.now().to_utc();
        let mut dismissed = false;
        let schedule = self.keep_schedule(|open| {
            let plan = open.tx.plan().get()?;
            dismissed = open.due(&plan, now)?.is_some_and(|due| due.of == of);
            match dismissed {
                true => open.dismiss(&plan, now),
                // Nothing is planned there.
                false if is_far(of, now) => Ok(()),
                false => open.change(|plan| plan.skip(of)),
            }
        })?;
        self.withdraw_if(dismissed);
        Ok(schedule)
    }

    /// Takes back that a planned time was moved or left out.
    pub fn restore(&self, of: NaiveDateTime) -> Result<Schedule, Trouble> {
        self.keep_schedule(|open| open.change(|plan| plan.restore(of)))
    }

    /// Lets what has come be quiet for a quarter of an hour.
    pub fn snooze(&self) -> Result<Schedule, Trouble> {
        let now = self.world.clock.now().to_utc();
        let schedule = self.keep_schedule(|open| {
            let plan = open.tx.plan().get()?;
            open.reminder(&plan, now)?.map_or(Ok(()), |reminder| open.tx.reminders().remember(&reminder.snooze(now)))
        })?;
        self.withdraw_if(true);
        Ok(schedule)
    }

    fn keep_schedule(&self, change: impl FnOnce(&mut Open<'_>) -> Result<(), StoreError>) -> Result<Schedule, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.keep(|open| {
            change(open)?;
            Schedule::of(open, now)
        })
    }

    /// Takes the notification away that was acted on, once that is written.
    fn withdraw_if(&self, dismissed: bool) {
        if dismissed {
            self.tell(Telling::Withdraw);
        }
    }

    /// Offers three other times this week.
    pub fn other_times(&self) -> Result<Vec<NaiveDateTime>, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.with(|open| Ok(other_times(&open.tx.plan().get()?, &open.zone, now)))
    }

    fn keep_to_come(
        &self,
        time: NaiveDateTime,
        change: impl FnOnce(&mut Open<'_>, DateTime<Utc>) -> Result<(), StoreError>,
    ) -> Result<Answer<Schedule, TimeRefusal>, Trouble> {
        let now = self.world.clock.now();
        if time <= now.naive_local() {
            return Ok(Answer::Refused(TimeRefusal::Passed));
        }
        if is_far(time, now.to_utc()) {
            return Ok(Answer::Refused(TimeRefusal::TooFar));
        }
        self.keep_schedule(|open| change(open, now.to_utc())).map(Answer::Done)
    }
}
