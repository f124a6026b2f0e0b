//! Reads a format: an ordered list of steps, held as data in `content/formats/*.toml`.

use crate::people::Partner;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

/// Names a format, as its file does: `weekly`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FormatId(pub String);

/// Is a length in whole minutes, from 1 to [`Minutes::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "u8", into = "u8")]
#[ts(export, type = "number")]
pub struct Minutes(u8);

impl Minutes {
    /// Is the longest a step may be planned; PRODUCT.md lets a couple set 1 to 30.
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

impl From<Minutes> for u8 {
    fn from(minutes: Minutes) -> Self {
        minutes.0
    }
}

/// Is what is done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum StepKind {
    /// A breath together; each says whether they are here.
    Arrive,
    /// One concrete thing the other did.
    Appreciate,
    /// One topic, one moment, own feelings.
    Speak,
    /// The listener, a line at a time.
    LeanIn,
    /// The speaker says whether they felt heard.
    FeltHeard,
    /// A breath; the pair changes places of weight.
    Swap,
    /// A thank-you, the next time, and what to keep.
    Close,
}

impl StepKind {
    /// Tells whether one of the two acts in it alone, with the time of a turn.
    #[must_use]
    pub const fn is_one_persons(self) -> bool {
        matches!(self, Self::Appreciate | Self::Speak | Self::LeanIn | Self::FeltHeard)
    }

    /// Tells whether its length is a turn's time; elsewhere it only says about how long it takes.
    #[must_use]
    pub const fn is_timed(self) -> bool {
        matches!(self, Self::Appreciate | Self::Speak | Self::LeanIn)
    }
}

/// Is who acts in a step, as a role: who that is changes from check-in to check-in.
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

/// Is one step of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What is done.
    pub kind: StepKind,
    /// Who acts: in `lean-in` the listener, in `felt-heard` the speaker.
    pub whose: Whose,
    /// How long; absent means no timer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
}

/// Is an ordered list of steps that makes sense as a check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Format {
    id: FormatId,
    steps: Vec<Step>,
}

/// Is a format as its file has it, not yet looked at.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: FormatId,
    #[serde(rename = "step")]
    steps: Vec<Step>,
}

/// Says what is wrong with a format, for the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormatError {
    /// It is not readable as a list of steps; the text names line and column.
    #[error("{0}")]
    Unreadable(String),
    /// A step does not make sense where it stands.
    #[error("step {}: {fault}", .step + 1)]
    Step {
        /// The step's place, from 0.
        step: usize,
        /// What is wrong with it.
        fault: FormatFault,
    },
}

/// Says why a step does not make sense where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FormatFault {
    /// The last step must be `close`, and no other.
    #[error("a format ends with `close`, once")]
    CloseIsLast,
    /// `arrive` comes first or not at all.
    #[error("`arrive` can only come first")]
    ArriveIsFirst,
    /// A step that one person does needs one person; the others are for both.
    #[error("this step needs another `whose`")]
    Whose,
    /// `lean-in` answers what the other spoke of just before it.
    #[error("`lean-in` follows a `speak` of the other partner")]
    NothingToLeanInTo,
    /// `felt-heard` asks the one whom the other leaned in to.
    #[error("`felt-heard` follows a `lean-in` of the other partner")]
    NobodyLeanedIn,
}

impl Format {
    /// Reads a format from the text of its file.
    ///
    /// # Errors
    /// Says what is wrong and where, see [`FormatError`].
    pub fn read(text: &str) -> Result<Self, FormatError> {
        let written: Written = toml::from_str(text).map_err(|e| FormatError::Unreadable(e.to_string()))?;
        Self::try_from(written)
    }

    /// Reads the format's name.
    #[must_use]
    pub const fn id(&self) -> &FormatId {
        &self.id
    }

    /// Reads its steps, one at least.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}

impl TryFrom<Written> for Format {
    type Error = FormatError;

