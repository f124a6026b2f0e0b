//! Remembers that something was deleted until no copy of it is left in the file.
//!
//! `secure_delete` overwrites a deleted row and a freed page. It misses the copies that SQLite leaves in the free room
//! of a page whose rows it moved to a neighbour (`rebuildPage` in `btree.c` does not clear it; seen with 3.51.3). Only
//! a rewrite of the file is sure, and it cannot be one transaction with the deletion; so the deletion leaves a mark,
//! and whoever finds the mark sweeps: at once after a deletion, and when the file is next opened after words that took
//! the place of others.

use crate::transaction::Sql;
use rusqlite::{Params, Result};

/// Leaves the mark, within the transaction that deletes.
pub(super) fn mark(sql: &Sql<'_>) -> Result<()> {
    sql.execute("INSERT OR IGNORE INTO unswept (only) VALUES (1)", []).map(drop)
}

/// Deletes rows, and leaves the mark where there were some.
pub(super) fn delete(sql: &Sql<'_>, text: &str, params: impl Params) -> Result<()> {
    if sql.prepare_cached(text)?.execute(params)? > 0 { mark(sql) } else { Ok(()) }
}

/// Tells whether there is a mark.
pub(crate) fn is_marked(sql: &Sql<'_>) -> Result<bool> {
    sql.prepare_cached("SELECT 1 FROM unswept")?.exists([])
}

/// Takes the mark away, after a rewrite.
pub(crate) fn unmark(sql: &Sql<'_>) -> Result<()> {
    sql.execute("DELETE FROM unswept", []).map(drop)
}
