//! Keeps the weeks of rest. Read and written with the plan.

use crate::column::Col;
use both_heard_core::rhythm::Rest;
use chrono::NaiveDate;
use rusqlite::Connection;

/// Reads all of them, in the order of the calendar.
pub(super) fn all(sqlite: &Connection) -> rusqlite::Result<Vec<Rest>> {
    let mut ask = sqlite.prepare_cached("SELECT first_day, last_day FROM rest ORDER BY first_day")?;
    let rows = ask.query_map([], |row| {
        let Col(from) = row.get::<_, Col<NaiveDate>>(0)?;
        let Col(to) = row.get::<_, Col<NaiveDate>>(1)?;
        Ok(Rest { from, to })
    })?;
    rows.collect()
}

/// Keeps these in place of what was there.
pub(super) fn put(sqlite: &Connection, rests: &[Rest]) -> rusqlite::Result<()> {
    sqlite.execute("DELETE FROM rest", [])?;
    let mut add = sqlite.prepare_cached("INSERT OR REPLACE INTO rest (first_day, last_day) VALUES (?1, ?2)")?;
    rests.iter().try_for_each(|rest| add.execute((Col(rest.from), Col(rest.to))).map(drop))
}
