//! Names what a step is: what is done, whose it is, how long it takes.

use crate::people::Partner;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum StepKind {
    /// A breath together; each says whether they are here.
    Arrive,
    /// What they agreed last time, one agreement after the other; left out when there is none.
    LookBack,
    /// One concrete thing the other did.
    Appreciate,
    /// One topic, one moment, own feelings.
    Speak,
    /// The listener, a line at a time.
    LeanIn,
    /// The speaker says whether they felt heard.
    FeltHeard,
    /// What one's own part was.
    OwnPart,
    /// One thing one means to do differently; when it is written down it becomes an agreement.
    Differently,
    /// A breath; the pair changes places of weight.
    Swap,
    /// One small request, and the other's answer; a yes becomes an agreement.
    Ask,
    /// A thank-you, the next time, and what to keep.
    Close,
}

impl StepKind {
    /// Every kind, in the order an editor offers them.
    pub const ALL: [Self; 11] = [
        Self::Arrive,
        Self::LookBack,
        Self::Appreciate,
        Self::Speak,
        Self::LeanIn,
        Self::FeltHeard,
        Self::OwnPart,
        Self::Differently,
        Self::Swap,
        Self::Ask,
        Self::Close,
    ];

    /// Tells whether one of the two acts in it, and the other is there.
    #[must_use]
    pub const fn is_one_persons(self) -> bool {
        !matches!(self, Self::Arrive | Self::LookBack | Self::Swap | Self::Close)
    }

    /// Tells whether its length is a turn's time; elsewhere it only says about how long it takes.
    #[must_use]
    pub const fn is_timed(self) -> bool {
        self.is_one_persons() && !matches!(self, Self::FeltHeard)
    }

    /// Tells whether a step has a field to type in. Nobody has to type to go on.
    #[must_use]
    pub const fn has_field(self) -> bool {
        matches!(self, Self::Appreciate | Self::Speak | Self::Differently | Self::Ask | Self::Close)
    }

    /// Tells whether a smaller piece of the topic can be wanted: where one is told, or leaned in to.
    #[must_use]
    pub const fn can_be_smaller(self) -> bool {
        matches!(self, Self::Speak | Self::LeanIn)
    }

    /// Tells whether it can be hard to lean in, to go on, to find the words: everywhere but before both are here, where
    /// *not today* is the answer.
    #[must_use]
    pub const fn can_be_hard(self) -> bool {
        !matches!(self, Self::Arrive)
    }
}

/// Who acts in a step, as a role: who that is changes from check-in to check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Whose {
    /// Both together.
    Both,
    /// The one who begins this check-in.
    Beginner,
    /// The one who does not.
    Other,
}

impl Whose {
    /// Finds the person in this role; none when it is both.
    #[must_use]
    pub const fn partner(self, beginner: Partner) -> Option<Partner> {
        match self {
            Self::Both => None,
            Self::Beginner => Some(beginner),
            Self::Other => Some(beginner.other()),
        }
    }
}

/// A length in whole minutes, from 1 to [`Minutes::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "u8")]
#[ts(export, type = "number")]
pub struct Minutes(u8);

impl Minutes {
    /// The longest a step may be planned; PRODUCT.md lets a couple set 1 to 30.
    pub const MOST: u8 = 30;

    /// Takes a number of minutes; none outside 1 to [`Minutes::MOST`].
    #[must_use]
    pub const fn new(minutes: u8) -> Option<Self> {
        if minutes >= 1 && minutes <= Self::MOST { Some(Self(minutes)) } else { None }
    }

    /// Reads the number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Minutes {
    type Error = String;
    fn try_from(minutes: u8) -> Result<Self, String> {
        Self::new(minutes).ok_or_else(|| format!("{minutes} minutes: a step takes 1 to {}", Self::MOST))
    }
}
