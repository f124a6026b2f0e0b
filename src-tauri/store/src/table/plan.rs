//! Keeps the rule, how it is told, and since when: one row, or none while what the welcome offers holds.

use super::{aside, changed, rest};
use crate::column::Col;
use crate::legible::field;
use crate::{Store, StoreError};
use both_heard_core::rhythm::{Plan, Rhythm, Rule};
use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Row};

const READ: &str = "SELECT weekday, time, every, first, heads_up, repeats, since FROM plan";

impl Store {
    /// Reads the plan; what the welcome offers before one is kept.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn plan(&self) -> Result<Plan, StoreError> {
        self.read(|sqlite| {
            let kept = sqlite.prepare_cached(READ)?.query_row([], read).optional()?;
            let (plan, _) = kept.unwrap_or_default();
            Ok(Plan { changes: changed::all(sqlite)?, rests: rest::all(sqlite)?, ..plan })
        })
    }

    /// Keeps the plan in place of what was there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_plan(&mut self, plan: &Plan) -> Result<(), StoreError> {
        self.write(|sqlite| {
            put(sqlite, plan)?;
            changed::put(sqlite, &plan.changes)?;
            rest::put(sqlite, &plan.rests)
        })
    }
}

/// Reads the row; what of it makes no sense is as the welcome offers it. Answers also whether there was such a thing.
fn read(row: &Row<'_>) -> rusqlite::Result<(Plan, bool)> {
    let usual = Plan::default();
    let mut mended = false;
    let Rule { day, time, every, first } = usual.rhythm.rule;
    let rule = Rule {
        day: or(row, 0, day, &mut mended)?,
        time: or(row, 1, time, &mut mended)?,
        every: or(row, 2, every, &mut mended)?,
        first: or(row, 3, first, &mut mended)?,
    };
    let heads_up = or(row, 4, usual.rhythm.heads_up, &mut mended)?;
    let repeats = field(row, 5)?;
    mended |= repeats.is_none();
    let repeats = repeats.unwrap_or(usual.rhythm.repeats);
    let since = or(row, 6, usual.since, &mut mended)?;
    Ok((Plan { rhythm: Rhythm { rule, heads_up, repeats }, since, ..usual }, mended))
}

fn or<T>(row: &Row<'_>, index: usize, usual: T, mended: &mut bool) -> rusqlite::Result<T>
where
    Col<T>: FromSql,
{
    let read = field::<Col<T>>(row, index)?;
    *mended |= read.is_none();
    Ok(read.map_or(usual, |Col(value)| value))
}

fn put(sqlite: &Connection, plan: &Plan) -> rusqlite::Result<()> {
    let Rhythm { rule, heads_up, repeats } = plan.rhythm;
    sqlite.execute("DELETE FROM plan", [])?;
    sqlite.execute(
        "INSERT INTO plan (only, weekday, time, every, first, heads_up, repeats, since) \
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (Col(rule.day), Col(rule.time), Col(rule.every), Col(rule.first), Col(heads_up), repeats, Col(plan.since)),
    )?;
    Ok(())
}

/// Puts what the welcome offers in the place of what makes no sense, and keeps the row as it was aside.
pub(super) fn mend(sqlite: &Connection) -> rusqlite::Result<()> {
    match sqlite.query_row(READ, [], read).optional()? {
        Some((plan, true)) => {
            aside::copy(sqlite, "plan", "plan", "true", [])?;
            put(sqlite, &plan)
        }
        _ => Ok(()),
    }
}
