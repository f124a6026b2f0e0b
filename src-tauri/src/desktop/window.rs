//! Opens the one window, speaks to it, and lets go of it again.

#[cfg(target_os = "linux")]
use super::activation;
use super::drawing;
use super::page::{self, Page};
use super::place::Whereabouts;
use both_heard_app::App;
use both_heard_app::ports::{Signal, Window, WindowRequest};
use both_heard_desktop::tray::Choice;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Emitter, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

/// The window's name, in the capability too.
const MAIN: &str = "main";
/// The name that signals go by.
const SIGNAL: &str = "signal";
/// How long a screen may take to say that it holds on before its window is closed all the same. Its answer may stand
/// behind calls that wait for a locked file, two seconds each.
const NO_ANSWER: Duration = Duration::from_secs(5);

/// A proxy that is not there: the web view reaches no network but through it. WebKit connects to where a link leads as soon as
/// it is clicked, before the program is asked whether it may.
const NOWHERE: &str = "socks5://127.0.0.1:9";

/// The desktop's one window.
pub(super) struct DesktopWindow<R: Runtime>(pub(super) AppHandle<R>);

impl<R: Runtime> Window for DesktopWindow<R> {
    fn signal(&self, it: Signal) {
        signal(&self.0, it);
    }

    fn hide(&self) {
        if let Some(window) = main(&self.0) {
            let _ = window.minimize();
        }
    }

    // The thread that draws does it, as it makes and ends windows: so there is never a second one. If it cannot, it will not
    // be able to say so either.
    fn bring_up(&self) {
        let raising = self.0.clone();
        let _ = self.0.run_on_main_thread(move || raise(&raising));
    }

    // With all that it held: hidden it would keep its memory.
    fn close(&self) {
        self.0.state::<Whereabouts>().keep();
        if let Some(window) = main(&self.0) {
            page::end(&window);
            let _ = window.destroy();
        }
    }

    fn quit(&self) {
        self.0.state::<Whereabouts>().keep();
        self.0.exit(0);
    }
}

/// Opens the window. It is made here and not in the configuration, so that the program can be there without one.
pub(super) fn open<R: Runtime>(handle: &AppHandle<R>) -> tauri::Result<()> {
    if let Some(page) = handle.try_state::<Page>() {
        page.admit();
    }
    drawing::calm();
    let opening = handle.state::<Whereabouts>().opening(handle);
    let asking = handle.clone();
    let mut window = WebviewWindowBuilder::new(handle, MAIN, WebviewUrl::default())
        .title(page::words(handle).say("desktop-title", &[]))
        .inner_size(opening.size.0, opening.size.1)
        .min_inner_size(opening.least.0, opening.least.1)
        .maximized(opening.maximised)
        // The window is the program's page and nothing else, whatever is dropped on it, clicked or asked for.
        .on_navigation(move |url| asking.try_state::<Page>().is_some_and(|page| page.admits(url)))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .proxy_url(Url::parse(NOWHERE).map_err(tauri::Error::InvalidUrl)?)
        .on_download(|_, _| false);
    // WebKit writes down nothing of what is shown (the window's tests search for it); what it makes for itself lies apart
    // from the couple's. Incognito only where it must be: that cannot be driven, so what is tested would not be what ships.
    window = match cache(handle) {
        Some(folder) => window.data_directory(folder),
        None => window.incognito(true),
    };
    if let Some((x, y)) = opening.at {
        window = window.position(x, y);
    }
    let window = window.build()?;
    page::watch(&window)?;
    let closing = handle.clone();
    let placed = window.as_ref().window();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            // Not here: this is the thread that draws, and the store may be busy.
            let closing = closing.clone();
            let _ = thread::Builder::new().name("closing".into()).spawn(move || close(&closing));
        }
        WindowEvent::Moved(_) => closing.state::<Whereabouts>().note(&placed, None),
        WindowEvent::Resized(size) => closing.state::<Whereabouts>().note(&placed, Some(*size)),
        _ => {}
    });
    Ok(())
}

