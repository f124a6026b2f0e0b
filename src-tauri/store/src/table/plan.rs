//! Keeps the rule, how it is told, and since when: one row, or none while what the welcome offers holds.

use super::{aside, changed, rest};
use crate::StoreError;
use crate::column::Col;
use crate::legible::field;
use crate::transaction::{PlanRow, Sql};
use both_heard_core::rhythm::{Plan, Rhythm, Rule};
use rusqlite::types::FromSql;
use rusqlite::{OptionalExtension, Row};

const READ: &str = "SELECT weekday, time, every, first, heads_up, repeats, since FROM plan";

impl PlanRow<'_> {
    /// Reads the plan; what the welcome offers before one is kept.
    pub fn get(&self) -> Result<Plan, StoreError> {
        self.0.read(|sql| {
            let kept = sql.prepare_cached(READ)?.query_row([], read).optional()?;
            let (plan, _) = kept.unwrap_or_default();
            Ok(Plan { changes: changed::all(sql)?, rests: rest::all(sql)?, ..plan })
        })
    }

    /// Tells whether one is kept, which it is from the welcome on.
    pub fn is_kept(&self) -> Result<bool, StoreError> {
        self.0.read(|sql| sql.prepare_cached("SELECT 1 FROM plan")?.exists([]))
    }

    /// Keeps the plan in place of what was there.
    pub fn set(&self, plan: &Plan) -> Result<(), StoreError> {
        self.0.write(|sql| {
            put(sql, plan)?;
            changed::put(sql, &plan.changes)?;
            rest::put(sql, &plan.rests)
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

fn put(sql: &Sql<'_>, plan: &Plan) -> rusqlite::Result<()> {
    let Rhythm { rule, heads_up, repeats } = plan.rhythm;
    sql.execute("DELETE FROM plan", [])?;
    sql.execute(
        "INSERT INTO plan (only, weekday, time, every, first, heads_up, repeats, since) \
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (Col(rule.day), Col(rule.time), Col(rule.every), Col(rule.first), Col(heads_up), repeats, Col(plan.since)),
    )
    .map(drop)
}

/// Keeps what the welcome offers.
pub(super) fn begin_anew(sql: &Sql<'_>) -> rusqlite::Result<()> {
    put(sql, &Plan::default())
}

/// Puts what the welcome offers in the place of what makes no sense, and keeps the row as it was aside.
pub(super) fn mend(sql: &Sql<'_>) -> rusqlite::Result<()> {
    match sql.prepare_cached(READ)?.query_row([], read).optional()? {
        Some((plan, true)) => {
            aside::copy(sql, "plan", "plan", "true", [])?;
            put(sql, &plan)
        }
        _ => Ok(()),
    }
}
