//! Folds events into a check-in: the one place that decides what happens.

use super::event::{Ending, Event, FeltHeard, Logged, Looked, Prompt, Refusal, Reply, Source};
use super::format::{Format, Step};
use super::kind::StepKind;
use super::overlay::{Block, Overlay};
use super::step::{self, Lead, Moment, StepContext};
use super::turn::Turn;
use crate::ids::{AgreementId, CheckInId, JarNoteId};
use crate::memory::Agreement;
use crate::people::Partner;
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a check-in starts from; with its events it is all there is to store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
// A spoiled key would leave its usual value in its place, and an evening without a record would get one.
#[serde(deny_unknown_fields)]
pub struct Beginning {
    /// Its id.
    pub id: CheckInId,
    /// The format as it was when they began, so that a later change to it changes nothing here.
    pub format: Format,
    /// The one who begins.
    pub beginner: Partner,
    /// When, with the local offset.
    pub at: DateTime<FixedOffset>,
    /// What they look back on; the format looks back only when there is something.
    #[serde(default)]
    pub agreements: Vec<Agreement>,
    /// Whether nothing of it is ever kept.
    #[serde(default)]
    pub no_record: bool,
}

/// A running or ended check-in. Equal events give equal sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    beginning: Beginning,
    here: Here,
    trail: Vec<Here>,
    words: BTreeMap<usize, String>,
    prompts: BTreeMap<usize, Prompt>,
    overlay: Option<Overlay>,
    ending: Option<Ending>,
    /// Counts the time spent together, pauses left out.
    together: Turn,
}

/// What *back* takes back: the place, its time, and the answers so far. Words are not in it, so they stay.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Here {
    step: usize,
    moment: Moment,
    turn: Option<Turn>,
    /// Whether only a smaller piece of it is wanted.
    smaller: bool,
    answers: Answers,
}

/// What was answered so far, each by its step or its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Answers {
    felt: BTreeMap<usize, FeltHeard>,
    replies: BTreeMap<usize, Reply>,
    looked: BTreeMap<u32, Looked>,
}

impl Session {
    /// The most characters a field takes: a page of text, so that a slip of the clipboard is no burden.
    pub const MOST_CHARACTERS: u32 = 2_000;

    /// Begins a check-in at the first step of its format.
    #[must_use]
    pub fn begin(beginning: Beginning) -> Self {
        let now = beginning.at.to_utc();
        let here = Here::enter(&beginning.format, 0, Answers::default(), now);
        let together = Turn::begin(TimeDelta::zero(), now);
        let (words, prompts) = (BTreeMap::new(), BTreeMap::new());
        Self { beginning, here, trail: vec![], words, prompts, overlay: None, ending: None, together }
    }

    /// Folds stored events; the same events give the same session. An event that is not possible where it stands is
    /// left out: only accepted ones are stored, and should one be spoiled all the same, the others still count.
    #[must_use]
    pub fn replay(beginning: Beginning, events: impl IntoIterator<Item = Logged>) -> Self {
        events
            .into_iter()
            .fold(Self::begin(beginning), |session, Logged { at, event }| session.step(&event, at).unwrap_or(session))
    }

    /// Does one event: answers the session after it. The session before stays as it is, so that the caller can commit the
    /// event first.
    ///
    /// # Errors
    /// Refuses an event that this moment does not wait for; nothing changes then.
    pub fn step(&self, event: &Event, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let mut next = self.clone();
        let over = self.overlay.as_ref();
        match event {
            _ if self.ending.is_some() => return Err(Refusal::Over),
            Event::Write { step, text } => next.write(*step, text)?,
            Event::Name { text } if too_long(text) => return Err(Refusal::TooLong { most: Self::MOST_CHARACTERS }),
            Event::LetGo => next.ending = Some(Ending::LetGo),
            Event::Smaller if self.can_be_made_smaller() => next.make_smaller(now),
            _ => match Overlay::lead(over, self.step_now().kind, event, now) {
                Some(after) => next.lay(after, now),
                None if over.is_some() => return Err(Refusal::Covered),
                None => next.do_in_step(event, now)?,
            },
        }
        Ok(next)
    }