/// Makes the folder for what the web view makes for itself; none where nothing can be written, and then it does without.
/// Nor where the path is no Unicode: the web view would write to another one.
fn cache<R: Runtime>(handle: &AppHandle<R>) -> Option<PathBuf> {
    let folder = handle.path().app_cache_dir().ok().filter(|folder| folder.to_str().is_some())?;
    fs::create_dir_all(&folder).ok()?;
    Some(folder)
}

/// Asks the first time what closing is to mean.
fn close<R: Runtime>(handle: &AppHandle<R>) {
    let Some(app) = handle.try_state::<Arc<App>>() else { return handle.exit(0) };
    let first = if app.asks_before_closing() { Signal::AskClosing } else { Signal::Closing };
    say_goodbye(handle, &app, first, false);
}

/// Lets the screen ask, or say its last words; lets the window go also without a word from one that does not answer.
fn say_goodbye<R: Runtime>(handle: &AppHandle<R>, app: &App, first: Signal, quits: bool) {
    let goodbye = app.say_goodbye(quits);
    if first == Signal::AskClosing {
        lift(handle);
    }
    signal(handle, first);
    thread::sleep(NO_ANSWER);
    if app.is_answered(goodbye) {
        if first == Signal::Closing {
            // It is still there: what it asks must be seen.
            lift(handle);
        }
    } else if main(handle).is_some() {
        // Never an error: commands share one shape.
        let _ = app.leave();
    }
}

/// Lets the window go that has no page any more.
#[cfg(target_os = "linux")]
pub(super) fn close_without_a_word<R: Runtime>(handle: &AppHandle<R>) {
    let Some(app) = handle.try_state::<Arc<App>>() else { return handle.exit(0) };
    app.say_goodbye(false);
    let _ = app.leave();
}

/// Finds the window, if there is one.
pub(super) fn main<R: Runtime>(handle: &AppHandle<R>) -> Option<WebviewWindow<R>> {
    handle.get_webview_window(MAIN)
}

/// Tells the window something; a window that is gone need not know.
pub(super) fn signal<R: Runtime>(handle: &AppHandle<R>, signal: Signal) {
    let _ = handle.emit_to(MAIN, SIGNAL, signal);
}

fn raise<R: Runtime>(handle: &AppHandle<R>) {
    match main(handle) {
        Some(window) => {
            show(&window);
            signal(handle, Signal::Requested);
        }
        None => {
            let _ = open(handle);
        }
    }
    #[cfg(target_os = "linux")]
    if let Some(window) = main(handle) {
        activation::take(&window);
    }
}

/// Lets the window be seen, if there is one: it may be minimised, and closed by a list of windows.
fn lift<R: Runtime>(handle: &AppHandle<R>) {
    if let Some(window) = main(handle) {
        show(&window);
    }
}

fn show<R: Runtime>(window: &WebviewWindow<R>) {
    // A desktop may refuse any of these; the next is tried all the same.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}

/// Makes another window where one is gone that was called before it went. On the thread that draws.
pub(super) fn come_back<R: Runtime>(handle: &AppHandle<R>) {
    if handle.try_state::<Arc<App>>().is_some_and(|app| app.stays() && app.is_called()) {
        raise(handle);
    }
}

/// Ends the program, from outside the window: what was typed there is written first.
pub(super) fn quit<R: Runtime>(handle: &AppHandle<R>) {
    let Some(app) = handle.try_state::<Arc<App>>() else { return handle.exit(0) };
    if main(handle).is_none() {
        return app.quit();
    }
    let (quitting, app) = (handle.clone(), Arc::clone(&app));
    let _ = thread::Builder::new()
        .name("closing".into())
        .spawn(move || say_goodbye(&quitting, &app, Signal::Closing, true));
}

/// Lets them be reminded later, from outside the window; one that is open shows it.
pub(super) fn snooze<R: Runtime>(handle: &AppHandle<R>) {
    // What is wrong with the store is told in the window.
    if handle.try_state::<Arc<App>>().is_some_and(|app| app.snooze().is_ok()) {
        signal(handle, Signal::Due);
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
        Choice::Snooze => snooze(handle),
        Choice::Open => drop(call(handle, WindowRequest::Open)),
        Choice::Quit => quit(handle),
    }
}
