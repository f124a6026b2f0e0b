//! Keeps the name of the couple's calendar, and what calendars may hold of its files: no word of theirs.

use super::aside;
use crate::column::Col;
use crate::{Store, StoreError};
use both_heard_core::ids::CalendarId;
use both_heard_core::rhythm::Published;
use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};

impl Store {
    /// Reads what was published; none before the first file.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn published(&self) -> Result<Option<Published>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached("SELECT id, sequence, series FROM calendar")?;
            let Some(kept) = ask.query_row([], read).optional()? else { return Ok(None) };
            let mut ask = sqlite.prepare_cached("SELECT of, start FROM published")?;
            let rows = ask.query_map([], read_single)?;
            Ok(Some(Published { singles: rows.collect::<rusqlite::Result<_>>()?, ..kept }))
        })
    }

    /// Keeps what was published in place of what was there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_published(&mut self, published: &Published) -> Result<(), StoreError> {
        self.write(|sqlite| {
            sqlite.execute(
                "INSERT OR REPLACE INTO calendar (only, id, sequence, series) VALUES (1, ?1, ?2, ?3)",
                params![Col(published.id), published.sequence, published.series.map(Col)],
            )?;
            sqlite.execute("DELETE FROM published", [])?;
            let mut add = sqlite.prepare_cached("INSERT INTO published (of, start) VALUES (?1, ?2)")?;
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
pub(super) fn sift(sqlite: &Connection) -> rusqlite::Result<()> {
    aside::sift(sqlite, ["calendar", "only", "id, sequence, series"], read)?;
    aside::sift(sqlite, ["published", "of", "of, start"], read_single)
}
