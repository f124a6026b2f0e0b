//! Keeps when the break from the check-in that runs ends, and what was told of it: one row, or none.

use super::aside;
use crate::StoreError;
use crate::column::Col;
use crate::transaction::{AwayRow, Sql};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row};

/// A break from the check-in that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// When they mean to be back.
    pub ends: DateTime<Utc>,
    /// The instant that had come when it was last told of.
    pub told: Option<DateTime<Utc>>,
}

impl AwayRow<'_> {
    /// Reads the break; none when they are not away.
    pub fn get(&self) -> Result<Option<Away>, StoreError> {
        self.0.read(|sql| sql.prepare_cached("SELECT ends, told FROM break")?.query_row([], read).optional())
    }

    /// Keeps when it ends; none when there is no break any more. What was told stays told.
    pub fn set(&self, ends: Option<DateTime<Utc>>) -> Result<(), StoreError> {
        self.0.write(|sql| match ends {
            None => sql.execute("DELETE FROM break", []).map(drop),
            Some(ends) => sql
                .execute(
                    "INSERT INTO break (only, ends) VALUES (1, ?1) ON CONFLICT DO UPDATE SET ends = excluded.ends",
                    [Col(ends)],
                )
                .map(drop),
        })
    }

    /// Notes what is told of it: the instant that has come.
    pub fn tell(&self, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.0.write(|sql| sql.prepare_cached("UPDATE break SET told = ?1")?.execute([Col(at)]).map(drop))
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Away> {
    let Col(ends) = row.get::<_, Col<DateTime<Utc>>>(0)?;
    let told = row.get::<_, Option<Col<DateTime<Utc>>>>(1)?;
    Ok(Away { ends, told: told.map(|Col(at)| at) })
}

/// Puts aside what makes no sense.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["break", "only", "ends, told"], read)
}
