//! Walks through one step: which moment comes first, and which event leads from one moment to the next.

use super::event::{Ending, Event, FeltHeard, Keep, Reply};
use super::kind::StepKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of leaning in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Line {
    /// The listener says back what they heard.
    SayBack,
    /// The speaker answers *did I get it?*
    DidIGetIt,
    /// The listener says what makes sense to them.
    MakesSense,
    /// The listener says what it might feel like.
    MightFeel,
    /// The speaker answers *is there more?*
    IsThereMore,
    /// The speaker says the rest.
    TheRest,
    /// The speaker says a smaller piece of it.
    SmallerPiece,
}

/// How often something was tried: there is one more try, and no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Attempt {
    /// The first.
    First,
    /// The one more.
    OneMore,
}

/// Where the couple stands within a step; what the screen shows follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Moment {
    /// A breath together.
    Breath,
    /// Each answers *I'm here* or *not today*. The answers stay with the screen until both are given.
    Here,
    /// They look back on one thing they agreed.
    Agreement {
        /// Which, from 0.
        index: u32,
    },
    /// One may ask for something.
    Request,
    /// The other answers.
    Reply,
    /// It is agreed, and may be put in a line.
    Agreed,
    /// One has the floor.
    Floor,
    /// A line of leaning in.
    Line {
        /// Which line.
        line: Line,
        /// Whether this is the one more try.
        attempt: Attempt,
        /// How often the speaker had more to say, 0 to [`MORE_ROUNDS`].
        round: u8,
    },
    /// The speaker is asked whether they felt heard.
    AskHeard {
        /// Whether they are asked once more.
        attempt: Attempt,
    },
    /// The speaker says what was missed; nothing else is asked.
    Missed,
    /// The listener tries once more.
    TryAgain,
    /// The answer stands, whatever it is.
    Settled {
        /// What the speaker answered.
        answer: FeltHeard,
    },
    /// A thank-you, said aloud.
    Thanks,
    /// When they meet next.
    Next,
    /// What to keep.
    Keep,
}

/// How often *is there more?* may be answered with yes; PRODUCT.md: at most two rounds.
pub const MORE_ROUNDS: u8 = 2;

/// Where an event leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// To another moment of the same step.
    To(Moment),
    /// Out of the step, to the next one.
    Done,
    /// Out of the check-in.
    End(Ending),
}

/// Names the first moment of a step.
pub(super) const fn first(kind: StepKind) -> Moment {
    match kind {
        StepKind::Arrive | StepKind::Swap => Moment::Breath,
        StepKind::LookBack => Moment::Agreement { index: 0 },
        StepKind::Appreciate | StepKind::Speak | StepKind::OwnPart | StepKind::Differently => Moment::Floor,
        StepKind::Ask => Moment::Request,
        StepKind::LeanIn => said_back(Attempt::First, 0),
        StepKind::FeltHeard => Moment::AskHeard { attempt: Attempt::First },
        StepKind::Close => Moment::Thanks,
    }
}

const fn said_back(attempt: Attempt, round: u8) -> Moment {
    Moment::Line { line: Line::SayBack, attempt, round }
}

/// What a step's way depends on beside its moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct StepContext {
    /// The step's kind.
    pub kind: StepKind,
    /// How many agreements they look back on.
    pub agreements: usize,
    /// Whether nothing will be kept, so that they need not choose.
    pub no_record: bool,
}

/// Finds where an event leads from here; none when the moment does not wait for it.
pub(super) fn lead(context: StepContext, moment: Moment, event: &Event) -> Option<Lead> {
    use Attempt::{First, OneMore};
    use Lead::{Done, End, To};
    Some(match (moment, event) {
        (Moment::Breath, Event::GoOn) if context.kind == StepKind::Arrive => To(Moment::Here),
        (Moment::Here, Event::Arrived { together: true }) => Done,
        (Moment::Here, Event::Arrived { together: false }) => End(Ending::NotToday),
        (Moment::Breath | Moment::Floor | Moment::Settled { .. } | Moment::Agreed, Event::GoOn) => Done,

        (Moment::Agreement { index }, Event::LookBack { .. }) if (index as usize) + 1 >= context.agreements => Done,
        (Moment::Agreement { index }, Event::LookBack { .. }) => To(Moment::Agreement { index: index + 1 }),
        (Moment::Request, Event::GoOn) => To(Moment::Reply),
        (Moment::Request, Event::NothingToAsk) => Done,
        (Moment::Reply, Event::Reply { answer: Reply::Yes }) => To(Moment::Agreed),
        (Moment::Reply, Event::Reply { .. }) => Done,

        (Moment::Line { line, attempt, round }, event) => return lean_in(line, attempt, round, event),

        (Moment::AskHeard { attempt: First }, Event::Felt { answer: FeltHeard::NotYet }) => To(Moment::Missed),
        (Moment::AskHeard { .. }, Event::Felt { answer }) => To(Moment::Settled { answer: *answer }),
        (Moment::Missed, Event::GoOn) => To(Moment::TryAgain),
        (Moment::TryAgain, Event::GoOn) => To(Moment::AskHeard { attempt: OneMore }),

        (Moment::Thanks, Event::GoOn) => To(Moment::Next),
        (Moment::Next, Event::GoOn) if context.no_record => End(Ending::Closed { keep: Keep::Nothing }),
        (Moment::Next, Event::GoOn) => To(Moment::Keep),
        (Moment::Keep, Event::Keep { choice }) => End(Ending::Closed { keep: *choice }),
        _ => return None,
    })
}

/// Walks the lines. A round of *more* is said back and checked, no further: what makes sense, and what it might feel
/// like, was said once and need not be recited.
fn lean_in(line: Line, attempt: Attempt, round: u8, event: &Event) -> Option<Lead> {
    use Attempt::{First, OneMore};
    let to = |line| Lead::To(Moment::Line { line, attempt: First, round });
    let understood = || to(if round == 0 { Line::MakesSense } else { Line::IsThereMore });
    Some(match (line, event) {
        (Line::SayBack, Event::GoOn) => Lead::To(Moment::Line { line: Line::DidIGetIt, attempt, round }),
        (Line::DidIGetIt, Event::GotIt { yes: false }) if attempt == First => Lead::To(said_back(OneMore, round)),
        (Line::DidIGetIt, Event::GotIt { .. }) if round == MORE_ROUNDS => Lead::Done,
        (Line::DidIGetIt, Event::GotIt { .. }) => understood(),
        (Line::MakesSense, Event::GoOn) => to(Line::MightFeel),
        (Line::MightFeel, Event::GoOn) => to(Line::IsThereMore),
        (Line::IsThereMore, Event::More { yes: false }) => Lead::Done,
        (Line::IsThereMore, Event::More { yes: true }) => {
            Lead::To(Moment::Line { line: Line::TheRest, attempt: First, round: round + 1 })
        }
        (Line::TheRest | Line::SmallerPiece, Event::GoOn) => to(Line::SayBack),
        _ => return None,
    })
}

/// Finds where a smaller piece begins: leaning in goes back to the one who spoke; elsewhere it is the same moment.
pub(super) const fn smaller(moment: Moment) -> Moment {
    match moment {
        Moment::Line { round, .. } => Moment::Line { line: Line::SmallerPiece, attempt: Attempt::First, round },
        other => other,
    }
}
