//! Shows a path: the one form of it that leaves the program.

use serde::Serialize;
use std::fmt;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A path as text, to be looked at. What is no Unicode in it shows as a replacement character, so it may lead to no file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, type = "string")]
pub struct PathText(String);

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

impl fmt::Display for PathText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// Lists what is serialised with a path in it as the system has it: a path that is no Unicode cannot be.
    fn bare_paths(folder: &Path) -> Vec<String> {
        let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let found = inside.flat_map(|path| match path.is_dir() {
            true => bare_paths(&path),
            false => {
                let text = fs::read_to_string(&path).unwrap();
                let items = text.split("#[derive(").skip(1).filter_map(|item| item.split_once(")]"));
                let serialised = items.filter(|(derives, _)| derives.contains("Serialize"));
                let bodies = serialised.map(|(_, rest)| rest.split("\n}").next().unwrap_or(rest));
                let bare = bodies.filter(|body| ["PathBuf", "OsString"].iter().any(|bare| body.contains(bare)));
                bare.map(|body| format!("{}: {body}", path.display())).collect()
            }
        });
        found.collect()
    }

    #[test]
    fn a_path_goes_out_as_text_only() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/src");
        assert_eq!(bare_paths(&sources), Vec::<String>::new());
        assert!(!include_str!("ipc/commands.rs").contains("PathBuf"));
    }
}
