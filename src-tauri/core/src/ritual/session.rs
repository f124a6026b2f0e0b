//! Folds events into a check-in: the one place that decides what happens.

use super::event::{Effect, Ending, Event, FeltHeard, Keep, Logged, Refusal};
use super::format::{Format, Step, StepKind};
use super::step::{self, Lead, Moment};
use super::turn::Turn;
use crate::ids::CheckInId;
use crate::people::Partner;
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Is what a check-in starts from; with its events it is all there is to store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// Its name for good.
    pub id: CheckInId,
    /// The format as it was when they began, so that a later change to it changes nothing here.
    pub format: Format,
    /// The one who begins.
    pub beginner: Partner,
    /// When, with the local offset.
    pub at: DateTime<FixedOffset>,
}

/// Lies over a step without touching it; closing it shows the same step again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Overlay {
    /// The time is held: by the couple, or because the program was gone.
    Paused,
}

/// Is a running or ended check-in. Equal events give equal sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    beginning: Beginning,
    here: Here,
    trail: Vec<Here>,
    words: BTreeMap<usize, String>,
    overlay: Option<Overlay>,
    ending: Option<Ending>,
    /// Counts the time spent together, pauses left out.
    together: Turn,
}

/// Is what *back* takes back: the place, its time, and the answers so far. Words are not in it, so they stay.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Here {
    step: usize,
    moment: Moment,
    turn: Option<Turn>,
    felt: BTreeMap<usize, FeltHeard>,
}

impl Session {
    /// Is the most characters a field takes: a page of text, so that a slip of the clipboard is no burden.
    pub const MOST_CHARACTERS: u32 = 2_000;

    /// Begins a check-in at the first step of its format.
    #[must_use]
    pub fn begin(beginning: Beginning) -> Self {
        let now = beginning.at.to_utc();
        let here = Here::enter(&beginning.format, 0, BTreeMap::new(), now);
        let together = Turn::begin(TimeDelta::zero(), now);
        Self { beginning, here, trail: vec![], words: BTreeMap::new(), overlay: None, ending: None, together }
    }

    /// Folds stored events; the same events give the same session. An event that is not possible where it stands is
    /// left out: only accepted ones are stored, and should one be spoiled all the same, the others still count.
    #[must_use]
    pub fn replay(beginning: Beginning, events: impl IntoIterator<Item = Logged>) -> Self {
        events.into_iter().fold(Self::begin(beginning), |session, Logged { at, event }| {
            match session.step(&event, at) {
                Ok((next, _)) => next,
                Err(_) => session,
            }
        })
    }

    /// Does one event: answers the session after it, and what follows outside. The session before stays as it is, so
    /// that the caller can commit the event first.
    ///
    /// # Errors
    /// Refuses an event that this moment does not wait for; nothing changes then.
    pub fn step(&self, event: &Event, now: DateTime<Utc>) -> Result<(Self, Vec<Effect>), Refusal> {
        let mut next = self.clone();
        let effects = match event {
            _ if self.ending.is_some() => return Err(Refusal::Over),
            Event::Write { step, text } => next.write(*step, text)?,
            Event::LetGo => next.end(Ending::LetGo),
            Event::Resume if self.overlay == Some(Overlay::Paused) => next.lay(None, now),
            _ if self.overlay.is_some() => return Err(Refusal::Paused),
            Event::Pause => next.lay(Some(Overlay::Paused), now),
            Event::OneMoreMinute => {
                let turn = next.here.turn.ok_or(Refusal::NotHere)?;
                next.here.turn = Some(turn.one_more_minute(now));
                vec![Effect::TimeChanged]
            }
            Event::Back => {
                let before = next.trail.pop().ok_or(Refusal::NotHere)?;
                next.here = Here { turn: before.turn.map(|turn| turn.run(now)), ..before };
                vec![Effect::TimeChanged]
            }
            _ => next.walk(event, now)?,
        };
        Ok((next, effects))
    }

    fn write(&mut self, step: usize, text: &str) -> Result<Vec<Effect>, Refusal> {
        if !self.steps().get(step).is_some_and(|s| s.kind.has_field()) {
            return Err(Refusal::NotHere);
        }
        if text.chars().count() > Self::MOST_CHARACTERS as usize {
            return Err(Refusal::TooLong { most: Self::MOST_CHARACTERS });
        }
        self.words.insert(step, text.to_owned());
        Ok(vec![])
    }

