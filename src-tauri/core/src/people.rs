//! Names the two people and where they sit; it knows nothing of what they feel.

use crate::text::{folded, trimmed};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;
use unicode_segmentation::UnicodeSegmentation;

/// One of the two, whatever they are called and wherever they sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Partner {
    /// The one named first at the welcome.
    One,
    /// The one named second.
    Two,
}

impl Partner {
    /// Returns the one across the table.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::One => Self::Two,
            Self::Two => Self::One,
        }
    }
}

/// Finds who begins next: the one who did not begin last time. `since` counts the check-ins after the last record that
/// tells who began; the two are taken to have alternated in those as well.
#[must_use]
pub const fn begins_next(last: Option<Partner>, since: u32) -> Partner {
    let next = match last {
        Some(last) => last.other(),
        None => Partner::One,
    };
    if since.is_multiple_of(2) { next } else { next.other() }
}

/// A name as a person gave it: trimmed, visible, at most [`Name::MOST`] characters as a reader counts them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String")]
#[ts(export, type = "string")]
pub struct Name(String);

/// Why a name, or words of one's own on a card or in the jar, were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, TS)]
#[serde(tag = "reason", rename_all = "kebab-case")]
#[ts(export)]
pub enum TextRefusal {
    /// Nothing that can be seen was typed.
    #[error("there is nothing in it")]
    Empty,
    /// More characters than there is room for.
    #[error("it is longer than {most} characters")]
    TooLong {
        /// The most characters there may be.
        most: u32,
    },
}

impl Name {
    /// The most characters a name may have, counted as grapheme clusters; from PRODUCT.md's welcome.
    pub const MOST: u32 = 40;
    /// The most bytes a name may have: combining marks stacked on a letter count as one character with it.
    const MOST_BYTES: usize = 1_024;

    /// Takes a name as typed: white space and control characters become single spaces, the ends are trimmed.
    ///
    /// # Errors
    /// Refuses a name without a visible character, and one longer than [`Name::MOST`].
    pub fn new(typed: &str) -> Result<Self, TextRefusal> {
        let spaced: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let seen = trimmed(&spaced);
        if seen.is_empty() {
            return Err(TextRefusal::Empty);
        }
        let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        if Self::has_room(&name) { Ok(Self(name)) } else { Err(TextRefusal::TooLong { most: Self::MOST }) }
    }

    /// Takes a name that was kept, as it is, perhaps by an earlier version that tidied it otherwise; none when nothing of it
    /// can be seen, or there is no room for it.
    #[must_use]
    pub fn kept(name: &str) -> Option<Self> {
        (!trimmed(name).is_empty() && Self::has_room(name)).then(|| Self(name.to_owned()))
    }

    fn has_room(name: &str) -> bool {
        name.len() <= Self::MOST_BYTES && name.graphemes(true).count() <= Self::MOST as usize
    }

    /// Reads the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = TextRefusal;
    fn try_from(typed: String) -> Result<Self, TextRefusal> {
        Self::new(&typed)
    }
}

/// The two of them at the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Couple {
    /// The name of [`Partner::One`].
    pub one: Name,
    /// The name of [`Partner::Two`].
    pub two: Name,
    /// Who sits on the left.
    pub left: Partner,
}

/// Which name was not taken, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum CoupleRefusal {
    /// One of the names cannot be used.
    Name {
        /// Whose name it is.
        who: Partner,
        /// What is wrong with it.
        why: TextRefusal,
    },
    /// Both have the same name, so the screen could not say whose turn it is.
    SameNames,
}

impl Couple {
    /// Takes both names as typed.
    ///
    /// # Errors
    /// Refuses a name that cannot be used, and two that look the same (letter case does not tell them apart).
    pub fn new(one: &str, two: &str, left: Partner) -> Result<Self, CoupleRefusal> {
        let name = |who, typed| Name::new(typed).map_err(|why| CoupleRefusal::Name { who, why });
        let (one, two) = (name(Partner::One, one)?, name(Partner::Two, two)?);
        if folded(&one.0) == folded(&two.0) {
            return Err(CoupleRefusal::SameNames);
        }
        Ok(Self { one, two, left })
    }

    /// Reads a partner's name.
    #[must_use]
    pub const fn name(&self, who: Partner) -> &Name {
        match who {
            Partner::One => &self.one,
            Partner::Two => &self.two,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, two: &str, expect: Result<(&str, &str), CoupleRefusal>) {
        let couple = Couple::new(one, two, Partner::One);
        let seen = couple.as_ref().map(|c| (c.one.as_str(), c.two.as_str())).map_err(|e| *e);
        assert_eq!(seen, expect, "{one:?} and {two:?}");
    }

    #[test]
    fn the_one_who_begins_alternates() {
        use Partner::{One, Two};
        let check = |last, since, expect| assert_eq!(begins_next(last, since), expect, "{last:?}, {since} since");
        check(None, 0, One);
        check(None, 1, Two);
        check(None, 2, One);
        check(Some(One), 0, Two);
        check(Some(Two), 0, One);
        check(Some(One), 1, One);
        check(Some(Two), 3, Two);
    }

    #[test]
    fn names_are_taken_as_people_write_them() {
        let (one, two) = (Partner::One, Partner::Two);
        let (empty, long) = (TextRefusal::Empty, TextRefusal::TooLong { most: 40 });
        check("Sam", "Robin", Ok(("Sam", "Robin")));
        check("  Sam \n", "\tRobin", Ok(("Sam", "Robin")));
        check("Ana  María", "O’Neill", Ok(("Ana María", "O’Neill")));
        check("李", "👩‍🚀", Ok(("李", "👩‍🚀")));
        check("محمد", "שרה", Ok(("محمد", "שרה")));
        check("\u{200b}Sam\u{200f}", "R", Ok(("Sam", "R")));
        check("\u{200b} Sam \u{200f}", "R", Ok(("Sam", "R")));
        check("", "Robin", Err(CoupleRefusal::Name { who: one, why: empty }));
        check("Sam", " \u{200b}\u{feff} ", Err(CoupleRefusal::Name { who: two, why: empty }));
        check(&"x".repeat(40), "Robin", Ok((&"x".repeat(40), "Robin")));
        check(&"x".repeat(41), "Robin", Err(CoupleRefusal::Name { who: one, why: long }));
        check(&"👩‍🚀".repeat(40), "Robin", Ok((&"👩‍🚀".repeat(40), "Robin")));
        check("Sam", &format!("e{}", "\u{301}".repeat(600)), Err(CoupleRefusal::Name { who: two, why: long }));
        check("Sam", "Sam", Err(CoupleRefusal::SameNames));
        check("Sam", " sAM ", Err(CoupleRefusal::SameNames));
        // Kept as they were typed, and compared as they look.
        check("Jose\u{301}", "Ann", Ok(("Jose\u{301}", "Ann")));
        check("José", "Jose\u{301}", Err(CoupleRefusal::SameNames));
        check("Sam", "S\u{200b}am", Err(CoupleRefusal::SameNames));
        check("Ｓａｍ", "Sam", Err(CoupleRefusal::SameNames));
        check("❤\u{fe0f}", "R", Ok(("❤\u{fe0f}", "R")));
        for unseen in ["\u{3164}", "\u{2800}", "\u{34f}", "\u{301}"] {
            check(unseen, "Robin", Err(CoupleRefusal::Name { who: one, why: empty }));
        }
    }
}
