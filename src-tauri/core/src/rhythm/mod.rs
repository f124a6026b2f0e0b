//! Computes when they meet: a rule in local time, what was agreed beside it, and what is due. Generic over the zone; knows
//! no clock.

mod calendar;
mod due;
mod local;
mod plan;
mod rule;

pub use calendar::{Invitation, Published, calendar};
pub use due::{
    Circumstances, Decision, Due, DueNotice, MISSED, REPEAT, Reminder, Repeat, RepeatReason, SNOOZE, ahead, decide,
    next_look, other_times,
};
pub use local::at_local;
pub use plan::{Change, HeadsUp, Occurrence, Plan, Rest, Rhythm};
pub use rule::{Every, Rule};
