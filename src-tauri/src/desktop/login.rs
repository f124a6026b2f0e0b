//! Lets the program start when they log in, through Tauri's plugin, which knows macOS and Windows.

use both_heard_app::ports::{LoginItem, LoginRefusal};
use std::path::PathBuf;
use tauri::{AppHandle, Runtime};
use tauri_plugin_autostart::ManagerExt;

/// The one entry there is here for all data folders; its arguments were given when the plugin was made.
pub(super) struct LoginEntry<R: Runtime>(pub(super) AppHandle<R>);

impl<R: Runtime> LoginItem for LoginEntry<R> {
    fn set(&self, starts: bool) -> Result<(), LoginRefusal> {
        let login = self.0.autolaunch();
        // Where the entry lies only the plugin knows.
        let done = if starts { login.enable() } else { login.disable() };
        done.map_err(|_| LoginRefusal::Unwritable(PathBuf::new()))
    }
}
