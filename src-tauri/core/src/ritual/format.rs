//! Reads a format: an ordered list of steps, held as data in `content/formats/*.toml` or made by the couple.

use super::kind::{Minutes, StepKind, Whose};
use crate::people::Name;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// The id of a format: a shipped one's is its file's name (`weekly`), that of one of their own a UUID.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FormatId(#[serde(deserialize_with = "crate::ids::short")] pub String);

/// One step of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Step {
    /// What is done.
    pub kind: StepKind,
    /// Who acts: in `lean-in` the listener, in `felt-heard` the speaker.
    pub whose: Whose,
    /// How long; absent means no timer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub minutes: Option<Minutes>,
}

/// A format as it was written, not yet looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, rename = "Format")]
pub struct Draft {
    /// Its id.
    pub id: FormatId,
    /// What the couple calls it; none for a shipped one, which the catalogue names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<Name>,
    /// Whether the screen explains as it goes.
    #[serde(default)]
    pub explains: bool,
    /// The steps in order.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// An ordered list of steps that makes sense as a check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Draft", into = "Draft")]
pub struct Format(Draft);

/// What is wrong with a format, for the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, TS)]
#[serde(tag = "wrong", rename_all = "kebab-case")]
#[ts(export)]
pub enum FormatError {
    /// A line of its file does not belong into a format, or something is missing there.
    #[error("line {line}: {text}")]
    Line {
        /// The line, from 1.
        line: u32,
        /// What it says, cut where it is long.
        text: String,
    },
    /// A step does not make sense where it stands.
    #[error("step {}: {fault}", .step + 1)]
    Step {
        /// The step's place, from 0.
        step: usize,
        /// What is wrong with it.
        fault: FormatFault,
    },
}

/// Why a step does not make sense where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum FormatFault {
    /// The last step must be `close`, and no other.
    #[error("a format ends with `close`, once")]
    CloseIsLast,
    /// `arrive` comes first or not at all.
    #[error("`arrive` can only come first")]
    ArriveIsFirst,
    /// What they agreed is looked back on once.
    #[error("`look-back` comes once")]
    LookBackOnce,
    /// A step that one person does needs one person; the others are for both.
    #[error("this step needs another `whose`")]
    Whose,
    /// `lean-in` answers what the other spoke of just before it.
    #[error("`lean-in` follows a `speak` of the other partner")]
    NothingToLeanInTo,
    /// `felt-heard` asks the one whom the other leaned in to.
    #[error("`felt-heard` follows a `lean-in` of the other partner")]
    NobodyLeanedIn,
    /// There are more than [`Format::MOST_STEPS`].
    #[error("a format has at most {} steps", Format::MOST_STEPS)]
    TooMany,
}

impl Format {
    /// The most steps a format may have: twice the longest shipped one, and some.
    pub const MOST_STEPS: usize = 60;
    /// The most that is told of a line which does not belong: enough to find it by.
    const MOST_OF_A_LINE: usize = 60;

    /// Reads a format from the text of its file.
    ///
    /// # Errors
    /// Says what is wrong and where, see [`FormatError`].
    pub fn read(text: &str) -> Result<Self, FormatError> {
        let written: Draft = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count();
            let words = text.lines().nth(line).unwrap_or_default().trim();
            let line = u32::try_from(line).unwrap_or(u32::MAX).saturating_add(1);
            FormatError::Line { line, text: words.chars().take(Self::MOST_OF_A_LINE).collect() }
        })?;
        Self::try_from(written)
    }

    /// Reads the format's id.
    #[must_use]
    pub const fn id(&self) -> &FormatId {
        &self.0.id
    }

    /// Reads what the couple calls it; none for a shipped one.
    #[must_use]
    pub const fn name(&self) -> Option<&Name> {
        self.0.name.as_ref()
    }

    /// Tells whether the screen explains as it goes.
    #[must_use]
    pub const fn explains(&self) -> bool {
        self.0.explains
    }

    /// Counts the minutes it takes: those of its steps that have a time.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.steps().iter().filter_map(|step| step.minutes).map(|minutes| u32::from(minutes.get())).sum()
    }

    /// Reads the steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0.steps
    }

    /// Leaves the look back out, when there is nothing to look back on.
    #[must_use]
    pub fn without_look_back(mut self) -> Self {
        self.0.steps.retain(|step| step.kind != StepKind::LookBack);
        self
    }
}

impl TryFrom<Draft> for Format {
    type Error = FormatError;

