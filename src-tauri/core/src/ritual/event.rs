//! Lists what can happen in a check-in, and what follows outside it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// Is one thing that the couple did. Nothing else ever moves a check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Event {
    /// On to the next line or step.
    GoOn,
    /// One move less; words and answers of other steps stay.
    Back,
    /// Both have answered the arrival. `together` is false when either said *not today*; who did is never told.
    Arrived {
        /// Whether both are here.
        together: bool,
    },
    /// The speaker answers *did I get it?*
    GotIt {
        /// False for *not quite*.
        yes: bool,
    },
    /// The speaker answers *is there more?*
    More {
        /// True when there is.
        yes: bool,
    },
    /// The speaker says whether they felt heard.
    Felt {
        /// The speaker's feeling.
        answer: FeltHeard,
    },
    /// Both choose, once for both, what is kept. Ends the check-in.
    Keep {
        /// What is kept.
        choice: Keep,
    },
    /// Ends the check-in here; nothing of it is kept.
    LetGo,
    /// Words typed into a step's one field; the last ones count.
    Write {
        /// The step's place in the format, from 0.
        step: usize,
        /// The whole text of the field.
        text: String,
    },
    /// Holds the time, and the screen with it.
    Pause,
    /// Takes up the time again.
    Resume,
    /// Sixty seconds more, from now when the time is over.
    OneMoreMinute,
}

/// Is an event with the moment it was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// When it was accepted.
    pub at: DateTime<Utc>,
    /// What happened.
    pub event: Event,
}

/// Is the one thing this program measures, told by the one who felt it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum FeltHeard {
    /// Felt heard.
    Yes,
    /// Mostly felt heard.
    Mostly,
    /// Did not feel heard yet.
    NotYet,
}

/// Is what the couple let the laptop remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Keep {
    /// Everything that can be kept.
    All,
    /// The day and the hour, and nothing else.
    OnlyThatWeMet,
    /// No trace.
    Nothing,
}

/// Is how a check-in ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Ending {
    /// Walked to its end; the couple chose what stays.
    Closed {
        /// What stays.
        keep: Keep,
    },
    /// One or both said *not today*.
    NotToday,
    /// Ended in the middle; nothing stays.
    LetGo,
}

/// Asks something of the world outside the state machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The moment at which the turn's time is up may be another one now.
    TimeChanged,
    /// The check-in is over.
    Ended(Ending),
}

/// Says why an event changes nothing here. Expected: a key pressed twice is no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, TS)]
#[serde(tag = "refusal", rename_all = "kebab-case")]
#[ts(export)]
pub enum Refusal {
    /// The step does not wait for this.
    #[error("this step does not wait for that")]
    NotHere,
    /// The check-in is paused.
    #[error("the check-in is paused")]
    Paused,
    /// The check-in is over.
    #[error("the check-in is over")]
    Over,
    /// The text is longer than a field takes.
    #[error("the text is longer than {most} characters")]
    TooLong {
        /// The most characters there may be.
        most: u32,
    },
}
