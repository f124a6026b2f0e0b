//! Walks through what lies over a step: a pause, a block, a break, the repair lines. Closing it shows the step again.

use super::event::Event;
use super::kind::StepKind;
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use ts_rs::TS;

/// What lies over a step without touching it: the time is held, and the same step comes back with the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
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
        /// What lay there before; back leads to it.
        under: Option<Box<Overlay>>,
    },
    /// They are apart, doing something soothing.
    Away {
        /// When they mean to be back.
        until: DateTime<Utc>,
        /// Whether this is the more time that may be asked for once.
        again: bool,
    },
}

/// How far they are with naming what is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Block {
    /// It is chosen or typed.
    Naming,
    /// It is said aloud, and received.
    Saying,
    /// Go on, make it smaller, or take a break.
    After,
}

impl Overlay {
    /// The longest they may be away, in minutes; PRODUCT.md: at most 24 hours.
    pub const MOST_AWAY: u16 = 24 * 60;
    /// Lists the lengths of a break that are offered, in minutes: a body needs twenty. PRODUCT.md.
    pub(super) const LENGTHS: [u16; 4] = [20, 40, 60, Self::MOST_AWAY];

    /// Finds what lies over a step after an event; none when the event does nothing here.
    pub(super) fn lead(over: Option<&Self>, kind: StepKind, event: &Event, now: DateTime<Utc>) -> Option<Option<Self>> {
        use Block::{After, Naming, Saying};
        let block = |phase, text: &str| Some(Self::Block { phase, text: text.to_owned() });
        Some(match (over, event) {
            (None, Event::Pause) => Some(Self::Paused),
            (None, Event::Hard) if kind.can_be_hard() => block(Naming, ""),
            (None, Event::Repair) if kind.can_be_hard() => Some(Self::Repair),
            (None | Some(Self::Paused | Self::Block { .. } | Self::Repair), Event::TakeBreak) if kind.can_be_hard() => {
                Some(Self::Break { under: over.cloned().map(Box::new) })
            }

            (Some(Self::Paused), Event::Resume) | (Some(Self::Repair), Event::GoOn | Event::Back) => None,

            (Some(Self::Block { phase: Naming, .. }), Event::Name { text }) => block(Naming, text),
            (Some(Self::Block { phase: Naming, text }), Event::GoOn) => block(Saying, text),
            (Some(Self::Block { phase: Saying, text }), Event::GoOn) => block(After, text),
            (Some(Self::Block { phase: After, .. }), Event::GoOn) => None,
            (Some(Self::Block { phase: Naming, .. }), Event::Back) => None,
            (Some(Self::Block { phase: Saying, text }), Event::Back) => block(Naming, text),
            (Some(Self::Block { phase: After, text }), Event::Back) => block(Saying, text),

            (Some(Self::Break { .. }), Event::Away { minutes }) => Some(Self::away(*minutes, false, now)?),
            (Some(Self::Break { under }), Event::Back) => under.as_deref().cloned(),
            (Some(Self::Away { again: false, .. }), Event::Away { minutes }) => Some(Self::away(*minutes, true, now)?),
            (Some(Self::Away { .. }), Event::Resume) => None,
            _ => return None,
        })
    }

    /// Tells whether it holds what was named as being in the way.
    #[must_use]
    pub fn holds_a_name(&self) -> bool {
        match self {
            Self::Block { .. } => true,
            Self::Break { under } => under.as_deref().is_some_and(Self::holds_a_name),
            _ => false,
        }
    }

    fn away(minutes: u16, again: bool, now: DateTime<Utc>) -> Option<Self> {
        (1..=Self::MOST_AWAY).contains(&minutes).then(|| Self::Away { until: Self::back_after(minutes, now), again })
    }

    /// Finds when a break is over.
    pub(super) fn back_after(minutes: u16, now: DateTime<Utc>) -> DateTime<Utc> {
        now.checked_add_signed(TimeDelta::minutes(minutes.into())).unwrap_or(now)
    }
}
