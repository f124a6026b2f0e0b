//! Holds the check-in as a state machine: `step(session, event, now) -> session`.
//!
//! A [`Format`] is data; a step is a kind with a length and a whose; a [`Session`] is the fold of its events.
//! It must not know how it is drawn, stored or timed.

mod event;
mod format;
mod kind;
mod overlay;
mod session;
mod step;
mod turn;
mod view;

pub use event::{Ending, Event, FeltHeard, Keep, Logged, Looked, Prompt, Refusal, Reply, Source};
pub use format::{Draft, Format, FormatError, FormatFault, FormatId, Step};
pub use kind::{Minutes, StepKind, Whose};
pub use overlay::{Block, Overlay};
pub use session::{Beginning, Session};
pub use step::{Attempt, Line, Moment};
pub use turn::Turn;
pub use view::{BreakLength, OverlayView, StepView, TurnView, View};
