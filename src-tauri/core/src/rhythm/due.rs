//! Says what has come, what is told of it and when, and which other times there are.
//!
//! Nothing here trusts that a notification was seen: a time that has come stays, until someone acts on it or the next
//! one comes. What was told is known by its local time, so it is told once, whatever the clocks do.

use super::plan::{Occurrence, Plan};
use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use serde::Serialize;
use ts_rs::TS;

/// From when on a planned time has passed: it is a quiet line then, and no notification.
pub const MISSED: TimeDelta = TimeDelta::hours(24);
/// When it is told once more, if nobody acted.
pub const REPEAT: TimeDelta = TimeDelta::minutes(30);
/// The shortest way to be reminded later.
pub const SNOOZE: TimeDelta = TimeDelta::minutes(15);
/// The hour before which there is an evening still to come.
const EVENING: u32 = 18;

/// A planned time that has come, as it is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Come {
    /// The time on the wall, its key.
    pub planned: NaiveDateTime,
    /// The instant at which it came.
    pub at: DateTime<Utc>,
    /// When it is told again, and why.
    pub again: Option<Again>,
}

/// When something is told again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Again {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The reason.
    pub why: Why,
}

/// Why something is told again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nobody acted.
    Repeat,
    /// Someone asked for it; until then it is quiet.
    Snoozed,
    /// There was nothing to tell it by.
    Untold,
}

/// A planned time that has come, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Due {
    /// The time on the wall.
    pub planned: NaiveDateTime,
    /// The time it had before it was moved.
    pub of: NaiveDateTime,
    /// Whether it has passed, and is only a quiet line.
    pub missed: bool,
    /// Until when on the wall it is quiet, because someone asked for that.
    pub snoozed: Option<NaiveDateTime>,
    /// This evening, where there is one still to come.
    pub evening: Option<NaiveDateTime>,
    /// Tomorrow, at the time that was planned.
    pub tomorrow: NaiveDateTime,
}

/// What a look came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// What is to be remembered from now on, before anything is told.
    pub remember: Option<Come>,
    /// What is to be told.
    pub tell: Option<Tell>,
    /// Whether someone acted on it already: they were at it when it came.
    pub met: bool,
}

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tell {
    /// The time on the wall.
    pub planned: NaiveDateTime,
    /// Whether it was planned for earlier: the laptop slept, or was off.
    pub late: bool,
}

impl Come {
    /// Remembers that it has come.
    #[must_use]
    pub const fn now(one: &Occurrence) -> Self {
        Self { planned: one.planned, at: one.at, again: None }
    }

    /// Tells whether it has passed.
    fn is_missed(&self, now: DateTime<Utc>) -> bool {
        self.snoozed(now).is_none() && now - self.at >= MISSED
    }

    /// Tells it, as far as that can be; `first` when it is no repeat, which is not made up for.
    fn tell(self, around: Around, first: bool) -> Look {
        let now = around.now;
        let tell = Tell { planned: self.planned, late: now - self.at >= TimeDelta::minutes(1) };
        let why = if around.can_tell { Why::Repeat } else { Why::Untold };
        let at = if around.can_tell { now + REPEAT } else { now };
        let again = (first && (around.repeats || !around.can_tell)).then_some(Again { at, why });
        Look { remember: Some(Self { again, ..self }), tell: around.can_tell.then_some(tell), met: false }
    }

    /// Remembers that it could not be told.
    #[must_use]
    pub const fn untold(self, now: DateTime<Utc>) -> Self {
        Self { again: Some(Again { at: now, why: Why::Untold }), ..self }
    }

    /// Lets it be quiet for a while.
    #[must_use]
    pub fn snooze(self, now: DateTime<Utc>) -> Self {
        Self { again: Some(Again { at: now + SNOOZE, why: Why::Snoozed }), ..self }
    }

    /// Says until when it is quiet.
    fn snoozed(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.again.filter(|again| again.why == Why::Snoozed && now < again.at).map(|again| again.at)
    }

    /// Finds what is to be shown: what is remembered, or what has passed since, unremembered.
    #[must_use]
    pub fn latest(waiting: Option<Self>, latest: Option<Occurrence>) -> Option<Self> {
        let passed = latest.map(|one| Self::now(&one));
        waiting.into_iter().chain(passed).max_by_key(|come| come.at)
    }

