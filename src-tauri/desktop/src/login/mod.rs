//! Lets the program start, in the background, when they log in: an entry where the desktop looks for such things.

mod entry;

use both_heard_app::ports::{LoginItem, LoginRefusal};
use both_heard_files as files;
use std::path::PathBuf;

/// The entry of a data folder; each has one of its own.
#[derive(Debug)]
pub struct LoginEntry {
    /// The data folder, where it is not the usual one: a start at login asks for it again.
    pub data_dir: Option<PathBuf>,
}

impl LoginItem for LoginEntry {
    fn set(&self, starts: bool) -> Result<(), LoginRefusal> {
        let of = self.data_dir.as_deref();
        let file = dirs::config_dir().unwrap_or_default().join("autostart").join(entry::name(of));
        if !starts {
            return entry::remove(&file).map_err(|_| LoginRefusal::Unwritable(file));
        }
        let Ok(program) = entry::program() else { return Err(LoginRefusal::Unwritable(file)) };
        let Some(text) = entry::text(&program, of) else { return Err(LoginRefusal::Unsaid(program)) };
        files::replace(&file, text.as_bytes(), || Ok(())).map_err(|_| LoginRefusal::Unwritable(file))
    }
}
