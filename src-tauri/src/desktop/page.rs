//! Keeps the window to the program's own page, and brings the page back when it has ended by itself.
//!
//! What shows the page is a process of the system's web view; it may end at any moment. It must not know what the page
//! shows.

use super::window;
use both_heard_app::App;
use both_heard_app::words::Words;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager, Runtime, Url, WebviewWindow};

/// At how many ends within [`WITHIN`] the page is no longer brought back, and it is said instead.
const TOO_OFTEN: usize = 3;
/// How long an end counts.
const WITHIN: Duration = Duration::from_secs(60);

/// What the window's page may do, and how often it has ended.
#[derive(Default)]
pub(super) struct Page {
    /// Whether it may be loaded: once for each window, and once more each time it has ended. So no reload, no way back
    /// and no drop takes it away, whatever address they name.
    may_load: AtomicBool,
    /// When it ended by itself, lately.
    ends: Mutex<Vec<Instant>>,
}

impl Page {
    /// Lets the page be loaded once.
    pub(super) fn admit(&self) {
        self.may_load.store(true, Ordering::Relaxed);
    }

    /// Says whether the window may go to an address: only to its own page, and there only when it was let.
    pub(super) fn admits(&self, url: &Url) -> bool {
        // On Windows nobody tells when the page has ended, and the way back from there is a reload.
        is_ours(url) && (cfg!(windows) || self.may_load.swap(false, Ordering::Relaxed))
    }

    /// Notes an end, and says whether the page is to come back.
    fn ended(&self, at: Instant) -> bool {
        let mut ends = self.ends.lock().unwrap_or_else(PoisonError::into_inner);
        ends.retain(|end| at.saturating_duration_since(*end) < WITHIN);
        ends.push(at);
        ends.len() < TOO_OFTEN
    }

    fn forget_ends(&self) {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Says whether an address is that of the program's own page, as Tauri names it on each system.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Hears when the page of a window ends by itself.
#[cfg(target_os = "linux")]
pub(super) fn watch<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{WebProcessTerminationReason, WebViewExt};
    let handle = window.app_handle().clone();
    window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |_, why| {
            if why != WebProcessTerminationReason::TerminatedByApi {
                ended(&handle);
            }
        });
    })
}

/// Ends the page before its window goes, its last words being written. Where the window went first, WebKit kept a thread of
/// some pages for ever.
#[cfg(target_os = "linux")]
pub(super) fn end<R: Runtime>(window: &WebviewWindow<R>) {
    use webkit2gtk::WebViewExt;
    let _ = window.with_webview(|view| view.inner().terminate_web_process());
}

/// Leaves it to the window, which takes its page with it.
#[cfg(not(target_os = "linux"))]
pub(super) const fn end<R: Runtime>(_window: &WebviewWindow<R>) {}

