//! Keeps which planned times have come, so that none is told of twice and none is forgotten unseen.

use super::aside;
use crate::StoreError;
use crate::column::Col;
use crate::transaction::{Reminders, Sql};
use both_heard_core::rhythm::{Reminder, Repeat, RepeatReason};
use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::{OptionalExtension, Row};

impl Reminders<'_> {
    /// Tells whether a planned time is remembered: whatever became of it, and wherever the laptop was.
    pub fn knows(&self, planned: NaiveDateTime) -> Result<bool, StoreError> {
        self.0.read(|sql| sql.prepare_cached("SELECT 1 FROM reminder WHERE planned = ?1")?.exists([Col(planned)]))
    }

    /// Remembers a planned time that has come, or what is to be told of it; those before it are due no more.
    pub fn remember(&self, reminder: &Reminder) -> Result<(), StoreError> {
        self.0.write(|sql| {
            sql.execute("UPDATE reminder SET acted = at WHERE acted IS NULL AND at < ?1", [Col(reminder.at)])?;
            let (repeat, why) =
                (reminder.repeat.map(|repeat| Col(repeat.at)), reminder.repeat.map(|repeat| Col(repeat.why)));
            sql.execute(
                "INSERT INTO reminder (planned, at, again, why) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (planned) DO UPDATE SET again = excluded.again, why = excluded.why",
                (Col(reminder.planned), Col(reminder.at), repeat, why),
            )
            .map(drop)
        })
    }

    /// Reads the latest planned time that has come and that nobody acted on.
    pub fn pending(&self, now: DateTime<Utc>) -> Result<Option<Reminder>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached(
                "SELECT planned, at, again, why FROM reminder WHERE acted IS NULL AND at <= ?1 \
                 ORDER BY at DESC, planned DESC LIMIT 1",
            )?;
            ask.query_row([Col(now)], read).optional()
        })
    }

    /// Notes that someone acted: nothing that has come so far is due any more. When they did is not kept: it would tell
    /// of a check-in that was to leave no trace.
    pub fn dismiss(&self) -> Result<(), StoreError> {
        let text = "UPDATE reminder SET acted = at, again = NULL, why = NULL WHERE acted IS NULL";
        self.0.write(|sql| sql.execute(text, []).map(drop))
    }

    /// Notes that it was told of a planned time that it comes. True the first time.
    pub fn announce(&self, planned: NaiveDateTime) -> Result<bool, StoreError> {
        let text = "INSERT INTO ahead (planned) VALUES (?1) ON CONFLICT DO NOTHING";
        self.0.write(|sql| sql.execute(text, [Col(planned)]).map(|new| new == 1))
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Reminder> {
    let Col(planned) = row.get::<_, Col<NaiveDateTime>>(0)?;
    let Col(at) = row.get::<_, Col<DateTime<Utc>>>(1)?;
    let repeat = row.get::<_, Option<Col<DateTime<Utc>>>>(2)?.zip(row.get::<_, Option<Col<RepeatReason>>>(3)?);
    Ok(Reminder { planned, at, repeat: repeat.map(|(Col(at), Col(why))| Repeat { at, why }) })
}

/// Puts aside what makes no sense.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["reminder", "planned", "planned, at, again, why, acted"], |row| {
        row.get::<_, Option<Col<DateTime<Utc>>>>(4)?;
        read(row)
    })?;
    aside::sift(sql, ["ahead", "planned", "planned"], |row| row.get::<_, Col<NaiveDateTime>>(0))
}
