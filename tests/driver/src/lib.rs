//! Drives the real program in a real window, as two people at one laptop would.
//!
//! A [`Desk`] is everything around the program, each fresh: a home, a display, a window manager, a session
//! bus, on request a notification daemon. A [`Window`] is the program under WebDriver on that desk; a
//! [`Program`] is the same without it. Many desks live side by side; each ends, by id, only what it started.
//!
//! Nothing in here knows Both Heard's screens but [`evening`]. Waiting is always for a condition with a
//! deadline, never for a time. Linux only: elsewhere [`Desk::fresh`] refuses with
//! [`DriveError::NotOnThisSystem`] and the rest compiles.

mod child;
mod desk;
mod display;
mod drag;
mod error;
pub mod evening;
#[cfg(target_os = "linux")]
mod foreign;
mod keys;
mod notifications;
mod pictures;
mod process;
mod program;
#[cfg(target_os = "linux")]
mod service;
#[cfg(target_os = "linux")]
mod tray;
mod waiting;
mod wall;
mod window;
mod wire;

pub use desk::{Arrangement, Desk};
pub use display::{Display, XWindow};
pub use drag::Dropped;
pub use error::{DriveError, Outcome};
#[cfg(target_os = "linux")]
pub use foreign::{Hangs, Portal};
pub use notifications::Notification;
pub use pictures::Pictures;
pub use process::{ProcessId, Switches};
pub use program::Program;
#[cfg(target_os = "linux")]
pub use service::{Asked, NotificationServer};
#[cfg(target_os = "linux")]
pub use tray::{MenuLine, TrayHost};
pub use waiting::{PATIENCE, until, until_true};
pub use wall::WallClock;
pub use window::{Element, Window};
