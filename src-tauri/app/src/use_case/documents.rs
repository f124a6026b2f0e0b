//! Writes what they want to have outside the program into their documents folder.

use super::{App, Trouble};
use crate::path_text::PathText;
use crate::words::Words;
use both_heard_core::ids::CalendarId;
use both_heard_core::rhythm::{Invitation, Published, calendar};
use both_heard_files::write_new;
use std::fs;
use std::io;

impl App {
    /// Writes a file that only this user can read; one that is there already is left alone: the new one gets a number.
    pub(super) fn write_document(&self, name: &str, ending: &str, text: &str) -> Result<PathText, Trouble> {
        let folder = self.folders.documents.as_path();
        let numbered = |number| if number == 1 { String::new() } else { format!(" ({number})") };
        let write = || -> io::Result<PathText> {
            fs::create_dir_all(folder)?;
            for number in 1..1000 {
                let path = folder.join(format!("{name}{}.{ending}", numbered(number)));
                match write_new(&path, text.as_bytes()) {
                    Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
                    written => return written.map(|()| path.into()),
                }
            }
            Err(io::ErrorKind::AlreadyExists.into())
        };
        write().map_err(|_| Trouble::TextUnwritable(folder.into()))
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
            // Written before the file: to cancel an entry that no calendar ever saw does no harm, not to cancel one does.
            open.tx.calendar().set(&published)?;
            Ok(text)
        })?;
        self.write_document("Both Heard", "ics", &text)
    }
}
