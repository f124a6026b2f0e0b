//! Runs the check-in: an event is computed, committed, and only then shown.

use super::telling::Telling;
use super::{Answer, App, Open, Sweep, Trouble};
use crate::ports::Tone;
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::Record;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{Beginning, Ending, Event, FormatId, Keep, Logged, Overlay, Refusal, Session, View};
use both_heard_store::{Running, Store, StoreError, Transaction};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a check-in without a record waits to be gone on with. PRODUCT.md: gone after 24 hours.
const FORGOTTEN: TimeDelta = TimeDelta::hours(24);

/// Takes up the check-in that ran when the program was last seen: paused, from that moment on, so that the time in
/// between is not taken from the one who spoke.
pub(super) fn take_up(store: &mut Store, now: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
    let (session, forgotten) = store.transact(|tx| {
        let running = tx.running().get()?;
        let replay = |Running { beginning, events, seen }| (Session::replay(beginning, events), seen);
        let taken_up = running.map(replay);
        let returns = taken_up.as_ref().and_then(|(session, _)| session.returns());
        if tx.away().get()?.map(|away| away.ends) != returns {
            unless_read_only(tx, || tx.away().set(returns))?;
        }
        let Some((session, seen)) = taken_up else { return Ok((None, false)) };
        // A break may be as long as a day by itself: then the day is counted from its end.
        let last = returns.map_or(seen, |until| until.max(seen));
        // Where nothing can be written it is shown all the same, or is not.
        if session.beginning().no_record && now - last >= FORGOTTEN {
            unless_read_only(tx, || tx.running().end().and_then(|()| tx.away().set(None)))?;
            return Ok((None, true));
        }
        let Ok(paused) = session.step(&Event::Pause, seen) else { return Ok((Some(session), false)) };
        let pause = Logged { at: seen, event: Event::Pause };
        unless_read_only(tx, || tx.running().append(&pause))?;
        Ok((Some(paused), false))
    })?;
    if forgotten {
        // If the rewrite fails, it is done when the store is next opened.
        let _ = store.sweep();
    }
    Ok(session)
}

fn unless_read_only(tx: &Transaction<'_>, write: impl FnOnce() -> Result<(), StoreError>) -> Result<(), StoreError> {
    if tx.is_read_only() { Ok(()) } else { write() }
}

impl Open<'_> {
    /// Draws up what the screen shows; without timers there is no time to show.
    pub(super) fn view(&self, now: DateTime<Utc>) -> Option<View> {
        self.session.as_ref().map(|session| self.shown(session, now))
    }

    fn shown(&self, session: &Session, now: DateTime<Utc>) -> View {
        let view = View::of(session, &self.zone, now);
        if self.settings.timers { view } else { View { turn: None, ..view } }
    }

    /// Does one event: computes, commits, and takes the new session. A refusal changes nothing.
    pub(super) fn act(&mut self, event: &Event, now: DateTime<Utc>) -> Result<Answer<View, Refusal>, StoreError> {
        let Some(session) = self.session.as_ref() else { return Ok(Answer::Refused(Refusal::Over)) };
        let next = match session.step(event, now) {
            Ok(stepped) => stepped,
            Err(refusal) => return Ok(Answer::Refused(refusal)),
        };
        let returns = next.returns().filter(|_| next.ending().is_none());
        if returns != session.returns() {
            self.tx.away().set(returns)?;
        }
        let ended = next.ending().is_some();
        if ended {
            self.end(&next, now)?;
        } else {
            self.tx.running().append(&Logged { at: now, event: event.clone() })?;
            let named = |session: &Session| session.overlay().is_some_and(Overlay::holds_a_name);
            if named(session) && !named(&next) {
                self.tx.running().unname()?;
            }
        }
        let view = self.shown(&next, now);
        self.session.set(if ended { None } else { Some(next) });
        Ok(Answer::Done(view))
    }

    /// Ends the check-in: keeps of it what they chose, and nothing else.
    fn end(&mut self, session: &Session, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.tx.running().end()?;
        if let Some(record) = Record::of(session, now) {
            self.tx.records().keep(&record)?;
        }
        match session.ending() {
            Some(Ending::Closed { keep: Keep::All | Keep::OnlyThatWeMet }) => {
                self.tx.agreements().look_back(&session.looked())?;
                self.tx.jar().take(&session.opened())?;
            }
            // Of the agreements nothing, as if they had not looked.
            Some(Ending::Closed { .. }) => self.tx.jar().take(&session.opened())?,
            _ => {}
        }
        self.sweep = Sweep::SomeTime;
        // One that is let go, perhaps after days, was no meeting: what is planned for tonight still comes.
        if session.ending() == Some(Ending::LetGo) { Ok(()) } else { self.met(now) }
    }
}

impl App {
    /// Begins a check-in in a format, or shows the one that runs. Without a record nothing of it is ever kept.
    ///
    /// # Errors
    /// [`Trouble::NotWelcomed`] before there are two names, or what is wrong with the store.
    pub fn begin(&self, beginner: Partner, format: FormatId, record: bool) -> Result<View, Trouble> {
        let at = self.world.clock.now().fixed_offset();
        let format = self.format(&format)?;
        let (begun, fresh, settings) = self.with(|open| {
            let fresh = open.session.is_none();
            if open.session.is_none() && open.tx.couple().get()?.is_some() {
                let agreements = open.tx.agreements().open()?;
                let format = if agreements.is_empty() { format.without_look_back() } else { format };
                let id = CheckInId(self.fresh_id());
                let beginning = Beginning { id, format, beginner, at, agreements, no_record: !record };
                open.tx.running().begin(&beginning)?;
                open.dismiss(&open.tx.plan().get()?, at.to_utc())?;
                open.session.set(Some(Session::begin(beginning)));
            }
            Ok((open.view(at.to_utc()), fresh, open.settings))
        })?;
        self.tell(Telling::Withdraw);
        self.wake();
        if fresh && begun.is_some() {
            self.sound(Tone::Begin, settings);
        }
        begun.ok_or(Trouble::NotWelcomed)
    }

    /// Shows the check-in that runs.
    pub fn check_in(&self) -> Result<Option<View>, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.with(|open| Ok(open.view(now)))
    }

    /// Does one event in the check-in that runs.
    ///
    /// # Errors
    /// [`Trouble::NoCheckIn`], or what is wrong with the store; the check-in is as it was before then.
    pub fn act(&self, event: Event) -> Result<Answer<View, Refusal>, Trouble> {
        self.look_after_sleep();
        let now = self.world.clock.now().to_utc();
        let answer = self.with(|open| match *open.session {
            None => Ok(None),
            Some(_) => open.act(&event, now).map(Some),
        })?;
        if !matches!(event, Event::Write { .. }) {
            self.wake();
        }
        answer.ok_or(Trouble::NoCheckIn)
    }

    /// Pauses the check-in, where one runs and is not paused.
    pub(super) fn pause(&self) -> Result<(), Trouble> {
        let now = self.world.clock.now().to_utc();
        self.with(|open| open.act(&Event::Pause, now))?;
        self.wake();
        Ok(())
    }
}
