//! What can go wrong while driving the program.

use std::fmt::Display;
use std::path::PathBuf;
use std::time::Duration;

use x11rb::errors::{ConnectionError, ReplyError, ReplyOrIdError};

/// A result of driving.
pub type Outcome<T> = Result<T, DriveError>;

/// Why a step of driving did not happen.
#[derive(Debug, thiserror::Error)]
pub enum DriveError {
    /// The system has no virtual display or no WebDriver for its web view.
    #[error("the real window is driven on Linux only")]
    NotOnThisSystem,
    /// A tool the desk needs could not be started.
    #[error("cannot start {tool}: {source} (`cargo xtask test` installs what is missing)")]
    CannotStart {
        /// The tool's name.
        tool: String,
        /// Why the system refused.
        source: std::io::Error,
    },
    /// A tool ended, or stayed silent, before it was ready.
    #[error("{tool} did not get ready: {last_words}")]
    NotReady {
        /// The tool's name.
        tool: String,
        /// The end of its log.
        last_words: String,
    },
    /// A file or a pipe failed.
    #[error("{doing}: {source}")]
    Io {
        /// What was being done, as a phrase.
        doing: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// The display refused a request, which is named, or was not there.
    #[error("the display: {0}")]
    Display(#[from] ReplyOrIdError),
    /// The session bus refused a request, or was not there.
    #[cfg(target_os = "linux")]
    #[error("the session bus: {0}")]
    Bus(#[from] zbus::Error),
    /// WebDriver answered with an error.
    #[error("WebDriver, {command}: {error}: {message}")]
    Refused {
        /// The command's path.
        command: String,
        /// WebDriver's word for the error, such as `no such element`.
        error: String,
        /// WebDriver's explanation.
        message: String,
    },
    /// WebDriver did not answer, or not in its own language.
    #[error("WebDriver, {command}: no answer: {reason}")]
    NoAnswer {
        /// The command's path.
        command: String,
        /// What came instead.
        reason: String,
    },
    /// A condition did not come true in time.
    #[error("waited {} s for {awaited}, in vain", waited.as_secs())]
    TimedOut {
        /// What was waited for.
        awaited: String,
        /// How long.
        waited: Duration,
    },
    /// A condition in the window did not come true in time.
    #[error("waited {} s for {awaited}, in vain\n  picture: {}\n  the page says:\n{page}", waited.as_secs(),
        picture.as_ref().map_or_else(|| "none".into(), |path| path.display().to_string()))]
    NotOnScreen {
        /// What was waited for.
        awaited: String,
        /// How long.
        waited: Duration,
        /// The page's visible text.
        page: String,
        /// A screenshot, where one could be taken.
        picture: Option<PathBuf>,
    },
    /// A key was named that the driver does not know.
    #[error("no key is called {name:?}")]
    UnknownKey {
        /// The name as given.
        name: String,
    },
}

impl DriveError {
    /// Turns an I/O error into ours, with what was being done.
    pub(crate) fn io(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Io { doing, source }
    }

    /// Says that a tool did not get ready, with what was last heard of it.
    pub(crate) fn not_ready(tool: &str, last_words: impl Display) -> Self {
        Self::NotReady { tool: tool.to_owned(), last_words: last_words.to_string() }
    }
}

impl From<ConnectionError> for DriveError {
    fn from(error: ConnectionError) -> Self {
        Self::Display(error.into())
    }
}

impl From<ReplyError> for DriveError {
    fn from(error: ReplyError) -> Self {
        Self::Display(error.into())
    }
}
