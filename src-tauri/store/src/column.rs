//! Writes core's values into columns and reads them back; a value that cannot be read is damage.

use both_heard_core::ids::{CalendarId, CheckInId, JarNoteId};
use both_heard_core::people::{Name, Partner};
use both_heard_core::rhythm::{Every, HeadsUp, RepeatReason};
use both_heard_core::ritual::FeltHeard;
use both_heard_core::typed::FieldName;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A value on its way in or out of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Col<T>(pub T);

/// A value on its way in or out of one column as JSON; for the check-in that runs only, since nothing asks into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Json<T>(pub T);

/// Writes an instant with its offset into two columns, to the millisecond.
pub(crate) fn put_met(met: DateTime<FixedOffset>) -> (i64, i32) {
    (met.timestamp_millis(), met.offset().local_minus_utc())
}

/// Reads an instant with its offset from two columns.
pub(crate) fn get_met(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<DateTime<FixedOffset>> {
    let Col(utc) = row.get::<_, Col<DateTime<Utc>>>(index)?;
    let east = row.get::<_, i32>(index + 1)?;
    let offset = FixedOffset::east_opt(east);
    let offset = offset.ok_or(rusqlite::Error::IntegralValueOutOfRange(index + 1, east.into()))?;
    Ok(utc.with_timezone(&offset))
}

/// Tells whether an instant lies in the years 1 to 9999, within which one can reckon with it.
pub(crate) fn is_a_time(at: DateTime<Utc>) -> bool {
    (1..=9_999).contains(&at.year())
}

fn text<'v, T>(value: ValueRef<'v>, read: impl FnOnce(&'v str) -> Option<T>) -> FromSqlResult<T> {
    read(value.as_str()?).ok_or(FromSqlError::InvalidType)
}

/// Writes each case of an enum as a word, and reads it back.
macro_rules! words {
    ($($ty:ident { $($case:ident = $word:literal),* })*) => {$(
        impl ToSql for Col<$ty> {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(match self.0 {
                    $($ty::$case => $word,)*
                }))
            }
        }

        impl FromSql for Col<$ty> {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                text(value, |word| match word {
                    $($word => Some(Self($ty::$case)),)*
                    _ => None,
                })
            }
        }
    )*};
}

words! {
    Partner { One = "one", Two = "two" }
    FeltHeard { Yes = "yes", Mostly = "mostly", NotYet = "not-yet" }
    Every { Week = "week", TwoWeeks = "two-weeks", FourWeeks = "four-weeks" }
    HeadsUp { None = "none", QuarterHour = "quarter-hour", Hour = "hour", Day = "day" }
    RepeatReason { Unanswered = "repeat", Snoozed = "snoozed", Undelivered = "untold" }
}

impl ToSql for Col<&Name> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.as_str()))
    }
}

impl FromSql for Col<Name> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        text(value, |name| Name::kept(name).map(Self))
    }
}

/// Writes a UUID as its sixteen bytes, and reads it back.
macro_rules! uuids {
    ($($ty:ident),*) => {$(
        impl ToSql for Col<$ty> {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.0.0.as_bytes().as_slice()))
            }
        }

        impl FromSql for Col<$ty> {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let id = Uuid::from_slice(value.as_blob()?).map_err(|_| FromSqlError::InvalidType)?;
                Ok(Self($ty(id)))
            }
        }
    )*};
}

uuids!(CalendarId, CheckInId, JarNoteId);

impl FromSql for Col<FieldName> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        text(value, |name| FieldName::new(name).map(Self))
    }
}

impl ToSql for Col<DateTime<Utc>> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.timestamp_millis()))
    }
}

impl FromSql for Col<DateTime<Utc>> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let millis = value.as_i64()?;
        DateTime::from_timestamp_millis(millis)
            .filter(|at| is_a_time(*at))
            .map(Self)
            .ok_or(FromSqlError::OutOfRange(millis))
    }
}

