//! Writes what they want to have outside the program into their documents folder.

use super::{App, Trouble};
use crate::words::Words;
use both_heard_core::ids::CalendarId;
use both_heard_core::rhythm::{Invitation, Published, calendar};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;

impl App {
    /// Writes a file; one that is there already is left alone: the new one gets a number.
    pub(super) fn write_document(&self, name: &str, ending: &str, text: &str) -> Result<PathBuf, Trouble> {
        let folder = &self.folders.documents;
        let numbered = |number| if number == 1 { String::new() } else { format!(" ({number})") };
        let write = || -> io::Result<PathBuf> {
            fs::create_dir_all(folder)?;
            for number in 1..1000 {
                let path = folder.join(format!("{name}{}.{ending}", numbered(number)));
                match File::create_new(&path) {
                    Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
                    opened => return opened?.write_all(text.as_bytes()).map(|()| path),
                }
            }
            Err(io::ErrorKind::AlreadyExists.into())
        };
        write().map_err(|_| Trouble::TextUnwritable { path: folder.clone() })
    }

    /// Writes the plan as a calendar file; answers the file's path.
    ///
    /// # Errors
    /// [`Trouble::TextUnwritable`], or what is wrong with the store.
    pub fn save_calendar(&self) -> Result<PathBuf, Trouble> {
        let now = self.world.clock.now();
        let title = Words::of(self.language()).say("desktop-reminder-title", &[]);
        let invitation =
            Invitation { title: &title, minutes: self.weekly.minutes(), written: now.to_utc(), now: now.naive_local() };
        let text = self.with(|open| {
            let before = open.store.published()?;
            let before = before.unwrap_or_else(|| Published::nothing(CalendarId(self.fresh_id())));
            let (text, published) = calendar(&open.store.plan()?, &before, &invitation);
            // Before the file is there: what is cancelled and was never seen does no harm, the other way about does.
            open.store.set_published(&published)?;
            Ok(text)
        })?;
        self.write_document("Both Heard", "ics", &text)
    }
}