    fn try_from(draft: Draft) -> Result<Self, FormatError> {
        let steps = &draft.steps;
        let refuse = |step, fault| Err(FormatError::Step { step, fault });
        if steps.len() > Self::MOST_STEPS {
            return refuse(Self::MOST_STEPS, FormatFault::TooMany);
        }
        for index in 0..steps.len() {
            if let Some(fault) = fault(steps, index) {
                return refuse(index, fault);
            }
        }
        if steps.is_empty() { refuse(0, FormatFault::CloseIsLast) } else { Ok(Self(draft)) }
    }
}

/// Finds what is wrong with a step where it stands.
fn fault(steps: &[Step], index: usize) -> Option<FormatFault> {
    let step = steps[index];
    let latest = |kind| steps[..index].iter().rfind(|s| s.kind == kind).map(|s| s.whose);
    match step.kind {
        kind if (step.whose == Whose::Both) == kind.is_one_persons() => Some(FormatFault::Whose),
        kind if (kind == StepKind::Close) != (index + 1 == steps.len()) => Some(FormatFault::CloseIsLast),
        StepKind::Arrive if index > 0 => Some(FormatFault::ArriveIsFirst),
        StepKind::LookBack if latest(StepKind::LookBack).is_some() => Some(FormatFault::LookBackOnce),
        StepKind::LeanIn if latest(StepKind::Speak).is_none_or(|by| by == step.whose) => {
            Some(FormatFault::NothingToLeanInTo)
        }
        StepKind::FeltHeard if latest(StepKind::LeanIn).is_none_or(|by| by == step.whose) => {
            Some(FormatFault::NobodyLeanedIn)
        }
        _ => None,
    }
}

impl From<Format> for Draft {
    fn from(Format(draft): Format) -> Self {
        draft
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
        check("arrive both 1; look-back both 2; close both 2", None);
        check("speak beginner 3; lean-in other 4; felt-heard beginner; close both", None);
        check("speak beginner 30; speak other; lean-in beginner; close both", None);
        check("ask beginner 1; ask other; own-part other 3; differently beginner 1; close both", None);
        check("speak beginner 3", Some((1, CloseIsLast)));
        check("close both; close both", Some((1, CloseIsLast)));
        check("swap both; arrive both; close both", Some((2, ArriveIsFirst)));
        check("look-back both; swap both; look-back both; close both", Some((3, LookBackOnce)));
        check("speak both; close both", Some((1, Whose)));
        check("ask both; close both", Some((1, Whose)));
        check("swap beginner; close both", Some((1, Whose)));
        check("lean-in other; close both", Some((1, NothingToLeanInTo)));
        check("speak beginner; lean-in beginner; close both", Some((2, NothingToLeanInTo)));
        check("speak beginner; felt-heard beginner; close both", Some((2, NobodyLeanedIn)));
        check("speak beginner; lean-in other; felt-heard other; close both", Some((3, NobodyLeanedIn)));
        check(&format!("{}close both", "swap both; ".repeat(59)), None);
        check(&format!("{}close both", "swap both; ".repeat(60)), Some((61, TooMany)));
    }

    #[test]
    fn an_unreadable_file_is_told_with_its_line() {
        let long = format!("id = \"x\"\nname = \"{}\"", "x".repeat(100));
        for (text, line, says) in [
            ("id = \"x\"\nstep = 3", 2, "step = 3"),
            ("id = \"x\"\n[[step]]\nkind = \"shout\"\nwhose = \"both\"", 3, "kind = \"shout\""),
            ("id = \"x\"\n[[step]]\nkind = \"swap\"\nwhose = \"both\"\nminutes = 31", 5, "minutes = 31"),
            ("id = \"x\"\r\n[[step]]\r\nkind = \"swap\"\r\nwhose = \"both\"\r\n  length = 3", 5, "length = 3"),
            ("id = \"x\"\n[[step]]\nkind = \"swap\"", 2, "[[step]]"),
            ("id = \"x\"\n[[step", 2, "[[step"),
            ("", 1, ""),
            (&long, 2, &format!("name = \"{}", "x".repeat(52))),
        ] {
            assert_eq!(Format::read(text), Err(FormatError::Line { line, text: says.into() }), "{text}");
        }
    }

    #[test]
    fn without_a_look_back_the_rest_stands() {
        let format = Format::read(include_str!("../../../content/formats/weekly.toml")).unwrap();
        let kinds = |format: &Format| format.steps().iter().map(|s| s.kind).collect::<Vec<_>>();
        let all = kinds(&format);
        let rest: Vec<_> = all.iter().copied().filter(|kind| *kind != StepKind::LookBack).collect();
        assert_eq!((all.len() - 1, kinds(&format.without_look_back())), (rest.len(), rest));
    }
}
