//! Counts the time of one turn: length, time spent, and whether it runs.

use chrono::{DateTime, TimeDelta, Utc};

/// The time of one turn. It ends softly: past its length it only counts on, quietly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    length: TimeDelta,
    spent: TimeDelta,
    since: Option<DateTime<Utc>>,
}

impl Turn {
    /// How long a turn can become by *one more minute*; twice the longest step of PRODUCT.md.
    pub const LONGEST: TimeDelta = TimeDelta::hours(1);

    /// Begins a turn that runs from `now`.
    #[must_use]
    pub const fn begin(length: TimeDelta, now: DateTime<Utc>) -> Self {
        Self { length, spent: TimeDelta::zero(), since: Some(now) }
    }

    /// Reads how long the turn is meant to be.
    #[must_use]
    pub const fn length(&self) -> TimeDelta {
        self.length
    }

    /// Tells whether the time runs.
    #[must_use]
    pub const fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Reads the time spent until `now`; a clock that went back adds nothing.
    #[must_use]
    pub fn spent(&self, now: DateTime<Utc>) -> TimeDelta {
        let running = self.since.map_or(TimeDelta::zero(), |since| now - since);
        self.spent + running.max(TimeDelta::zero())
    }

    /// Reads when the time is up: none while it is held, or when it is up already.
    #[must_use]
    pub fn ends_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let left = self.length - self.spent(now);
        (self.runs() && left > TimeDelta::zero()).then(|| now + left)
    }

    /// Holds the time at `now`.
    #[must_use]
    pub fn hold(self, now: DateTime<Utc>) -> Self {
        Self { spent: self.spent(now), since: None, ..self }
    }

    /// Lets the time run on from `now`.
    #[must_use]
    pub fn run(self, now: DateTime<Utc>) -> Self {
        Self { spent: self.spent(now), since: Some(now), ..self }
    }

    /// Gives sixty seconds more: on top of the length, or from now when that is over. Never beyond [`Turn::LONGEST`].
    #[must_use]
    pub fn one_more_minute(self, now: DateTime<Utc>) -> Self {
        let length = self.length.max(self.spent(now)) + TimeDelta::minutes(1);
        Self { length: length.min(Self::LONGEST.max(self.length)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plays a script such as `"run 10, hold 5, minute, run 20"` (seconds pass after each word) on a one-minute turn.
    #[track_caller]
    fn check(script: &str, spent: i64, length: i64, left: Option<i64>) {
        let mut now = DateTime::UNIX_EPOCH;
        let mut turn = Turn::begin(TimeDelta::minutes(1), now);
        for word in script.split(", ") {
            let (act, seconds) = word.split_once(' ').unwrap_or((word, "0"));
            turn = match act {
                "run" => turn.run(now),
                "hold" => turn.hold(now),
                "minute" => turn.one_more_minute(now),
                _ => turn,
            };
            now += TimeDelta::seconds(seconds.parse().unwrap_or_default());
        }
        let seen = (
            turn.spent(now).num_seconds(),
            turn.length().num_seconds(),
            turn.ends_at(now).map(|e| (e - now).num_seconds()),
        );
        assert_eq!(seen, (spent, length, left), "{script}");
    }

    #[test]
    fn a_turn_counts_only_while_it_runs() {
        check("wait 10", 10, 60, Some(50));
        check("wait 10, hold 30", 10, 60, None);
        check("wait 10, hold 30, run 5", 15, 60, Some(45));
        check("wait 10, hold 30, hold 30, run 5, run 5", 20, 60, Some(40));
        check("wait 60", 60, 60, None);
        check("wait 200", 200, 60, None);
        check("wait 10, minute 5", 15, 120, Some(105));
        check("wait 90, minute 5", 95, 150, Some(55));
        check("hold 9, minute 9, minute 9", 0, 180, None);
        check("wait 9000, minute 1", 9001, 3600, None);
        check("wait 10, back -60", 0, 60, Some(60));
    }
}
