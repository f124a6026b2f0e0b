//! Holds the plan: the rule, and what was agreed beside it for single times and for weeks of rest.

use super::local::at_local;
use super::rule::Rule;
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far ahead a time is looked for: a rest of years is no rest, and a list must end.
pub(super) const AHEAD: usize = 10 * 52;
/// How far back the latest planned time is looked for: three times of every fourth week, of which one may be left out and
/// one lie in a rest.
const BACK: TimeDelta = TimeDelta::weeks(13);

/// When they meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rule and how it is told.
    pub rhythm: Rhythm,
    /// What became of single times.
    pub changes: Vec<Change>,
    /// Weeks without.
    pub rests: Vec<Rest>,
    /// When the rule was made: what it would have planned before was not missed.
    pub since: DateTime<Utc>,
}

/// The rule and how it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Rhythm {
    /// The rule.
    pub rule: Rule,
    /// What is said before the time has come.
    pub heads_up: HeadsUp,
    /// Whether it is said once more, half an hour later, if nobody acted.
    pub repeats: bool,
}

/// How long before a planned time it is told that it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum HeadsUp {
    /// Not before.
    #[default]
    None,
    /// A quarter of an hour.
    QuarterHour,
    /// An hour.
    Hour,
    /// A day: the same time on the wall, the day before.
    Day,
}

/// What became of one planned time. One that was added beside the rule is its own: `of` and `to` are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Change {
    /// The time it had.
    pub of: NaiveDateTime,
    /// The time it has; none when it is left out.
    pub to: Option<NaiveDateTime>,
}

/// A span of days in which the rule plans nothing; both days belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Rest {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// One planned time. The local time is its key: it is the same planned time wherever and whenever it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// The time on the wall.
    pub planned: NaiveDateTime,
    /// The instant, in the zone it was asked for.
    pub at: DateTime<Utc>,
    /// The time it had before it was moved.
    pub of: NaiveDateTime,
}

impl Default for Rhythm {
    fn default() -> Self {
        Self { rule: Rule::default(), heads_up: HeadsUp::None, repeats: true }
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self { rhythm: Rhythm::default(), changes: vec![], rests: vec![], since: DateTime::UNIX_EPOCH }
    }
}

impl Rest {
    /// Tells whether a time lies in it.
    fn holds(&self, time: NaiveDateTime) -> bool {
        self.from <= time.date() && time.date() <= self.to
    }
}

impl Occurrence {
    /// Places a local time in a zone.
    pub(super) fn at<Z: TimeZone>(zone: &Z, planned: NaiveDateTime, of: NaiveDateTime) -> Self {
        Self { planned, at: at_local(zone, planned).to_utc(), of }
    }

    /// Finds the instant at which it is told that this one comes.
    pub(super) fn ahead<Z: TimeZone>(&self, zone: &Z, heads_up: HeadsUp) -> Option<DateTime<Utc>> {
        match heads_up {
            HeadsUp::None => None,
            HeadsUp::QuarterHour => Some(self.at - TimeDelta::minutes(15)),
            HeadsUp::Hour => Some(self.at - TimeDelta::hours(1)),
            HeadsUp::Day => Some(at_local(zone, self.planned.checked_sub_days(Days::new(1))?).to_utc()),
        }
    }
}

impl Plan {
    /// Lists the next planned times strictly after an instant, in order, `most` of them.
    pub fn next<Z: TimeZone>(&self, zone: &Z, after: DateTime<Utc>, most: usize) -> Vec<Occurrence> {
        // A day before: the zone may be behind, and a gap may shift a time over midnight.
        let day = local_day(zone, after - TimeDelta::days(1));
        let ruled = self.ruled(zone, day).take(AHEAD).flatten().filter(|one| one.at > after).take(most);
        let mut all: Vec<_> = ruled.chain(self.placed(zone).filter(|one| one.at > after)).collect();
        sort(&mut all);
        all.truncate(most);
        all
    }

    /// Finds the latest planned time that has come, no longer ago than the rule holds.
    pub fn latest<Z: TimeZone>(&self, zone: &Z, now: DateTime<Utc>) -> Option<Occurrence> {
        let from = self.since.max(now - BACK);
        let last = local_day(zone, now + TimeDelta::days(1));
        let days = self.ruled(zone, local_day(zone, from - TimeDelta::days(1)));
        // The rule's days come in order, but those left out are holes: so all of them, up to the last that can be.
        let weeks = BACK.num_weeks().unsigned_abs() as usize + 2;
        let ruled = days.take(weeks).flatten().filter(|one| one.planned.date() <= last);
        let come = |one: &Occurrence| from < one.at && one.at <= now;
        let mut all: Vec<_> = ruled.chain(self.placed(zone)).filter(come).collect();
        sort(&mut all);
        all.pop()
    }

