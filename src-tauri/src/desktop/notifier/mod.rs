//! Shows reminders as desktop notifications, with neutral words: whoever looks over a shoulder learns nothing.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod other;

#[cfg(target_os = "linux")]
pub(super) use linux::DesktopNotifier;
#[cfg(not(target_os = "linux"))]
pub(super) use other::DesktopNotifier;

use crate::ports::Reminder;
use crate::words::{Language, Words};

/// What a desktop's notifications say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heard {
    /// There is something that shows them, from now on.
    #[cfg(target_os = "linux")]
    Appeared,
    /// The desktop lets a window come to the front with this, for the choice that follows.
    #[cfg(target_os = "linux")]
    Activation(String),
    /// They chose something on one.
    Chosen(Chosen),
}

/// What they chose on a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chosen {
    /// The notification itself.
    Open,
    /// To begin.
    Begin,
    /// To be reminded later.
    Snooze,
}

/// A notification in words.
struct Said {
    title: String,
    body: String,
    /// What can be chosen on it, in words; nothing where there is nothing to begin.
    choices: Vec<(Chosen, String)>,
}

impl Said {
    fn of(reminder: Reminder, language: Language) -> Self {
        let words = Words::of(language);
        let say = |key: &str| words.say(key, &[]);
        let body = match reminder {
            Reminder::Ahead { planned } => words.at("desktop-ahead-body", planned),
            Reminder::Due { planned, late: true } => words.at("desktop-late-body", planned),
            Reminder::Due { late: false, .. } => say("desktop-reminder-body"),
            Reminder::Return => say("desktop-return-body"),
            Reminder::StillAway => say("desktop-still-away-body"),
            Reminder::Test => say("desktop-test-body"),
        };
        let choices = match reminder {
            Reminder::Due { .. } => {
                vec![(Chosen::Begin, say("desktop-begin")), (Chosen::Snooze, say("desktop-snooze"))]
            }
            _ => vec![],
        };
        Self { title: say("desktop-reminder-title"), body, choices }
    }
}
