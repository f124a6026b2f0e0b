//! Runs the check-in: an event is computed, committed, and only then shown.

use super::telling::Telling;
use super::{Answer, App, Open, Trouble};
use crate::ports::Tone;
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::Record;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{
    Beginning, Effect, Ending, Event, FormatId, Keep, Logged, Overlay, Refusal, Session, View,
};
use both_heard_store::{Closing, Store, StoreError};
use chrono::{DateTime, TimeDelta, Utc};

/// How long a check-in without a record waits to be gone on with. PRODUCT.md: gone after 24 hours.
const FORGOTTEN: TimeDelta = TimeDelta::hours(24);

/// Takes up the check-in that ran when the program was last seen: paused, from that moment on, so that the time in
/// between is not taken from the one who spoke.
pub(super) fn take_up(store: &mut Store, now: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
    let Some(running) = store.running()? else { return Ok(None) };
    let session = Session::replay(running.beginning, running.events);
    // A break may be as long as a day by itself: then the day is counted from its end.
    let last = session.returns().map_or(running.seen, |until| until.max(running.seen));
    // Where nothing can be written it is shown all the same, or is not.
    let unless_read_only = |written| if written == Err(StoreError::ReadOnly) { Ok(()) } else { written };
    if session.beginning().no_record && now - last >= FORGOTTEN {
        unless_read_only(store.end(None, &Closing::default()))?;
        return Ok(None);
    }
    let Ok((paused, _)) = session.step(&Event::Pause, running.seen) else { return Ok(Some(session)) };
    unless_read_only(store.append(&Logged { at: running.seen, event: Event::Pause }))?;
    Ok(Some(paused))
}

impl Open<'_> {
    /// Draws up what the screen shows; without timers there is no time to show.
    pub(super) fn view(&self, now: DateTime<Utc>) -> Option<View> {
        let view = View::of(self.session.as_ref()?, &self.zone, now);
        Some(if self.settings.timers { view } else { View { turn: None, ..view } })
    }

    /// Does one event: computes, commits, and takes the new session. A refusal changes nothing.
    pub(super) fn act(&mut self, event: &Event, now: DateTime<Utc>) -> Result<Answer<View, Refusal>, StoreError> {
        let Some(session) = self.session.as_ref() else { return Ok(Answer::Refused(Refusal::Over)) };
        let (next, effects) = match session.step(event, now) {
            Ok(stepped) => stepped,
            Err(refusal) => return Ok(Answer::Refused(refusal)),
        };
        let ended = effects.iter().any(|effect| matches!(effect, Effect::Ended(_)));
        if ended {
            self.store.end(Record::of(&next, now).as_ref(), &closing(&next))?;
            // One that is let go, perhaps after days, was no meeting: what is planned for tonight still comes.
            if next.ending() != Some(Ending::LetGo) {
                self.met(now)?;
            }
        } else {
            let logged = Logged { at: now, event: event.clone() };
            let named = |session: &Session| session.overlay().is_some_and(Overlay::holds_a_name);
            match named(session) && !named(&next) {
                true => self.store.append_and_unname(&logged)?,
                false => self.store.append(&logged)?,
            }
        }
        let view = View::of(self.session.insert(next), &self.zone, now);
        if ended {
            *self.session = None;
        }
        Ok(Answer::Done(if self.settings.timers { view } else { View { turn: None, ..view } }))
    }
}

/// Says what its end changes of what was there before: of the agreements nothing when they keep nothing, as if they had
/// not looked.
fn closing(session: &Session) -> Closing {
    match session.ending() {
        Some(Ending::Closed { keep: Keep::All | Keep::OnlyThatWeMet }) => {
            Closing { looked: session.looked(), opened: session.opened() }
        }
        Some(Ending::Closed { .. }) => Closing { looked: vec![], opened: session.opened() },
        _ => Closing::default(),
    }
}

impl App {
    /// Begins a check-in in a format, or shows the one that runs. Without a record nothing of it is ever kept.
    ///
    /// # Errors
    /// [`Trouble::NotWelcomed`] before there are two names, or what is wrong with the store.
    #[expect(clippy::needless_pass_by_value, reason = "a command owns what came over the wire")]
    pub fn begin(&self, beginner: Partner, format: FormatId, record: bool) -> Result<View, Trouble> {
        let at = self.world.clock.now().fixed_offset();
        let format = self.format(&format)?;
        let (begun, fresh, settings) = self.with(|open| {
            let fresh = open.session.is_none();
            if open.session.is_none() && open.store.couple()?.is_some() {
                let agreements = open.store.agreements()?;
                let format = if agreements.is_empty() { format.without_look_back() } else { format };
                let id = CheckInId(self.fresh_id());
                let beginning = Beginning { id, format, beginner, at, agreements, no_record: !record };
                open.store.begin(&beginning)?;
                open.acted(&open.store.plan()?, at.to_utc())?;
                *open.session = Some(Session::begin(beginning));
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
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn check_in(&self) -> Result<Option<View>, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.with(|open| Ok(open.view(now)))
    }

    /// Does one event in the check-in that runs.
    ///
    /// # Errors
    /// [`Trouble::NoCheckIn`], or what is wrong with the store; the check-in is as it was before then.
    #[expect(clippy::needless_pass_by_value, reason = "a command owns what came over the wire")]
    pub fn act(&self, event: Event) -> Result<Answer<View, Refusal>, Trouble> {
        self.look_after_sleep();
        let now = self.world.clock.now().to_utc();
        let answer = self.with(|open| match open.session {
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
