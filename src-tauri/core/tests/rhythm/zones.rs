//! The hard cases by name, and one time a week in every zone there is.

use crate::{local, ruled, utc};
use both_heard_core::rhythm::{Every, Occurrence, Plan, Rhythm, Rule};
use chrono::{DateTime, Datelike, LocalResult, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;

#[track_caller]
fn check(zone: &str, rule: &str, now: &str, expect: &str) {
    let zone: Tz = zone.parse().unwrap();
    let next = ruled(rule).next(&zone, utc(zone, now), 1)[0];
    assert_eq!(next.at.with_timezone(&zone).format("%Y-%m-%d %H:%M %z").to_string(), expect);
}

#[test]
fn new_york_gap() {
    check("America/New_York", "Sun 02:30", "2026-03-07 12:00", "2026-03-08 03:30 -0400");
}

#[test]
fn new_york_fold() {
    check("America/New_York", "Sun 01:30", "2026-10-31 12:00", "2026-11-01 01:30 -0400");
}

#[test]
fn vienna() {
    check("Europe/Vienna", "Sun 02:30", "2026-03-28 12:00", "2026-03-29 03:30 +0200");
    check("Europe/Vienna", "Sun 02:30", "2026-10-24 12:00", "2026-10-25 02:30 +0200");
    check("Europe/Vienna", "Sun 19:30", "2026-10-24 12:00", "2026-10-25 19:30 +0100");
}

#[test]
fn lord_howe() {
    check("Australia/Lord_Howe", "Sun 02:15", "2026-10-03 12:00", "2026-10-04 02:45 +1100");
    check("Australia/Lord_Howe", "Sun 01:45", "2026-04-04 12:00", "2026-04-05 01:45 +1100");
}

#[test]
fn cairo() {
    check("Africa/Cairo", "Fri 00:30", "2026-04-23 12:00", "2026-04-24 01:30 +0300");
}

#[test]
fn apia() {
    check("Pacific/Apia", "Fri 19:30", "2011-12-29 08:00", "2011-12-31 19:30 +1400");
}

/// A battery that is flat, a clock that counts from another year, a file from a laptop that had one.
#[test]
fn a_clock_that_is_wrong_by_ages_still_has_a_next_time() {
    for now in ["-0044-03-15", "1901-12-13", "1969-12-31", "1970-01-01", "2038-01-20", "9999-12-31", "+10000-01-01"] {
        for zone in [chrono_tz::Asia::Tokyo, chrono_tz::Europe::Vienna, chrono_tz::Pacific::Pago_Pago] {
            let now = format!("{now}T23:59:59Z").parse().unwrap();
            let plan = Plan { since: now - TimeDelta::days(30), ..ruled("Sun 19:30") };
            let next = plan.next(&zone, now, 3);
            assert!(next.len() == 3 && next.iter().all(|one| now < one.at), "{zone} {now}: {next:?}");
            let last = plan.latest(&zone, now).unwrap();
            assert!(last.at <= now && now - last.at <= TimeDelta::days(7), "{zone} {now}: {last:?}");
            assert!((next[0].at - last.at).num_hours().abs_diff(7 * 24) <= 1, "{zone} {now}");
        }
    }
}

#[test]
fn travelling_the_local_time_stays() {
    let plan = ruled("Sun 19:30");
    for zone in [chrono_tz::Asia::Tokyo, chrono_tz::Europe::Vienna, chrono_tz::America::New_York] {
        let next = plan.next(&zone, "2026-11-25T12:00:00Z".parse().unwrap(), 1)[0];
        assert_eq!(next.planned, local("2026-11-29 19:30"));
        assert_eq!(next.at.with_timezone(&zone).naive_local(), next.planned);
    }
}

/// Says what HOUSE.md promises of a local time, without the code that keeps it.
fn is_kept(zone: Tz, one: Occurrence) -> Result<(), TestCaseError> {
    let shown = one.at.with_timezone(&zone).naive_local();
    match zone.from_local_datetime(&one.planned) {
        LocalResult::Single(at) => prop_assert_eq!(at.to_utc(), one.at),
        LocalResult::Ambiguous(first, second) => {
            prop_assert!(first.to_utc() < second.to_utc() && first.to_utc() == one.at);
        }
        // Later on the wall by as much as the clock was set forward.
        LocalResult::None => {
            prop_assert!(one.planned < shown && shown <= one.planned + TimeDelta::days(1), "{shown}");
            prop_assert!((one.at - before(zone, one.planned)).num_minutes() == 0);
        }
    }
    Ok(())
}

/// Counts on from a minute of two days before that the wall did show.
fn before(zone: Tz, planned: NaiveDateTime) -> DateTime<chrono::Utc> {
    let earlier = (36..72)
        .map(|hours| planned - TimeDelta::hours(hours))
        .find_map(|time| Some((time, zone.from_local_datetime(&time).single()?)));
    let (time, at) = earlier.unwrap();
    at.to_utc() + (planned - time)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    /// From 2000 to 2060.
    #[test]
    fn exactly_one_for_each_planned_week(zone in 0..TZ_VARIANTS.len(), day in 0..7u8, minute in 0..1440i64,
                                          every in 0..3usize, start in 946_684_800i64..2_840_140_800) {
        let zone = TZ_VARIANTS[zone];
        let start = DateTime::from_timestamp(start, 0).unwrap();
        let rule = Rule {
            day: Weekday::try_from(day).unwrap(),
            time: NaiveTime::MIN + TimeDelta::minutes(minute),
            every: [Every::Week, Every::TwoWeeks, Every::FourWeeks][every],
            first: start.date_naive(),
        };
        let plan = Plan { rhythm: Rhythm { rule, ..Rhythm::default() }, ..Plan::default() };
        let all = plan.next(&zone, start, 8);
        prop_assert_eq!(all.len(), 8);
        for one in &all {
            prop_assert_eq!((one.planned.weekday(), one.planned.time(), one.of), (rule.day, rule.time, one.planned));
            is_kept(zone, *one)?;
        }
        for two in all.windows(2) {
            let weeks = two[1].planned - two[0].planned;
            prop_assert_eq!(weeks, TimeDelta::weeks(rule.every.weeks().cast_signed()));
            prop_assert!(two[0].at < two[1].at);
            // Whenever one asks between the two, the answer is the same.
            prop_assert_eq!(plan.next(&zone, two[0].at, 1)[0], two[1]);
            prop_assert_eq!(plan.next(&zone, two[1].at - TimeDelta::seconds(1), 1)[0], two[1]);
            prop_assert_eq!(plan.latest(&zone, two[1].at), Some(two[1]));
            prop_assert_eq!(plan.latest(&zone, two[1].at - TimeDelta::seconds(1)), Some(two[0]));
        }
    }
}
