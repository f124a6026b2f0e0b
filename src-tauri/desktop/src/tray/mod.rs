//! Stands in the tray while the program is in the background: what comes next, and what can be done.

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub use linux::{DesktopTray, Picture};

use both_heard_app::ports::InTray;
use both_heard_app::words::Words;

/// The icon's name.
pub const ICON: &str = "both-heard";

/// A line of the menu that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// To begin a check-in.
    Begin,
    /// To be reminded later.
    Snooze,
    /// To see the window.
    Open,
    /// To end the program.
    Quit,
}

/// Lists the menu's choices with their words, below the line that says what comes.
#[must_use]
pub fn menu(shown: &InTray) -> (String, Vec<(Choice, String)>) {
    let words = Words::of(shown.language);
    let next = match shown.item.next {
        _ if shown.item.due => words.say("desktop-tray-due", &[]),
        Some(next) if shown.item.near => words.at("desktop-tray-next", next),
        Some(next) => words.on("desktop-tray-next", next),
        None => words.say("desktop-tray-none", &[]),
    };
    let line = |choice, key| (choice, words.say(key, &[]));
    let mut choices = vec![line(Choice::Begin, "desktop-begin")];
    if shown.item.due {
        choices.push(line(Choice::Snooze, "desktop-snooze"));
    }
    choices.extend([line(Choice::Open, "desktop-tray-open"), line(Choice::Quit, "desktop-tray-quit")]);
    (next, choices)
}
