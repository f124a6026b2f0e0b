//! Keeps the formats that the couple made.

use crate::column::Json;
use crate::legible::if_legible;
use crate::table::{aside, unswept};
use crate::{Store, StoreError};
use both_heard_core::ritual::{Format, FormatId};
use rusqlite::{Connection, Row, params};

impl Store {
    /// Lists their formats, in the order they made them.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn formats(&self) -> Result<Vec<Format>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached("SELECT format FROM format ORDER BY id")?;
            ask.query_map([], read)?.collect()
        })
    }

    /// Keeps a format, in the place of an earlier one of that name.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn keep_format(&mut self, format: &Format) -> Result<(), StoreError> {
        self.write(|sqlite| {
            let mut keep = sqlite.prepare_cached("INSERT OR REPLACE INTO format (id, format) VALUES (?1, ?2)")?;
            unswept::mark(sqlite)?;
            keep.execute(params![format.id().0, Json(format)]).map(drop)
        })
    }

    /// Deletes a format. Check-ins that were held in it keep what it was called.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn delete_format(&mut self, id: &FormatId) -> Result<(), StoreError> {
        self.write(|sqlite| {
            unswept::mark(sqlite)?;
            sqlite.execute("DELETE FROM format WHERE id = ?1", [&id.0]).map(drop)
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Format> {
    Ok(row.get::<_, Json<Format>>("format")?.0)
}

/// Puts aside what makes no sense. Its name for good lies in two places, which must agree, or it could not be deleted.
pub(super) fn sift(sqlite: &Connection) -> rusqlite::Result<()> {
    aside::take_out(sqlite, ["format", "id", "id, format"], Some("format"), |row| {
        let id = if_legible(row.get::<_, String>("id"))?;
        let format = if_legible(read(row))?;
        Ok(id.zip(format).is_none_or(|(id, format)| format.id().0 != id))
    })
}
