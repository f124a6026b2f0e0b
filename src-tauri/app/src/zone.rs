//! The laptop's time zone, handed in by the clock's port.

use chrono::{FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use std::fmt;

/// A time zone that is known only when the program runs.
#[derive(Clone, Copy)]
pub struct Zone(&'static dyn Rules);

impl Zone {
    /// Takes a zone of chrono's, or of a crate beside it.
    #[must_use]
    pub fn of(zone: &'static (impl TimeZone + Sync)) -> Self {
        Self(zone)
    }
}

/// What a zone is asked, whatever it calls its offsets.
trait Rules: Sync {
    fn at(&self, utc: &NaiveDateTime) -> FixedOffset;
    fn on_the_wall(&self, local: &NaiveDateTime) -> MappedLocalTime<FixedOffset>;
}

impl<Z: TimeZone + Sync> Rules for Z {
    fn at(&self, utc: &NaiveDateTime) -> FixedOffset {
        self.offset_from_utc_datetime(utc).fix()
    }

    fn on_the_wall(&self, local: &NaiveDateTime) -> MappedLocalTime<FixedOffset> {
        self.offset_from_local_datetime(local).map(|offset| offset.fix())
    }
}

/// How far a wall is from UTC at one moment, and in which zone.
#[derive(Clone, Copy)]
pub struct ZoneOffset {
    zone: Zone,
    offset: FixedOffset,
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        self.offset
    }
}

impl fmt::Debug for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.offset.fmt(f)
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.offset.fmt(f)
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        self.0.on_the_wall(local).map(|offset| ZoneOffset { zone: *self, offset })
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        ZoneOffset { zone: *self, offset: self.0.at(utc) }
    }
}
