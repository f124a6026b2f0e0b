//! Hands on what lets a window come to the front. On Wayland a desktop raises a window only for a click, and whoever was
//! clicked, such as a notification, is given a token for it (xdg-activation); on X11 it is the startup notification's.

use gtk::prelude::GtkWindowExt;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

/// The last token that was given, until a window takes it.
#[derive(Default)]
pub(super) struct Activation(Mutex<Option<String>>);

/// Keeps a token for the window that is called next.
pub(super) fn keep<R: Runtime>(handle: &AppHandle<R>, token: String) {
    if let Some(kept) = handle.try_state::<Activation>() {
        *kept.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
    }
}

/// Finds what whoever started this program was given for it. Before GTK begins, which takes it.
pub(super) fn given() -> Option<String> {
    let given = |name| std::env::var(name).ok().filter(|token| !token.is_empty());
    given("XDG_ACTIVATION_TOKEN").or_else(|| given("DESKTOP_STARTUP_ID"))
}

/// Lets the window come to the front with the token there is. On the thread that draws.
pub(super) fn take<R: Runtime>(window: &WebviewWindow<R>) {
    let kept = window.try_state::<Activation>();
    let token = kept.and_then(|kept| kept.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    if let (Some(token), Ok(window)) = (token, window.gtk_window()) {
        // GTK passes it to the desktop at once where the window is on the screen, and when it comes there otherwise.
        window.set_startup_id(&token);
    }
}
