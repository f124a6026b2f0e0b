//! Holds the rule: a weekday, a local time and how often; never a stored instant.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A week to count from where it makes no difference.
const SOME_WEEK: NaiveDate = match NaiveDate::from_ymd_opt(2026, 1, 5) {
    Some(monday) => monday,
    None => NaiveDate::MIN,
};

/// The rule: on this day at this time, wherever the laptop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Rule {
    /// The day, as `Mon` to `Sun`.
    pub day: Weekday,
    /// The local time.
    pub time: NaiveTime,
    /// In which weeks.
    pub every: Every,
    /// Any day of a week in which they meet: from there the others are counted.
    pub first: NaiveDate,
}

/// How often they meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Every {
    /// Each week.
    #[default]
    Week,
    /// Each second week.
    TwoWeeks,
    /// Each fourth week.
    FourWeeks,
}

impl Every {
    /// Counts the weeks from one time to the next.
    #[must_use]
    pub const fn weeks(self) -> u64 {
        match self {
            Self::Week => 1,
            Self::TwoWeeks => 2,
            Self::FourWeeks => 4,
        }
    }
}

impl Default for Rule {
    /// Gives what the welcome offers: each Sunday, 19:30.
    fn default() -> Self {
        let time = NaiveTime::MIN + TimeDelta::minutes(19 * 60 + 30);
        Self { day: Weekday::Sun, time, every: Every::Week, first: SOME_WEEK }
    }
}

impl Rule {
    /// Lists the rule's times from a day on, in order, without end but that of the calendar.
    pub(super) fn times_from(self, day: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
        let week = self.first.week(Weekday::Mon).checked_first_day().unwrap_or(self.first);
        let own = week.checked_add_days(Days::new(self.day.num_days_from_monday().into())).unwrap_or(week);
        let step = 7 * self.every.weeks();
        // Less than 28, and not negative: `rem_euclid` says so.
        let over = u64::try_from((day - own).num_days().rem_euclid(step.cast_signed())).unwrap_or_default();
        let next = day.checked_add_days(Days::new((step - over) % step));
        let dates = std::iter::successors(next, move |date| date.checked_add_days(Days::new(step)));
        dates.map(move |date| date.and_time(self.time))
    }

    /// Tells whether a local time is one of the rule's.
    pub(super) fn has(self, time: NaiveDateTime) -> bool {
        self.times_from(time.date()).next() == Some(time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(every: Every, first: &str, from: &str, expect: [&str; 3]) {
        let rule = Rule { every, first: first.parse().unwrap(), ..Rule::default() };
        let seen: Vec<_> = rule.times_from(from.parse().unwrap()).take(3).map(|time| time.date().to_string()).collect();
        assert_eq!(seen, expect, "{every:?} {first} {from}");
        assert!(rule.times_from(from.parse().unwrap()).take(3).all(|time| rule.has(time)));
    }

    #[test]
    fn the_weeks_are_counted_from_one_in_which_they_meet() {
        use Every::{FourWeeks, TwoWeeks, Week};
        check(Week, "2026-11-23", "2026-11-23", ["2026-11-29", "2026-12-06", "2026-12-13"]);
        check(Week, "2026-11-23", "2026-11-29", ["2026-11-29", "2026-12-06", "2026-12-13"]);
        check(TwoWeeks, "2026-11-23", "2026-11-23", ["2026-11-29", "2026-12-13", "2026-12-27"]);
        check(TwoWeeks, "2026-11-29", "2026-11-30", ["2026-12-13", "2026-12-27", "2027-01-10"]);
        check(TwoWeeks, "2026-12-01", "2026-11-23", ["2026-12-06", "2026-12-20", "2027-01-03"]);
        check(FourWeeks, "2026-12-01", "2026-11-01", ["2026-11-08", "2026-12-06", "2027-01-03"]);
        // Counted back from a week to come as well.
        check(FourWeeks, "2030-12-01", "2026-11-23", ["2026-12-06", "2027-01-03", "2027-01-31"]);
    }
}
