//! Keeps the check-in that runs: what it started from and its events, one at most. Two tables, for an event has no
//! life of its own.

use crate::StoreError;
use crate::column::{Col, Json, is_a_time};
use crate::legible::field;
use crate::table::{aside, typed, unswept};
use crate::transaction::{RunningCheckIn, Sql};
use both_heard_core::ritual::{Beginning, Event, Logged};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};

/// The check-in that runs, as far as it got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// What it started from.
    pub beginning: Beginning,
    /// What happened since, in order; of the words typed into a field only the last.
    pub events: Vec<Logged>,
    /// When the program was last known to be there, to the millisecond.
    pub seen: DateTime<Utc>,
}

/// The field of what is in the way; a step's is its place.
const NAMED: i64 = -1;

impl RunningCheckIn<'_> {
    /// Reads the check-in that runs, if one does.
    pub fn get(&self) -> Result<Option<Running>, StoreError> {
        self.0.read(|sql| {
            let begun = sql
                .prepare_cached("SELECT beginning, seen FROM running")?
                .query_row([], |row| Ok((row.get::<_, Json<Beginning>>(0)?.0, row.get::<_, Col<_>>(1)?.0)))
                .optional()?;
            let Some((beginning, seen)) = begun else {
                return Ok(None);
            };
            let mut ask = sql.prepare_cached("SELECT logged FROM event ORDER BY nr")?;
            let events = ask.query_map([], read)?.collect::<Result<_, _>>()?;
            Ok(Some(Running { beginning, events, seen }))
        })
    }

    /// Begins a check-in; its first sign of life is its beginning. What was typed in another one is none of its words.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] while another one runs: its words are not to be lost.
    pub fn begin(&self, beginning: &Beginning) -> Result<(), StoreError> {
        self.0.write(|sql| {
            sql.execute(
                "INSERT INTO running (only, beginning, seen) VALUES (1, ?1, ?2)",
                (Json(beginning), Col(beginning.at.to_utc())),
            )?;
            typed::end_check_in(sql)
        })
    }

    /// Adds an event to the check-in that runs, which is a sign of life too. Words take the place of earlier words in
    /// the same field; nothing is left of those.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when none runs.
    pub fn append(&self, logged: &Logged) -> Result<(), StoreError> {
        let field = match logged.event {
            Event::Write { step, .. } => i64::try_from(step).ok(),
            // What is in the way has a field of its own, which is no step's.
            Event::Name { .. } => Some(NAMED),
            _ => None,
        };
        let runs = self.0.write(|sql| {
            if sql.prepare_cached("UPDATE running SET seen = ?1")?.execute([Col(logged.at)])? == 0 {
                return Ok(false);
            }
            let mut add = sql.prepare_cached("INSERT OR REPLACE INTO event (field, logged) VALUES (?1, ?2)")?;
            add.execute(params![field, Json(logged)])?;
            Ok(true)
        })?;
        if runs { Ok(()) } else { Err(StoreError::Conflict) }
    }

    /// Overwrites what was named as being in the way.
    pub fn unname(&self) -> Result<(), StoreError> {
        self.0.write(|sql| sql.execute("DELETE FROM event WHERE field = ?1", [NAMED]).map(drop))
    }

    /// Notes that the program is still there, so that its sudden end costs no more of a turn than the time since.
    /// Does nothing when no check-in runs.
    pub fn seen(&self, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.0.write(|sql| sql.prepare_cached("UPDATE running SET seen = ?1")?.execute([Col(at)]).map(drop))
    }

    /// Reads when the two of them last did something in the check-in that runs: its beginning at first.
    pub fn last_done(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        self.0.read(|sql| {
            let ask = "SELECT logged FROM event ORDER BY nr DESC LIMIT 1";
            let last = sql.prepare_cached(ask)?.query_row([], |row| Ok(row.get::<_, Json<Logged>>(0)?.0.at));
            if let Some(last) = last.optional()? {
                return Ok(Some(last));
            }
            let mut begun = sql.prepare_cached("SELECT beginning FROM running")?;
            begun.query_row([], |row| Ok(row.get::<_, Json<Beginning>>(0)?.0.at.to_utc())).optional()
        })
    }

    /// Ends the check-in that runs: nothing of it stays readable in the file. What is kept of it is written beside this.
    pub fn end(&self) -> Result<(), StoreError> {
        self.0.write(|sql| {
            // Both whole and without conditions, see the schema.
            sql.execute("DELETE FROM event", [])?;
            sql.execute("DELETE FROM running", [])?;
            typed::end_check_in(sql)?;
            aside::forget(sql, "event")?;
            aside::forget(sql, "typed").map(drop)
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Logged> {
    let Json(logged) = row.get::<_, Json<Logged>>(0)?;
    if is_a_time(logged.at) { Ok(logged) } else { Err(rusqlite::Error::IntegralValueOutOfRange(0, 0)) }
}

/// Puts aside what makes no sense: events one by one, since the others still count; all of it when it cannot be said what
/// they are events of.
pub(super) fn mend(sql: &Sql<'_>) -> rusqlite::Result<()> {
    type Kept = (Option<Json<Beginning>>, Option<Col<DateTime<Utc>>>);
    let kept = |row: &Row<'_>| -> rusqlite::Result<Kept> { Ok((field(row, 0)?, field(row, 1)?)) };
    let ask = "SELECT beginning, seen FROM running";
    let Some((beginning, seen)) = sql.prepare_cached(ask)?.query_row([], kept).optional()? else { return Ok(()) };
    let Some(Json(beginning)) = beginning.filter(|Json(beginning)| is_a_time(beginning.at.to_utc())) else {
        return put_aside(sql);
    };
    aside::sift(sql, ["event", "nr", "logged"], read)?;
    if seen.is_none() {
        let ask = "SELECT logged FROM event ORDER BY nr DESC LIMIT 1";
        let last = sql.prepare_cached(ask)?.query_row([], read).optional()?;
        let seen = last.map_or(beginning.at.to_utc(), |last| last.at);
        sql.execute("UPDATE running SET seen = ?1", [Col(seen)])?;
    }
    Ok(())
}

/// Puts the whole check-in aside, with what was typed in it. Of one that does not plainly say that it may leave a record,
/// nothing stays but that it was there.
fn put_aside(sql: &Sql<'_>) -> rusqlite::Result<()> {
    let may_be_kept = "SELECT 1 FROM running WHERE instr(CAST(beginning AS TEXT), '\"no_record\":false') > 0";
    if sql.prepare_cached(may_be_kept)?.exists([])? {
        typed::put_check_in_aside(sql)?;
        aside::rename(sql, "event", aside::CHECK_IN)?;
    } else {
        sql.execute("UPDATE running SET beginning = '{}', seen = 0", [])?;
        sql.execute("DELETE FROM event", [])?;
        typed::end_check_in(sql)?;
        aside::forget(sql, "event")?;
        aside::forget(sql, "typed")?;
        unswept::mark(sql)?;
    }
    aside::take_out(sql, ["running", "only", "only"], Some(aside::CHECK_IN), |_| Ok(true))?;
    aside::take_out(sql, ["event", "nr", "nr"], Some(aside::CHECK_IN), |_| Ok(true))
}
