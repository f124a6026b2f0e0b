//! Lays a deck out as the couple has it: shipped cards, edited, hidden and favourite ones, and their own.

use super::deck::{Deck, DeckId, Written};
use crate::ids::CardId;
use crate::text::trimmed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the couple did with a card: wrote it, edited it, hid it, or likes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OwnCard {
    /// Which card: a shipped one, or one of their own.
    pub id: CardId,
    /// The deck.
    pub deck: DeckId,
    /// The group, in a list that has groups.
    #[serde(default, deserialize_with = "crate::ids::short_if_any")]
    pub group: Option<String>,
    /// What it says in their words; none for a shipped one that was not edited.
    pub text: Option<String>,
    /// Whether it is not to be drawn or offered.
    pub hidden: bool,
    /// Whether it comes first.
    pub favourite: bool,
}

/// A card as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Card {
    /// Its id.
    pub id: CardId,
    /// The group it belongs to.
    pub group: Option<String>,
    /// What it says.
    pub text: String,
    /// What it said when it was shipped; none for one of their own.
    pub shipped: Option<String>,
    /// Whether it is not to be drawn or offered.
    pub hidden: bool,
    /// Whether it comes first.
    pub favourite: bool,
}

impl OwnCard {
    /// The most characters a card takes: a line or two.
    pub const MOST: u32 = 200;

    /// Tidies what was typed: trimmed; nothing that can be seen is no text. None when it is too long.
    #[must_use]
    pub fn tidied(self) -> Option<Self> {
        let text = self.text.as_deref().map(trimmed).filter(|text| !text.is_empty()).map(str::to_owned);
        let fits = text.as_ref().is_none_or(|text| text.chars().count() <= Self::MOST as usize);
        fits.then_some(Self { text, ..self })
    }
}

/// Lays a deck out: the shipped cards in their order with what was done to them, then the couple's own, as they wrote
/// them; one whose group is not there is in none. `told` picks the language.
#[must_use]
pub fn laid_out(deck: &Deck, own: &[OwnCard], told: impl Fn(&Written) -> String) -> Vec<Card> {
    let shipped = deck.cards.iter().map(|card| {
        let (id, text) = (deck.named(card), told(card));
        let done = own.iter().find(|own| own.id == id);
        Card {
            id,
            group: card.group.clone(),
            text: done.and_then(|own| own.text.clone()).unwrap_or_else(|| text.clone()),
            shipped: Some(text),
            hidden: done.is_some_and(|own| own.hidden),
            favourite: done.is_some_and(|own| own.favourite),
        }
    });
    let is_shipped = |id: &CardId| deck.cards.iter().any(|card| deck.named(card) == *id);
    let written = own.iter().filter(|own| own.deck == deck.id && !is_shipped(&own.id)).filter_map(|own| {
        Some(Card {
            id: own.id.clone(),
            group: own.group.clone().filter(|id| deck.groups.iter().any(|group| group.id == *id)),
            text: own.text.clone()?,
            shipped: None,
            hidden: own.hidden,
            favourite: own.favourite,
        })
    });
    shipped.chain(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(id: &str, text: Option<&str>, hidden: bool, favourite: bool) -> OwnCard {
        let deck = DeckId("joy".into());
        OwnCard { id: CardId(id.into()), deck, group: None, text: text.map(str::to_owned), hidden, favourite }
    }

    #[test]
    fn a_deck_is_shown_as_the_couple_has_it() {
        let text =
            "id = \"joy\"\n[[card]]\nid = \"a\"\nen = \"A\"\nde = \"Ä\"\n[[card]]\nid = \"b\"\nen = \"B\"\nde = \"B\"";
        let deck = Deck::read(text).unwrap();
        let check = |own: &[OwnCard], expect: &str| {
            let seen = laid_out(&deck, own, |card| card.texts.in_language("de").to_owned());
            let one = |card: &Card| {
                let marks = [(card.hidden, "-"), (card.favourite, "*"), (card.shipped.is_none(), "+")];
                let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
                format!("{}{marks}", card.text)
            };
            assert_eq!(seen.iter().map(one).collect::<Vec<_>>().join(" "), expect);
        };
        check(&[], "Ä B");
        check(&[own("joy/a", None, true, false)], "Ä- B");
        check(&[own("joy/b", Some("mine"), false, true)], "Ä mine*");
        check(&[own("joy/0", Some("ours"), false, false)], "Ä B ours+");
        check(&[own("joy/0", None, false, false)], "Ä B");
        check(
            &[own("us/0", Some("elsewhere"), false, false)].map(|o| OwnCard { deck: DeckId("us".into()), ..o }),
            "Ä B",
        );
    }

    #[test]
    fn a_card_whose_group_is_not_there_is_in_none() {
        let text = "id = \"joy\"\ncard = []\n[[group]]\nid = \"g\"\nen = \"G\"\nde = \"G\"";
        let deck = Deck::read(text).unwrap();
        let check = |group: Option<&str>, expect: Option<&str>| {
            let own = OwnCard { group: group.map(str::to_owned), ..own("joy/0", Some("ours"), false, false) };
            let seen: Vec<_> = laid_out(&deck, &[own], |card| card.texts.in_language("de").to_owned());
            assert_eq!(seen.iter().map(|card| card.group.as_deref()).collect::<Vec<_>>(), [expect], "{group:?}");
        };
        check(Some("g"), Some("g"));
        check(Some("nogroup"), None);
        check(None, None);
    }

    #[test]
    fn what_is_typed_is_tidied() {
        let check = |typed: &str, expect: Option<Option<&str>>| {
            let seen = own("joy/0", Some(typed), false, false).tidied().map(|own| own.text);
            assert_eq!(seen.as_ref().map(|text| text.as_deref()), expect);
        };
        check("  a card \n", Some(Some("a card")));
        check(" \n ", Some(None));
        check("\u{3164}\u{200b}", Some(None));
        check(&"x".repeat(200), Some(Some(&"x".repeat(200))));
        check(&"x".repeat(201), None);
    }
}