    /// Lists the events that are accepted where it stands: every answer that can be given, and of what is typed or chosen
    /// freely the shortest.
    #[must_use]
    pub fn possible(&self, now: DateTime<Utc>) -> Vec<Event> {
        let mut events = Event::each(self.here.step);
        events.retain(|event| self.step(event, now).is_ok());
        events
    }

    fn can_be_made_smaller(&self) -> bool {
        let after = matches!(self.overlay, Some(Overlay::Block { phase: Block::After, .. }));
        after && self.step_now().kind.can_be_smaller()
    }

    fn do_in_step(&mut self, event: &Event, now: DateTime<Utc>) -> Result<(), Refusal> {
        match event {
            Event::OneMoreMinute => {
                let turn = self.here.turn.ok_or(Refusal::NotHere)?;
                self.here.turn = Some(turn.one_more_minute(now));
            }
            Event::Back => {
                let before = self.trail.pop().ok_or(Refusal::NotHere)?;
                self.here = Here { turn: before.turn.map(|turn| turn.run(now)), ..before };
            }
            Event::Prompt { prompt } => self.lay_beside(prompt.as_ref())?,
            _ => self.walk(event, now)?,
        }
        Ok(())
    }

    fn write(&mut self, step: usize, text: &str) -> Result<(), Refusal> {
        if !self.steps().get(step).is_some_and(|s| s.kind.has_field()) {
            return Err(Refusal::NotHere);
        }
        if too_long(text) {
            return Err(Refusal::TooLong { most: Self::MOST_CHARACTERS });
        }
        self.words.insert(step, text.to_owned());
        Ok(())
    }

    /// Lays a card, or what was put in the jar, beside the one who speaks.
    fn lay_beside(&mut self, prompt: Option<&Prompt>) -> Result<(), Refusal> {
        if self.step_now().kind != StepKind::Speak {
            return Err(Refusal::NotHere);
        }
        match prompt {
            Some(prompt) if too_long(&prompt.text) => return Err(Refusal::TooLong { most: Self::MOST_CHARACTERS }),
            Some(prompt) => self.prompts.insert(self.here.step, prompt.clone()),
            None => self.prompts.remove(&self.here.step),
        };
        Ok(())
    }

    fn lay(&mut self, overlay: Option<Overlay>, now: DateTime<Utc>) {
        let time = |turn: Turn| if overlay.is_some() { turn.hold(now) } else { turn.run(now) };
        self.here.turn = self.here.turn.map(time);
        self.together = time(self.together);
        self.overlay = overlay;
    }

    /// Goes on with a smaller piece: one minute, and where one leans in the other speaks first. *Back* takes it back.
    fn make_smaller(&mut self, now: DateTime<Utc>) {
        self.lay(None, now);
        let left = Here { turn: self.here.turn.map(|turn| turn.hold(now)), ..self.here.clone() };
        self.trail.push(left);
        self.here.moment = step::smaller(self.here.moment);
        self.here.turn = self.here.turn.map(|_| Turn::begin(TimeDelta::minutes(1), now));
        self.here.smaller = true;
    }

