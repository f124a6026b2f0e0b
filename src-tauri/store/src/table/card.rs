//! Keeps what the couple did with cards, and which was drawn last.

use crate::table::{aside, unswept};
use crate::{Store, StoreError};
use both_heard_core::cards::{DeckId, OwnCard};
use both_heard_core::ids::CardId;
use rusqlite::{Connection, OptionalExtension, Row, params};

const COLUMNS: &str = "id, deck, in_group, words, hidden, favourite";

impl Store {
    /// Lists all that they did with cards; their own are in the order they wrote them.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn cards(&self) -> Result<Vec<OwnCard>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached(&format!("SELECT {COLUMNS} FROM card ORDER BY id"))?;
            ask.query_map([], read)?.collect()
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
        let ask = |row: &Row<'_>| Ok(CardId(row.get(0)?));
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

fn read(row: &Row<'_>) -> rusqlite::Result<OwnCard> {
    Ok(OwnCard {
        id: CardId(row.get(0)?),
        deck: DeckId(row.get(1)?),
        group: row.get(2)?,
        text: row.get(3)?,
        hidden: row.get(4)?,
        favourite: row.get(5)?,
    })
}

/// Puts aside what makes no sense.
pub(super) fn sift(sqlite: &Connection) -> rusqlite::Result<()> {
    aside::sift(sqlite, ["card", "id", COLUMNS], read)?;
    aside::sift(sqlite, ["drawn", "only", "card"], |row| row.get::<_, String>(0))
}
