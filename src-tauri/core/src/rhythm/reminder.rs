//! Says what is due, and which other times there are this week.

use super::weekly::{Occurrence, Plan};
use chrono::{DateTime, Days, NaiveDateTime, TimeZone, Utc};

/// Finds the planned time that has come since the last look; the latest, when several have.
pub fn due<Z: TimeZone>(plan: &Plan, zone: &Z, since: DateTime<Utc>, now: DateTime<Utc>) -> Option<Occurrence> {
    plan.around(zone, now).into_iter().rfind(|occurrence| since < occurrence.at && occurrence.at <= now)
}

/// Offers three other times this week: the next days at the usual time, but for one that is planned already.
pub fn other_times<Z: TimeZone>(plan: &Plan, zone: &Z, now: DateTime<Utc>) -> Vec<NaiveDateTime> {
    let today = now.with_timezone(zone).date_naive();
    let planned: Vec<_> = plan.around(zone, now).iter().map(|occurrence| occurrence.planned).collect();
    (1..=6)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .map(|date| date.and_time(plan.weekly.time))
        .filter(|time| !planned.contains(time))
        .take(3)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rhythm::{Weekly, at_local};
    use chrono_tz::Europe::Vienna;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[track_caller]
    fn check_due(since: &str, now: &str, expect: Option<&str>) {
        let plan = Plan { weekly: Weekly::default(), once: None, instead_of: None };
        let utc = |text| at_local(&Vienna, local(text)).to_utc();
        let seen = due(&plan, &Vienna, utc(since), utc(now)).map(|occurrence| occurrence.planned);
        assert_eq!(seen, expect.map(local), "{since} to {now}");
    }

    #[test]
    fn a_time_is_due_once_it_has_come() {
        check_due("2026-11-22 19:00", "2026-11-22 19:29", None);
        check_due("2026-11-22 19:29", "2026-11-22 19:30", Some("2026-11-22 19:30"));
        check_due("2026-11-22 19:30", "2026-11-22 19:31", None);
        check_due("2026-11-22 19:00", "2026-11-23 08:00", Some("2026-11-22 19:30"));
        check_due("2026-10-20 19:00", "2026-11-23 08:00", Some("2026-11-22 19:30"));
        check_due("2026-11-22 19:31", "2026-11-22 19:00", None);
    }

    #[track_caller]
    fn check_other(now: &str, expect: [&str; 3]) {
        let plan = Plan { weekly: Weekly::default(), once: None, instead_of: None };
        let seen = other_times(&plan, &Vienna, at_local(&Vienna, local(now)).to_utc());
        assert_eq!(seen, expect.map(local), "{now}");
    }

    #[test]
    fn other_times_come_soon_and_are_not_the_planned_one() {
        check_other("2026-11-22 19:35", ["2026-11-23 19:30", "2026-11-24 19:30", "2026-11-25 19:30"]);
        check_other("2026-11-20 10:00", ["2026-11-21 19:30", "2026-11-23 19:30", "2026-11-24 19:30"]);
    }
}