    fn lay(&mut self, overlay: Option<Overlay>, now: DateTime<Utc>) -> Vec<Effect> {
        let time = |turn: Turn| if overlay.is_some() { turn.hold(now) } else { turn.run(now) };
        self.here.turn = self.here.turn.map(time);
        self.together = time(self.together);
        self.overlay = overlay;
        vec![Effect::TimeChanged]
    }

    fn walk(&mut self, event: &Event, now: DateTime<Utc>) -> Result<Vec<Effect>, Refusal> {
        let kind = self.step_now().kind;
        let lead = step::lead(kind, self.here.moment, event).ok_or(Refusal::NotHere)?;
        let mut felt = self.here.felt.clone();
        if let Event::Felt { answer } = event {
            felt.insert(self.here.step, *answer);
        }
        let next = match lead {
            Lead::End(ending) => return Ok(self.end(ending)),
            Lead::To(moment) => Here { moment, felt, ..self.here.clone() },
            Lead::Done => Here::enter(&self.beginning.format, self.here.step + 1, felt, now),
        };
        let left = std::mem::replace(&mut self.here, next);
        self.trail.push(Here { turn: left.turn.map(|turn| turn.hold(now)), ..left });
        Ok(vec![Effect::TimeChanged])
    }

    fn end(&mut self, ending: Ending) -> Vec<Effect> {
        self.ending = Some(ending);
        vec![Effect::TimeChanged, Effect::Ended(ending)]
    }

    /// Reads what it started from.
    #[must_use]
    pub const fn beginning(&self) -> &Beginning {
        &self.beginning
    }

    /// Reads the steps of its format.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        self.beginning.format.steps()
    }

    /// Reads the place of the step they are in, from 0.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.here.step
    }

    /// Reads the step they are in.
    #[must_use]
    pub fn step_now(&self) -> Step {
        self.steps()[self.here.step]
    }

    /// Reads the moment within the step.
    #[must_use]
    pub const fn moment(&self) -> Moment {
        self.here.moment
    }

    /// Reads the time of the turn, where the step has one.
    #[must_use]
    pub const fn turn(&self) -> Option<&Turn> {
        self.here.turn.as_ref()
    }

    /// Reads what lies over the step.
    #[must_use]
    pub const fn overlay(&self) -> Option<Overlay> {
        self.overlay
    }

    /// Reads how it ended, if it did.
    #[must_use]
    pub const fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// Reads what they chose to keep, if they did.
    #[must_use]
    pub fn kept(&self) -> Option<Keep> {
        self.ending.and_then(step::kept)
    }

    /// Tells whether *back* leads anywhere.
    #[must_use]
    pub const fn can_go_back(&self) -> bool {
        !self.trail.is_empty()
    }

    /// Reads the words typed in a step; empty when none were.
    #[must_use]
    pub fn words(&self, step: usize) -> &str {
        self.words.get(&step).map_or("", String::as_str)
    }

    /// Reads the speaker's answer given in a step.
    #[must_use]
    pub fn felt(&self, step: usize) -> Option<FeltHeard> {
        self.here.felt.get(&step).copied()
    }

    /// Reads how long they have been together in it until `now`, pauses left out.
    #[must_use]
    pub fn together(&self, now: DateTime<Utc>) -> TimeDelta {
        self.together.spent(now)
    }
}

impl Here {
    fn enter(format: &Format, step: usize, felt: BTreeMap<usize, FeltHeard>, now: DateTime<Utc>) -> Self {
        // A format ends with `close`, which leads out of the check-in and never past its last step.
        let Step { kind, minutes, .. } = format.steps()[step];
        let minutes = minutes.filter(|_| kind.is_timed());
        let turn = minutes.map(|m| Turn::begin(TimeDelta::minutes(m.get().into()), now));
        Self { step, moment: step::first(kind), turn, felt }
    }
}

impl StepKind {
    /// Tells whether a step has a field to type in: what can be kept of it, nothing to get through it.
    #[must_use]
    pub const fn has_field(self) -> bool {
        matches!(self, Self::Appreciate | Self::Speak | Self::Close)
    }
}