/// Writes a value as text, and reads it back where it holds.
macro_rules! texts {
    ($($ty:ty, $write:expr, $holds:expr;)*) => {$(
        impl ToSql for Col<$ty> {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let write: fn(&$ty) -> String = $write;
                Ok(ToSqlOutput::from(write(&self.0)))
            }
        }

        impl FromSql for Col<$ty> {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let holds: fn(&$ty) -> bool = $holds;
                text(value, |text| text.parse().ok().filter(holds).map(Self))
            }
        }
    )*};
}

texts! {
    NaiveDateTime, |time| time.format("%Y-%m-%dT%H:%M:%S%.f").to_string(), |time| is_a_time(time.and_utc());
    NaiveTime, |time| time.format("%H:%M:%S%.f").to_string(), |_| true;
    NaiveDate, NaiveDate::to_string, |day| (1..=9_999).contains(&day.year());
    Weekday, Weekday::to_string, |_| true;
}

impl<T: Serialize> ToSql for Json<&T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let json = serde_json::to_string(self.0);
        json.map(ToSqlOutput::from).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        text(value, |json| serde_json::from_str(json).ok().map(Self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Debug;

    /// Writes a value and reads it back; `text` is how it lies in the column.
    #[track_caller]
    fn check<T: Copy + PartialEq + Debug>(value: T, text: &str)
    where
        Col<T>: ToSql + FromSql,
    {
        let sqlite = rusqlite::Connection::open_in_memory().unwrap();
        let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, Col<T>>(0)?.0, row.get::<_, String>(1)?));
        let seen = sqlite.query_row("SELECT ?1, CAST(?1 AS TEXT)", [Col(value)], row).unwrap();
        assert_eq!(seen, (value, text.to_owned()));
    }

    #[track_caller]
    fn check_refused<T: Debug>(sql: &str)
    where
        Col<T>: FromSql,
    {
        let sqlite = rusqlite::Connection::open_in_memory().unwrap();
        let seen = sqlite.query_row(sql, [], |row| row.get::<_, Col<T>>(0));
        assert_eq!(seen.map_err(|e| crate::error::told(&e)).unwrap_err(), crate::StoreError::Damaged, "{sql}");
    }

    #[test]
    fn values_lie_in_columns_as_a_reader_of_sql_expects() {
        let local = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        check(Partner::One, "one");
        check(Partner::Two, "two");
        check(FeltHeard::Yes, "yes");
        check(FeltHeard::Mostly, "mostly");
        check(FeltHeard::NotYet, "not-yet");
        check(Every::FourWeeks, "four-weeks");
        check(HeadsUp::QuarterHour, "quarter-hour");
        check(RepeatReason::Undelivered, "untold");
        check(Weekday::Sun, "Sun");
        check(local("2026-11-22T19:30:00").date(), "2026-11-22");
        check(local("2026-11-22T19:30:00"), "2026-11-22T19:30:00");
        check(local("2026-11-22T19:30:07.5"), "2026-11-22T19:30:07.500");
        check(local("0001-01-01T00:00:00"), "0001-01-01T00:00:00");
        check(local("2026-11-22T19:30:00").time(), "19:30:00");
        check(DateTime::UNIX_EPOCH, "0");
        check(DateTime::from_timestamp_millis(-1).unwrap(), "-1");
    }

    #[test]
    fn what_does_not_decode_is_damage() {
        check_refused::<Partner>("SELECT 'three'");
        check_refused::<Partner>("SELECT 1");
        check_refused::<Partner>("SELECT NULL");
        check_refused::<FeltHeard>("SELECT 'Yes'");
        check_refused::<Every>("SELECT '7'");
        check_refused::<NaiveDate>("SELECT '2026-02-30'");
        check_refused::<CheckInId>("SELECT x'00'");
        check_refused::<Name>("SELECT ''");
        check_refused::<NaiveDateTime>("SELECT '2026-13-01T00:00:00'");
        check_refused::<NaiveTime>("SELECT '25:00:00'");
        check_refused::<Weekday>("SELECT 'Someday'");
        check_refused::<DateTime<Utc>>("SELECT 9223372036854775807");
        check_refused::<DateTime<Utc>>("SELECT 'noon'");
    }
}
