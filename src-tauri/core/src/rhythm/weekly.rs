//! Holds the weekly rule: a weekday and a local time, never a stored instant.

use super::local::at_local;
use chrono::{DateTime, Datelike, Days, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Is the rule: each week on this day at this time, wherever the laptop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Weekly {
    /// The day, as `Mon` to `Sun`.
    pub day: Weekday,
    /// The local time.
    pub time: NaiveTime,
}

/// Is the rule with what was agreed beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Plan {
    /// The rule.
    pub weekly: Weekly,
    /// One more time, agreed once (after a *not today*, or at the close), in local time.
    pub once: Option<NaiveDateTime>,
    /// The rule's own time that this one stands for, when that was moved.
    #[serde(default)]
    pub instead_of: Option<NaiveDateTime>,
}

/// Is one planned time. The local time is its key: it is the same planned time wherever and whenever it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Occurrence {
    /// The time on the wall.
    pub planned: NaiveDateTime,
    /// The instant, in the zone it was asked for.
    pub at: DateTime<Utc>,
}

impl Default for Weekly {
    /// Is what the welcome offers: Sunday, 19:30.
    fn default() -> Self {
        Self { day: Weekday::Sun, time: NaiveTime::MIN + chrono::TimeDelta::minutes(19 * 60 + 30) }
    }
}

impl Weekly {
    /// Finds the rule's times from about a week before to two weeks after an instant, in order.
    fn around<Z: TimeZone>(self, zone: &Z, instant: DateTime<Utc>) -> impl Iterator<Item = Occurrence> {
        let today = instant.with_timezone(zone).date_naive();
        let since = u64::from((7 + today.weekday().num_days_from_monday() - self.day.num_days_from_monday()) % 7);
        let first = today.checked_sub_days(Days::new(since + 7)).unwrap_or(today);
        (0..4u64)
            .filter_map(move |week| first.checked_add_days(Days::new(week * 7)))
            .map(move |date| Occurrence::at(zone, date.and_time(self.time)))
    }
}

impl Occurrence {
    /// Places a local time in a zone.
    pub fn at<Z: TimeZone>(zone: &Z, planned: NaiveDateTime) -> Self {
        Self { planned, at: at_local(zone, planned).to_utc() }
    }
}

impl Plan {
    /// Lists the planned times around an instant, in order.
    pub(super) fn around<Z: TimeZone>(&self, zone: &Z, instant: DateTime<Utc>) -> Vec<Occurrence> {
        let once = self.once.map(|planned| Occurrence::at(zone, planned));
        let ruled = self.weekly.around(zone, instant).filter(|ruled| Some(ruled.planned) != self.instead_of);
        let mut all: Vec<_> = ruled.chain(once).collect();
        all.sort_by_key(|occurrence| occurrence.at);
        all.dedup_by_key(|occurrence| occurrence.planned);
        all
    }

    /// Moves the next planned time: the rule stays, and its own next time is left out this once.
    #[must_use]
    pub fn moved<Z: TimeZone>(self, zone: &Z, now: DateTime<Utc>, to: NaiveDateTime) -> Self {
        let ruled = self.weekly.around(zone, now).find(|ruled| ruled.at > now);
        // Moved once already: it still stands for the same time, as long as that has not passed.
        let instead_of = self.instead_of.filter(|time| Occurrence::at(zone, *time).at > now);
        Self { once: Some(to), instead_of: instead_of.or(ruled.map(|ruled| ruled.planned)), ..self }
    }

