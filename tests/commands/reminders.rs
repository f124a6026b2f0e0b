//! Reminders: what is told when a planned time comes, and what they do with it.

use crate::MINUTE;
use crate::background::stays;
use crate::rhythm::{planned, rhythm};
use both_heard_desk::Desk;
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::sync::atomic::Ordering::Relaxed;

/// Sets up a program that tells a quarter of an hour ahead, too.
fn with_heads_up() -> Desk {
    let desk = Desk::welcomed();
    let mut ahead = rhythm("Sun", "19:30:00", "week");
    ahead["heads_up"] = json!("quarter-hour");
    desk.ask("save_rhythm", json!({ "rhythm": ahead }));
    desk
}

#[test]
fn it_is_told_when_it_comes_and_once_more_when_nobody_acts() {
    let desk = Desk::welcomed();
    desk.pass(30 * MINUTE);
    assert_eq!(desk.heard(), ["remind due 2026-11-22 19:30:00 en", "Due"]);
    assert_eq!(desk.pass(29 * MINUTE).as_secs(), 15);
    desk.pass(MINUTE);
    assert_eq!(desk.heard(), ["remind late 2026-11-22 19:30:00 en", "Due"]);
    desk.pass(90 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
    let mut quiet = rhythm("Sun", "21:45:00", "week");
    quiet["repeats"] = json!(false);
    desk.ask("save_rhythm", json!({ "rhythm": quiet }));
    desk.pass(15 * MINUTE);
    assert_eq!(desk.heard(), ["remind due 2026-11-22 21:45:00 en", "Due"]);
    desk.pass(90 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
}

#[test]
fn a_heads_up_is_told_once() {
    let desk = with_heads_up();
    desk.pass(14 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
    desk.pass(MINUTE);
    desk.pass(MINUTE);
    let desk = desk.crash_and_start(TimeDelta::minutes(1));
    desk.pass(0);
    assert_eq!(desk.heard(), [""; 0], "it was told before the program ended");
}

#[test]
fn what_they_do_with_it_ends_it() {
    let due = |home: &Value| home["due"]["planned"].clone();
    let of = json!("2026-11-22T19:30:00");
    let come = || {
        let desk = Desk::welcomed();
        desk.pass(31 * MINUTE);
        desk.heard();
        let home = desk.schedule();
        assert_eq!((&home["due"]["of"], &home["due"]["missed"]), (&of, &json!(false)));
        assert_eq!(home["due"]["tomorrow"], "2026-11-23T19:30:00");
        desk
    };
    let desk = come();
    let moved = desk.ask("move_time", json!({ "of": of, "to": "2026-11-23T19:30:00" }));
    assert_eq!((due(&moved["done"]), planned(&moved["done"])[0]), (Value::Null, "2026-11-23T19:30:00"));
    desk.pass(24 * 60 * MINUTE);
    assert_eq!(desk.heard(), ["remind due 2026-11-23 19:30:00 en", "Due"]);

    let desk = come();
    assert_eq!(due(&desk.ask("skip", json!({ "of": of }))), Value::Null);
    desk.pass(60 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);

    let desk = come();
    desk.begin();
    assert_eq!(due(&desk.schedule()), Value::Null);
}

#[test]
fn what_is_acted_on_leaves_the_desktop_and_nothing_else_does() {
    let of = "2026-11-22T19:30:00";
    let act: [(&str, Value, u32); 5] = [
        ("snooze", json!({}), 1),
        ("skip", json!({ "of": of }), 1),
        ("move_time", json!({ "of": of, "to": "2026-11-23T19:30:00" }), 1),
        ("begin", json!({ "beginner": "one", "format": "weekly", "record": true }), 1),
        // Next week's is none of this evening's.
        ("skip", json!({ "of": "2026-11-29T19:30:00" }), 0),
    ];
    for (command, args, withdrawn) in act {
        let desk = Desk::welcomed();
        desk.pass(31 * MINUTE);
        desk.ask(command, args);
        assert_eq!(desk.world.withdrawn.load(Relaxed), withdrawn, "{command}");
    }
}

#[test]
fn snoozed_it_comes_back_also_after_a_crash() {
    let desk = Desk::welcomed();
    desk.pass(32 * MINUTE);
    desk.heard();
    let home = desk.ask("snooze", json!({}));
    assert!(home["due"]["snoozed"].is_string(), "{home}");
    desk.pass(14 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
    let desk = desk.crash_and_start(TimeDelta::seconds(30));
    desk.pass(29);
    assert_eq!(desk.heard(), [""; 0]);
    desk.pass(1);
    assert_eq!(desk.heard(), ["remind late 2026-11-22 19:30:00 en", "Due"]);
    assert!(desk.schedule()["due"]["snoozed"].is_null());
}

#[test]
fn without_a_notification_service_it_waits_for_one() {
    let desk = Desk::welcomed();
    desk.world.notifications.store(false, Relaxed);
    desk.pass(30 * MINUTE);
    desk.pass(30 * MINUTE);
    assert_eq!(desk.heard(), ["Due"], "it is on Home all the same, at once");
    assert_eq!(desk.schedule()["due"]["planned"], "2026-11-22T19:30:00");
    assert_eq!(desk.ask("test_reminder", json!({})), false);
    desk.world.notifications.store(true, Relaxed);
    desk.pass(15);
    assert_eq!(desk.heard(), ["remind late 2026-11-22 19:30:00 en", "Due"]);
    assert_eq!(desk.ask("test_reminder", json!({})), true);
    assert_eq!(desk.heard(), ["remind Test en"]);
}

/// One that the bus would start, and cannot; one that hangs: what was not shown is told when it can be.
#[test]
fn a_notification_service_that_fails_costs_no_reminder() {
    let desk = Desk::welcomed();
    desk.world.shows.store(false, Relaxed);
    desk.pass(30 * MINUTE);
    desk.heard();
    assert_eq!(desk.ask("test_reminder", json!({})), false);
    desk.heard();
    desk.world.shows.store(true, Relaxed);
    desk.pass(15);
    assert_eq!(desk.heard(), ["remind due 2026-11-22 19:30:00 en", "Due"]);
    desk.pass(30 * MINUTE);
    assert_eq!(desk.heard(), ["remind late 2026-11-22 19:30:00 en", "Due"], "nobody acted");
}

#[test]
fn a_heads_up_waits_for_a_service_as_long_as_it_is_one() {
    let desk = with_heads_up();
    desk.world.notifications.store(false, Relaxed);
    desk.pass(20 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
    desk.world.notifications.store(true, Relaxed);
    desk.pass(15);
    assert_eq!(desk.heard(), ["remind ahead of 2026-11-22 19:30:00 en"]);
    desk.pass(5 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
}

/// They sat down a little early: that was it for this week.
#[test]
fn a_meeting_before_its_time_is_that_meeting() {
    for end in ["go-on not-today", ""] {
        let desk = with_heads_up();
        if end.is_empty() {
            desk.whole_check_in();
            desk.walk("keep");
        } else {
            desk.begin();
            desk.walk(end);
        }
        // From now on it is the next one that comes: on Home, in the tray, and beforehand.
        let home = desk.schedule();
        assert_eq!((&home["due"], planned(&home)[0]), (&Value::Null, "2026-11-29T19:30:00"), "{end}");
        stays(&desk, true);
        desk.pass(60 * MINUTE);
        assert_eq!(desk.heard(), [""; 0], "{end}");
        let tray = desk.world.tray.lock().unwrap().unwrap();
        assert_eq!(tray.item.next.unwrap().to_string(), "2026-11-29 19:30:00", "{end}");
    }
}

/// What was interrupted on another day and is let go now was no meeting.
#[test]
fn a_check_in_that_is_let_go_takes_nothing_from_tonight() {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk("go-on here");
    let desk = desk.crash_and_start(TimeDelta::days(7) - TimeDelta::hours(1));
    desk.walk("let-go");
    desk.heard();
    desk.pass(90 * MINUTE);
    assert_eq!(desk.heard(), ["remind due 2026-11-29 19:30:00 en", "Due"]);
}

#[test]
fn what_was_slept_through_comes_once_and_what_has_passed_is_a_quiet_line() {
    for away in [TimeDelta::hours(8), TimeDelta::hours(24), TimeDelta::days(7) + TimeDelta::hours(1)] {
        let desk = Desk::welcomed().crash_and_start(away);
        desk.pass(0);
        assert_eq!(desk.heard().len(), 2, "{away}");
        desk.pass(15);
        assert_eq!(desk.heard(), [""; 0], "{away}");
    }
    // Two days late: not told, but said on Home until they act on it, and then never again.
    let desk = Desk::welcomed().crash_and_start(TimeDelta::days(2));
    desk.pass(0);
    assert_eq!(desk.heard(), [""; 0]);
    let home = desk.schedule();
    assert_eq!((&home["due"]["missed"], &home["due"]["of"]), (&json!(true), &json!("2026-11-22T19:30:00")));
    assert!(desk.ask("skip", json!({ "of": "2026-11-22T19:30:00" }))["due"].is_null());
    assert!(desk.crash_and_start(TimeDelta::zero()).schedule()["due"].is_null());
    // Five weeks off: one, the latest, and the others not at all.
    let desk = Desk::welcomed().crash_and_start(TimeDelta::weeks(5) + TimeDelta::hours(1));
    desk.pass(0);
    assert_eq!(desk.heard(), ["remind late 2026-12-27 19:30:00 en", "Due"]);
}

#[test]
fn before_they_met_nothing_was_missed() {
    let desk = Desk::fresh();
    desk.pass(31 * MINUTE);
    assert_eq!(desk.heard(), [""; 0], "nobody is there yet");
    desk.ask("save_couple", json!({ "one": "Sam", "two": "Robin", "left": "one" }));
    desk.pass(15);
    assert_eq!(desk.heard(), [""; 0]);
    assert!(desk.schedule()["due"].is_null());
}

#[test]
fn a_check_in_that_nobody_is_at_any_more_is_paused_and_holds_up_no_reminder() {
    let desk = Desk::welcomed();
    let begun = desk.ask("begin", json!({ "beginner": "one", "format": "weekly", "record": true }));
    desk.walk("go-on here go-on go-on");
    desk.pass(40);
    desk.act(json!({ "kind": "write", "step": 3, "text": "the plans for spring" }));
    desk.heard();
    desk.pass(3 * 60 * MINUTE - 60);
    assert!(!desk.heard().contains(&"Interrupted".to_owned()), "a long talk is no absence");
    desk.pass(2 * MINUTE);
    assert_eq!(desk.heard(), ["Interrupted"]);
    let view = desk.ask("check_in", json!({}));
    // As they left it: the turn has lost nothing to the hours since.
    assert_eq!((&view["id"], &view["overlay"]["kind"]), (&begun["id"], &json!("paused")));
    assert_eq!((&view["turn"]["spent"], &view["words"]), (&json!(40_000), &json!("the plans for spring")));
    // It waits on Home all week, and next Sunday is told.
    desk.pass_days(7);
    assert!(desk.heard().iter().any(|heard| heard.starts_with("remind") && heard.contains("2026-11-29 19:30:00")));
}
