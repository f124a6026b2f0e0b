//! Keeps what became of single planned times. Read and written with the plan.

use super::aside;
use crate::column::Col;
use crate::transaction::Sql;
use both_heard_core::rhythm::Change;
use chrono::NaiveDateTime;
use rusqlite::Row;

/// Reads all of them, in the order of the calendar.
pub(super) fn all(sql: &Sql<'_>) -> rusqlite::Result<Vec<Change>> {
    let mut ask = sql.prepare_cached("SELECT of, moved_to FROM changed ORDER BY of")?;
    ask.query_map([], read)?.collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Change> {
    let Col(of) = row.get::<_, Col<NaiveDateTime>>(0)?;
    let to = row.get::<_, Option<Col<NaiveDateTime>>>(1)?;
    Ok(Change { of, to: to.map(|Col(to)| to) })
}

/// Puts aside what makes no sense.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["changed", "of", "of, moved_to"], read)
}

/// Keeps these in place of what was there.
pub(super) fn put(sql: &Sql<'_>, changes: &[Change]) -> rusqlite::Result<()> {
    sql.execute("DELETE FROM changed", [])?;
    let mut add = sql.prepare_cached("INSERT OR REPLACE INTO changed (of, moved_to) VALUES (?1, ?2)")?;
    changes.iter().try_for_each(|change| add.execute((Col(change.of), change.to.map(Col))).map(drop))
}
