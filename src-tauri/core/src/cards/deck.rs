//! Reads a deck, held as data in `content/decks/*.toml`.

use crate::ids::CardId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use thiserror::Error;
use ts_rs::TS;

/// The id of a deck or a list, as its file is called: `this-week`, `feelings`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DeckId(#[serde(deserialize_with = "crate::ids::short")] pub String);

/// A shipped deck: its cards in order, in groups where it has them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deck {
    /// Its id.
    pub id: DeckId,
    /// Whether its cards weigh too much to come unasked: a draw from any deck leaves it out.
    #[serde(default)]
    pub only_when_chosen: bool,
    /// Its groups in order; empty when it has none.
    #[serde(default, rename = "group")]
    pub groups: Vec<Group>,
    /// Its cards in order.
    #[serde(rename = "card")]
    pub cards: Vec<Written>,
}

/// What a card says, or what a group is called, in each language by its tag: `en`, `de`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<String, String>);

/// A group of a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// What it is called.
    #[serde(flatten)]
    pub texts: Texts,
}

/// A shipped card as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Written {
    /// Its id within the deck.
    pub id: String,
    /// The group it belongs to.
    pub group: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub texts: Texts,
}

impl Texts {
    /// Reads the text in a language, by its tag; empty where there is none, which a test of the catalogue looks for.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        self.0.get(tag).map_or("", String::as_str)
    }

    /// Lists the tags of the languages it is in. Whatever else stands beside them in the file is among them.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// What is wrong with a deck's file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DeckError {
    /// It cannot be read; the text names line and column.
    #[error("{0}")]
    Unreadable(String),
    /// Two cards have the same name.
    #[error("`{0}` is there twice")]
    Twice(String),
    /// A card names a group that is not there, or none where there are groups.
    #[error("`{0}` is in no group")]
    NoGroup(String),
}

impl Deck {
    /// Reads a deck from the text of its file.
    ///
    /// # Errors
    /// Says what is wrong, see [`DeckError`].
    pub fn read(text: &str) -> Result<Self, DeckError> {
        let deck: Self = toml::from_str(text).map_err(|e| DeckError::Unreadable(e.to_string()))?;
        let groups: HashSet<_> = deck.groups.iter().map(|group| group.id.as_str()).collect();
        let mut seen = HashSet::new();
        for card in &deck.cards {
            let grouped = card.group.as_deref().map_or(groups.is_empty(), |group| groups.contains(group));
            if !seen.insert(card.id.as_str()) {
                return Err(DeckError::Twice(card.id.clone()));
            } else if !grouped {
                return Err(DeckError::NoGroup(card.id.clone()));
            }
        }
        Ok(deck)
    }

    /// Makes the id of one of its cards.
    #[must_use]
    pub fn named(&self, card: &Written) -> CardId {
        CardId(format!("{}/{}", self.id.0, card.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        let seen = Deck::read(text).err().map(|error| error.to_string());
        let told = |seen: &str| expect.is_some_and(|expect| seen.contains(expect));
        assert!(seen.as_deref().map_or(expect.is_none(), told), "{text}: {seen:?}");
    }

    #[test]
    fn a_deck_that_cannot_be_used_is_told() {
        let card = "[[card]]\nid = \"a\"\nen = \"A\"\nde = \"A\"\n";
        let group = "[[group]]\nid = \"g\"\nen = \"G\"\nde = \"G\"\n";
        check(&format!("id = \"x\"\n{card}"), None);
        check(&format!("id = \"x\"\n{group}{}", card.replace("id = \"a\"", "id = \"a\"\ngroup = \"g\"")), None);
        check(&format!("id = \"x\"\n{card}{card}"), Some("`a` is there twice"));
        check(&format!("id = \"x\"\n{group}{card}"), Some("`a` is in no group"));
        check("id = \"x\"\n[[card]]\nen = \"A\"", Some("missing field `id`"));
        check("id = \"x\"\n[[card]]\nid = \"a\"\nen = 1", Some("line"));
        check("id =", Some("line 1"));
    }
}
