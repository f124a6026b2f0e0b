//! Tells the screen what to draw, and no more: it decides nothing.

use super::event::Ending;
use super::format::{FormatId, StepKind};
use super::session::{Overlay, Session};
use super::step::Moment;
use crate::people::Partner;
use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

/// Is a check-in as the screen needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct View {
    /// Which format.
    pub format: FormatId,
    /// Who began.
    pub beginner: Partner,
    /// All its steps, for the row of beads.
    pub steps: Vec<StepView>,
    /// The place of the present step, from 0.
    pub step: usize,
    /// Where in the step they are.
    pub moment: Moment,
    /// The time of the turn; none where nobody counts it.
    pub turn: Option<TurnView>,
    /// What lies over the step.
    pub overlay: Option<Overlay>,
    /// The words in the step's field.
    pub words: String,
    /// Whether *back* leads anywhere.
    pub can_go_back: bool,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
}

/// Is a step as the screen needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct StepView {
    /// What is done.
    pub kind: StepKind,
    /// Who acts; none when both do.
    pub who: Option<Partner>,
}

/// Is the time of a turn at the moment the view was made; the screen counts on from there only to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TurnView {
    /// How long it is meant to be, in milliseconds.
    pub length: i64,
    /// How much is spent, in milliseconds; more than the length in overtime.
    pub spent: i64,
    /// Whether it runs.
    pub runs: bool,
}

impl View {
    /// Draws up the view of a session at `now`.
    #[must_use]
    pub fn of(session: &Session, now: DateTime<Utc>) -> Self {
        let beginning = session.beginning();
        let step = |s: &super::Step| StepView { kind: s.kind, who: s.whose.partner(beginning.beginner) };
        let turn = session.turn().map(|turn| TurnView {
            length: turn.length().num_milliseconds(),
            spent: turn.spent(now).num_milliseconds(),
            runs: turn.runs(),
        });
        Self {
            format: beginning.format.id().clone(),
            beginner: beginning.beginner,
            steps: session.steps().iter().map(step).collect(),
            step: session.at(),
            moment: session.moment(),
            turn,
            overlay: session.overlay(),
            words: session.words(session.at()).to_owned(),
            can_go_back: session.can_go_back(),
            ending: session.ending(),
        }
    }
}
