//! Keeps what the couple did with cards, and which was drawn last.

use crate::table::unswept;
use crate::{Store, StoreError};
use both_heard_core::cards::{DeckId, OwnCard};
use both_heard_core::ids::CardId;
use rusqlite::{OptionalExtension, params};

impl Store {
    /// Lists all that they did with cards; their own are in the order they wrote them.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn cards(&self) -> Result<Vec<OwnCard>, StoreError> {
        self.read(|sqlite| {
            let mut ask =
                sqlite.prepare_cached("SELECT id, deck, in_group, words, hidden, favourite FROM card ORDER BY id")?;
            let card = |row: &rusqlite::Row<'_>| {
                Ok(OwnCard {
                    id: CardId(row.get(0)?),
                    deck: DeckId(row.get(1)?),
                    group: row.get(2)?,
                    text: row.get(3)?,
                    hidden: row.get(4)?,
                    favourite: row.get(5)?,
                })
            };
            ask.query_map([], card)?.collect()
        })
    }

    /// Keeps what they did with a card, in the place of what they did before.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn keep_card(&mut self, card: &OwnCard) -> Result<(), StoreError> {
        self.write(|sqlite| {
            let mut keep = sqlite.prepare_cached(
                "INSERT OR REPLACE INTO card (id, deck, in_group, words, hidden, favourite)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?;
            unswept::mark(sqlite)?;
            keep.execute(params![card.id.0, card.deck.0, card.group, card.text, card.hidden, card.favourite]).map(drop)
        })
    }

    /// Deletes what they did with a card: one of their own is gone, a shipped one is as it was.
    ///
    /// # Errors
    /// See [`StoreError`]; as [`Store::forget`] it may fail half-way.
    pub fn delete_card(&mut self, id: &CardId) -> Result<(), StoreError> {
        self.write(|sqlite| {
            if sqlite.execute("DELETE FROM card WHERE id = ?1", [&id.0])? > 0 {
                unswept::mark(sqlite)?;
            }
            Ok(())
        })?;
        self.sweep()
    }

    /// Reads which card was drawn last.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn drawn(&self) -> Result<Option<CardId>, StoreError> {
        let ask = |row: &rusqlite::Row<'_>| Ok(CardId(row.get(0)?));
        self.read(|sqlite| sqlite.query_row("SELECT card FROM drawn", [], ask).optional())
    }

    /// Notes which card was drawn last.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_drawn(&mut self, id: &CardId) -> Result<(), StoreError> {
        self.write(|sqlite| {
            sqlite.execute("INSERT OR REPLACE INTO drawn (only, card) VALUES (1, ?1)", [&id.0]).map(drop)
        })
    }
}
