//! What is told when a planned time comes, in one table: a look after the other, and what each told.

use crate::{local, ruled, utc};
use both_heard_core::rhythm::{Circumstances, HeadsUp, Plan, Reminder, ahead, decide, next_look, other_times};
use chrono::NaiveDateTime;
use chrono_tz::Europe::Vienna;
use std::collections::BTreeMap;

/// What the store remembers, and whether someone acted on it.
#[derive(Default)]
struct Memory {
    reminder: BTreeMap<NaiveDateTime, (Reminder, bool)>,
}

impl Memory {
    fn pending(&self, now: &str) -> Option<Reminder> {
        let reminder = self.reminder.values().filter(|(reminder, dismiss)| !dismiss && reminder.at <= utc(Vienna, now));
        reminder.map(|(reminder, _)| *reminder).max_by_key(|reminder| reminder.at)
    }

    fn decide(&mut self, plan: &Plan, now: &str, busy: bool) -> Option<&'static str> {
        self.look_with(plan, now, busy, true)
    }

    fn look_with(&mut self, plan: &Plan, now: &str, busy: bool, can_tell: bool) -> Option<&'static str> {
        let at = utc(Vienna, now);
        let latest = plan.latest(&Vienna, at).filter(|one| !self.reminder.contains_key(&one.planned));
        let circumstances = Circumstances { now: at, repeats: plan.rhythm.repeats, busy, can_tell };
        let seen = decide(latest, self.pending(now), circumstances);
        if let Some(reminder) = seen.remember {
            self.reminder.values_mut().for_each(|(other, dismiss)| *dismiss |= other.at < reminder.at);
            self.reminder.insert(reminder.planned, (reminder, seen.met));
        }
        seen.tell.map(|tell| if tell.late { "late" } else { "now" })
    }
}

#[track_caller]
fn check(plan: &Plan, looks: &[(&str, Option<&str>)]) -> Memory {
    let mut memory = Memory::default();
    for (now, expect) in looks {
        assert_eq!(memory.decide(plan, now, false), *expect, "{now}");
    }
    memory
}

#[test]
fn told_once_when_it_comes_and_once_more_when_nobody_acted() {
    let plan = ruled("Sun 19:30");
    let week = [
        ("2026-11-22 19:29", None),
        ("2026-11-22 19:30", Some("now")),
        ("2026-11-22 19:31", None),
        ("2026-11-22 20:00", Some("late")),
        ("2026-11-22 20:31", None),
        ("2026-11-29 19:29", None),
        ("2026-11-29 19:30", Some("now")),
    ];
    check(&plan, &week[1..]);
    let mut once = plan;
    once.rhythm.repeats = false;
    check(&once, &[week[1], ("2026-11-22 20:00", None), ("2026-11-22 20:31", None), week[6]]);
}

#[test]
fn what_was_slept_through_is_told_once_and_what_has_passed_is_not() {
    let plan = ruled("Sun 19:30");
    check(&plan, &[("2026-11-23 08:00", Some("late")), ("2026-11-23 08:01", None)]);
    check(&plan, &[("2026-11-23 19:29", Some("late"))]);
    let memory = check(&plan, &[("2026-11-23 19:30", None), ("2026-11-23 20:30", None)]);
    let passed = plan.latest(&Vienna, utc(Vienna, "2026-11-23 20:30"));
    let due = Reminder::latest(memory.pending("2026-11-23 20:30"), passed).unwrap().due(
        &plan,
        &Vienna,
        utc(Vienna, "2026-11-23 20:30"),
    );
    assert!(due.missed && due.planned == local("2026-11-22 19:30"));
    // Five weeks off: one, the latest.
    let memory = check(&plan, &[("2026-10-18 19:30", Some("now")), ("2026-11-22 21:00", Some("late"))]);
    assert_eq!(memory.reminder.len(), 2);
    // The repeat was slept through as well: a day later it is no use.
    check(&plan, &[("2026-11-22 19:30", Some("now")), ("2026-11-23 19:31", None), ("2026-11-23 20:31", None)]);
}

#[test]
fn before_the_rule_was_made_nothing_was_missed() {
    let plan = Plan { since: utc(Vienna, "2026-11-22 20:00"), ..ruled("Sun 19:30") };
    check(&plan, &[("2026-11-22 20:01", None), ("2026-11-29 19:30", Some("now"))]);
}

#[test]
fn never_twice_whatever_the_clock_does() {
    let plan = ruled("Sun 19:30");
    let once = ("2026-11-22 19:30", Some("now"));
    let mut plan = plan;
    plan.rhythm.repeats = false;
    check(&plan, &[once, ("2026-11-22 17:30", None), ("2026-11-22 19:30", None), ("2026-11-22 19:45", None)]);
    let jumps = [
        once,
        ("2027-11-28 20:00", Some("late")),
        ("2026-11-22 19:40", None),
        // It had not been told yet: the clock was only shown it by mistake.
        ("2026-11-29 19:30", Some("now")),
        ("2027-11-28 19:30", None),
    ];
    check(&plan, &jumps);
}

