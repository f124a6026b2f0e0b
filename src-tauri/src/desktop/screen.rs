//! The screen as the use cases know it: the window, the tray, and what happens when they log in.

use super::theme::Scheme;
use super::tray::Tray;
use super::{login, window};
use crate::ports::{InTray, LoginRefusal, Screen, Signal};
use std::path::PathBuf;
use tauri::{AppHandle, Runtime};

/// The desktop's screen.
pub(super) struct DesktopScreen<R: Runtime> {
    handle: AppHandle<R>,
    scheme: Scheme,
    #[cfg(target_os = "linux")]
    tray: Tray,
    #[cfg(not(target_os = "linux"))]
    tray: Tray<R>,
    data_dir: Option<PathBuf>,
}

impl<R: Runtime> DesktopScreen<R> {
    /// Knows the folder that was asked for, so that a start at login asks for it again.
    pub(super) fn new(handle: AppHandle<R>, data_dir: Option<PathBuf>) -> Self {
        let on = handle.clone();
        let scheme = Scheme::new(move || window::signal(&on, Signal::Scheme));
        Self { scheme, tray: Tray::new(handle.clone()), handle, data_dir }
    }
}

impl<R: Runtime> Screen for DesktopScreen<R> {
    fn signal(&self, it: Signal) {
        window::signal(&self.handle, it);
    }

    fn hide(&self) {
        window::hide(&self.handle);
    }

    fn bring_up(&self) {
        window::bring_up(&self.handle);
    }

    fn rest(&self) {
        window::rest(&self.handle);
    }

    fn show_in_tray(&self, shown: Option<&InTray>) {
        self.tray.show(shown);
    }

    fn has_tray(&self) -> bool {
        self.tray.is_there()
    }

    fn is_dark(&self) -> Option<bool> {
        self.scheme.is_dark()
    }

    fn start_at_login(&self, start: bool) -> Result<(), LoginRefusal> {
        login::start_at_login(&self.handle, start, self.data_dir.as_deref())
    }

    fn leave(&self) {
        window::leave(&self.handle);
    }
}
