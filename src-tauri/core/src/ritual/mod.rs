//! Holds the check-in as a state machine: `step(session, event, now) -> (session, effects)`.
//!
//! A [`Format`] is data; a step is a kind with a length and a whose; a [`Session`] is the fold of its events.
//! It must not know how it is drawn, stored or timed.

mod event;
mod format;
mod session;
mod step;
mod turn;
mod view;

pub use event::{Effect, Ending, Event, FeltHeard, Keep, Logged, Refusal};
pub use format::{Format, FormatError, FormatFault, FormatId, Minutes, Step, StepKind, Whose};
pub use session::{Beginning, Overlay, Session};
pub use step::{Attempt, Line, Moment};
pub use turn::Turn;
pub use view::{StepView, TurnView, View};
