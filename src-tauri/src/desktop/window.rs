//! Opens the one window, and speaks to it.

use crate::ports::{Screen, Signal};
use crate::words::{Language, Words};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindowBuilder, WindowEvent};

/// Is the window's name, in the capability too.
const MAIN: &str = "main";
/// Is the name that signals go by.
const SIGNAL: &str = "signal";
/// Is how long the screen has for its last words when the window closes.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Opens the window. It is made here and not in the configuration, so that a start without one stays possible.
pub(super) fn open<R: Runtime>(handle: &AppHandle<R>) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(handle, MAIN, WebviewUrl::default())
        .title(Words::of(Language::of_the_desktop()).say("desktop-title", &[]))
        .inner_size(1100.0, 720.0)
        .min_inner_size(720.0, 560.0)
        // WebKit writes down nothing of what is shown (the window's tests search for it); what it makes for itself lies
        // apart from the couple's. Not `incognito`: that cannot be driven, so what is tested would not be what ships.
        .data_directory(handle.path().app_cache_dir()?)
        .build()?;
    let closing = handle.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
            signal(&closing, Signal::Closing);
            leave_soon(&closing);
        }
    });
    Ok(())
}

/// Ends the program also when the screen does not answer.
fn leave_soon<R: Runtime>(handle: &AppHandle<R>) {
    let waiting = handle.clone();
    let wait = move || {
        thread::sleep(LAST_WORDS);
        waiting.exit(0);
    };
    if thread::Builder::new().name("closing".into()).spawn(wait).is_err() {
        handle.exit(0);
    }
}

/// Tells the window something; a window that is gone need not know.
pub(super) fn signal<R: Runtime>(handle: &AppHandle<R>, signal: Signal) {
    let _ = handle.emit_to(MAIN, SIGNAL, signal);
}

/// Brings the window up, wherever it was.
pub(super) fn raise<R: Runtime>(handle: &AppHandle<R>) {
    if let Some(window) = handle.get_webview_window(MAIN) {
        // A desktop may refuse any of these; the next is tried all the same.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Is the one window.
pub(super) struct Window<R: Runtime> {
    handle: AppHandle<R>,
}

impl<R: Runtime> Window<R> {
    pub(super) const fn new(handle: AppHandle<R>) -> Self {
        Self { handle }
    }
}

impl<R: Runtime> Screen for Window<R> {
    fn signal(&self, it: Signal) {
        signal(&self.handle, it);
    }

    fn hide(&self) {
        if let Some(window) = self.handle.get_webview_window(MAIN) {
            let _ = window.minimize();
        }
    }

    fn leave(&self) {
        self.handle.exit(0);
    }
}
