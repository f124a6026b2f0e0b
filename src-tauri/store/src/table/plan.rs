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
            let mut ask = sqlite.prepare_cached("SELECT weekday, time, once, instead_of FROM plan")?;
            ask.query_row([], |row| {
                let Col(day) = row.get::<_, Col<Weekday>>(0)?;
                let Col(time) = row.get::<_, Col<NaiveTime>>(1)?;
                let once = row.get::<_, Option<Col<NaiveDateTime>>>(2)?;
                let instead_of = row.get::<_, Option<Col<NaiveDateTime>>>(3)?;
                let plain = |time: Option<Col<NaiveDateTime>>| time.map(|Col(time)| time);
                Ok(Plan { weekly: Weekly { day, time }, once: plain(once), instead_of: plain(instead_of) })
            })
            .optional()
        })?;
        Ok(kept.unwrap_or(Plan { weekly: Weekly::default(), once: None, instead_of: None }))
    }

    /// Keeps the plan in place of what was there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_plan(&mut self, plan: &Plan) -> Result<(), StoreError> {
        self.write(|sqlite| {
            sqlite.execute(
                "INSERT OR REPLACE INTO plan (only, weekday, time, once, instead_of) VALUES (1, ?1, ?2, ?3, ?4)",
                (Col(plan.weekly.day), Col(plan.weekly.time), plan.once.map(Col), plan.instead_of.map(Col)),
            )?;
            Ok(())
        })
    }
}
