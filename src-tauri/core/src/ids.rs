//! Ids: UUIDv7 newtypes, made outside of core, so that two laptops never give two things the same.

use chrono::{DateTime, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The most bytes of an id that is text: three times the longest there is, a deck's name and a UUID.
const MOST_BYTES: usize = 200;

/// Reads an id; one that is longer than any is refused.
pub(crate) fn short<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let name = String::deserialize(from)?;
    if name.len() > MOST_BYTES { Err(Error::custom("a name is too long")) } else { Ok(name) }
}

/// Reads an id, where there may be none.
pub(crate) fn short_if_any<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    struct Short(#[serde(deserialize_with = "short")] String);
    Ok(Option::<Short>::deserialize(from)?.map(|Short(name)| name))
}

/// The id of a check-in, running or kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CheckInId(pub Uuid);

/// The id of a note in the jar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct JarNoteId(pub Uuid);

/// The id of the couple's calendar, in every file that is written of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarId(pub Uuid);

/// The id of a card: a shipped one as `deck/card`, one of their own as `deck/` and a UUID.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CardId(#[serde(deserialize_with = "short")] pub String);

/// The id of an agreement: the check-in it was made in, and its place among those made there, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AgreementId {
    /// The check-in.
    pub check_in: CheckInId,
    /// The place.
    pub place: u32,
}

impl CheckInId {
    /// Keeps the id's random part, and puts another instant into it: a `UUIDv7` begins with 48 bits of milliseconds.
    #[must_use]
    pub fn dated(self, at: DateTime<Utc>) -> Self {
        let mut bytes = self.0.into_bytes();
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0).to_be_bytes();
        bytes[..6].copy_from_slice(&millis[2..]);
        Self(Uuid::from_bytes(bytes))
    }
}
