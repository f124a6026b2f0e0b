//! Keeps which planned times were told of, so that none is told of twice and none is forgotten unseen.

use crate::column::Col;
use crate::{Store, StoreError};
use both_heard_core::rhythm::Occurrence;
use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::OptionalExtension;

impl Store {
    /// Notes that a planned time has come. True the first time this local time is seen; it is due from then on.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn remind(&mut self, occurrence: &Occurrence) -> Result<bool, StoreError> {
        self.write(|sqlite| {
            let new = sqlite.execute(
                "INSERT INTO reminder (planned, at) VALUES (?1, ?2) ON CONFLICT (planned) DO NOTHING",
                (Col(occurrence.planned), Col(occurrence.at)),
            )?;
            Ok(new == 1)
        })
    }

    /// Reads the latest planned time that has come and that nobody acted on.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn due(&self) -> Result<Option<Occurrence>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached(
                "SELECT planned, at FROM reminder WHERE acted IS NULL ORDER BY at DESC, planned DESC LIMIT 1",
            )?;
            ask.query_row([], |row| {
                let Col(planned) = row.get::<_, Col<NaiveDateTime>>(0)?;
                let Col(at) = row.get::<_, Col<DateTime<Utc>>>(1)?;
                Ok(Occurrence { planned, at })
            })
            .optional()
        })
    }

    /// Notes that someone acted: nothing that has come so far is due any more. When they did is not kept: it would tell
    /// of a check-in that was to leave no trace.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn acted(&mut self) -> Result<(), StoreError> {
        self.write(|sqlite| {
            sqlite.execute("UPDATE reminder SET acted = at WHERE acted IS NULL", [])?;
            Ok(())
        })
    }
}