    /// Finds the next planned time strictly after an instant.
    pub fn next<Z: TimeZone>(&self, zone: &Z, after: DateTime<Utc>) -> Option<Occurrence> {
        self.around(zone, after).into_iter().find(|occurrence| occurrence.at > after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{TZ_VARIANTS, Tz};
    use proptest::prelude::*;

    #[track_caller]
    fn check(zone: &str, rule: &str, once: Option<&str>, now: &str, expect: &str) {
        let zone: Tz = zone.parse().unwrap();
        let (day, time) = rule.split_once(' ').unwrap();
        let weekly = Weekly { day: day.parse().unwrap(), time: format!("{time}:00").parse().unwrap() };
        let local = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let plan = Plan { weekly, once: once.map(local), instead_of: None };
        let next = plan.next(&zone, at_local(&zone, local(now)).to_utc()).unwrap();
        assert_eq!(next.at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(), expect);
    }

    #[test]
    fn the_next_time_is_the_first_one_to_come() {
        check("Europe/Vienna", "Sun 19:30", None, "2026-11-22 19:29", "2026-11-22 19:30");
        check("Europe/Vienna", "Sun 19:30", None, "2026-11-22 19:30", "2026-11-29 19:30");
        check("Europe/Vienna", "Sun 19:30", None, "2026-11-23 08:00", "2026-11-29 19:30");
        check("Europe/Vienna", "Mon 00:00", None, "2026-11-23 00:01", "2026-11-30 00:00");
        check("Europe/Vienna", "Thu 07:05", None, "2026-12-30 12:00", "2026-12-31 07:05");
        check("Europe/Vienna", "Sun 02:30", None, "2026-03-28 12:00", "2026-03-29 03:30");
        check("Europe/Vienna", "Sun 19:30", Some("2026-11-24 20:00"), "2026-11-23 08:00", "2026-11-24 20:00");
        check("Europe/Vienna", "Sun 19:30", Some("2026-11-24 20:00"), "2026-11-24 20:00", "2026-11-29 19:30");
        check("Europe/Vienna", "Sun 19:30", Some("2027-11-24 20:00"), "2026-11-23 08:00", "2026-11-29 19:30");
        check("Pacific/Apia", "Fri 19:30", None, "2011-12-29 08:00", "2011-12-31 19:30");
    }

    #[test]
    fn a_moved_time_stands_for_the_rules_own() {
        let zone = chrono_tz::Europe::Vienna;
        let local = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let utc = |text: &str| at_local(&zone, local(text)).to_utc();
        let rule = Plan { weekly: Weekly::default(), once: None, instead_of: None };
        let check = |plan: Plan, now: &str, expect: [&str; 2]| {
            let first = plan.next(&zone, utc(now)).unwrap();
            let second = plan.next(&zone, first.at).unwrap();
            assert_eq!([first.planned, second.planned], expect.map(local));
        };
        let now = "2026-11-22 20:00";
        let sooner = rule.moved(&zone, utc(now), local("2026-11-27 18:00"));
        check(sooner, now, ["2026-11-27 18:00", "2026-12-06 19:30"]);
        let later = sooner.moved(&zone, utc("2026-11-24 20:00"), local("2026-12-01 18:00"));
        check(later, now, ["2026-12-01 18:00", "2026-12-06 19:30"]);
        let next = later.moved(&zone, utc("2026-12-01 19:00"), local("2026-12-07 18:00"));
        check(next, "2026-12-01 19:00", ["2026-12-07 18:00", "2026-12-13 19:30"]);
    }

    proptest! {
        #[test]
        fn one_time_a_week_in_every_zone(zone in 0..TZ_VARIANTS.len(), day in 0..7u8, minute in 0..1440i64,
                                          start in 946_684_800i64..2_840_140_800) {
            let zone = TZ_VARIANTS[zone];
            let time = NaiveTime::MIN + chrono::TimeDelta::minutes(minute);
            let plan = Plan { weekly: Weekly { day: Weekday::try_from(day).unwrap(), time }, once: None, instead_of: None };
            let mut now = DateTime::from_timestamp(start, 0).unwrap();
            let mut before: Option<Occurrence> = None;
            for _ in 0..6 {
                let next = plan.next(&zone, now).unwrap();
                prop_assert!(next.at > now);
                prop_assert_eq!(next.planned.weekday(), plan.weekly.day);
                if let Some(before) = before {
                    prop_assert_eq!(next.planned - before.planned, chrono::TimeDelta::days(7));
                }
                (now, before) = (next.at, Some(next));
            }
        }
    }
}
