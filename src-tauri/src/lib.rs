//! Adds to the ritual and the store what a desktop adds.
//!
//! - [`app`]: the use cases, one method a command; knows the ports and not the desktop
//! - [`ports`]: what the use cases ask of the world: the time, a notification, a tone, the screen
//! - [`ipc`]: the one list of commands, and what goes over the wire
//! - [`desktop`]: the window, the notifier, the tone, the one thread that sleeps
//! - [`content`]: the formats and decks that ship, as data
//! - [`path_text`]: a path as it is shown
//! - [`settings`]: how the program looks and speaks, in a file of its own
//! - [`words`]: the catalogue, for what is said outside the window

pub mod app;
pub mod content;
pub mod desktop;
pub mod ipc;
pub mod path_text;
pub mod ports;
pub mod settings;
mod small_file;
pub mod words;

pub use desktop::run;
