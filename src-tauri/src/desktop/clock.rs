//! Reads the two clocks; the only place in the program that asks what time it is.

use crate::ports::Clock;
use chrono::{DateTime, Local};
use std::time::{Duration, Instant};

/// Is the laptop's clocks.
pub(super) struct SystemClock {
    started: Instant,
}

impl SystemClock {
    /// Starts to count.
    pub(super) fn start() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Local> {
        Local::now()
    }

    fn running(&self) -> Duration {
        self.started.elapsed()
    }
}