/// Leaves it to [`tauri::Builder::on_web_content_process_terminate`] on Apple's systems, and to the view's own page of
/// trouble on Windows.
#[cfg(not(target_os = "linux"))]
pub(super) fn watch<R: Runtime>(_window: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

/// Pauses what ran on the page, and brings it back; or says that it ends too often.
pub(super) fn ended<R: Runtime>(handle: &AppHandle<R>) {
    let handle = handle.clone();
    let Some(comes_back) = handle.try_state::<Page>().map(|page| page.ended(Instant::now())) else { return };
    // Not here: this is the thread that draws, and the store may be busy.
    let bring = move || {
        if let Some(app) = handle.try_state::<Arc<App>>() {
            app.lost_its_page();
        }
        let on = handle.clone();
        let _ = handle.run_on_main_thread(move || match comes_back {
            true => load(&on),
            false => tell(&on),
        });
    };
    let _ = thread::Builder::new().name("page".into()).spawn(bring);
}

/// Loads the page anew, if its window is still there.
fn load<R: Runtime>(handle: &AppHandle<R>) {
    if let (Some(page), Some(window)) = (handle.try_state::<Page>(), window::main(handle)) {
        page.admit();
        let _ = window.reload();
    }
}

/// Says in the couple's language that the page ends again and again. The desktop draws it: no page can.
#[cfg(target_os = "linux")]
fn tell<R: Runtime>(handle: &AppHandle<R>) {
    use gtk::prelude::{DialogExt, GtkWindowExt, MessageDialogExt, WidgetExt};
    use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, ResponseType};
    let Some(window) = window::main(handle).and_then(|window| window.gtk_window().ok()) else { return };
    let words = words(handle);
    let say = |key| words.say(key, &[]);
    let dialog = MessageDialog::new(
        Some(&window),
        DialogFlags::MODAL | DialogFlags::DESTROY_WITH_PARENT,
        MessageType::Warning,
        ButtonsType::None,
        &say("desktop-page-ended"),
    );
    dialog.set_title(&say("desktop-title"));
    dialog.set_secondary_text(Some(&say("desktop-page-ended-next")));
    dialog.add_button(&say("desktop-page-ended-close"), ResponseType::Close);
    dialog.add_button(&say("desktop-page-ended-again"), ResponseType::Accept);
    dialog.set_default_response(ResponseType::Accept);
    let handle = handle.clone();
    dialog.connect_response(move |dialog, answer| {
        // Not closed, which would be one more answer; it goes with its window.
        dialog.hide();
        match answer {
            ResponseType::Accept => again(&handle),
            // There is no page that could have last words.
            _ => window::close_without_a_word(&handle),
        }
    });
    dialog.show_all();
}

/// Says it where the window's name stands: the words of Apple's own dialogs need a library more.
#[cfg(not(target_os = "linux"))]
fn tell<R: Runtime>(handle: &AppHandle<R>) {
    if let Some(window) = window::main(handle) {
        let _ = window.set_title(&words(handle).say("desktop-page-ended", &[]));
    }
}

/// Tries once more, as they wish.
#[cfg(target_os = "linux")]
fn again<R: Runtime>(handle: &AppHandle<R>) {
    if let Some(page) = handle.try_state::<Page>() {
        page.forget_ends();
    }
    load(handle);
}

/// Opens the catalogue in the language that the program speaks.
pub(super) fn words<R: Runtime>(handle: &AppHandle<R>) -> Words {
    let language = handle.try_state::<Arc<App>>().map(|app| app.language()).unwrap_or_default();
    Words::of(language)
}

#[cfg(test)]
mod tests {
    use super::{Page, is_ours};
    use std::time::{Duration, Instant};

    #[test]
    fn it_comes_back_but_for_the_third_end_in_a_minute() {
        let check = |ends: &[u64], expect: bool| {
            let (begun, page) = (Instant::now(), Page::default());
            let comes = ends.iter().map(|second| page.ended(begun + Duration::from_secs(*second))).last();
            assert_eq!(comes, Some(expect), "{ends:?}");
        };
        check(&[0], true);
        check(&[0, 1], true);
        check(&[0, 1, 2], false);
        check(&[0, 30, 59], false);
        check(&[0, 30, 60], true);
        check(&[0, 30, 60, 89], false);
        check(&[0, 1, 2, 62], true);
    }

    #[test]
    fn only_the_programs_own_page_is_ours() {
        let check = |url: &str, expect: bool| assert_eq!(is_ours(&url.parse().unwrap()), expect, "{url}");
        check("tauri://localhost", true);
        check("tauri://localhost/index.html", true);
        check("tauri://elsewhere/", false);
        check("http://127.0.0.1:1/", false);
        check("https://example.org/", false);
        check("file:///etc/passwd", false);
        check("data:text/html,x", false);
        check("about:blank", false);
        check("http://tauri.localhost/", cfg!(windows));
        check("http://tauri.localhost.example.org/", false);
    }

    #[test]
    #[cfg(not(windows))]
    fn it_is_loaded_once_each_time_it_is_let() {
        let (page, ours) = (Page::default(), "tauri://localhost".parse().unwrap());
        assert!(!page.admits(&ours));
        page.admit();
        assert!(!page.admits(&"https://example.org/".parse().unwrap()));
        assert!(page.admits(&ours));
        assert!(!page.admits(&ours), "a reload");
    }
}
