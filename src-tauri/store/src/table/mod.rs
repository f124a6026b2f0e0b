//! Holds one file a table: its SQL, its reader (`&self`) and its writer (`&mut self`). A table knows no other's SQL.

mod agreement;
pub(crate) mod aside;
mod calendar;
mod card;
mod changed;
mod check_in;
mod couple;
mod format;
mod jar;
mod plan;
mod reminder;
mod rest;
pub(crate) mod running;
mod said;
pub(crate) mod spoken;
mod typed;
mod unswept;

use rusqlite::{Connection, Result};

/// Puts aside what makes no sense in the tables that are read whole, see [`aside`].
pub(crate) fn sift(sqlite: &Connection) -> Result<()> {
    couple::mend(sqlite)?;
    plan::mend(sqlite)?;
    changed::sift(sqlite)?;
    rest::sift(sqlite)?;
    reminder::sift(sqlite)?;
    calendar::sift(sqlite)?;
    // Before the check-in, which takes its words with it.
    typed::sift(sqlite)?;
    running::mend(sqlite)?;
    jar::sift(sqlite)?;
    card::sift(sqlite)?;
    format::sift(sqlite)
}
