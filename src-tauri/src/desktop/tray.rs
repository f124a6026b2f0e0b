//! Stands in the tray while the program is in the background: what comes next, and what can be done.

use super::{call, window};
use crate::app::App;
use crate::ports::{InTray, Wish};
use crate::words::Words;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Manager, Runtime};

/// Is the icon's name.
const ICON: &str = "both-heard";

/// Is what is to be shown in the tray, and the icon that shows it where there is a tray.
type Standing<R> = Option<(InTray, Option<TrayIcon<R>>)>;

/// Is the icon in the tray, where there is one.
pub(super) struct Tray<R: Runtime> {
    handle: AppHandle<R>,
    stands: Arc<Mutex<Standing<R>>>,
}

impl<R: Runtime> Tray<R> {
    pub(super) fn new(handle: AppHandle<R>) -> Self {
        // Once for all the icons there will be: what listens stays, whatever becomes of them.
        handle.on_menu_event(|handle, event| chosen(handle, event.id().as_ref()));
        Self { handle, stands: Arc::default() }
    }

    /// Shows it, changes it, or takes it away; nothing where nothing is new.
    pub(super) fn show(&self, shown: Option<&InTray>) {
        let stands = self.stands.lock().unwrap_or_else(PoisonError::into_inner);
        if stands.as_ref().map(|(shown, _)| shown) == shown {
            return;
        }
        drop(stands);
        let (stands, handle, shown) = (Arc::clone(&self.stands), self.handle.clone(), shown.copied());
        let waiting = Arc::clone(&self.stands);
        // The thread that draws makes the menu. Where it cannot, there is no tray, and closing says so.
        let _ = self.handle.run_on_main_thread(move || {
            let mut stands = stands.lock().unwrap_or_else(PoisonError::into_inner);
            *stands = match (shown, stands.take()) {
                (None, _) => {
                    // Tauri holds on to it as well.
                    let _ = handle.remove_tray_by_id(ICON);
                    None
                }
                (Some(shown), None) => {
                    let was_there = is_there();
                    let icon = make(&handle, &shown).ok();
                    if icon.is_none() {
                        wait_for_one(&waiting, handle.clone(), was_there);
                    }
                    Some((shown, icon))
                }
                // Asked for twice before this thread came to it.
                (Some(shown), Some((stands, icon))) if shown == stands => Some((stands, icon)),
                (Some(shown), Some((_, icon))) => {
                    let menu = |icon: &TrayIcon<R>| menu(&handle, &shown).and_then(|menu| icon.set_menu(Some(menu)));
                    Some((shown, icon.filter(|icon| menu(icon).is_ok())))
                }
            };
        });
    }
}

fn make<R: Runtime>(handle: &AppHandle<R>, shown: &InTray) -> tauri::Result<TrayIcon<R>> {
    let icon = TrayIconBuilder::with_id(ICON).tooltip("Both Heard").menu(&menu(handle, shown)?);
    let icon = match handle.default_window_icon() {
        Some(picture) => icon.icon(picture.clone()),
        None => icon,
    };
    icon.build(handle)
}

fn chosen<R: Runtime>(handle: &AppHandle<R>, line: &str) {
    match line {
        "begin" => drop(call(handle, Wish::Begin)),
        "snooze" => window::snooze(handle),
        "open" => drop(call(handle, Wish::Open)),
        "quit" => window::quit(handle),
        _ => {}
    }
}

fn menu<R: Runtime>(handle: &AppHandle<R>, shown: &InTray) -> tauri::Result<Menu<R>> {
    let words = Words::of(shown.language);
    let item = |id: &str, text: String, enabled| MenuItem::with_id(handle, id, text, enabled, None::<&str>);
    let next = match shown.next {
        _ if shown.due => words.say("desktop-tray-due", &[]),
        Some(next) if shown.near => words.at("desktop-tray-next", next),
        Some(next) => words.on("desktop-tray-next", next),
        None => words.say("desktop-tray-none", &[]),
    };
    let next = item("next", next, false)?;
    let begin = item("begin", words.say("desktop-begin", &[]), true)?;
    let snooze = item("snooze", words.say("desktop-snooze", &[]), true)?;
    let open = item("open", words.say("desktop-tray-open", &[]), true)?;
    let quit = item("quit", words.say("desktop-tray-quit", &[]), true)?;
    let line = PredefinedMenuItem::separator(handle)?;
    let mut items: Vec<&dyn IsMenuItem<R>> = vec![&next, &line, &begin];
    if shown.due {
        items.push(&snooze);
    }
    items.extend([&open as &dyn IsMenuItem<R>, &quit]);
    Menu::with_items(handle, &items)
}

#[cfg(target_os = "linux")]
const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Waits, in a thread of its own, until somebody watches for what stands in the tray: whoever starts at login is often
/// there before the desktop is.
#[cfg(target_os = "linux")]
fn wait_for_one<R: Runtime>(stands: &Arc<Mutex<Standing<R>>>, handle: AppHandle<R>, was_there: bool) {
    let stands = Arc::downgrade(stands);
    let wait = move || {
        let bus = zbus::blocking::Connection::session().ok()?;
        let proxy = zbus::blocking::fdo::DBusProxy::new(&bus).ok()?;
        let mut changes = proxy.receive_name_owner_changed_with_args(&[(0, WATCHER)]).ok()?;
        // It may have come since the icon was refused; one that was there then and did not want it may be left alone.
        if was_there || !is_there() {
            changes.find(|change| change.args().is_ok_and(|args| args.new_owner.is_some()))?;
        }
        *stands.upgrade()?.lock().unwrap_or_else(PoisonError::into_inner) = None;
        handle.try_state::<Arc<App>>()?.wake();
        Some(())
    };
    // Without a bus there never is one.
    let _ = std::thread::Builder::new().name("tray".into()).spawn(wait);
}

/// Waits for nothing: these systems always have one.
#[cfg(not(target_os = "linux"))]
fn wait_for_one<R: Runtime>(_: &Arc<Mutex<Standing<R>>>, _: AppHandle<R>, _: bool) {}

/// Tells whether there is a tray: on Linux, whether anybody watches for StatusNotifierItems. Stock GNOME has none.
#[cfg(target_os = "linux")]
pub(super) fn is_there() -> bool {
    let asked = || {
        let bus = zbus::blocking::Connection::session().ok()?;
        let watcher = zbus::names::BusName::try_from(WATCHER).ok()?;
        zbus::blocking::fdo::DBusProxy::new(&bus).ok()?.name_has_owner(watcher).ok()
    };
    asked().unwrap_or(false)
}

/// Tells whether there is a tray: these systems always have one.
#[cfg(not(target_os = "linux"))]
pub(super) const fn is_there() -> bool {
    true
}
