//! Looks at the clocks: is a turn's time up, has a planned time come, did the laptop sleep? Core decides; what it comes to is
//! written, and only then told.

use super::rhythm::to_come;
use super::telling::Telling;
use super::{App, Open};
use crate::ports::{InTray, Notification, Signal, Tone};
use both_heard_core::rhythm::{Circumstances, MISSED, Plan, ahead, decide, next_look};
use both_heard_core::ritual::{Event, Session, Turn};
use both_heard_core::watch::{self, AT_MOST, BreakNotice, Clocks, TrayItem};
use both_heard_store::StoreError;
use chrono::{DateTime, Utc};
use std::time::Duration;

/// The last look.
pub(super) struct LastLook {
    clocks: Clocks,
    /// When the turn that ran then was to end.
    turn_ends: Option<DateTime<Utc>>,
}

impl LastLook {
    pub(super) const fn at(clocks: Clocks) -> Self {
        Self { clocks, turn_ends: None }
    }
}

/// What a look came to, once it is written.
#[derive(Default)]
struct Found {
    signals: Vec<Signal>,
    notifications: Vec<Notification>,
    tones: Vec<Tone>,
}

impl Open<'_> {
    /// Looks at all there is; answers what to tell, what stands in the tray, and how long nothing more can be due.
    fn look_at_all(&mut self, clocks: Clocks, is_there: bool) -> Result<(Found, TrayItem, Duration), StoreError> {
        let now = clocks.wall;
        let mut found = Found::default();
        self.pause_if_left(clocks, &mut found)?;
        let turn = self.look_at_turn(now, &mut found);
        self.look_at_break(now, &mut found)?;
        let plan = self.tx.plan().get()?;
        if self.tx.couple().get()?.is_some() {
            self.look_at_plan(&plan, is_there, now, &mut found)?;
        }
        let live = self.session.as_ref().is_some_and(Session::is_live);
        if live {
            self.tx.running().seen(now)?;
        }
        let turn_ends = turn.and_then(|turn| turn.ends_at(now));
        let returns = self.session.as_ref().and_then(Session::returns).filter(|time| *time > now);
        let planned = next_look(&plan, &self.zone, self.tx.reminders().pending(now)?, now);
        let first = to_come(self.tx, &plan, &self.zone, now, 1)?.first().copied();
        let item = TrayItem::of(first, self.due(&plan, now)?, now);
        // In one go with what was seen: without the store nothing was looked at, and the next look begins where this one did;
        // one beside it finds it done.
        self.last_look.set(LastLook { clocks, turn_ends });
        Ok((found, item, watch::rest(live, [turn_ends, returns, planned], now)))
    }

    fn pause_if_left(&mut self, clocks: Clocks, found: &mut Found) -> Result<(), StoreError> {
        if self.session.as_ref().is_some_and(Session::is_live) {
            let before = self.last_look.clocks;
            let slept = clocks.jumped_since(before).then_some(before.wall);
            if let Some(at) = watch::interrupted(slept, self.tx.running().last_done()?, clocks.wall) {
                self.act(&Event::Pause, at)?;
                found.signals.push(Signal::Interrupted);
            }
        }
        Ok(())
    }

    /// Looks at the turn that runs, if they want timers.
    fn look_at_turn(&self, now: DateTime<Utc>, found: &mut Found) -> Option<Turn> {
        let turn = self.session.as_ref().and_then(|session| session.turn().copied()).filter(|_| self.settings.timers);
        if watch::ran_out(turn.as_ref(), self.last_look.turn_ends, now) {
            found.tones.push(Tone::SoftEnd);
            found.signals.push(Signal::TurnOver);
        }
        turn
    }

    fn look_at_break(&self, now: DateTime<Utc>, found: &mut Found) -> Result<(), StoreError> {
        let Some(returns) = self.session.as_ref().and_then(Session::returns) else { return Ok(()) };
        let Some((at, notice)) = watch::of_break(returns, self.tx.running().told_of_break()?, now) else {
            return Ok(());
        };
        self.tx.running().tell_of_break(at)?;
        match notice {
            BreakNotice::Return => {
                found.tones.push(Tone::Return);
                found.signals.push(Signal::Return);
                found.notifications.push(Notification::Return);
            }
            BreakNotice::StillAway => found.notifications.push(Notification::StillAway),
        }
        Ok(())
    }

    /// Looks at what the plan brings: what has come, what comes soon; `is_there` when something shows what is told.
    fn look_at_plan(
        &self,
        plan: &Plan,
        is_there: bool,
        now: DateTime<Utc>,
        found: &mut Found,
    ) -> Result<(), StoreError> {
        let busy = self.session.as_ref().is_some_and(|s| s.is_live() || s.returns().is_some_and(|time| now < time));
        // One that has passed is nothing to tell.
        let latest = match plan.latest(&self.zone, now).filter(|one| now - one.at < MISSED) {
            Some(one) if self.tx.reminders().knows(one.planned)? => None,
            latest => latest,
        };
        let pending = self.tx.reminders().pending(now)?;
        if plan.since > now {
            // The rule was made by a clock that was wrong; by this one, nothing would ever come.
            self.tx.plan().set(&Plan { since: now, ..plan.clone() })?;
        }
        let seen =
            decide(latest, pending, Circumstances { now, repeats: plan.rhythm.repeats, busy, can_tell: is_there });
        if seen.tell.is_some() || (latest.is_some() && seen.remember.is_some() && !seen.met) {
            found.signals.push(Signal::Due);
        }
        if let Some(reminder) = seen.remember {
            self.tx.reminders().remember(&reminder)?;
        }
        if seen.met {
            self.tx.reminders().dismiss()?;
        }
        found.notifications.extend(seen.tell.map(|tell| Notification::Due { planned: tell.planned, late: tell.late }));
        let soon = ahead(plan, &self.zone, now).filter(|_| is_there && !busy).map(|one| one.planned);
        if let Some(planned) = soon
            && !self.tx.reminders().knows(planned)?
            && self.tx.reminders().announce(planned)?
        {
            found.notifications.push(Notification::Ahead { planned });
        }
        Ok(())
    }
}

