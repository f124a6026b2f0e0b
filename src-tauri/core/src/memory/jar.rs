//! Holds what one of them puts aside for next time: their own until they open it.

use crate::ids::JarNoteId;
use crate::people::Partner;
use crate::text::trimmed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing put in the jar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct JarNote {
    /// Its id.
    pub id: JarNoteId,
    /// Who put it in, and whose it is.
    pub by: Partner,
    /// What it says, 1 to [`JarNote::MOST`] characters.
    pub text: String,
}

impl JarNote {
    /// The most characters a note takes: some sentences.
    pub const MOST: u32 = 500;

    /// Takes a note as typed, trimmed; none when it is empty or longer than [`JarNote::MOST`].
    #[must_use]
    pub fn new(id: JarNoteId, by: Partner, typed: &str) -> Option<Self> {
        let text = trimmed(typed);
        let fits = !text.is_empty() && text.chars().count() <= Self::MOST as usize;
        fits.then(|| Self { id, by, text: text.to_owned() })
    }
}
