//! Makes ids, of the time and of chance.

use both_heard_app::ports::Ids;
use chrono::{DateTime, Utc};
use std::sync::{Mutex, PoisonError};
use uuid::{ContextV7, Timestamp, Uuid};

/// A source of UUIDs, version 7, each later in the order than those before it.
pub struct TimedIds(Mutex<ContextV7>);

impl Default for TimedIds {
    fn default() -> Self {
        Self(Mutex::new(ContextV7::new()))
    }
}

impl Ids for TimedIds {
    fn fresh(&self, now: DateTime<Utc>) -> Uuid {
        // One has no room for a year before 1970.
        let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
        let ids = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Uuid::new_v7(Timestamp::from_unix(&*ids, seconds, now.timestamp_subsec_nanos()))
    }
}
