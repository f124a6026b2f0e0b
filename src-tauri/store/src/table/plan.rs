//! Keeps the rule, how it is told, and since when: one row, or none while what the welcome offers holds.

use super::{changed, rest};
use crate::column::Col;
use crate::{Store, StoreError};
use both_heard_core::rhythm::{Every, HeadsUp, Plan, Rhythm, Rule};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use rusqlite::OptionalExtension;

impl Store {
    /// Reads the plan; what the welcome offers before one is kept.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn plan(&self) -> Result<Plan, StoreError> {
        self.read(|sqlite| {
            let mut ask =
                sqlite.prepare_cached("SELECT weekday, time, every, first, heads_up, repeats, since FROM plan")?;
            let kept = ask.query_row([], |row| {
                let Col(day) = row.get::<_, Col<Weekday>>(0)?;
                let Col(time) = row.get::<_, Col<NaiveTime>>(1)?;
                let Col(every) = row.get::<_, Col<Every>>(2)?;
                let Col(first) = row.get::<_, Col<NaiveDate>>(3)?;
                let Col(heads_up) = row.get::<_, Col<HeadsUp>>(4)?;
                let Col(since) = row.get::<_, Col<DateTime<Utc>>>(6)?;
                let rhythm = Rhythm { rule: Rule { day, time, every, first }, heads_up, repeats: row.get(5)? };
                Ok(Plan { rhythm, since, ..Plan::default() })
            });
            let plan = kept.optional()?.unwrap_or_default();
            Ok(Plan { changes: changed::all(sqlite)?, rests: rest::all(sqlite)?, ..plan })
        })
    }

    /// Keeps the plan in place of what was there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_plan(&mut self, plan: &Plan) -> Result<(), StoreError> {
        self.write(|sqlite| {
            let Rhythm { rule, heads_up, repeats } = plan.rhythm;
            sqlite.execute(
                "INSERT OR REPLACE INTO plan (only, weekday, time, every, first, heads_up, repeats, since) \
                 VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    Col(rule.day),
                    Col(rule.time),
                    Col(rule.every),
                    Col(rule.first),
                    Col(heads_up),
                    repeats,
                    Col(plan.since),
                ),
            )?;
            changed::put(sqlite, &plan.changes)?;
            rest::put(sqlite, &plan.rests)
        })
    }
}
