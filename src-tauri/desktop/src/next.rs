//! Says the next planned time on the command line, also while the program runs. It makes and changes nothing.

use crate::clock::SystemClock;
use both_heard_app::STORE;
use both_heard_app::ports::Clock;
use both_heard_app::use_case::to_come;
use both_heard_store::{Store, StoreError};
use std::path::PathBuf;

/// Finds the next planned time, as `2026-11-29 19:30`; none when there is no store yet, or nothing planned in it.
///
/// # Errors
/// Tells what is wrong with the store.
pub fn next(data_dir: Option<PathBuf>) -> Result<Option<String>, StoreError> {
    let Some(file) = data_dir.map(|folder| folder.join(STORE)) else { return Ok(None) };
    let rhythm = Store::open_rhythm_to_read(&file)?;
    // One of before the rhythm had a file of its own is read whole.
    let Some(mut store) = rhythm.map_or_else(|| Store::open_to_read(&file), |rhythm| Ok(Some(rhythm)))? else {
        return Ok(None);
    };
    let now = SystemClock::start().now();
    let next = store.transact(|tx| match tx.plan().is_kept()? {
        false => Ok(vec![]),
        true => to_come(tx, &tx.plan().get()?, &now.timezone(), now.to_utc(), 1),
    })?;
    Ok(next.first().map(|next| next.planned.format("%Y-%m-%d %H:%M").to_string()))
}
