//! Holds one file a table: its SQL, its reader (`&self`) and its writer (`&mut self`). A table knows no other's SQL.

mod agreement;
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
