//! Keeps the formats that the couple made.

use crate::column::Json;
use crate::table::unswept;
use crate::{Store, StoreError};
use both_heard_core::ritual::{Format, FormatId};
use rusqlite::params;

impl Store {
    /// Lists their formats, in the order they made them.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn formats(&self) -> Result<Vec<Format>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached("SELECT format FROM format ORDER BY id")?;
            ask.query_map([], |row| Ok(row.get::<_, Json<Format>>(0)?.0))?.collect()
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
