//! The window as the use cases know it, and what becomes of what they choose outside it.

use super::window;
use both_heard_app::App;
use both_heard_app::ports::{Signal, Window, WindowRequest};
use both_heard_desktop::tray::Choice;
use std::sync::Arc;
use tauri::{AppHandle, Manager, Runtime};

/// The desktop's one window.
pub(super) struct DesktopWindow<R: Runtime>(pub(super) AppHandle<R>);

impl<R: Runtime> Window for DesktopWindow<R> {
    fn signal(&self, signal: Signal) {
        window::signal(&self.0, signal);
    }

    fn hide(&self) {
        window::hide(&self.0);
    }

    fn bring_up(&self) {
        window::bring_up(&self.0);
    }

    fn close(&self) {
        window::destroy(&self.0);
    }

    fn quit(&self) {
        window::leave(&self.0);
    }
}

/// Calls the window from outside, for what they want of it; false when the program is ending.
pub(super) fn call<R: Runtime>(handle: &AppHandle<R>, request: WindowRequest) -> bool {
    let app = handle.try_state::<Arc<App>>().filter(|app| !app.ends());
    app.inspect(|app| app.bring_up(request)).is_some()
}

/// Does what was chosen in the tray.
pub(super) fn chosen<R: Runtime>(handle: &AppHandle<R>, choice: Choice) {
    match choice {
        Choice::Begin => drop(call(handle, WindowRequest::Begin)),
        Choice::Snooze => window::snooze(handle),
        Choice::Open => drop(call(handle, WindowRequest::Open)),
        Choice::Quit => window::quit(handle),
    }
}
