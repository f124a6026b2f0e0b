//! Looks at the clocks: is a turn's time up, has a planned time come, did the laptop sleep? Core decides; what it comes to is
//! written, and only then told.

use super::rhythm::to_come;
use super::telling::Telling;
use super::{App, Open};
use crate::ports::{InTray, Notification, Signal, Tone};
use both_heard_core::rhythm::{Circumstances, MISSED, Plan, ahead, decide, next_look};
use both_heard_core::ritual::{Event, Session, Turn};
use both_heard_core::watch::{self, AT_MOST, BreakNotice, Clocks, TrayItem};
use both_heard_store::{Away, StoreError};
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
struct Look {
    found: Found,
    item: TrayItem,
    /// How long nothing more can be due.
    rest: Duration,
}

/// What is to be told.
#[derive(Default)]
struct Found {
    signals: Vec<Signal>,
    notifications: Vec<Notification>,
    tones: Vec<Tone>,
}

impl Open<'_> {
    /// Looks at all there is; `is_there` when something shows what is told.
    fn look_at_all(&mut self, clocks: Clocks, is_there: bool) -> Result<Look, StoreError> {
        let now = clocks.wall;
        let mut found = Found::default();
        self.pause_if_left(clocks, &mut found)?;
        let turn = self.look_at_turn(now, &mut found);
        self.look_at_break(now, &mut found)?;
        let (item, next) = self.look_at_plan(is_there, now, &mut found)?;
        let live = self.session.as_ref().is_some_and(Session::is_live);
        if live {
            self.tx.running().seen(now)?;
        }
        let turn_ends = turn.and_then(|turn| turn.ends_at(now));
        // Set in the same transaction as what was found: if that fails, the next look begins where this one did, and a look
        // of another thread finds it done.
        self.last_look.set(LastLook { clocks, turn_ends });
        Ok(Look { found, item, rest: watch::rest(live, [turn_ends, next], now) })
    }

    /// Looks at what there is to look at while the words cannot be opened.
    fn look_at_rhythm(&mut self, now: DateTime<Utc>, is_there: bool) -> Result<Look, StoreError> {
        let mut found = Found::default();
        self.look_at_break(now, &mut found)?;
        let (item, next) = self.look_at_plan(is_there, now, &mut found)?;
        Ok(Look { found, item, rest: watch::rest(false, [next], now) })
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
        let Some(Away { ends, told }) = self.tx.away().get()? else { return Ok(()) };
        let Some((at, notice)) = watch::of_break(ends, told, now) else { return Ok(()) };
        self.tx.away().tell(at)?;
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

    /// Looks at what the plan brings: what has come, what comes soon. Answers what stands in the tray, and when something of the
    /// plan or of a break is next to be told.
    fn look_at_plan(
        &self,
        is_there: bool,
        now: DateTime<Utc>,
        found: &mut Found,
    ) -> Result<(TrayItem, Option<DateTime<Utc>>), StoreError> {
        let plan = self.tx.plan().get()?;
        let returns = self.tx.away().get()?.map(|away| away.ends).filter(|ends| *ends > now);
        if self.tx.plan().is_kept()? {
            let busy = returns.is_some() || self.session.as_ref().is_some_and(Session::is_live);
            self.look_at_due(
                &plan,
                Circumstances { now, repeats: plan.rhythm.repeats, busy, can_tell: is_there },
                found,
            )?;
            let soon = ahead(&plan, &self.zone, now).filter(|_| is_there && !busy).map(|one| one.planned);
            if let Some(planned) = soon
                && !self.tx.reminders().knows(planned)?
                && self.tx.reminders().announce(planned)?
            {
                found.notifications.push(Notification::Ahead { planned });
            }
        }
        let next = next_look(&plan, &self.zone, self.tx.reminders().pending(now)?, now);
        let first = to_come(self.tx, &plan, &self.zone, now, 1)?.first().copied();
        let item = TrayItem::of(first, self.due(&plan, now)?, now);
        Ok((item, next.into_iter().chain(returns).min()))
    }

    /// Looks at what has come. All is remembered before any of it is told.
    fn look_at_due(&self, plan: &Plan, circumstances: Circumstances, found: &mut Found) -> Result<(), StoreError> {
        let now = circumstances.now;
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
        let decided = decide(latest, pending, circumstances);
        if decided.tell.is_some() || (latest.is_some() && decided.remember.is_some() && !decided.met) {
            found.signals.push(Signal::Due);
        }
        if let Some(reminder) = decided.remember {
            self.tx.reminders().remember(&reminder)?;
        }
        if decided.met {
            self.tx.reminders().dismiss()?;
        }
        let notification = decided.tell.map(|tell| Notification::Due { planned: tell.planned, late: tell.late });
        found.notifications.extend(notification);
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
        // Trouble with the store is told where a person asks for something; what they planned comes all the same.
        let looked = looked.or_else(|_| {
            self.in_file(|file| {
                let (now, settings) = (self.world.clock.now(), self.settings.now());
                inner.with_rhythm(file, &now, settings, |open| open.look_at_rhythm(clocks.wall, is_there))
            })
        });
        // What passes by itself, such as a lock or a disk that comes late, is tried again at the next look.
        inner.forget_passing_trouble();
        drop(inner);
        let Ok(Look { found, item, rest }) = looked else { return AT_MOST };
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
