//! Shows reminders as desktop notifications, with neutral words: whoever looks over a shoulder learns nothing.

#[cfg(target_os = "linux")]
mod linux;

#[cfg(target_os = "linux")]
pub use linux::DesktopNotifier;

use both_heard_app::ports::Notification;
use both_heard_app::words::{Language, Words};

/// What a desktop's notifications say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
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
pub enum Chosen {
    /// The notification itself.
    Open,
    /// To begin.
    Begin,
    /// To be reminded later.
    Snooze,
}

/// A notification in words.
pub struct Said {
    /// What it is about.
    pub title: String,
    /// What it says.
    pub body: String,
    /// What can be chosen on it, in words; nothing where there is nothing to begin.
    pub choices: Vec<(Chosen, String)>,
}

impl Said {
    /// Words a reminder.
    #[must_use]
    pub fn of(reminder: Notification, language: Language) -> Self {
        let words = Words::of(language);
        let say = |key: &str| words.say(key, &[]);
        let body = match reminder {
            Notification::Ahead { planned } => words.at("desktop-ahead-body", planned),
            Notification::Due { planned, late: true } => words.at("desktop-late-body", planned),
            Notification::Due { late: false, .. } => say("desktop-reminder-body"),
            Notification::Return => say("desktop-return-body"),
            Notification::StillAway => say("desktop-still-away-body"),
            Notification::Test => say("desktop-test-body"),
        };
        let choices = match reminder {
            Notification::Due { .. } => {
                vec![(Chosen::Begin, say("desktop-begin")), (Chosen::Snooze, say("desktop-snooze"))]
            }
            _ => vec![],
        };
        Self { title: say("desktop-reminder-title"), body, choices }
    }
}
