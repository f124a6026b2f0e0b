//! Keeps the jar: what each puts aside for next time.

use crate::column::Col;
use crate::table::{aside, unswept};
use crate::{Store, StoreError};
use both_heard_core::ids::JarNoteId;
use both_heard_core::memory::JarNote;
use both_heard_core::people::Partner;
use rusqlite::{Connection, params};

impl Store {
    /// Lists what one of them put in, oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn jar(&self, by: Partner) -> Result<Vec<JarNote>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached("SELECT id, words FROM jar WHERE by = ?1 ORDER BY id")?;
            let note =
                |row: &rusqlite::Row<'_>| Ok(JarNote { id: row.get::<_, Col<JarNoteId>>(0)?.0, by, text: row.get(1)? });
            ask.query_map([Col(by)], note)?.collect()
        })
    }

    /// Puts a note in, or in the place of an earlier one of that name.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn put_in_jar(&mut self, note: &JarNote) -> Result<(), StoreError> {
        self.write(|sqlite| {
            let mut put = sqlite.prepare_cached("INSERT OR REPLACE INTO jar (id, by, words) VALUES (?1, ?2, ?3)")?;
            unswept::mark(sqlite)?;
            put.execute(params![Col(note.id), Col(note.by), note.text]).map(drop)
        })
    }

    /// Takes a note out, so that nothing of it can be read in the file. One that is not there is gone already.
    ///
    /// # Errors
    /// See [`StoreError`]; as [`Store::forget`] it may fail half-way.
    pub fn take_from_jar(&mut self, id: JarNoteId) -> Result<(), StoreError> {
        self.write(|sqlite| take(sqlite, &[id]))?;
        self.sweep()
    }
}

/// Puts aside what makes no sense.
pub(super) fn sift(sqlite: &Connection) -> rusqlite::Result<()> {
    aside::sift(sqlite, ["jar", "id", "id, by, words"], |row| {
        Ok((row.get::<_, Col<JarNoteId>>(0)?, row.get::<_, Col<Partner>>(1)?, row.get::<_, String>(2)?))
    })
}

/// Takes notes out within the transaction of the caller, who sweeps.
pub(crate) fn take(sqlite: &Connection, all: &[JarNoteId]) -> rusqlite::Result<()> {
    let mut out = sqlite.prepare_cached("DELETE FROM jar WHERE id = ?1")?;
    for id in all {
        if out.execute([Col(*id)])? > 0 {
            unswept::mark(sqlite)?;
        }
    }
    Ok(())
}
