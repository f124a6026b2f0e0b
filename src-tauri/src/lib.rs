//! The shell: adds to the use cases what a desktop adds.
//!
//! - [`ipc`]: the one list of commands, and what goes over the wire
//! - [`desktop`]: the window, the notifier, the tone, the one thread that sleeps

pub mod desktop;
pub mod ipc;

pub use desktop::run;
