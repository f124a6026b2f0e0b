//! Shows the reminder as a desktop notification, with neutral words: whoever looks over a shoulder learns nothing.

use crate::ports::{Notifier, Reminder};
use crate::words::{Language, Words};
use tauri::{AppHandle, Runtime};
use tauri_plugin_notification::NotificationExt;

/// Is the desktop's notifications.
pub(super) struct DesktopNotifier<R: Runtime> {
    handle: AppHandle<R>,
}

impl<R: Runtime> DesktopNotifier<R> {
    pub(super) const fn new(handle: AppHandle<R>) -> Self {
        Self { handle }
    }
}

impl<R: Runtime> Notifier for DesktopNotifier<R> {
    fn remind(&self, of: Reminder, language: Language) {
        let words = Words::of(language);
        let body = match of {
            Reminder::Due => "desktop-reminder-body",
            Reminder::Return => "desktop-return-body",
            Reminder::StillAway => "desktop-still-away-body",
        };
        let reminder = self.handle.notification().builder();
        let reminder = reminder.title(words.say("desktop-reminder-title", &[])).body(words.say(body, &[]));
        // Whether it was shown cannot be known; what is due stays on Home either way.
        let _ = reminder.show();
    }
}

/// Calls back when a notification is clicked. Must be set before the first one is shown.
pub(super) fn on_click<R: Runtime>(handle: &AppHandle<R>, clicked: impl Fn() + Send + Sync + 'static) {
    // The plugin's desktop half never answers with an error here.
    let _ = handle.notification().on_action(move |_| clicked());
}
