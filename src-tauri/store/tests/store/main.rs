//! Asks the store what the program asks it, on files of the tests' own.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod access;
mod common;
mod faults;
mod model;
mod privacy;
mod records;
mod rhythm;
mod ritual;
mod schema;
mod spoiled;
mod tables;
