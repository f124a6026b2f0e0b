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

/// A reminder of a planned time that has come, as it is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// The time on the wall, its key.
    pub planned: NaiveDateTime,
    /// The instant at which it came.
    pub at: DateTime<Utc>,
    /// When it is told again, and why.
    pub repeat: Option<Repeat>,
}

/// When something is told again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The reason.
    pub why: RepeatReason,
}

/// Why something is told again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepeatReason {
    /// Nobody acted.
    Unanswered,
    /// Someone asked for it; until then it is quiet.
    Snoozed,
    /// There was nothing to tell it by.
    Undelivered,
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
pub struct Decision {
    /// What is to be remembered from now on, before anything is told.
    pub remember: Option<Reminder>,
    /// What is to be told.
    pub tell: Option<DueNotice>,
    /// Whether they were at a check-in when it came: then it needs no answer.
    pub met: bool,
}

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueNotice {
    /// The time on the wall.
    pub planned: NaiveDateTime,
    /// Whether it was planned for earlier: the laptop slept, or was off.
    pub late: bool,
}

impl Reminder {
    /// Remembers that it has come.
    #[must_use]
    pub const fn now(one: &Occurrence) -> Self {
        Self { planned: one.planned, at: one.at, repeat: None }
    }

    /// Tells whether it has passed.
    fn is_missed(&self, now: DateTime<Utc>) -> bool {
        self.snoozed(now).is_none() && now - self.at >= MISSED
    }

    /// Tells it where there is something to tell it by. A repeat (not `first`) that cannot be told is not made up for.
    fn tell(self, Circumstances { now, repeats, can_tell, .. }: Circumstances, first: bool) -> Decision {
        let tell = DueNotice { planned: self.planned, late: now - self.at >= TimeDelta::minutes(1) };
        let why = if can_tell { RepeatReason::Unanswered } else { RepeatReason::Undelivered };
        let at = if can_tell { now + REPEAT } else { now };
        let repeat = (first && (repeats || !can_tell)).then_some(Repeat { at, why });
        Decision { remember: Some(Self { repeat, ..self }), tell: can_tell.then_some(tell), met: false }
    }

    /// Remembers that it could not be told.
    #[must_use]
    pub const fn undelivered(self, now: DateTime<Utc>) -> Self {
        Self { repeat: Some(Repeat { at: now, why: RepeatReason::Undelivered }), ..self }
    }

    /// Lets it be quiet for a while.
    #[must_use]
    pub fn snooze(self, now: DateTime<Utc>) -> Self {
        Self { repeat: Some(Repeat { at: now + SNOOZE, why: RepeatReason::Snoozed }), ..self }
    }

    /// Says until when it is quiet.
    fn snoozed(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.repeat.filter(|repeat| repeat.why == RepeatReason::Snoozed && now < repeat.at).map(|repeat| repeat.at)
    }

    /// Finds what is to be shown: what is remembered, or what has passed since, unremembered.
    #[must_use]
    pub fn latest(pending: Option<Self>, latest: Option<Occurrence>) -> Option<Self> {
        let passed = latest.map(|one| Self::now(&one));
        pending.into_iter().chain(passed).max_by_key(|reminder| reminder.at)
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
pub struct Circumstances {
    /// The time.
    pub now: DateTime<Utc>,
    /// Whether it is told once more if nobody acts.
    pub repeats: bool,
    /// Whether they are at a check-in, or on a break from one.
    pub busy: bool,
    /// Whether there is something to tell it by.
    pub can_tell: bool,
}

/// Decides what is to be done about what has come.
///
/// `latest` is the latest planned time that has come, unless it is remembered; `pending` the latest that is remembered
/// and that nobody acted on.
#[must_use]
pub fn decide(latest: Option<Occurrence>, pending: Option<Reminder>, circumstances: Circumstances) -> Decision {
    let now = circumstances.now;
    // What has passed is not remembered: a clock that is wrong by a year must not take it from the year to come.
    if let Some(reminder) = latest.map(|one| Reminder::now(&one)).filter(|reminder| !reminder.is_missed(now)) {
        return if circumstances.busy {
            Decision { remember: Some(reminder), tell: None, met: true }
        } else {
            reminder.tell(circumstances, true)
        };
    }
    let Some((reminder, repeat)) = pending.and_then(|reminder| reminder.repeat.map(|repeat| (reminder, repeat))) else {
        return Decision::default();
    };
    let longest = if repeat.why == RepeatReason::Snoozed { SNOOZE } else { REPEAT };
    if repeat.at > now + longest {
        // The clock was set back since: nobody wanted to wait for that.
        let repeat = Some(Repeat { at: now + longest, ..repeat });
        return Decision { remember: Some(Reminder { repeat, ..reminder }), ..Decision::default() };
    }
    let still_untold = repeat.why == RepeatReason::Undelivered && !circumstances.can_tell;
    if repeat.at > now || circumstances.busy || still_untold {
        return Decision::default();
    }
    let passed = if repeat.why == RepeatReason::Snoozed { now - repeat.at } else { now - reminder.at } >= MISSED;
    let seen = reminder.tell(circumstances, repeat.why != RepeatReason::Unanswered);
    Decision { tell: seen.tell.filter(|_| !passed), ..seen }
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
    pending: Option<Reminder>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let next = plan.next(zone, now, 1).into_iter().next();
    let ahead = next.and_then(|next| next.ahead(zone, plan.rhythm.heads_up)).filter(|time| *time > now);
    let repeat = pending.and_then(|reminder| reminder.repeat).map(|repeat| repeat.at).filter(|time| *time > now);
    [next.map(|next| next.at), ahead, repeat].into_iter().flatten().min()
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
