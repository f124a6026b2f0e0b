//! Draws one card of many.

use super::own::Card;
use crate::ids::CardId;

/// Draws a card: never a hidden one, and never the last one again unless it is the only one. `chance` is any number;
/// each card is as likely as another.
#[must_use]
pub fn draw<'a>(cards: &'a [Card], last: Option<&CardId>, chance: u64) -> Option<&'a Card> {
    let open: Vec<_> = cards.iter().filter(|card| !card.hidden).collect();
    let fresh: Vec<_> = open.iter().copied().filter(|card| Some(&card.id) != last).collect();
    let from = if fresh.is_empty() { &open } else { &fresh };
    let index = chance.checked_rem(from.len() as u64)?;
    from.get(usize::try_from(index).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cards: &str, last: &str, chance: u64, expect: Option<&str>) {
        let card = |word: &str| Card {
            id: CardId(word.trim_start_matches('-').into()),
            group: None,
            text: String::new(),
            shipped: None,
            hidden: word.starts_with('-'),
            favourite: false,
        };
        let cards: Vec<_> = cards.split_whitespace().map(card).collect();
        let drawn = draw(&cards, Some(&CardId(last.into())), chance).map(|card| card.id.0.as_str());
        assert_eq!(drawn, expect);
    }

    #[test]
    fn a_hidden_card_is_not_drawn_and_none_twice_in_a_row() {
        check("", "", 7, None);
        check("-a -b", "", 7, None);
        check("a b c", "", 0, Some("a"));
        check("a b c", "", 5, Some("c"));
        check("a b c", "a", 0, Some("b"));
        check("a b c", "c", 2, Some("a"));
        check("a -b", "a", 9, Some("a"));
    }
}
