//! Keeps the weeks of rest. Read and written with the plan.

use super::aside;
use crate::column::Col;
use crate::transaction::Sql;
use both_heard_core::rhythm::Rest;
use chrono::NaiveDate;
use rusqlite::Row;

/// Reads all of them, in the order of the calendar.
pub(super) fn all(sql: &Sql<'_>) -> rusqlite::Result<Vec<Rest>> {
    let mut ask = sql.prepare_cached("SELECT first_day, last_day FROM rest ORDER BY first_day")?;
    ask.query_map([], read)?.collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Rest> {
    let Col(from) = row.get::<_, Col<NaiveDate>>(0)?;
    let Col(to) = row.get::<_, Col<NaiveDate>>(1)?;
    Ok(Rest { from, to })
}

/// Puts aside what makes no sense.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["rest", "first_day", "first_day, last_day"], read)
}

/// Keeps these in place of what was there.
pub(super) fn put(sql: &Sql<'_>, rests: &[Rest]) -> rusqlite::Result<()> {
    sql.execute("DELETE FROM rest", [])?;
    let mut add = sql.prepare_cached("INSERT OR REPLACE INTO rest (first_day, last_day) VALUES (?1, ?2)")?;
    rests.iter().try_for_each(|rest| add.execute((Col(rest.from), Col(rest.to))).map(drop))
}
