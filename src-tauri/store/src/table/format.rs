//! Keeps the formats that the couple made.

use crate::StoreError;
use crate::column::Json;
use crate::legible::if_legible;
use crate::table::{aside, unswept};
use crate::transaction::{Formats, Sql};
use both_heard_core::ritual::{Format, FormatId};
use rusqlite::{Row, params};

impl Formats<'_> {
    /// Lists their formats, in the order they made them.
    pub fn all(&self) -> Result<Vec<Format>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached("SELECT format FROM format ORDER BY id")?;
            ask.query_map([], read)?.collect()
        })
    }

    /// Keeps a format, in the place of an earlier one of that name.
    pub fn keep(&self, format: &Format) -> Result<(), StoreError> {
        self.0.write(|sql| {
            let mut keep = sql.prepare_cached("INSERT OR REPLACE INTO format (id, format) VALUES (?1, ?2)")?;
            unswept::mark(sql)?;
            keep.execute(params![format.id().0, Json(format)]).map(drop)
        })
    }

    /// Deletes a format. Check-ins that were held in it keep what it was called.
    pub fn delete(&self, id: &FormatId) -> Result<(), StoreError> {
        self.0.write(|sql| unswept::delete(sql, "DELETE FROM format WHERE id = ?1", [&id.0]))
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Format> {
    Ok(row.get::<_, Json<Format>>("format")?.0)
}

/// Puts aside what makes no sense. Its id lies in two places, which must agree, or it could not be deleted.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::take_out(sql, ["format", "id", "id, format"], Some("format"), |row| {
        let id = if_legible(row.get::<_, String>("id"))?;
        let format = if_legible(read(row))?;
        Ok(id.zip(format).is_none_or(|(id, format)| format.id().0 != id))
    })
}
