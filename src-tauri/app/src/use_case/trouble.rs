//! Lists what can go wrong, for the screen to put in words: what happened, what is safe, what to do next.

use crate::path_text::PathText;
use both_heard_store::StoreError;
use serde::Serialize;
use ts_rs::TS;

/// A file or folder with which something went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct At {
    path: PathText,
}

impl<P: Into<PathText>> From<P> for At {
    fn from(path: P) -> Self {
        Self { path: path.into() }
    }
}

/// A failure that a person is told of. Each kind is here because they would do something else about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Trouble {
    /// The store's file is of another kind, or another program's.
    NotOurs(At),
    /// The store's file is cut or damaged.
    Damaged(At),
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
    NoAccess(At),
    /// The folder for the store cannot be made.
    NoFolder(At),
    /// Something that is no file lies where one is to be written.
    InTheWay(At),
    /// The store's file, or its folder, cannot be written.
    ReadOnly(At),
    /// Another program holds the store's file.
    Locked(At),
    /// The disk is full.
    Full(At),
    /// The disk failed in another way.
    Disk(At),
    /// The store says something else than this window shows: another copy of the program wrote to it.
    Conflict(At),
    /// The settings could not be written.
    SettingsUnwritable(At),
    /// The program lies in a place that an entry for the login cannot name for every desktop.
    LoginUnsaid(At),
    /// A text could not be written into the documents folder.
    TextUnwritable(At),
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
            StoreError::NotADatabase | StoreError::Foreign => Self::NotOurs(path.into()),
            StoreError::Damaged => Self::Damaged(path.into()),
            StoreError::Newer { found, known } => Self::Newer { path, found, known },
            StoreError::NoAccess => Self::NoAccess(path.into()),
            StoreError::InTheWay { path } => Self::InTheWay(path.into()),
            StoreError::ReadOnly | StoreError::CutOff => Self::ReadOnly(path.into()),
            StoreError::Locked => Self::Locked(path.into()),
            StoreError::Full => Self::Full(path.into()),
            StoreError::Folder { path, .. } => Self::NoFolder(path.into()),
            StoreError::Disk { .. } => Self::Disk(path.into()),
            StoreError::Conflict => Self::Conflict(path.into()),
        }
    }
}
