//! Decides what one look at the clocks comes to: did the laptop sleep, is a turn over, is a break over, when to look again.
//! What the plan brings is decided in [`crate::rhythm`].

use crate::rhythm::{Due, Occurrence};
use crate::ritual::Turn;
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use std::time::Duration;

/// How far the two clocks may part between two looks before it is no longer the laptop being slow.
const JUMP: TimeDelta = TimeDelta::seconds(5);
/// How long no look can take while the laptop is awake: twice the longest time between two.
const SLEPT: TimeDelta = TimeDelta::seconds(30);
/// How long without a key until the two of them are no longer at their check-in: longer than any of its turns, and than
/// most evenings. It is paused then, as of the last key, and holds up nothing.
const LEFT: TimeDelta = TimeDelta::hours(3);
/// When a break from which they have not come back is asked after, once and gently: the next day.
const STILL_AWAY: TimeDelta = TimeDelta::hours(24);
/// How far away a time may be that is told by its weekday alone.
const A_WEEK: TimeDelta = TimeDelta::days(6);
/// The longest time between two looks; the laptop may sleep in it, and no timer tells. HOUSE.md, invariant 6.
pub const AT_MOST: Duration = Duration::from_secs(15);
/// The time between two signs of life while a check-in runs, so that a crash costs no more of a turn than this.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);

/// What the two clocks show at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// The clock on the wall.
    pub wall: DateTime<Utc>,
    /// The clock that only runs: in sleep it stands (Linux, macOS) or runs on (Windows).
    pub running: Duration,
}

impl Clocks {
    /// Tells whether the laptop slept since an earlier moment, or its clock was set: the two clocks differ in what passed, or,
    /// where the one that only runs goes on in sleep, far too much passed.
    #[must_use]
    pub fn jumped_since(self, before: Self) -> bool {
        let ran = TimeDelta::from_std(self.running.saturating_sub(before.running)).unwrap_or(TimeDelta::MAX);
        ((self.wall - before.wall) - ran).abs() > JUMP || ran > SLEPT
    }
}

/// Finds the instant as of which a running check-in is to be paused: `slept`, when the laptop slept since then, or that of
/// the last key, when nobody has pressed one for long. None when it is to run on.
#[must_use]
pub fn interrupted(
    slept: Option<DateTime<Utc>>,
    last_key: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    // A laptop that slept did so while they were at it.
    slept.or_else(|| last_key.filter(|last| now - *last >= LEFT))
}

/// Tells whether a turn ran out since a look that expected it to end at `ends`.
#[must_use]
pub fn ran_out(turn: Option<&Turn>, ends: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    ends.is_some_and(|ends| ends <= now) && turn.is_some_and(|turn| turn.runs() && turn.spent(now) >= turn.length())
}

/// What is told of a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakNotice {
    /// The time to come back has come.
    Return,
    /// They have not come back since the day before.
    StillAway,
}

/// Finds what is to be told of a break that ends at `returns`, and the instant that has come with it; `told` is the instant of
/// what was told last. Each is told once however often the program ends meanwhile, and of both at once only the later.
#[must_use]
pub fn of_break(
    returns: DateTime<Utc>,
    told: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Option<(DateTime<Utc>, BreakNotice)> {
    let comes = [(returns + STILL_AWAY, BreakNotice::StillAway), (returns, BreakNotice::Return)];
    // Only what comes later than what was told is still to be told.
    let known = comes.iter().position(|(at, _)| told == Some(*at)).unwrap_or(comes.len());
    comes.into_iter().take(known).find(|(at, _)| *at <= now)
}

/// What stands in the tray, beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrayItem {
    /// The next planned time on the wall; none when nothing is planned.
    pub next: Option<NaiveDateTime>,
    /// Whether that is within a week, so that its weekday says enough.
    pub near: bool,
    /// Whether a time has come that waits for them.
    pub due: bool,
}

impl TrayItem {
    /// Makes it from the next planned time and from what has come.
    #[must_use]
    pub fn of(next: Option<Occurrence>, due: Option<Due>, now: DateTime<Utc>) -> Self {
        Self {
            next: next.map(|next| next.planned),
            near: next.is_some_and(|next| next.at - now < A_WEEK),
            due: due.is_some_and(|due| !due.missed && due.snoozed.is_none()),
        }
    }
}

/// Says how long nothing more can be due: until the first of these times, and never longer than a check-in that runs, or sleep,
/// allows. Times that have passed count as now.
pub fn rest(
    check_in_runs: bool,
    times: impl IntoIterator<Item = Option<DateTime<Utc>>>,
    now: DateTime<Utc>,
) -> Duration {
    let until = |at: DateTime<Utc>| (at - now).to_std().unwrap_or_default();
    let most = if check_in_runs { SIGN_OF_LIFE } else { AT_MOST };
    times.into_iter().flatten().map(until).fold(most, Duration::min)
}
