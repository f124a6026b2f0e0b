//! Keeps the jar: what each puts aside for next time.

use crate::StoreError;
use crate::column::Col;
use crate::table::{aside, unswept};
use crate::transaction::{Jar, Sql};
use both_heard_core::ids::JarNoteId;
use both_heard_core::memory::JarNote;
use both_heard_core::people::Partner;
use rusqlite::params;

impl Jar<'_> {
    /// Lists what one of them put in, oldest first.
    pub fn of(&self, by: Partner) -> Result<Vec<JarNote>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached("SELECT id, words FROM jar WHERE by = ?1 ORDER BY id")?;
            let note =
                |row: &rusqlite::Row<'_>| Ok(JarNote { id: row.get::<_, Col<JarNoteId>>(0)?.0, by, text: row.get(1)? });
            ask.query_map([Col(by)], note)?.collect()
        })
    }

    /// Puts a note in, or in the place of an earlier one of that name.
    pub fn put(&self, note: &JarNote) -> Result<(), StoreError> {
        self.0.write(|sql| {
            let mut put = sql.prepare_cached("INSERT OR REPLACE INTO jar (id, by, words) VALUES (?1, ?2, ?3)")?;
            unswept::mark(sql)?;
            put.execute(params![Col(note.id), Col(note.by), note.text]).map(drop)
        })
    }

    /// Takes notes out. Those that are not there are gone already.
    pub fn take(&self, all: &[JarNoteId]) -> Result<(), StoreError> {
        let text = "DELETE FROM jar WHERE id = ?1";
        self.0.write(|sql| all.iter().try_for_each(|id| unswept::delete(sql, text, [Col(*id)])))
    }
}

/// Puts aside what makes no sense.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["jar", "id", "id, by, words"], |row| {
        Ok((row.get::<_, Col<JarNoteId>>(0)?, row.get::<_, Col<Partner>>(1)?, row.get::<_, String>(2)?))
    })
}
