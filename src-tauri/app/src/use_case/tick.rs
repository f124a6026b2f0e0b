//! Looks at the clocks: is a turn's time up, has a planned time come, did the laptop sleep?

use super::rhythm::to_come;
use super::telling::Telling;
use super::{App, Open};
use crate::ports::{InTray, Reminder, Signal, Tone};
use both_heard_core::rhythm::{Around, MISSED, Plan, ahead, look, next_look};
use both_heard_core::ritual::{Event, Session, Turn};
use both_heard_store::StoreError;
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;

/// The longest time between two looks; the laptop may sleep in it, and no timer tells. HOUSE.md, invariant 4.
const AT_MOST: Duration = Duration::from_secs(15);
/// The time between two signs of life while a check-in runs, so that a crash costs no more of a turn than this.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);
/// When a break from which they have not come back is asked after, once and gently: the next day.
const STILL_AWAY: TimeDelta = TimeDelta::hours(24);
/// How long without a key until the two of them are no longer at their check-in: longer than any of its turns, and
/// than most evenings. It is paused then, as of the last key, and holds up nothing.
const LEFT: TimeDelta = TimeDelta::hours(3);
/// How far away a time may be that is told by its weekday alone.
const A_WEEK: TimeDelta = TimeDelta::days(6);
/// How far the two clocks may part between two looks before it is no longer the laptop being slow.
const JUMP: TimeDelta = TimeDelta::seconds(5);
/// How long no look can take while the laptop is awake: twice the longest time between two.
const SLEPT: TimeDelta = TimeDelta::seconds(30);

/// Remembers the last look.
pub(super) struct Watch {
    wall: DateTime<Utc>,
    running: Duration,
    turn_ends: Option<DateTime<Utc>>,
}

impl Watch {
    pub(super) const fn begin(wall: DateTime<Utc>, running: Duration) -> Self {
        Self { wall, running, turn_ends: None }
    }

    /// Tells whether the laptop slept or its clock was set: the wall clock went another way than the one that only
    /// runs, or, where that one runs on in sleep (Windows), far too long passed since the last look.
    fn jumped(&self, wall: DateTime<Utc>, running: Duration) -> bool {
        let ran = TimeDelta::from_std(running.saturating_sub(self.running)).unwrap_or(TimeDelta::MAX);
        ((wall - self.wall) - ran).abs() > JUMP || ran > SLEPT
    }
}

impl Open<'_> {
    /// Looks at what the plan brings: what has come, what comes soon. All is remembered before any of it is told.
    /// Answers what to tell, and whether the screen has something new to show; `is_there` when something shows what is
    /// told.
    fn look(&mut self, plan: &Plan, is_there: bool, now: DateTime<Utc>) -> Result<(Vec<Reminder>, bool), StoreError> {
        let busy = self.session.as_ref().is_some_and(|s| s.is_live() || s.returns().is_some_and(|time| now < time));
        // One that has passed is nothing to tell.
        let latest = match plan.latest(&self.zone, now).filter(|one| now - one.at < MISSED) {
            Some(one) if self.tx.reminders().has_come(one.planned)? => None,
            latest => latest,
        };
        let waiting = self.tx.reminders().waiting(now)?;
        if plan.since > now {
            // The rule was made by a clock that was wrong; by this one, nothing would ever come.
            self.tx.plan().set(&Plan { since: now, ..plan.clone() })?;
        }
        let seen = look(latest, waiting, Around { now, repeats: plan.rhythm.repeats, busy, can_tell: is_there });
        let shows = seen.tell.is_some() || (latest.is_some() && seen.remember.is_some() && !seen.met);
        if let Some(come) = seen.remember {
            self.tx.reminders().remember(&come)?;
        }
        if seen.met {
            self.tx.reminders().acted()?;
        }
        let due = seen.tell.map(|tell| Reminder::Due { planned: tell.planned, late: tell.late });
        let soon = match ahead(plan, &self.zone, now).filter(|_| !busy) {
            Some(one)
                if is_there
                    && !self.tx.reminders().has_come(one.planned)?
                    && !self.tx.reminders().was_told_ahead(one.planned)? =>
            {
                self.tx.reminders().told_ahead(one.planned)?;
                Some(Reminder::Ahead { planned: one.planned })
            }
            _ => None,
        };
        Ok((due.into_iter().chain(soon).collect(), shows))
    }

    /// Looks at what a break brings: its end, and the day after it, each told once however often the program ends
    /// meanwhile; of both at once only the later. It is remembered before it is told.
    fn look_at_break(&mut self, now: DateTime<Utc>) -> Result<Option<Reminder>, StoreError> {
        let Some(returns) = self.session.as_ref().and_then(Session::returns) else { return Ok(None) };
        let comes = [(returns + STILL_AWAY, Reminder::StillAway), (returns, Reminder::Return)];
        let told = self.tx.running().told_of_break()?;
        // What is told was told already, or is that which comes later.
        let known = comes.iter().position(|(at, _)| told == Some(*at)).unwrap_or(comes.len());
        match comes.into_iter().take(known).find(|(at, _)| *at <= now) {
            Some((at, reminder)) => self.tx.running().tell_of_break(at).map(|()| Some(reminder)),
            None => Ok(None),
        }
    }
}

