//! Stands in the tray while the program is in the background: what comes next, and what can be done.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;

#[cfg(target_os = "linux")]
pub(super) use linux::Tray;
#[cfg(not(target_os = "linux"))]
pub(super) use other::Tray;

use super::{call, window};
use crate::ports::{InTray, Wish};
use crate::words::Words;
use tauri::{AppHandle, Runtime};

/// The icon's name.
const ICON: &str = "both-heard";

/// A line of the menu that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Begin,
    Snooze,
    Open,
    Quit,
}

/// Lists the menu's choices with their words, below the line that says what comes.
fn menu(shown: &InTray) -> (String, Vec<(Choice, String)>) {
    let words = Words::of(shown.language);
    let next = match shown.next {
        _ if shown.due => words.say("desktop-tray-due", &[]),
        Some(next) if shown.near => words.at("desktop-tray-next", next),
        Some(next) => words.on("desktop-tray-next", next),
        None => words.say("desktop-tray-none", &[]),
    };
    let line = |choice, key| (choice, words.say(key, &[]));
    let mut choices = vec![line(Choice::Begin, "desktop-begin")];
    if shown.due {
        choices.push(line(Choice::Snooze, "desktop-snooze"));
    }
    choices.extend([line(Choice::Open, "desktop-tray-open"), line(Choice::Quit, "desktop-tray-quit")]);
    (next, choices)
}

/// Does what was chosen.
fn chosen<R: Runtime>(handle: &AppHandle<R>, choice: Choice) {
    match choice {
        Choice::Begin => drop(call(handle, Wish::Begin)),
        Choice::Snooze => window::snooze(handle),
        Choice::Open => drop(call(handle, Wish::Open)),
        Choice::Quit => window::quit(handle),
    }
}
