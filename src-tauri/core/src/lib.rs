//! Computes the ritual and the rhythm on plain values.
//!
//! Knows nothing of Tauri, SQL, files, threads or the clock: `now`, ids and zones are parameters, so everything
//! here is tested as a table of cases. The shell decides *when* to ask, the store *where* it is written.

pub mod cards;
pub mod ids;
pub mod memory;
pub mod people;
pub mod rhythm;
pub mod ritual;
pub mod text;
pub mod typed;
pub mod watch;