    /// Lists the rule's times from a day on; none in the place of one that was changed or lies in a rest.
    fn ruled<Z: TimeZone>(&self, zone: &Z, day: NaiveDate) -> impl Iterator<Item = Option<Occurrence>> {
        let rule = self.rhythm.rule;
        rule.times_from(day).map(move |time| (!self.is_left_out(time)).then(|| Occurrence::at(zone, time, time)))
    }

    /// Tells whether the rule plans nothing at a time: it was changed, or lies in a rest.
    pub(super) fn is_left_out(&self, time: NaiveDateTime) -> bool {
        self.changes.iter().any(|change| change.of == time) || self.is_rested(time)
    }

    pub(super) fn is_rested(&self, time: NaiveDateTime) -> bool {
        self.rests.iter().any(|rest| rest.holds(time))
    }

    /// Tells whether the rule plans a time, unless it was changed.
    fn is_ruled(&self, time: NaiveDateTime) -> bool {
        self.rhythm.rule.has(time) && !self.is_rested(time)
    }

    /// Tells whether something is planned at a time, by the rule or beside it.
    #[must_use]
    pub fn has(&self, time: NaiveDateTime) -> bool {
        let placed = self.changes.iter().any(|change| change.to == Some(time));
        placed || (self.rhythm.rule.has(time) && !self.is_left_out(time))
    }

    /// Lists the times that were moved or added. They hold whatever the rule becomes, and in a rest as well: someone
    /// put them there.
    fn placed<Z: TimeZone>(&self, zone: &Z) -> impl Iterator<Item = Occurrence> {
        self.changes.iter().filter_map(move |change| change.to.map(|to| Occurrence::at(zone, to, change.of)))
    }

    /// Moves a planned time, which may have been moved before: the rule stays.
    pub fn move_time(&mut self, of: NaiveDateTime, to: NaiveDateTime) {
        self.restore(of);
        if of != to || !self.is_ruled(of) {
            self.changes.push(Change { of, to: Some(to) });
        }
    }

    /// Adds a time, also where the rule's own was left out, rests, or was moved away: what was moved stays where it is.
    pub fn add(&mut self, time: NaiveDateTime) {
        if self.has(time) {
            return;
        }
        // A change is known by the time it had: one that had this time is known by the time it has from now on. There
        // may be a change of that as well, and so on; it ends, since one that is known by the time it has leads nowhere.
        let mut at = Some(time);
        while let Some(time) = at {
            at = match self.changes.iter_mut().find(|change| change.of == time) {
                Some(change) => change.to.replace(time).filter(|to| *to != time),
                None => {
                    self.changes.push(Change { of: time, to: Some(time) });
                    None
                }
            };
        }
        // What is where the rule has it was not changed.
        let Self { rhythm, changes, rests, .. } = self;
        let rested = |time: NaiveDateTime| rests.iter().any(|rest| rest.holds(time));
        changes.retain(|change| change.to != Some(change.of) || !rhythm.rule.has(change.of) || rested(change.of));
    }

    /// Leaves a planned time out this once; one that was added is gone.
    pub fn skip(&mut self, of: NaiveDateTime) {
        self.restore(of);
        if self.rhythm.rule.has(of) {
            self.changes.push(Change { of, to: None });
        }
    }

    /// Takes back what became of a planned time.
    pub fn restore(&mut self, of: NaiveDateTime) {
        self.changes.retain(|change| change.of != of);
    }

    /// Finds the time that a planned one had before it was moved.
    #[must_use]
    pub fn origin(&self, planned: NaiveDateTime) -> NaiveDateTime {
        self.changes.iter().find(|change| change.to == Some(planned)).map_or(planned, |change| change.of)
    }
}

fn local_day<Z: TimeZone>(zone: &Z, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(zone).date_naive()
}

/// Puts them in order, one of each planned time; one that was moved there tells whence it came.
fn sort(all: &mut Vec<Occurrence>) {
    all.sort_by_key(|one| (one.at, one.planned, one.of == one.planned));
    all.dedup_by_key(|one| one.planned);
}
