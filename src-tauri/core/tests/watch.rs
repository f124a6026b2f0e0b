//! What a look at the clocks comes to, in tables. Times are seconds; 0 is some moment.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use both_heard_core::ritual::Turn;
use both_heard_core::watch::BreakNotice::{self, Return, StillAway};
use both_heard_core::watch::{Clocks, interrupted, of_break, ran_out, rest};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000 + second, 0).unwrap()
}

#[test]
fn sleep_and_a_clock_that_was_set_are_told_from_a_slow_laptop() {
    let check = |wall: i64, running: u64, jumped: bool| {
        let before = Clocks { wall: at(0), running: Duration::from_secs(100) };
        let now = Clocks { wall: at(wall), running: Duration::from_secs(100 + running) };
        assert_eq!(now.jumped_since(before), jumped, "{wall} s on the wall, {running} s run");
    };
    check(15, 15, false);
    check(20, 15, false);
    check(21, 15, true);
    check(9, 15, true);
    check(HOUR, 1, true);
    check(-HOUR, 1, true);
    // A clock that runs on in sleep.
    check(30, 30, false);
    check(31, 31, true);
}

#[test]
fn a_check_in_is_paused_as_of_when_they_left_it() {
    let check = |slept: Option<i64>, last: Option<i64>, now: i64, expect: Option<i64>| {
        let seen = interrupted(slept.map(at), last.map(at), at(now));
        assert_eq!(seen, expect.map(at), "{slept:?} {last:?} {now}");
    };
    check(None, None, DAY, None);
    check(None, Some(0), 3 * HOUR - 1, None);
    check(None, Some(0), 3 * HOUR, Some(0));
    check(Some(7), Some(0), 10, Some(7));
    check(Some(4 * HOUR), Some(0), 9 * HOUR, Some(4 * HOUR));
}

#[test]
fn a_turn_runs_out_once() {
    let turn = Turn::begin(TimeDelta::minutes(1), at(0));
    let check = |turn: Option<Turn>, ends: Option<i64>, now: i64, expect: bool| {
        assert_eq!(ran_out(turn.as_ref(), ends.map(at), at(now)), expect, "{ends:?} {now}");
    };
    check(Some(turn), Some(60), 59, false);
    check(Some(turn), Some(60), 60, true);
    check(Some(turn), Some(60), 75, true);
    check(Some(turn), None, 75, false);
    check(None, Some(60), 75, false);
    check(Some(turn.hold(at(30))), Some(60), 75, false);
    check(Some(turn.one_more_minute(at(30))), Some(60), 75, false);
}

#[test]
fn a_break_is_told_of_at_its_end_and_a_day_later_each_once() {
    let check = |told: Option<i64>, now: i64, expect: Option<(i64, BreakNotice)>| {
        let seen = of_break(at(0), told.map(at), at(now));
        assert_eq!(seen, expect.map(|(second, notice)| (at(second), notice)), "{told:?} {now}");
    };
    check(None, -1, None);
    check(None, 0, Some((0, Return)));
    check(Some(0), HOUR, None);
    check(Some(0), DAY, Some((DAY, StillAway)));
    check(Some(DAY), 2 * DAY, None);
    // The program was not there meanwhile.
    check(None, 2 * DAY, Some((DAY, StillAway)));
    // What was told was of an earlier break.
    check(Some(-HOUR), 5, Some((0, Return)));
}

#[test]
fn it_looks_again_when_something_is_next_and_never_too_late() {
    let check = |runs: bool, times: &[Option<i64>], expect: u64| {
        let seen = rest(runs, times.iter().map(|time| time.map(at)), at(0));
        assert_eq!(seen, Duration::from_secs(expect), "{runs} {times:?}");
    };
    check(false, &[], 15);
    check(true, &[], 5);
    check(false, &[None, Some(400)], 15);
    check(false, &[Some(9), None, Some(12)], 9);
    check(true, &[Some(9)], 5);
    check(false, &[Some(-9), Some(3)], 0);
}
