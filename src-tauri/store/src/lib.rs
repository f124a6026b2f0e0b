//! Keeps what the couple keeps, in one SQLite file.
//!
//! Knows core's values and SQLite, and nothing else: no Tauri, no clock, no words for the screen. What happens in a
//! check-in is core's; when it is written is the shell's. No type of the database library shows on the outside.
//!
//! [`Store::open`] is the one way in. Every writer needs `&mut` and is one durable transaction: when it answers `Ok`,
//! the change outlives a power cut; when it answers an error, nothing has changed (but see [`Store::forget`]).

mod column;
mod db;
mod error;
mod header;
mod legible;
mod past;
mod table;

pub use db::Store;
pub use error::StoreError;
pub use past::{Both, PastLine, PastPage};
pub use table::aside::Unreadable;
pub use table::running::{Closing, Running};
