//! Writes what they want to have outside the program into their documents folder.

use super::{App, Trouble};
use crate::path_text::PathText;
use crate::words::Words;
use both_heard_core::ids::CalendarId;
use both_heard_core::rhythm::{Invitation, Published, calendar};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

impl App {
    /// Writes a file that only this user can read; one that is there already is left alone: the new one gets a number.
    pub(super) fn write_document(&self, name: &str, ending: &str, text: &str) -> Result<PathText, Trouble> {
        let folder = self.folders.documents.as_path();
        let numbered = |number| if number == 1 { String::new() } else { format!(" ({number})") };
        let mut make = File::options();
        make.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut make, 0o600);
        let write = || -> io::Result<PathText> {
            fs::create_dir_all(folder)?;
            for number in 1..1000 {
                let path = folder.join(format!("{name}{}.{ending}", numbered(number)));
                match make.open(&path) {
                    Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
                    opened => {
                        return fill(&path, opened?, |file| file.write_all(text.as_bytes())).map(|()| path.into());
                    }
                }
            }
            Err(io::ErrorKind::AlreadyExists.into())
        };
        write().map_err(|_| Trouble::TextUnwritable { path: folder.into() })
    }

    /// Writes the plan as a calendar file; answers the file's path.
    ///
    /// # Errors
    /// [`Trouble::TextUnwritable`], or what is wrong with the store.
    pub fn save_calendar(&self) -> Result<PathText, Trouble> {
        let now = self.world.clock.now();
        let title = Words::of(self.language()).say("desktop-reminder-title", &[]);
        let invitation =
            Invitation { title: &title, minutes: self.weekly.minutes(), written: now.to_utc(), now: now.naive_local() };
        let text = self.with(|open| {
            let before = open.tx.calendar().get()?;
            let before = before.unwrap_or_else(|| Published::nothing(CalendarId(self.fresh_id())));
            let (text, published) = calendar(&open.tx.plan().get()?, &before, &invitation);
            // Before the file is there: what is cancelled and was never seen does no harm, the other way about does.
            open.tx.calendar().set(&published)?;
            Ok(text)
        })?;
        self.write_document("Both Heard", "ics", &text)
    }
}

/// Fills a file that was just made, to the disk. Where that fails it is gone again: half a text would be taken for the
/// whole one.
fn fill(path: &Path, mut file: File, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let written = write(&mut file).and_then(|()| file.sync_all());
    // An open file cannot be deleted everywhere.
    drop(file);
    written.or_else(|error| fs::remove_file(path).and(Err(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        for half in ["", "half a text"] {
            let full = |file: &mut File| file.write_all(half.as_bytes()).and(Err(io::ErrorKind::StorageFull.into()));
            let failed = fill(&path, File::create_new(&path).unwrap(), full).unwrap_err();
            assert_eq!((failed.kind(), path.exists()), (io::ErrorKind::StorageFull, false));
        }
        fill(&path, File::create_new(&path).unwrap(), |file| file.write_all(b"whole")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "whole");
    }
}
