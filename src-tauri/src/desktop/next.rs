//! Says the next planned time on the command line, also while the program runs. It makes and changes nothing.

use super::clock::SystemClock;
use crate::app::{STORE, to_come};
use crate::ports::Clock;
use both_heard_store::{Store, StoreError};
use std::path::PathBuf;

/// Finds the next planned time, as `2026-11-29 19:30`; none when there is no store yet, or nothing planned in it.
pub(super) fn next(data_dir: Option<PathBuf>) -> Result<Option<String>, StoreError> {
    let Some(file) = data_dir.map(|folder| folder.join(STORE)) else { return Ok(None) };
    let Some(store) = Store::open_to_read(&file)? else { return Ok(None) };
    if store.couple()?.is_none() {
        return Ok(None);
    }
    let now = SystemClock::start().now().to_utc();
    let next = to_come(&store, &store.plan()?, now, 1)?;
    Ok(next.first().map(|next| next.planned.format("%Y-%m-%d %H:%M").to_string()))
}