impl App {
    /// Looks at once when the laptop slept and the thread that looks has not yet woken: what is asked for next must
    /// find the turn paused where it was.
    pub(super) fn look_after_sleep(&self) {
        let (now, running) = (self.world.clock.now().to_utc(), self.world.clock.running());
        let slept = self.inner().watch.jumped(now, running);
        if slept {
            self.tick();
        }
    }

    /// Does all that is due now; answers how long nothing more can be.
    pub fn tick(&self) -> Duration {
        let (now, running) = (self.world.clock.now().to_utc(), self.world.clock.running());
        // Read before: nobody outside is asked for anything while others wait for the store.
        let (is_there, language) = (self.world.notifier.is_there(), self.language());
        let (mut signals, mut reminders, mut tones) = (vec![], vec![], vec![]);
        let mut inner = self.inner();
        if self.ends() {
            // Whoever is next may have the store already.
            return AT_MOST;
        }
        // Trouble with the store is told where a person asks for something; here it only means nothing can be due.
        let looked = self.on(&mut inner, |open| {
            let (since, ends, jumped) = (open.watch.wall, open.watch.turn_ends, open.watch.jumped(now, running));
            if open.session.as_ref().is_some_and(Session::is_live) {
                let left = open.tx.running().last_done()?.filter(|last| now - *last >= LEFT);
                // A laptop that slept did so while they were at it.
                if let Some(at) = jumped.then_some(since).or(left) {
                    open.act(&Event::Pause, at)?;
                    signals.push(Signal::Interrupted);
                }
            }
            let turn = open.session.as_ref().and_then(|s| s.turn().copied()).filter(|_| open.settings.timers);
            let over = |turn: &Turn| turn.runs() && turn.spent(now) >= turn.length();
            if ends.is_some_and(|ends| ends <= now) && turn.as_ref().is_some_and(over) {
                tones.push(Tone::SoftEnd);
                signals.push(Signal::TurnOver);
            }
            if let Some(reminder) = open.look_at_break(now)? {
                if reminder == Reminder::Return {
                    tones.push(Tone::Return);
                    signals.push(Signal::Return);
                }
                reminders.push(reminder);
            }
            let plan = open.tx.plan().get()?;
            if open.tx.couple().get()?.is_some() {
                let (told, shows) = open.look(&plan, is_there, now)?;
                reminders.extend(told);
                if shows {
                    signals.push(Signal::Due);
                }
            }
            let live = open.session.as_ref().is_some_and(Session::is_live);
            if live {
                open.tx.running().seen(now)?;
            }
            let next = next_look(&plan, &open.zone, open.tx.reminders().waiting(now)?, now);
            let returns = open.session.as_ref().and_then(Session::returns).filter(|time| *time > now);
            let ends = [turn.and_then(|turn| turn.ends_at(now)), returns, next];
            let first = to_come(open.tx, &plan, &open.zone, now, 1)?.first().copied();
            let in_tray = InTray {
                language,
                next: first.map(|next| next.planned),
                near: first.is_some_and(|next| next.at - now < A_WEEK),
                due: open.due(&plan, now)?.is_some_and(|due| !due.missed && due.snoozed.is_none()),
            };
            // Last, and in one go with what was seen: without the store nothing was looked at, and the next look begins
            // where this one did; one beside it finds it done.
            open.watch.set(Watch { wall: now, running, turn_ends: turn.and_then(|turn| turn.ends_at(now)) });
            Ok((live, ends, open.settings, Some(in_tray)))
        });
        drop(inner);

        let Ok((live, ends, settings, in_tray)) = looked else {
            // What passes by itself, such as a lock or a disk that comes late, is tried again at the next look.
            self.forget_passing_trouble();
            return AT_MOST;
        };
        self.world.tray.show(in_tray.filter(|_| self.is_in_tray(settings.background)).as_ref());
        for reminder in reminders {
            self.tell(Telling::Remind(reminder));
        }
        for tone in tones {
            self.sound(tone, settings);
        }
        for signal in signals {
            self.world.window.signal(signal);
        }
        let until = |at: DateTime<Utc>| (at - now).to_std().unwrap_or_default();
        let most = if live { SIGN_OF_LIFE } else { AT_MOST };
        ends.into_iter().flatten().map(until).fold(most, Duration::min)
    }
}
