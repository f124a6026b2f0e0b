//! The use cases: what the couple asks for, over the ritual (core), the store, and ports to the world.
//!
//! - [`use_case`]: one method a command; knows the ports and no desktop
//! - [`ports`]: what the use cases ask of the world: the time, ids, a notification, a tone, the window
//! - [`content`]: the formats and decks that ship, as data
//! - [`path_text`]: a path as it is shown
//! - [`settings`]: how the program looks and speaks, in a file of its own
//! - [`words`]: the catalogue, for what is said outside the window
//!
//! It must not know Tauri, a window, D-Bus or a portal, nor the machine's clock, zone or locale.

pub mod content;
pub mod path_text;
pub mod ports;
pub mod settings;
pub mod use_case;
pub mod words;
mod zone;

pub use use_case::{App, Folders, STORE, Trouble};
pub use zone::Zone;