    fn try_from(Written { id, steps }: Written) -> Result<Self, FormatError> {
        let last = steps.len().saturating_sub(1);
        for (at, step) in steps.iter().enumerate() {
            let before = || steps.iter().take(at).rev();
            let spoken = || before().find(|s| s.kind == StepKind::Speak).map(|s| s.whose);
            let leaned = || before().find(|s| s.kind == StepKind::LeanIn).map(|s| s.whose);
            let fault = match step.kind {
                kind if (step.whose == Whose::Both) == kind.is_one_persons() => Some(FormatFault::Whose),
                kind if (kind == StepKind::Close) != (at == last) => Some(FormatFault::CloseIsLast),
                StepKind::Arrive if at > 0 => Some(FormatFault::ArriveIsFirst),
                StepKind::LeanIn if spoken().is_none_or(|by| by == step.whose) => Some(FormatFault::NothingToLeanInTo),
                StepKind::FeltHeard if leaned().is_none_or(|by| by == step.whose) => Some(FormatFault::NobodyLeanedIn),
                _ => None,
            };
            if let Some(fault) = fault {
                return Err(FormatError::Step { step: at, fault });
            }
        }
        if steps.is_empty() {
            return Err(FormatError::Step { step: 0, fault: FormatFault::CloseIsLast });
        }
        Ok(Self { id, steps })
    }
}

impl From<Format> for Written {
    fn from(Format { id, steps }: Format) -> Self {
        Self { id, steps }
    }
}

impl fmt::Display for FormatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads steps such as `"speak beginner 3; close both"`; answers the fault and its step, from 1.
    #[track_caller]
    fn check(steps: &str, expect: Option<(usize, FormatFault)>) {
        let tables = steps.split("; ").map(|step| {
            let words: Vec<_> = step.split(' ').collect();
            let minutes = words.get(2).map(|m| format!("minutes = {m}")).unwrap_or_default();
            format!("[[step]]\nkind = \"{}\"\nwhose = \"{}\"\n{minutes}\n", words[0], words[1])
        });
        let text = format!("id = \"x\"\n{}", tables.collect::<String>());
        let seen = match Format::read(&text) {
            Ok(_) => None,
            Err(FormatError::Step { step, fault }) => Some((step + 1, fault)),
            Err(other) => panic!("{other}"),
        };
        assert_eq!(seen, expect, "{steps}");
    }

    #[test]
    fn a_format_that_makes_no_sense_is_refused_where_it_stands() {
        use FormatFault::*;
        check("close both", None);
        check("arrive both 1; close both 2", None);
        check("speak beginner 3; lean-in other 4; felt-heard beginner; close both", None);
        check("speak beginner 30; speak other; lean-in beginner; close both", None);
        check("speak beginner 3", Some((1, CloseIsLast)));
        check("close both; close both", Some((1, CloseIsLast)));
        check("swap both; arrive both; close both", Some((2, ArriveIsFirst)));
        check("speak both; close both", Some((1, Whose)));
        check("swap beginner; close both", Some((1, Whose)));
        check("lean-in other; close both", Some((1, NothingToLeanInTo)));
        check("speak beginner; lean-in beginner; close both", Some((2, NothingToLeanInTo)));
        check("speak beginner; felt-heard beginner; close both", Some((2, NobodyLeanedIn)));
        check("speak beginner; lean-in other; felt-heard other; close both", Some((3, NobodyLeanedIn)));
    }

    #[test]
    fn an_unreadable_file_is_told_with_its_line() {
        for (text, line) in [
            ("id = \"x\"\nstep = 3", "line 2"),
            ("id = \"x\"\n[[step]]\nkind = \"shout\"\nwhose = \"both\"", "line 3"),
            ("id = \"x\"\n[[step]]\nkind = \"swap\"\nwhose = \"both\"\nminutes = 31", "line 5"),
            ("id = \"x\"\n[[step]]\nkind = \"swap\"\nwhose = \"both\"\nlength = 3", "line 5"),
        ] {
            match Format::read(text) {
                Err(FormatError::Unreadable(why)) => assert!(why.contains(line), "{why}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }
}
