//! Names what the use cases ask of the world, so that tests can be the world.

use crate::settings::{Timbre, Volume};
use crate::words::Language;
use chrono::{DateTime, Local, NaiveDateTime, TimeZone};
use serde::Serialize;
use std::path::PathBuf;
use std::time::Duration;
use ts_rs::TS;

/// Tells the time, twice: the wall's, which people set, and one that only runs.
pub trait Clock: Send + Sync {
    /// Reads the wall clock with the local offset.
    fn now(&self) -> DateTime<Local>;
    /// Reads a clock that never jumps; it may stand still while the laptop sleeps.
    fn running(&self) -> Duration;
}

/// Shows a desktop notification. Best effort: nobody learns whether it was seen, so what is due stays due in the store.
pub trait Notifier: Send + Sync {
    /// Tells whether there is something on this desktop that shows notifications, as it was last heard, at once.
    fn is_there(&self) -> bool;
    /// Says that a time has come; false when it certainly was not shown. May take as long as another program does.
    fn remind(&self, of: Reminder, language: Language) -> bool;
    /// Takes what it shows off the screen: someone acted on it. May take as long as another program does.
    fn withdraw(&self);
}

/// A time that has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
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

/// Sounds a tone, where there is something to sound it.
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

/// The one window, and what stands for it while there is none. All of it comes back at once, whatever hangs.
pub trait Screen: Send + Sync {
    /// Tells the window that something happened outside it.
    fn signal(&self, signal: Signal);
    /// Takes the window off the screen.
    fn hide(&self);
    /// Brings the window up, or makes one; what they wish of it, it asks for itself.
    fn bring_up(&self);
    /// Lets go of the window; the program stays, to remind.
    fn rest(&self);
    /// Shows in the tray what comes next and what has come; none of it where there is no tray.
    fn show_in_tray(&self, shown: Option<&InTray>);
    /// Tells what this desktop has for a program in the background, as it was last heard.
    fn has_tray(&self) -> bool;
    /// Tells whether the desktop is dark, as it last said; none while it has not. It is signalled when it says otherwise.
    fn is_dark(&self) -> Option<bool>;
    /// Lets the program start when they log in, or no more.
    ///
    /// # Errors
    /// Says what is in the way; then nothing has changed.
    fn start_at_login(&self, start: bool) -> Result<(), LoginRefusal>;
    /// Ends the program.
    fn leave(&self);
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
    /// They wish something of the window: it is to ask what.
    Wished,
    /// The window is to be closed for the first time: `hold_on`, and ask: stay in the background, or quit?
    AskClosing,
    /// The window is about to close: `hold_on`, write the last words, then `leave`.
    Closing,
}

/// What they wish of the window when they call it; what comes later says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Wish {
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
    /// The next planned time, on the wall.
    pub next: Option<NaiveDateTime>,
    /// Whether it is within a week, so that the weekday alone says which.
    pub near: bool,
    /// Whether one has come.
    pub due: bool,
}

/// Everything outside, as one value.
pub struct World {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// The notifications.
    pub notifier: Box<dyn Notifier>,
    /// The tone.
    pub chime: Box<dyn Chime>,
    /// The window.
    pub screen: Box<dyn Screen>,
}

/// Names the zone that the laptop is in.
pub(crate) const fn zone() -> impl TimeZone {
    Local
}