    fn walk(&mut self, event: &Event, now: DateTime<Utc>) -> Result<(), Refusal> {
        let Beginning { agreements, no_record, .. } = &self.beginning;
        let context = StepContext { kind: self.step_now().kind, agreements: agreements.len(), no_record: *no_record };
        let lead = step::lead(context, self.here.moment, event).ok_or(Refusal::NotHere)?;
        let mut answers = self.here.answers.clone();
        answers.take(self.here.step, self.here.moment, event);
        let next = match lead {
            Lead::End(ending) => {
                self.ending = Some(ending);
                return Ok(());
            }
            Lead::To(moment) => Here { moment, answers, ..self.here.clone() },
            Lead::Done => Here::enter(&self.beginning.format, self.here.step + 1, answers, now),
        };
        let left = std::mem::replace(&mut self.here, next);
        self.trail.push(Here { turn: left.turn.map(|turn| turn.hold(now)), ..left });
        Ok(())
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
    pub const fn step_index(&self) -> usize {
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
    pub const fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// Tells whether their time together runs: nothing lies over the step.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        self.overlay.is_none()
    }

    /// Reads when they mean to be back from a break; none when they are not away.
    #[must_use]
    pub const fn returns(&self) -> Option<DateTime<Utc>> {
        match &self.overlay {
            Some(Overlay::Away { until, .. }) => Some(*until),
            _ => None,
        }
    }

    /// Tells whether only a smaller piece of it is wanted in this step.
    #[must_use]
    pub const fn is_smaller(&self) -> bool {
        self.here.smaller
    }

    /// Reads what lies beside the one who speaks in a step.
    #[must_use]
    pub fn prompt(&self, step: usize) -> Option<&Prompt> {
        self.prompts.get(&step)
    }

    /// Lists what of the jar was opened, to be taken out at the end.
    #[must_use]
    pub fn opened(&self) -> Vec<JarNoteId> {
        let note = |prompt: &Prompt| match prompt.from {
            Source::Jar { id } => Some(id),
            Source::Card { .. } | Source::Agreement => None,
        };
        self.prompts.values().filter_map(note).collect()
    }

    /// Lists what they said about the agreements of last time.
    #[must_use]
    pub fn looked(&self) -> Vec<(AgreementId, Looked)> {
        let agreements = &self.beginning.agreements;
        let looked = self.here.answers.looked.iter();
        looked.filter_map(|(index, answer)| Some((agreements.get(*index as usize)?.id, *answer))).collect()
    }

    /// Reads how it ended, if it did.
    #[must_use]
    pub const fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// Reads the words typed in a step; empty when none were.
    #[must_use]
    pub fn words(&self, step: usize) -> &str {
        self.words.get(&step).map_or("", String::as_str)
    }

    /// Reads the speaker's answer given in a step.
    #[must_use]
    pub fn felt(&self, step: usize) -> Option<FeltHeard> {
        self.here.answers.felt.get(&step).copied()
    }

    /// Reads the other's answer to the request of a step.
    #[must_use]
    pub fn reply(&self, step: usize) -> Option<Reply> {
        self.here.answers.replies.get(&step).copied()
    }

    /// Reads how long they have been together in it until `now`, pauses left out.
    #[must_use]
    pub fn together(&self, now: DateTime<Utc>) -> TimeDelta {
        self.together.spent(now)
    }
}

impl Here {
    fn enter(format: &Format, step: usize, answers: Answers, now: DateTime<Utc>) -> Self {
        // A format ends with `close`, which leads out of the check-in and never past its last step.
        let Step { kind, minutes, .. } = format.steps()[step];
        let minutes = minutes.filter(|_| kind.is_timed());
        let turn = minutes.map(|m| Turn::begin(TimeDelta::minutes(m.get().into()), now));
        Self { step, moment: step::first(kind), turn, smaller: false, answers }
    }
}

impl Answers {
    fn take(&mut self, step: usize, moment: Moment, event: &Event) {
        match (event, moment) {
            (Event::Felt { answer }, _) => _ = self.felt.insert(step, *answer),
            (Event::Reply { answer }, _) => _ = self.replies.insert(step, *answer),
            (Event::LookBack { answer }, Moment::Agreement { index }) => _ = self.looked.insert(index, *answer),
            _ => {}
        }
    }
}

fn too_long(text: &str) -> bool {
    text.chars().count() > Session::MOST_CHARACTERS as usize
}
