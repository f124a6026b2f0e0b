//! Waits for conditions, with a deadline.

use std::time::{Duration, Instant};

use crate::{DriveError, Outcome};

/// How long a condition may take to come true: long enough for a loaded machine, short enough to notice.
pub const PATIENCE: Duration = Duration::from_secs(45);

/// The time between two looks at a condition.
const LOOK_EVERY: Duration = Duration::from_millis(15);

/// Looks again and again until `look` says yes, and names what was `awaited` when it never does.
pub fn until_true(awaited: &str, mut look: impl FnMut() -> Outcome<bool>) -> Outcome<()> {
    until(awaited, PATIENCE, || Ok(look()?.then_some(())))
}

/// Looks again and again until `look` finds something, and names what was `awaited` when it never does.
pub fn until<T>(awaited: &str, patience: Duration, mut look: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    let since = Instant::now();
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if since.elapsed() >= patience {
            return Err(DriveError::TimedOut { awaited: awaited.to_owned(), waited: since.elapsed() });
        }
        std::thread::sleep(LOOK_EVERY);
    }
}
