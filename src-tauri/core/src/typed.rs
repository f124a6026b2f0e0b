//! Words that are typed and not kept yet: in which field they stand, and what they are. It must not know where that is
//! written, nor what the field is for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The name of a field, such as `name/one` or `card/us/same-side`: one of a closed set, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String")]
#[ts(
    export,
    type = "`name/${'one' | 'two'}` | 'time' | `rest/${'from' | 'to'}` | `meeting/${string}` | `card/${string}` | \
            `new-card/${string}` | `format/${string}` | `steps/${string}` | `jar/${'one' | 'two'}/${string}` | \
            `write/${number}` | 'break'"
)]
pub struct FieldName(String);

/// What a field can be. After a slash comes what it is about: a person, a day, an id, a step.
const KINDS: &[&str] =
    &["name/", "time", "rest/", "meeting/", "card/", "new-card/", "format/", "steps/", "jar/", "write/", "break"];
impl FieldName {
    /// The kinds that belong to the check-in that runs, and end with it; the screen has them from here.
    pub const OF_THE_CHECK_IN: &[&str] = &["write/", "break"];
    /// The most bytes a name may have; the longest id of a card has about sixty.
    const MOST_BYTES: usize = 200;

    /// Takes a name; none when there is no such field.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        let fits = name.len() <= Self::MOST_BYTES
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/'))
            && KINDS.iter().any(|kind| is_of(name, kind));
        fits.then(|| Self(name.to_owned()))
    }

    /// Reads the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether the field belongs to the check-in that runs: nothing of it may be left after that.
    #[must_use]
    pub fn is_of_the_check_in(&self) -> bool {
        Self::OF_THE_CHECK_IN.iter().any(|kind| is_of(&self.0, kind))
    }
}

fn is_of(name: &str, kind: &str) -> bool {
    if kind.ends_with('/') { name.len() > kind.len() && name.starts_with(kind) } else { name == kind }
}

impl TryFrom<String> for FieldName {
    type Error = &'static str;
    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::new(&name).ok_or("there is no such field")
    }
}

/// What stands in a field and is not kept yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Typed {
    /// The field.
    pub field: FieldName,
    /// The words as they were typed, 1 to [`Typed::MOST`] characters.
    pub text: String,
}

impl Typed {
    /// The most characters that are remembered of a field: ten pages, so that also what is too long for its field is still
    /// there to be shortened.
    pub const MOST: u32 = 20_000;

    /// Tells whether words can be remembered.
    #[must_use]
    pub fn fits(text: &str) -> bool {
        text.chars().count() <= Self::MOST as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_one_of_those_there_are() {
        let check = |name: &str, expect: bool| assert_eq!(FieldName::new(name).is_some(), expect, "{name}");
        for name in
            ["name/one", "time", "rest/from", "meeting/new", "card/us/same-side", "new-card/needs/rest", "break"]
        {
            check(name, true);
        }
        check("new-card/us/", true);
        check("jar/one/0198c0de-0000-7000-8000-000000000001", true);
        for name in ["", "time/x", "meeting", "name", "name/", "search", "card/<b>", "card/ä", "card/a b", "breakfast"]
        {
            check(name, false);
        }
        check(&format!("card/{}", "x".repeat(195)), true);
        check(&format!("card/{}", "x".repeat(196)), false);
    }

    /// The type says by hand what the screen may name: the kinds, no more and no fewer.
    #[test]
    fn the_screen_knows_the_same_fields() {
        let named = FieldName::inline(&ts_rs::Config::new());
        let templates = named.split('`').enumerate().flat_map(|(index, part)| match index % 2 {
            1 => part.split("${").take(1).collect::<Vec<_>>(),
            _ => part.split('\'').skip(1).step_by(2).collect(),
        });
        assert_eq!(templates.collect::<Vec<_>>(), KINDS);
        assert!(FieldName::OF_THE_CHECK_IN.iter().all(|kind| KINDS.contains(kind)));
    }

    #[test]
    fn some_fields_end_with_the_check_in() {
        let check = |name: &str, expect: bool| {
            assert_eq!(FieldName::new(name).map(|field| field.is_of_the_check_in()), Some(expect), "{name}");
        };
        check("write/3", true);
        check("break", true);
        check("card/write/3", false);
        check("meeting/2026-11-28T19-30-00", false);
    }

    #[test]
    fn what_is_too_long_for_a_page_is_not_remembered() {
        assert!(Typed::fits(&"界".repeat(20_000)) && Typed::fits(""));
        assert!(!Typed::fits(&"x".repeat(20_001)));
    }
}
