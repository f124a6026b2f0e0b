//! Tells the screen what to draw, and no more: it decides nothing.

use super::event::{Ending, Event, Looked, Prompt};
use super::format::FormatId;
use super::kind::StepKind;
use super::overlay::{Block, Overlay};
use super::session::Session;
use super::step::Moment;
use crate::memory::Agreement;
use crate::people::Partner;
use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use serde::Serialize;
use ts_rs::TS;

/// A check-in as the screen needs it.
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
    pub overlay: Option<OverlayView>,
    /// Whether only a smaller piece of it is wanted.
    pub smaller: bool,
    /// The words in the step's field.
    pub words: String,
    /// What lies beside the one who speaks.
    pub prompt: Option<Prompt>,
    /// The agreement they look back on just now.
    pub agreement: Option<Agreement>,
    /// The agreements they want to talk about, offered as topics.
    pub to_talk_about: Vec<Agreement>,
    /// Whether nothing of it is ever kept.
    pub no_record: bool,
    /// Whether the screen explains as it goes.
    pub explains: bool,
    /// The events that are accepted now: every answer, and of what is typed or chosen freely the shortest.
    pub possible: Vec<Event>,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
}

/// A step as the screen needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct StepView {
    /// What is done.
    pub kind: StepKind,
    /// Who acts; none when both do.
    pub who: Option<Partner>,
}

/// The time of a turn at the moment the view was made; the screen counts on from there only to draw.
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

/// What lies over a step, as the screen needs it. Every time in it is one on the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum OverlayView {
    /// The time is held: by the couple, or because the program was gone.
    Paused,
    /// Something is in the way of leaning in.
    Block {
        /// How far they are with it.
        phase: Block,
        /// What is in the way, in the first person; empty when it is only said aloud.
        text: String,
    },
    /// Short sentences for when it slips.
    Repair,
    /// They agree when to come back.
    Break {
        /// The lengths that are offered.
        lengths: Vec<BreakLength>,
    },
    /// They are apart, doing something soothing.
    Away {
        /// When they mean to be back.
        until: NaiveDateTime,
        /// Whether that time has come.
        returned: bool,
        /// Whether this is the more time that may be asked for once.
        again: bool,
    },
}

/// A length that a break may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BreakLength {
    /// The minutes.
    pub minutes: u16,
    /// When they would be back, if they left now.
    pub back: NaiveDateTime,
}

impl OverlayView {
    fn of<Z: TimeZone>(overlay: &Overlay, zone: &Z, now: DateTime<Utc>) -> Self {
        let wall = |at: DateTime<Utc>| at.with_timezone(zone).naive_local();
        match overlay {
            Overlay::Paused => Self::Paused,
            Overlay::Block { phase, text } => Self::Block { phase: *phase, text: text.clone() },
            Overlay::Repair => Self::Repair,
            Overlay::Break { .. } => Self::Break {
                lengths: Overlay::LENGTHS
                    .map(|minutes| BreakLength { minutes, back: wall(Overlay::back_after(minutes, now)) })
                    .to_vec(),
            },
            Overlay::Away { until, again } => {
                Self::Away { until: wall(*until), returned: *until <= now, again: *again }
            }
        }
    }
}

impl View {
    /// Draws up the view of a session at `now`, with the times that the wall shows in a zone.
    pub fn of<Z: TimeZone>(session: &Session, zone: &Z, now: DateTime<Utc>) -> Self {
        let beginning = session.beginning();
        let step = |s: &super::Step| StepView { kind: s.kind, who: s.whose.partner(beginning.beginner) };
        let talk: Vec<_> =
            session.looked().into_iter().filter(|(_, l)| *l == Looked::TalkAboutIt).map(|(id, _)| id).collect();
        let turn = session.turn().map(|turn| TurnView {
            length: turn.length().num_milliseconds(),
            spent: turn.spent(now).num_milliseconds(),
            runs: turn.runs(),
        });
        Self {
            format: beginning.format.id().clone(),
            beginner: beginning.beginner,
            steps: session.steps().iter().map(step).collect(),
            step: session.step_index(),
            moment: session.moment(),
            turn,
            overlay: session.overlay().map(|overlay| OverlayView::of(overlay, zone, now)),
            smaller: session.is_smaller(),
            words: session.words(session.step_index()).to_owned(),
            prompt: session.prompt(session.step_index()).cloned(),
            agreement: match session.moment() {
                Moment::Agreement { index } => beginning.agreements.get(index as usize).cloned(),
                _ => None,
            },
            to_talk_about: beginning.agreements.iter().filter(|a| talk.contains(&a.id)).cloned().collect(),
            no_record: beginning.no_record,
            explains: beginning.format.explains(),
            possible: session.possible(now),
            ending: session.ending(),
        }
    }
}
