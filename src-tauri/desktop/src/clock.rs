//! Reads the two clocks; the only place in the program that asks what time it is.

use both_heard_app::Zone;
use both_heard_app::ports::Clock;
use chrono::{DateTime, Local, Utc};
use std::time::{Duration, Instant, SystemTime};

/// The laptop's clocks.
pub struct SystemClock {
    started: Instant,
}

impl SystemClock {
    /// Starts to count.
    #[must_use]
    pub fn start() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Zone> {
        // Not `Utc::now`: that one panics where the clock stands before 1970.
        DateTime::<Utc>::from(SystemTime::now()).with_timezone(&Zone::of(&Local))
    }

    fn running(&self) -> Duration {
        self.started.elapsed()
    }
}
