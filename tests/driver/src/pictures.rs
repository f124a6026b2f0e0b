//! Collects pictures of screens in one folder, numbered as they were taken.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{DriveError, Outcome, Window};

/// A folder that fills with pictures.
#[derive(Debug)]
pub struct Pictures {
    folder: PathBuf,
    taken: Vec<PathBuf>,
}

impl Pictures {
    /// Opens a folder for pictures: a new one, as those of an earlier run would stand among these.
    pub fn into_folder(folder: &Path) -> Outcome<Self> {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(DriveError::io(format!("emptying {}", folder.display())))?;
        }
        fs::create_dir_all(folder).map_err(DriveError::io(format!("making {}", folder.display())))?;
        Ok(Self { folder: folder.to_owned(), taken: Vec::new() })
    }

    /// Takes a picture of the window once it stands still, named like `03-speak.png`.
    pub fn take(&mut self, window: &Window, name: &str) -> Outcome<()> {
        let path = self.folder.join(format!("{:02}-{name}.png", self.taken.len() + 1));
        window.wait_still()?;
        window.wait_painted()?;
        window.screenshot(&path)?;
        self.taken.push(path);
        Ok(())
    }

    /// Lists the pictures taken so far.
    pub fn taken(&self) -> &[PathBuf] {
        &self.taken
    }
}
