//! Keeps what the couple did with cards, and which was drawn last.

use crate::StoreError;
use crate::table::{aside, unswept};
use crate::transaction::{Cards, Sql};
use both_heard_core::cards::{DeckId, OwnCard};
use both_heard_core::ids::CardId;
use rusqlite::{OptionalExtension, Row, params};

const COLUMNS: &str = "id, deck, in_group, words, hidden, favourite";

impl Cards<'_> {
    /// Lists all that they did with cards; their own are in the order they wrote them.
    pub fn all(&self) -> Result<Vec<OwnCard>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached(&format!("SELECT {COLUMNS} FROM card ORDER BY id"))?;
            ask.query_map([], read)?.collect()
        })
    }

    /// Keeps what they did with a card, in the place of what they did before.
    pub fn keep(&self, card: &OwnCard) -> Result<(), StoreError> {
        self.0.write(|sql| {
            let mut keep = sql.prepare_cached(
                "INSERT OR REPLACE INTO card (id, deck, in_group, words, hidden, favourite)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?;
            unswept::mark(sql)?;
            keep.execute(params![card.id.0, card.deck.0, card.group, card.text, card.hidden, card.favourite]).map(drop)
        })
    }

    /// Deletes what they did with a card: one of their own is gone, a shipped one is as it was.
    pub fn delete(&self, id: &CardId) -> Result<(), StoreError> {
        self.0.write(|sql| unswept::delete(sql, "DELETE FROM card WHERE id = ?1", [&id.0]))
    }

    /// Reads which card was drawn last.
    pub fn drawn(&self) -> Result<Option<CardId>, StoreError> {
        let ask = |row: &Row<'_>| Ok(CardId(row.get(0)?));
        self.0.read(|sql| sql.prepare_cached("SELECT card FROM drawn")?.query_row([], ask).optional())
    }

    /// Notes which card was drawn last.
    pub fn set_drawn(&self, id: &CardId) -> Result<(), StoreError> {
        self.0.write(|sql| sql.execute("INSERT OR REPLACE INTO drawn (only, card) VALUES (1, ?1)", [&id.0]).map(drop))
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
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["card", "id", COLUMNS], read)?;
    aside::sift(sql, ["drawn", "only", "card"], |row| row.get::<_, String>(0))
}
