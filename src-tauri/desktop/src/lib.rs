//! What a desktop adds without a window: the ports of the use cases over D-Bus, files and the system's own calls.
//!
//! It must not know Tauri, GTK or a web view, so that a program can wait for a reminder without them. Where a system's
//! tray, notifications or login are reached through Tauri, the shell has them.

pub mod alarm;
pub mod arguments;
#[cfg(target_os = "linux")]
pub mod bus;
pub mod clock;
pub mod copies;
pub mod ids;
#[cfg(target_os = "linux")]
pub mod login;
pub mod memory;
pub mod next;
pub mod notifier;
pub mod preferences;
pub mod sound;
pub mod tray;
