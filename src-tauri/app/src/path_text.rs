//! Shows a path: the one form of it that leaves the program.

use serde::Serialize;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A path as text, to be looked at. What is no Unicode in it shows as a replacement character, so it may lead to no file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, type = "string")]
pub struct PathText(pub(crate) String);

impl From<&Path> for PathText {
    fn from(path: &Path) -> Self {
        Self(path.to_string_lossy().into_owned())
    }
}

impl From<PathBuf> for PathText {
    fn from(path: PathBuf) -> Self {
        Self::from(path.as_path())
    }
}
