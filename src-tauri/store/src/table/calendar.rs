//! Keeps the name of the couple's calendar, and what calendars may hold of its files: no word of theirs.

use super::aside;
use crate::StoreError;
use crate::column::Col;
use crate::transaction::{Calendar, Sql};
use both_heard_core::ids::CalendarId;
use both_heard_core::rhythm::Published;
use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};

impl Calendar<'_> {
    /// Reads what was published; none before the first file.
    pub fn get(&self) -> Result<Option<Published>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached("SELECT id, sequence, series FROM calendar")?;
            let Some(kept) = ask.query_row([], read).optional()? else { return Ok(None) };
            let mut ask = sql.prepare_cached("SELECT of, start FROM published")?;
            let rows = ask.query_map([], read_single)?;
            Ok(Some(Published { singles: rows.collect::<rusqlite::Result<_>>()?, ..kept }))
        })
    }

    /// Keeps what was published in place of what was there.
    pub fn set(&self, published: &Published) -> Result<(), StoreError> {
        self.0.write(|sql| {
            sql.execute(
                "INSERT OR REPLACE INTO calendar (only, id, sequence, series) VALUES (1, ?1, ?2, ?3)",
                params![Col(published.id), published.sequence, published.series.map(Col)],
            )?;
            sql.execute("DELETE FROM published", [])?;
            let mut add = sql.prepare_cached("INSERT INTO published (of, start) VALUES (?1, ?2)")?;
            published.singles.iter().try_for_each(|(of, start)| add.execute((Col(*of), Col(*start))).map(drop))
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Published> {
    let Col(id) = row.get::<_, Col<CalendarId>>(0)?;
    let series = row.get::<_, Option<Col<NaiveDateTime>>>(2)?.map(|Col(series)| series);
    Ok(Published { sequence: row.get(1)?, series, ..Published::nothing(id) })
}

fn read_single(row: &Row<'_>) -> rusqlite::Result<(NaiveDateTime, NaiveDateTime)> {
    Ok((row.get::<_, Col<NaiveDateTime>>(0)?.0, row.get::<_, Col<NaiveDateTime>>(1)?.0))
}

/// Puts aside what makes no sense.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["calendar", "only", "id, sequence, series"], read)?;
    aside::sift(sql, ["published", "of", "of, start"], read_single)
}
