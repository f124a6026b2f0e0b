//! Holds one file a table: its SQL, its readers and its writers, within a transaction that [`Transaction`](crate::Transaction) hands out.
//! A table knows no other's SQL.

pub(crate) mod agreement;
pub(crate) mod aside;
pub(crate) mod away;
pub(crate) mod calendar;
pub(crate) mod card;
mod changed;
pub(crate) mod check_in;
pub(crate) mod couple;
pub(crate) mod format;
pub(crate) mod jar;
pub(crate) mod plan;
pub(crate) mod reminder;
mod rest;
pub(crate) mod running;
mod said;
pub(crate) mod spoken;
pub(crate) mod typed;
pub(crate) mod unswept;

use crate::transaction::Sql;
use rusqlite::Result;

/// Puts aside what makes no sense in the tables that are read whole, see [`aside`]; where the rhythm is `lost`, they have what
/// the welcome offers, and it is told.
pub(crate) fn sift(sql: &Sql<'_>, lost: bool) -> Result<()> {
    couple::mend(sql)?;
    if lost {
        plan::begin_anew(sql)?;
        aside::note_lost(sql)?;
    }
    sift_rhythm(sql)?;
    // Before the check-in, which takes its words with it.
    typed::sift(sql)?;
    running::mend(sql)?;
    jar::sift(sql)?;
    card::sift(sql)?;
    format::sift(sql)
}

/// Does the same in the tables of the rhythm's file.
pub(crate) fn sift_rhythm(sql: &Sql<'_>) -> Result<()> {
    plan::mend(sql)?;
    changed::sift(sql)?;
    rest::sift(sql)?;
    reminder::sift(sql)?;
    away::sift(sql)?;
    calendar::sift(sql)
}
