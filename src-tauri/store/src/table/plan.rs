//! Keeps the weekly rule and the time agreed beside it: one row, or none while what the welcome offers holds.

use crate::column::Col;
use crate::{Store, StoreError};
use both_heard_core::rhythm::{Plan, Weekly};
use chrono::{NaiveDateTime, NaiveTime, Weekday};
use rusqlite::OptionalExtension;

impl Store {
    /// Reads the plan; [`Weekly::default`] before one is kept.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn plan(&self) -> Result<Plan, StoreError> {
        let kept = self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached("SELECT weekday, time, once FROM plan")?;
            ask.query_row([], |row| {
                let Col(day) = row.get::<_, Col<Weekday>>(0)?;
                let Col(time) = row.get::<_, Col<NaiveTime>>(1)?;
                let once = row.get::<_, Option<Col<NaiveDateTime>>>(2)?;
                Ok(Plan { weekly: Weekly { day, time }, once: once.map(|Col(once)| once) })
            })
            .optional()
        })?;
        Ok(kept.unwrap_or(Plan { weekly: Weekly::default(), once: None }))
    }

    /// Keeps the plan in place of what was there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_plan(&mut self, plan: &Plan) -> Result<(), StoreError> {
        self.write(|sqlite| {
            sqlite.execute(
                "INSERT OR REPLACE INTO plan (only, weekday, time, once) VALUES (1, ?1, ?2, ?3)",
                (Col(plan.weekly.day), Col(plan.weekly.time), plan.once.map(Col)),
            )?;
            Ok(())
        })
    }
}