impl App {
    fn clocks(&self) -> Clocks {
        Clocks { wall: self.world.clock.now().to_utc(), running: self.world.clock.running() }
    }

    /// Looks at once when the laptop slept and the thread that looks has not yet woken: what is asked for next must
    /// find the turn paused where it was.
    pub(super) fn look_after_sleep(&self) {
        let clocks = self.clocks();
        let slept = clocks.jumped_since(self.inner().last_look.clocks);
        if slept {
            self.tick();
        }
    }

    /// Does all that is due now; answers how long nothing more can be.
    pub fn tick(&self) -> Duration {
        // Read before: nobody outside is asked for anything while others wait for the store.
        let (clocks, is_there, language) = (self.clocks(), self.world.notifier.is_there(), self.language());
        let mut inner = self.inner();
        if inner.ends() {
            // Whoever is next may have the store already.
            return AT_MOST;
        }
        let looked = self.on(&mut inner, |open| open.look_at_all(clocks, is_there));
        drop(inner);

        // Trouble with the store is told where a person asks for something; here it only means nothing can be due.
        let Ok((found, item, rest)) = looked else {
            // What passes by itself, such as a lock or a disk that comes late, is tried again at the next look.
            self.forget_passing_trouble();
            return AT_MOST;
        };
        let settings = self.settings.now();
        let in_tray = self.is_in_tray(settings.background).then_some(InTray { language, item });
        self.world.tray.show(in_tray.as_ref());
        for notification in found.notifications {
            self.tell(Telling::Notify(notification));
        }
        for tone in found.tones {
            self.sound(tone, settings);
        }
        for signal in found.signals {
            self.world.window.signal(signal);
        }
        rest
    }
}
