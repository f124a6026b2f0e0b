//! Remembers that something was deleted until no copy of it is left in the file.
//!
//! `secure_delete` overwrites a deleted row and a freed page. It misses the copies that SQLite leaves in the free room
//! of a page whose rows it moved to a neighbour (`rebuildPage` in `btree.c` does not clear it; seen with 3.51.3). Only
//! a rewrite of the file is sure, and it cannot be one transaction with the deletion; so the deletion leaves a mark,
//! and whoever finds the mark sweeps: at once after a deletion, and when the file is next opened after words that took
//! the place of others.

use crate::{Store, StoreError};
use rusqlite::Connection;

/// Leaves the mark, within the transaction that deletes.
pub(super) fn mark(sqlite: &Connection) -> rusqlite::Result<()> {
    sqlite.execute("INSERT OR IGNORE INTO unswept (only) VALUES (1)", [])?;
    Ok(())
}

impl Store {
    /// Rewrites the file, if something was deleted since it was last rewritten.
    pub(crate) fn sweep(&mut self) -> Result<(), StoreError> {
        if self.read(|sqlite| sqlite.query_row("SELECT count(*) FROM unswept", [], |row| row.get::<_, u32>(0)))? == 0 {
            return Ok(());
        }
        self.rewrite()?;
        self.write(|sqlite| sqlite.execute("DELETE FROM unswept", []).map(drop))
    }
}
