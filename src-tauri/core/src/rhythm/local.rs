//! Turns a time on the wall into an instant, also on the days when the wall lies.

use chrono::{DateTime, LocalResult, NaiveDateTime, Offset, TimeDelta, TimeZone};

/// Finds the instant of a local time: in a fold the first, in a gap the one that the offset of 36 hours earlier gives
/// (the clock that was set forward shows a later time then). HOUSE.md, Time.
pub fn at_local<Z: TimeZone>(zone: &Z, local: NaiveDateTime) -> DateTime<Z> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => at,
        // Not the one that comes first in the answer: chrono's `Local` names the later one first on Unix.
        LocalResult::Ambiguous(one, other) => one.min(other),
        LocalResult::None => {
            // Saturating: at the very ends of the calendar there is no earlier time, nor one in another zone.
            let earlier = |by| local.checked_sub_signed(by).unwrap_or(local);
            let before = zone.offset_from_utc_datetime(&earlier(TimeDelta::hours(36)));
            zone.from_utc_datetime(&earlier(TimeDelta::seconds(before.fix().local_minus_utc().into())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Tz;

    #[track_caller]
    fn check(zone: &str, local: &str, expect: &str) {
        let zone: Tz = zone.parse().unwrap();
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        assert_eq!(at_local(&zone, local).format("%Y-%m-%d %H:%M %z").to_string(), expect, "{zone} {local}");
    }

    #[test]
    fn the_hard_local_times_have_one_instant() {
        check("Europe/Vienna", "2026-11-22 19:30", "2026-11-22 19:30 +0100");
        check("America/New_York", "2026-03-08 02:30", "2026-03-08 03:30 -0400");
        check("America/New_York", "2026-11-01 01:30", "2026-11-01 01:30 -0400");
        check("Europe/Vienna", "2026-03-29 02:30", "2026-03-29 03:30 +0200");
        check("Europe/Vienna", "2026-10-25 02:30", "2026-10-25 02:30 +0200");
        check("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:45 +1100");
        check("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05 01:45 +1100");
        check("Africa/Cairo", "2026-04-24 00:30", "2026-04-24 01:30 +0300");
        check("Pacific/Apia", "2011-12-30 19:30", "2011-12-31 19:30 +1400");
    }

    #[test]
    fn the_ends_of_the_calendar_have_an_instant_too() {
        for zone in ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"] {
            let zone: Tz = zone.parse().unwrap();
            for local in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
                let at = at_local(&zone, local).to_utc().naive_utc();
                assert!((at - local).num_hours().abs() <= 36, "{zone} {local}: {at}");
            }
        }
    }
}
