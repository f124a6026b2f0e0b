//! Shows the formats, and keeps those the couple make.

use super::{Answer, App, Open, Trouble};
use crate::content::{self, BrokenFile};
use both_heard_core::ritual::{Draft, Format, FormatError, FormatId};
use both_heard_store::StoreError;
use serde::Serialize;
use std::path::PathBuf;
use ts_rs::TS;
use uuid::Uuid;

/// Every format there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Formats {
    /// Those that ship with the program, and those in files beside the store.
    #[ts(as = "Vec<Draft>")]
    pub shipped: Vec<Format>,
    /// Those they made.
    #[ts(as = "Vec<Draft>")]
    pub own: Vec<Format>,
    /// Files that cannot be used.
    pub broken: Vec<BrokenFile>,
}

impl App {
    /// Shows the formats.
    pub fn formats(&self) -> Result<Formats, Trouble> {
        self.with_formats(|_| Ok(()))
    }

    /// Keeps a format of their own; one that has no id yet gets one.
    ///
    /// # Errors
    /// Tells what is wrong with the store; a list that makes no sense is refused where it stands, not an error.
    pub fn keep_format(&self, format: Draft) -> Result<Answer<Formats, FormatError>, Trouble> {
        let is_own = Uuid::try_parse(&format.id.0).is_ok();
        let id = if is_own { format.id } else { FormatId(self.fresh_id().to_string()) };
        let format = match Format::try_from(Draft { id, ..format }) {
            Ok(format) => format,
            Err(refusal) => return Ok(Answer::Refused(refusal)),
        };
        self.with_formats(|open| open.tx.formats().keep(&format)).map(Answer::Done)
    }

    /// Deletes a format of their own. Check-ins that were held in it keep what it was called.
    pub fn delete_format(&self, id: FormatId) -> Result<Formats, Trouble> {
        self.with_formats(|open| open.tx.formats().delete(&id))
    }

    /// Changes those they made, and shows all. What lies in files is read while nobody waits for the store.
    fn with_formats(&self, change: impl FnOnce(&mut Open<'_>) -> Result<(), StoreError>) -> Result<Formats, Trouble> {
        let (shipped, broken) = content::formats(&self.folder_of_formats());
        let own = self.with(|open| {
            change(open)?;
            open.tx.formats().all()
        })?;
        Ok(Formats { shipped, own, broken })
    }

    /// Finds a format by its id; the weekly one when it is gone. What lies in files is read only where it is
    /// asked for, and while nobody waits for the store.
    pub(super) fn format(&self, id: &FormatId) -> Result<Format, Trouble> {
        if let Some(format) = content::shipped().find(|format| format.id() == id) {
            return Ok(format);
        }
        let own = self.with(|open| open.tx.formats().all())?.into_iter().find(|format| format.id() == id);
        let beside = || content::formats(&self.folder_of_formats()).0.into_iter().find(|format| format.id() == id);
        Ok(own.or_else(beside).unwrap_or_else(|| self.weekly.clone()))
    }

    fn folder_of_formats(&self) -> PathBuf {
        self.folders.data.join("formats")
    }
}