#[test]
fn snoozed_it_is_quiet_and_then_told() {
    let plan = Plan { since: utc(Vienna, "2026-11-20 12:00"), ..ruled("Sun 19:30") };
    let mut memory = check(&plan, &[("2026-11-22 19:30", Some("now"))]);
    let now = utc(Vienna, "2026-11-22 19:40");
    let snoozed = memory.pending("2026-11-22 19:40").unwrap().snooze(now);
    memory.reminder.insert(snoozed.planned, (snoozed, false));
    let due = snoozed.due(&plan, &Vienna, now);
    assert_eq!(due.snoozed, Some(local("2026-11-22 19:55")));
    assert_eq!(next_look(&plan, &Vienna, Some(snoozed), now), Some(utc(Vienna, "2026-11-22 19:55")));
    for (now, expect) in [
        ("2026-11-22 19:54", None),
        ("2026-11-22 19:55", Some("late")),
        ("2026-11-22 20:24", None),
        ("2026-11-22 20:25", Some("late")),
        ("2026-11-22 21:00", None),
    ] {
        assert_eq!(memory.decide(&plan, now, false), expect, "{now}");
    }
    // The clock is set back while it is quiet: it is told fifteen minutes later, and not hours.
    memory.reminder.insert(snoozed.planned, (snoozed, false));
    memory.reminder.get_mut(&snoozed.planned).unwrap().0.at = utc(Vienna, "2026-11-22 12:00");
    assert_eq!(memory.decide(&plan, "2026-11-22 15:00", false), None);
    assert_eq!(memory.decide(&plan, "2026-11-22 15:15", false), Some("late"));
}

#[test]
fn what_could_not_be_told_is_told_as_soon_as_it_can() {
    let plan = ruled("Sun 19:30");
    let mut memory = Memory::default();
    for (now, can_tell, expect) in [
        ("2026-11-22 19:30", false, None),
        ("2026-11-22 21:59", false, None),
        ("2026-11-22 22:00", true, Some("late")),
        ("2026-11-22 22:29", true, None),
        ("2026-11-22 22:30", true, Some("late")),
        ("2026-11-22 23:30", true, None),
        // A repeat that cannot be told is not made up for.
        ("2026-11-29 19:30", true, Some("now")),
        ("2026-11-29 20:00", false, None),
        ("2026-11-29 20:01", true, None),
        // It has passed before it could be told.
        ("2026-12-06 19:30", false, None),
        ("2026-12-07 19:31", true, None),
    ] {
        assert_eq!(memory.look_with(&plan, now, false, can_tell), expect, "{now}");
    }
}

#[test]
fn during_a_check_in_nothing_is_told() {
    let plan = ruled("Sun 19:30");
    let mut memory = Memory::default();
    assert_eq!(memory.decide(&plan, "2026-11-22 19:30", true), None);
    assert_eq!(memory.pending("2026-11-22 19:30"), None, "they are at it");
    assert_eq!(memory.decide(&plan, "2026-11-22 20:30", false), None);
}

#[test]
fn a_heads_up_is_told_before_and_never_after() {
    let check = |heads_up, now: &str, expect: bool| {
        let mut plan = ruled("Sun 19:30");
        plan.rhythm.heads_up = heads_up;
        assert_eq!(ahead(&plan, &Vienna, utc(Vienna, now)).is_some(), expect, "{heads_up:?} {now}");
    };
    use HeadsUp::{Day, Hour, None, QuarterHour};
    check(None, "2026-11-22 19:29", false);
    check(QuarterHour, "2026-11-22 19:14", false);
    check(QuarterHour, "2026-11-22 19:15", true);
    check(QuarterHour, "2026-11-22 19:30", false);
    check(Hour, "2026-11-22 18:29", false);
    check(Hour, "2026-11-22 18:30", true);
    check(Day, "2026-11-21 19:29", false);
    check(Day, "2026-11-21 19:30", true);
    // The same time on the wall, though the night has 25 hours.
    check(Day, "2026-10-24 19:29", false);
    check(Day, "2026-10-24 19:30", true);
    let mut plan = ruled("Sun 19:30");
    plan.rhythm.heads_up = Day;
    plan.since = utc(Vienna, "2026-11-22 10:00");
    assert_eq!(ahead(&plan, &Vienna, utc(Vienna, "2026-11-22 10:01")), Option::None, "planned too late for it");
}

#[test]
fn this_evening_is_offered_while_there_is_one() {
    let reminder = |plan: &Plan| Reminder::now(&plan.latest(&Vienna, utc(Vienna, "2026-11-22 23:00")).unwrap());
    let check = |rule: &str, now: &str, evening: Option<&str>, tomorrow: &str| {
        let plan = ruled(rule);
        let due = reminder(&plan).due(&plan, &Vienna, utc(Vienna, now));
        assert_eq!((due.evening, due.tomorrow), (evening.map(local), local(tomorrow)), "{rule} {now}");
    };
    check("Sun 10:00", "2026-11-22 10:05", Some("2026-11-22 19:30"), "2026-11-23 10:00");
    check("Sun 10:00", "2026-11-22 17:59", Some("2026-11-22 19:30"), "2026-11-23 10:00");
    check("Sun 10:00", "2026-11-22 18:00", None, "2026-11-23 10:00");
    check("Sun 20:15", "2026-11-23 08:00", Some("2026-11-23 20:15"), "2026-11-24 20:15");
}

#[test]
fn other_times_come_soon_and_are_not_the_planned_one() {
    let check = |now: &str, expect: [&str; 3]| {
        assert_eq!(other_times(&ruled("Sun 19:30"), &Vienna, utc(Vienna, now)), expect.map(local), "{now}");
    };
    check("2026-11-22 19:35", ["2026-11-23 19:30", "2026-11-24 19:30", "2026-11-25 19:30"]);
    check("2026-11-20 10:00", ["2026-11-21 19:30", "2026-11-23 19:30", "2026-11-24 19:30"]);
}
