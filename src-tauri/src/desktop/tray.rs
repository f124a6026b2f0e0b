//! Stands in the tray of macOS and Windows, through Tauri, on the thread that draws: it speaks to nobody there.

use super::window::chosen;
use both_heard_app::ports::{InTray, Tray};
use both_heard_desktop::tray::{Choice, ICON, menu};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Runtime};

/// What is to be shown in the tray, and the icon that shows it.
type Standing<R> = Option<(InTray, Option<TrayIcon<R>>)>;

/// The icon in the tray.
pub(super) struct DesktopTray<R: Runtime> {
    handle: AppHandle<R>,
    stands: Arc<Mutex<Standing<R>>>,
}

impl<R: Runtime> DesktopTray<R> {
    pub(super) fn new(handle: AppHandle<R>) -> Self {
        // Once for all the icons there will be: what listens stays, whatever becomes of them.
        handle.on_menu_event(|handle, event| {
            let all = [Choice::Begin, Choice::Snooze, Choice::Open, Choice::Quit];
            if let Some(choice) = all.into_iter().find(|choice| id(*choice) == event.id().as_ref()) {
                chosen(handle, choice);
            }
        });
        Self { handle, stands: Arc::default() }
    }
}

impl<R: Runtime> Tray for DesktopTray<R> {
    /// Shows it, changes it, or takes it away; nothing where nothing is new.
    fn show(&self, shown: Option<&InTray>) {
        let stands = self.stands.lock().unwrap_or_else(PoisonError::into_inner);
        if stands.as_ref().map(|(shown, _)| shown) == shown {
            return;
        }
        drop(stands);
        let (stands, handle, shown) = (Arc::clone(&self.stands), self.handle.clone(), shown.copied());
        // The thread that draws makes the menu.
        let _ = self.handle.run_on_main_thread(move || {
            let mut stands = stands.lock().unwrap_or_else(PoisonError::into_inner);
            *stands = match (shown, stands.take()) {
                (None, _) => {
                    // Tauri holds on to it as well.
                    let _ = handle.remove_tray_by_id(ICON);
                    None
                }
                (Some(shown), None) => Some((shown, make(&handle, &shown).ok())),
                // Asked for twice before this thread came to it.
                (Some(shown), Some((stands, icon))) if shown == stands => Some((stands, icon)),
                (Some(shown), Some((_, icon))) => {
                    let menu = |icon: &TrayIcon<R>| items(&handle, &shown).and_then(|menu| icon.set_menu(Some(menu)));
                    Some((shown, icon.filter(|icon| menu(icon).is_ok())))
                }
            };
        });
    }

    /// Tells whether there is a tray: these systems always have one.
    fn is_there(&self) -> bool {
        true
    }
}

fn make<R: Runtime>(handle: &AppHandle<R>, shown: &InTray) -> tauri::Result<TrayIcon<R>> {
    let icon = TrayIconBuilder::with_id(ICON).tooltip("Both Heard").menu(&items(handle, shown)?);
    let icon = match handle.default_window_icon() {
        Some(picture) => icon.icon(picture.clone()),
        None => icon,
    };
    icon.build(handle)
}

fn items<R: Runtime>(handle: &AppHandle<R>, shown: &InTray) -> tauri::Result<Menu<R>> {
    let (next, choices) = menu(shown);
    let item = |id: &str, text: String, enabled| MenuItem::with_id(handle, id, text, enabled, None::<&str>);
    let next = item("next", next, false)?;
    let line = PredefinedMenuItem::separator(handle)?;
    let choices =
        choices.into_iter().map(|(choice, words)| item(id(choice), words, true)).collect::<tauri::Result<Vec<_>>>()?;
    let mut items: Vec<&dyn IsMenuItem<R>> = vec![&next, &line];
    items.extend(choices.iter().map(|item| item as &dyn IsMenuItem<R>));
    Menu::with_items(handle, &items)
}

const fn id(choice: Choice) -> &'static str {
    match choice {
        Choice::Begin => "begin",
        Choice::Snooze => "snooze",
        Choice::Open => "open",
        Choice::Quit => "quit",
    }
}
