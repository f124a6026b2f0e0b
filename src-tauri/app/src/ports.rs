//! Names what the use cases ask of the world, so that tests can be the world.

use crate::settings::{Timbre, Volume};
use crate::words::Language;
use crate::zone::Zone;
use both_heard_core::watch::TrayItem;
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::Serialize;
use std::path::PathBuf;
use std::time::Duration;
use ts_rs::TS;
use uuid::Uuid;

/// The clocks: the wall's, which people set, and one that only runs.
pub trait Clock: Send + Sync {
    /// Reads the wall clock, in the zone that the laptop is in now.
    fn now(&self) -> DateTime<Zone>;
    /// Reads a clock that never jumps; it may stand still while the laptop sleeps.
    fn running(&self) -> Duration;
}

/// The desktop's notifications. Best effort: nobody learns whether it was seen, so what is due stays due in the store.
pub trait Notifier: Send + Sync {
    /// Tells whether there is something on this desktop that shows notifications, as it was last heard, at once.
    fn is_there(&self) -> bool;
    /// Says that a time has come; false when it certainly was not shown. May take as long as another program does.
    fn show(&self, notification: Notification, language: Language) -> bool;
    /// Takes what it shows off the screen: someone acted on it. May take as long as another program does.
    fn withdraw(&self);
}

/// What a notification tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notification {
    /// A planned time together that is still to come.
    Ahead {
        /// The time on the wall.
        planned: NaiveDateTime,
    },
    /// A planned time together.
    Due {
        /// The time on the wall.
        planned: NaiveDateTime,
        /// Whether it was planned for earlier.
        late: bool,
    },
    /// The end of a break.
    Return,
    /// A day after a break from which they have not come back.
    StillAway,
    /// None: they want to see what a reminder looks like.
    Test,
}

/// The tone, where there is something to sound it.
pub trait Chime: Send + Sync {
    /// Sounds it, and comes back at once.
    fn sound(&self, tone: Tone, timbre: Timbre, volume: Volume);
}

/// What a tone says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A check-in begins.
    Begin,
    /// A turn's time is up, softly.
    SoftEnd,
    /// The break is over.
    Return,
}

/// A source of ids.
pub trait Ids: Send + Sync {
    /// Makes an id that sorts after those before it; it holds the time, as far as that fits into one.
    fn fresh(&self, now: DateTime<Utc>) -> Uuid;
}

/// The one window. All of it comes back at once, whatever hangs.
pub trait Window: Send + Sync {
    /// Tells the window that something happened outside it.
    fn signal(&self, signal: Signal);
    /// Takes the window off the screen.
    fn hide(&self);
    /// Brings the window up, or makes one; what they want of it, it asks for itself.
    fn bring_up(&self);
    /// Lets go of the window; the program stays, to remind.
    fn close(&self);
    /// Ends the program.
    fn quit(&self);
}

/// The icon that stands for the program while there is no window. All of it comes back at once, whatever hangs.
pub trait Tray: Send + Sync {
    /// Shows what comes next and what has come; none of it where there is no tray.
    fn show(&self, shown: Option<&InTray>);
    /// Tells whether this desktop has a tray, as it was last heard.
    fn is_there(&self) -> bool;
}

/// The start at login.
pub trait LoginItem: Send + Sync {
    /// Lets the program start when they log in, or no more.
    ///
    /// # Errors
    /// Says what is in the way; then nothing has changed.
    fn set(&self, starts: bool) -> Result<(), LoginRefusal>;
}

/// What they chose for the whole desktop.
pub trait Preferences: Send + Sync {
    /// Tells whether the desktop is dark, as it last said, at once; none while it has not. [`Signal::Scheme`] says when it changes.
    fn is_dark(&self) -> Option<bool>;
    /// Names the language and region, such as `de_AT.UTF-8`; empty where there are none.
    fn locale(&self) -> String;
}

/// What is in the way of a start at login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoginRefusal {
    /// This file could not be written.
    Unwritable(PathBuf),
    /// The program lies here, which not every desktop would read the same.
    Unsaid(PathBuf),
}

/// Something that happened outside the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Signal {
    /// A planned time has come.
    Due,
    /// The turn's time is up.
    TurnOver,
    /// The time to come back from a break has come.
    Return,
    /// The laptop slept or its clock was changed during a turn; the check-in is paused where it was.
    Interrupted,
    /// The desktop turned dark or light: the window is to ask which.
    Scheme,
    /// They want something of the window: it is to ask what.
    Requested,
    /// The window is to be closed for the first time: `hold_on`, and ask: stay in the background, or quit?
    AskClosing,
    /// The window is about to close: `hold_on`, write the last words, then `leave`.
    Closing,
}

/// What they want of the window when they call it; what comes later says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum WindowRequest {
    /// To see it where it was.
    Open,
    /// To see Home.
    Home,
    /// To begin a check-in.
    Begin,
}

/// What stands in the tray.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InTray {
    /// The language.
    pub language: Language,
    /// What it says.
    pub item: TrayItem,
}

/// Everything outside, as one value.
pub struct World {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// The ids.
    pub ids: Box<dyn Ids>,
    /// The notifications.
    pub notifier: Box<dyn Notifier>,
    /// The tone.
    pub chime: Box<dyn Chime>,
    /// The window.
    pub window: Box<dyn Window>,
    /// The tray.
    pub tray: Box<dyn Tray>,
    /// The start at login.
    pub login_item: Box<dyn LoginItem>,
    /// The desktop's own settings.
    pub preferences: Box<dyn Preferences>,
}
