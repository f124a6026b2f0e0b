//! Holds what helps to begin and to find words: decks of cards, and lists of feelings, needs, blocks and the rest.

mod deck;
mod draw;
mod own;

pub use deck::{Deck, DeckError, DeckId, Group, Texts, Written};
pub use draw::draw;
pub use own::{Card, OwnCard, laid_out};
