//! Lists what can happen in a check-in.

use crate::ids::{CardId, JarNoteId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing that the couple did. Nothing else ever moves a check-in.
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
    /// They say how what they agreed goes.
    LookBack {
        /// What both say about it.
        answer: Looked,
    },
    /// Nothing to ask for this time.
    NothingToAsk,
    /// The other answers the request.
    Reply {
        /// The answer; all three are fine.
        answer: Reply,
    },
    /// Lays something to begin with beside the one who speaks, or takes it away.
    Prompt {
        /// What; none takes it away.
        prompt: Option<Prompt>,
    },
    /// It is hard to lean in just now. Who said so is not told, not even here.
    Hard,
    /// Names what is in the way; the last words count, and nothing of them outlives the check-in.
    Name {
        /// A sentence in the first person, chosen or typed.
        text: String,
    },
    /// A smaller piece of the topic, and a turn of one minute.
    Smaller,
    /// Their bodies need time: when to come back is to be agreed.
    TakeBreak,
    /// They agreed when to come back.
    Away {
        /// In how many minutes, 1 to [`Overlay::MOST_AWAY`](super::Overlay::MOST_AWAY).
        minutes: u16,
    },
    /// Shows the short sentences for when it slips.
    Repair,
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

impl Event {
    /// Lists every event there is: each answer that can be given, and of what is typed or chosen freely the shortest. Words
    /// are typed into the field of `step`.
    #[must_use]
    pub fn each(step: usize) -> Vec<Self> {
        use {FeltHeard as Felt, Keep as Kept};
        let mut each = vec![
            Self::GoOn,
            Self::Back,
            Self::NothingToAsk,
            Self::Prompt { prompt: None },
            Self::Hard,
            Self::Name { text: String::new() },
            Self::Smaller,
            Self::TakeBreak,
            Self::Away { minutes: 1 },
            Self::Repair,
            Self::LetGo,
            Self::Write { step, text: String::new() },
            Self::Pause,
            Self::Resume,
            Self::OneMoreMinute,
        ];
        for yes in [true, false] {
            each.extend([Self::Arrived { together: yes }, Self::GotIt { yes }, Self::More { yes }]);
        }
        each.extend([Felt::Yes, Felt::Mostly, Felt::NotYet].map(|answer| Self::Felt { answer }));
        each.extend([Looked::Working, Looked::TalkAboutIt, Looked::LetGo].map(|answer| Self::LookBack { answer }));
        each.extend([Reply::Yes, Reply::LetMeThink, Reply::NotThisTime].map(|answer| Self::Reply { answer }));
        each.extend([Kept::All, Kept::OnlyThatWeMet, Kept::Nothing].map(|choice| Self::Keep { choice }));
        each
    }
}

/// An event with the moment it was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logged {
    /// When it was accepted.
    pub at: DateTime<Utc>,
    /// What happened.
    pub event: Event,
}

/// The one thing this program measures, told by the one who felt it.
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

/// What they say about an agreement of last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Looked {
    /// It is working; it need not be asked after again.
    Working,
    /// They want to talk about it: it is offered as a topic, and looked back on again next time.
    TalkAboutIt,
    /// They let it go.
    LetGo,
}

/// The answer to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Reply {
    /// Yes: an agreement.
    Yes,
    /// Let me think.
    LetMeThink,
    /// Not this time.
    NotThisTime,
}

/// Something to begin with: what it says, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Prompt {
    /// Where it comes from.
    pub from: Source,
    /// What it says.
    pub text: String,
}

/// Where something to begin with comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Source {
    /// A card.
    Card {
        /// Which.
        id: CardId,
    },
    /// What they put in the jar for today.
    Jar {
        /// Which.
        id: JarNoteId,
    },
    /// Something they agreed, and want to talk about.
    Agreement,
}

/// What the couple let the laptop remember.
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

/// How a check-in ended.
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

/// Why an event changes nothing here. Expected: a key pressed twice is no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "refusal", rename_all = "kebab-case")]
#[ts(export)]
pub enum Refusal {
    /// The step does not wait for this.
    NotHere,
    /// Something lies over the step, a pause or a break or a block, and does not wait for this.
    Covered,
    /// The check-in is over.
    Over,
    /// The text is longer than a field takes.
    TooLong {
        /// The most characters there may be.
        most: u32,
    },
}
