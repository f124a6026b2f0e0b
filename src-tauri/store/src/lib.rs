//! Keeps what the couple keeps, in two SQLite files: their words, and the rhythm, which goes without the words.
//!
//! Knows core's values and SQLite, and nothing else: no Tauri, no clock, no words for the screen. What happens in a
//! check-in is core's; when it is written is the shell's. No type of the database library shows on the outside.
//!
//! [`Store::open`] is the one way in, [`Store::transact`] the one way to what is there: it hands out a [`Transaction`], which has a
//! handle a table, and what is done by them is durable together or not at all. Whatever fails is a [`StoreError`], and nothing has
//! changed then.

mod column;
mod db;
mod error;
mod file;
mod header;
mod legible;
mod past;
mod table;
mod transaction;

pub use db::Store;
pub use error::StoreError;
pub use past::{Both, PastLine, PastPage};
pub use table::aside::Unreadable;
pub use table::away::Away;
pub use table::running::Running;
pub use transaction::Transaction;
