//! Draws a record from an ended check-in: exactly what the couple chose to keep, and nothing beside it.

use super::agreement::Agreement;
use crate::ids::AgreementId;
use crate::ids::CheckInId;
use crate::people::{Name, Partner};
use crate::ritual::{Ending, FeltHeard, FormatId, Keep, Reply, Session, StepKind};
use crate::text::trimmed;
use chrono::{DateTime, DurationRound, FixedOffset, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kept check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Record {
    /// Its id.
    pub id: CheckInId,
    /// When they met, with the local offset of that evening.
    pub met: DateTime<FixedOffset>,
    /// What else is kept; none when only that they met.
    pub whole: Option<Whole>,
}

/// Everything that can be kept of a check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Whole {
    /// How long they were together in it, in whole minutes, at least one; pauses left out. None when it cannot be read
    /// any more, as with what follows.
    pub minutes: Option<u32>,
    /// Its format.
    pub format: Option<FormatId>,
    /// What they called it, where it was one of their own: it may be gone by now.
    pub format_name: Option<Name>,
    /// Who began.
    pub beginner: Option<Partner>,
    /// What each spoke about, in the order they spoke.
    pub spoken: Vec<Spoken>,
    /// What each appreciated, in the order they said it; those without a written word are left out.
    pub appreciated: Vec<Said>,
    /// What they agreed, in the order they did.
    pub agreed: Vec<Agreement>,
    /// The note both wrote; empty when they wrote none.
    pub note: String,
    /// Whether something of it cannot be read any more, and is left out here.
    pub left_out: bool,
}

/// One turn of speaking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Spoken {
    /// Who spoke.
    pub by: Partner,
    /// The topic line; empty when none was written.
    pub topic: String,
    /// The speaker's last answer; none when the format does not ask.
    pub felt: Option<FeltHeard>,
}

/// One thing said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Said {
    /// Who said it.
    pub by: Partner,
    /// What was said.
    pub text: String,
}

impl Record {
    /// Draws the record of an ended check-in; none when nothing is kept.
    #[must_use]
    pub fn of(session: &Session, ended: DateTime<Utc>) -> Option<Self> {
        let beginning = session.beginning();
        match session.ending()? {
            Ending::Closed { keep: Keep::All } => {
                Some(Self { id: beginning.id, met: beginning.at, whole: Some(Whole::of(session, ended)) })
            }
            Ending::Closed { keep: Keep::OnlyThatWeMet } => Some(Self::that_they_met(beginning.id, beginning.at)),
            Ending::Closed { keep: Keep::Nothing } | Ending::NotToday | Ending::LetGo => None,
        }
    }

    /// Keeps the day and the time, and not even the second of it: neither here nor in the name.
    fn that_they_met(id: CheckInId, at: DateTime<FixedOffset>) -> Self {
        let met = at.duration_trunc(TimeDelta::minutes(1)).unwrap_or(at);
        Self { id: id.dated(met.to_utc()), met, whole: None }
    }
}

impl Whole {
    fn of(session: &Session, ended: DateTime<Utc>) -> Self {
        let beginning = session.beginning();
        let words = |step: usize| trimmed(session.words(step)).to_owned();
        let by = |kind| {
            session.steps().iter().enumerate().filter_map(move |(index, step)| {
                (step.kind == kind).then(|| step.whose.partner(beginning.beginner).map(|who| (index, who)))?
            })
        };
        // The answer belongs to the turn before it, and not to an earlier one.
        let felt = |from: usize, speaker: Partner| {
            let next = by(StepKind::Speak)
                .find(|(index, who)| *index > from && *who == speaker)
                .map_or(usize::MAX, |(index, _)| index);
            let asked = by(StepKind::FeltHeard).find(|(index, who)| *index > from && *index < next && *who == speaker);
            asked.and_then(|(index, _)| session.felt(index))
        };
        let closes = session.steps().len() - 1;
        Self {
            minutes: Some(u32::try_from(session.together(ended).num_minutes()).unwrap_or(0).max(1)),
            format: Some(beginning.format.id().clone()),
            format_name: beginning.format.name().cloned(),
            beginner: Some(beginning.beginner),
            spoken: by(StepKind::Speak)
                .map(|(index, by)| Spoken { by, topic: words(index), felt: felt(index, by) })
                .collect(),
            appreciated: by(StepKind::Appreciate)
                .map(|(index, by)| Said { by, text: words(index) })
                .filter(|said| !said.text.is_empty())
                .collect(),
            agreed: agreed(session),
            note: words(closes),
            left_out: false,
        }
    }
}

/// Finds what they agreed: requests with a yes, and what one means to do differently, each put in a line.
fn agreed(session: &Session) -> Vec<Agreement> {
    let beginning = session.beginning();
    let steps = session.steps().iter().enumerate().filter(|(index, step)| match step.kind {
        StepKind::Ask => session.reply(*index) == Some(Reply::Yes),
        kind => kind == StepKind::Differently,
    });
    let lines = steps.filter_map(|(index, step)| {
        let text = trimmed(session.words(index));
        (!text.is_empty()).then_some((step.whose.partner(beginning.beginner)?, text.to_owned()))
    });
    let made = |(place, (by, text))| Agreement { id: AgreementId { check_in: beginning.id, place }, by, text };
    (0..).zip(lines).map(made).collect()
}
