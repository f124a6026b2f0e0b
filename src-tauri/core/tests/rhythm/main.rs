//! When they meet, in every zone; what is due, and what is told.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod calendar;
mod due;
mod life;
mod plans;
mod zones;

use both_heard_core::rhythm::{Change, Every, Occurrence, Plan, Rest, Rhythm, Rule, at_local};
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Vienna;
use chrono_tz::Tz;

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn utc(zone: Tz, text: &str) -> DateTime<Utc> {
    at_local(&zone, local(text)).to_utc()
}

/// Reads a rule such as `Sun 19:30`.
fn ruled(rule: &str) -> Plan {
    let (day, time) = rule.split_once(' ').unwrap();
    let rule = Rule { day: day.parse().unwrap(), time: format!("{time}:00").parse().unwrap(), ..Rule::default() };
    Plan { rhythm: Rhythm { rule, ..Rhythm::default() }, ..Plan::default() }
}

fn planned(all: &[Occurrence]) -> Vec<String> {
    all.iter().map(|one| one.planned.format("%Y-%m-%d %H:%M").to_string()).collect()
}

#[track_caller]
fn check(plan: &Plan, now: &str, expect: [&str; 3]) {
    assert_eq!(planned(&plan.next(&Vienna, utc(Vienna, now), 3)), expect, "{now}");
}

#[test]
fn the_next_times_are_the_first_to_come() {
    let weekly = ruled("Sun 19:30");
    check(&weekly, "2026-11-22 19:29", ["2026-11-22 19:30", "2026-11-29 19:30", "2026-12-06 19:30"]);
    check(&weekly, "2026-11-22 19:30", ["2026-11-29 19:30", "2026-12-06 19:30", "2026-12-13 19:30"]);
    check(&ruled("Mon 00:00"), "2026-11-23 00:01", ["2026-11-30 00:00", "2026-12-07 00:00", "2026-12-14 00:00"]);
    let mut second = weekly;
    second.rhythm.rule.every = Every::TwoWeeks;
    second.rhythm.rule.first = "2026-11-23".parse().unwrap();
    check(&second, "2026-11-22 08:00", ["2026-11-29 19:30", "2026-12-13 19:30", "2026-12-27 19:30"]);
    second.rhythm.rule.every = Every::FourWeeks;
    check(&second, "2026-11-30 08:00", ["2026-12-27 19:30", "2027-01-24 19:30", "2027-02-21 19:30"]);
}

#[test]
fn one_time_is_moved_left_out_added_and_taken_back() {
    let (now, sunday) = ("2026-11-23 08:00", local("2026-11-29 19:30"));
    let mut plan = ruled("Sun 19:30");
    plan.move_time(sunday, local("2026-11-27 18:00"));
    check(&plan, now, ["2026-11-27 18:00", "2026-12-06 19:30", "2026-12-13 19:30"]);
    // Moved once more, it still stands for the same time.
    assert_eq!(plan.origin(local("2026-11-27 18:00")), sunday);
    plan.move_time(sunday, local("2026-12-01 18:00"));
    check(&plan, now, ["2026-12-01 18:00", "2026-12-06 19:30", "2026-12-13 19:30"]);
    plan.skip(sunday);
    check(&plan, now, ["2026-12-06 19:30", "2026-12-13 19:30", "2026-12-20 19:30"]);
    plan.restore(sunday);
    check(&plan, now, ["2026-11-29 19:30", "2026-12-06 19:30", "2026-12-13 19:30"]);
    plan.move_time(sunday, sunday);
    assert_eq!(plan, ruled("Sun 19:30"), "moved to where it was, nothing became of it");
    let extra = local("2026-11-24 20:00");
    plan.add(extra);
    plan.add(extra);
    check(&plan, now, ["2026-11-24 20:00", "2026-11-29 19:30", "2026-12-06 19:30"]);
    plan.skip(extra);
    assert_eq!(plan, ruled("Sun 19:30"), "what was added is gone");
    plan.add(sunday);
    assert_eq!(plan, ruled("Sun 19:30"), "it is there already");
    plan.move_time(sunday, local("2026-12-06 19:30"));
    check(&plan, now, ["2026-12-06 19:30", "2026-12-13 19:30", "2026-12-20 19:30"]);
}

#[test]
fn a_rest_leaves_its_weeks_out_and_nothing_else() {
    let mut plan = ruled("Sun 19:30");
    plan.rests = vec![Rest { from: "2026-11-29".parse().unwrap(), to: "2026-12-06".parse().unwrap() }];
    check(&plan, "2026-11-23 08:00", ["2026-12-13 19:30", "2026-12-20 19:30", "2026-12-27 19:30"]);
    // Someone put a time into it all the same.
    plan.changes = vec![Change { of: local("2026-11-29 19:30"), to: Some(local("2026-12-01 18:00")) }];
    check(&plan, "2026-11-23 08:00", ["2026-12-01 18:00", "2026-12-13 19:30", "2026-12-20 19:30"]);
    plan.rests = vec![Rest { from: "2026-11-01".parse().unwrap(), to: "2099-12-06".parse().unwrap() }];
    assert_eq!(planned(&plan.next(&Vienna, utc(Vienna, "2026-11-23 08:00"), 3)), ["2026-12-01 18:00"]);
}

#[test]
fn what_was_moved_or_added_stays_when_the_rule_changes() {
    let mut plan = ruled("Sun 19:30");
    plan.move_time(local("2026-11-29 19:30"), local("2026-11-27 18:00"));
    plan.rhythm = ruled("Wed 07:00").rhythm;
    check(&plan, "2026-11-23 08:00", ["2026-11-25 07:00", "2026-11-27 18:00", "2026-12-02 07:00"]);
}
