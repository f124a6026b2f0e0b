//! Lists what can go wrong, for the screen to put in words: what happened, what is safe, what to do next.

use crate::path_text::PathText;
use both_heard_store::StoreError;
use serde::Serialize;
use ts_rs::TS;

/// A failure that a person is told of. Each kind is here because they would do something else about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Trouble {
    /// The store's file is of another kind, or another program's.
    NotOurs {
        /// The file.
        path: PathText,
    },
    /// The store's file is cut or damaged.
    Damaged {
        /// The file.
        path: PathText,
    },
    /// The store's file comes from a newer version of the program.
    Newer {
        /// The file.
        path: PathText,
        /// The file's version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The store's file, or its folder, may not be looked into: it belongs to another user.
    NoAccess {
        /// The file.
        path: PathText,
    },
    /// The folder for the store cannot be made.
    NoFolder {
        /// The folder.
        path: PathText,
    },
    /// Something that is no file lies where one is to be written.
    InTheWay {
        /// What is in the way.
        path: PathText,
    },
    /// The store's file, or its folder, cannot be written.
    ReadOnly {
        /// The file.
        path: PathText,
    },
    /// Another program holds the store's file.
    Locked {
        /// The file.
        path: PathText,
    },
    /// The disk is full.
    Full {
        /// The file.
        path: PathText,
    },
    /// The disk failed in another way.
    Disk {
        /// The file.
        path: PathText,
    },
    /// The store says something else than this window shows: another copy of the program wrote to it.
    Conflict {
        /// The file.
        path: PathText,
    },
    /// The settings could not be written.
    SettingsUnwritable {
        /// The file.
        path: PathText,
    },
    /// The program lies in a place that an entry for the login cannot name for every desktop.
    LoginUnsaid {
        /// The program.
        path: PathText,
    },
    /// A text could not be written into the documents folder.
    TextUnwritable {
        /// The file or folder.
        path: PathText,
    },
    /// There are no two names yet to begin with.
    NotWelcomed,
    /// No check-in runs.
    NoCheckIn,
}

impl Trouble {
    /// Words a store's failure for its file.
    #[must_use]
    pub fn of_store(error: &StoreError, path: PathText) -> Self {
        match error.clone() {
            StoreError::NotADatabase | StoreError::Foreign => Self::NotOurs { path },
            StoreError::Damaged => Self::Damaged { path },
            StoreError::Newer { found, known } => Self::Newer { path, found, known },
            StoreError::NoAccess => Self::NoAccess { path },
            StoreError::InTheWay { path } => Self::InTheWay { path: path.into() },
            StoreError::ReadOnly | StoreError::CutOff => Self::ReadOnly { path },
            StoreError::Locked => Self::Locked { path },
            StoreError::Full => Self::Full { path },
            StoreError::Folder { path, .. } => Self::NoFolder { path: path.into() },
            StoreError::Disk { .. } => Self::Disk { path },
            StoreError::Conflict => Self::Conflict { path },
        }
    }
}
