//! Shows notifications through Tauri's plugin, which knows macOS and Windows. It tells of a click, and of no more.

use both_heard_app::ports::{Notification, Notifier};
use both_heard_app::words::Language;
use both_heard_desktop::notifier::{Chosen, Heard, Said};
use tauri::{AppHandle, Runtime};
use tauri_plugin_notification::NotificationExt;

/// The desktop's notifications.
pub(super) struct DesktopNotifier<R: Runtime> {
    handle: AppHandle<R>,
}

impl<R: Runtime> DesktopNotifier<R> {
    /// Speaks to the desktop; `heard` is called with what they chose. Must be made before the first one is shown.
    pub(super) fn new(handle: AppHandle<R>, heard: impl Fn(Heard) + Send + Sync + 'static) -> Self {
        // The plugin's desktop half never answers with an error here.
        let _ = handle.notification().on_action(move |_| heard(Heard::Chosen(Chosen::Open)));
        Self { handle }
    }
}

impl<R: Runtime> Notifier for DesktopNotifier<R> {
    fn is_there(&self) -> bool {
        // These systems always have a place for notifications.
        true
    }

    fn show(&self, of: Notification, language: Language) -> bool {
        let said = Said::of(of, language);
        // Whether it was shown cannot be known; what is due stays on Home either way.
        self.handle.notification().builder().title(said.title).body(said.body).show().is_ok()
    }

    fn withdraw(&self) {
        // The plugin cannot.
    }
}