    /// Shows it.
    pub fn due<Z: TimeZone>(&self, plan: &Plan, zone: &Z, now: DateTime<Utc>) -> Due {
        let wall = now.with_timezone(zone).naive_local();
        let usual = plan.rhythm.rule.time;
        let time = if usual.hour() >= EVENING { usual } else { NaiveTime::MIN + TimeDelta::minutes(19 * 60 + 30) };
        Due {
            planned: self.planned,
            of: plan.origin(self.planned),
            missed: self.is_missed(now),
            snoozed: self.snoozed(now).map(|at| at.with_timezone(zone).naive_local()),
            evening: (wall.hour() < EVENING).then(|| wall.date().and_time(time)),
            tomorrow: wall.date().checked_add_days(Days::new(1)).unwrap_or(wall.date()).and_time(self.planned.time()),
        }
    }
}

/// How things are when one looks.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    /// The time.
    pub now: DateTime<Utc>,
    /// Whether it is told once more if nobody acts.
    pub repeats: bool,
    /// Whether they are at a check-in, or on a break from one.
    pub busy: bool,
    /// Whether there is something to tell it by.
    pub can_tell: bool,
}

/// Looks at what has come.
///
/// `latest` is the latest planned time that has come, unless it is remembered; `waiting` the latest that is remembered
/// and that nobody acted on.
#[must_use]
pub fn look(latest: Option<Occurrence>, waiting: Option<Come>, around: Around) -> Look {
    let now = around.now;
    // What has passed is not remembered: a clock that is wrong by a year must not take it from the year to come.
    if let Some(come) = latest.map(|one| Come::now(&one)).filter(|come| !come.is_missed(now)) {
        return if around.busy {
            Look { remember: Some(come), tell: None, met: true }
        } else {
            come.tell(around, true)
        };
    }
    let Some((come, again)) = waiting.and_then(|come| come.again.map(|again| (come, again))) else {
        return Look::default();
    };
    let longest = if again.why == Why::Snoozed { SNOOZE } else { REPEAT };
    if again.at > now + longest {
        // The clock was set back since: nobody wanted to wait for that.
        let again = Some(Again { at: now + longest, ..again });
        return Look { remember: Some(Come { again, ..come }), ..Look::default() };
    }
    let still_untold = again.why == Why::Untold && !around.can_tell;
    if again.at > now || around.busy || still_untold {
        return Look::default();
    }
    let passed = if again.why == Why::Snoozed { now - again.at } else { now - come.at } >= MISSED;
    let seen = come.tell(around, again.why != Why::Repeat);
    Look { tell: seen.tell.filter(|_| !passed), ..seen }
}

/// Finds the next planned time, if it is to be told by now that it comes.
pub fn ahead<Z: TimeZone>(plan: &Plan, zone: &Z, now: DateTime<Utc>) -> Option<Occurrence> {
    let next = plan.next(zone, now, 1).into_iter().next()?;
    let from = next.ahead(zone, plan.rhythm.heads_up)?;
    (from <= now && plan.since < from).then_some(next)
}

/// Finds the instant at which something of the plan is next to be told.
pub fn next_look<Z: TimeZone>(
    plan: &Plan,
    zone: &Z,
    waiting: Option<Come>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let next = plan.next(zone, now, 1).into_iter().next();
    let ahead = next.and_then(|next| next.ahead(zone, plan.rhythm.heads_up)).filter(|time| *time > now);
    let again = waiting.and_then(|come| come.again).map(|again| again.at).filter(|time| *time > now);
    [next.map(|next| next.at), ahead, again].into_iter().flatten().min()
}

/// Offers three other times this week: the next days at the usual time, but for one that is planned already.
pub fn other_times<Z: TimeZone>(plan: &Plan, zone: &Z, now: DateTime<Utc>) -> Vec<NaiveDateTime> {
    let today = now.with_timezone(zone).date_naive();
    (1..=6)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .map(|date| date.and_time(plan.rhythm.rule.time))
        .filter(|time| !plan.has(*time))
        .take(3)
        .collect()
}
