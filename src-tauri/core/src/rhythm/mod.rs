//! Computes when they meet: a weekly rule in local time, and what is due. Generic over the zone; knows no clock.

mod local;
mod reminder;
mod weekly;

pub use local::at_local;
pub use reminder::{due, other_times};
pub use weekly::{Occurrence, Plan, Weekly};
