//! The rhythm: what is planned, moved, left out and offered.

use crate::MINUTE;
use both_heard_desk::Desk;
use chrono::TimeDelta;
use serde_json::{Value, json};

pub fn rhythm(day: &str, time: &str, every: &str) -> Value {
    let rule = json!({ "day": day, "time": time, "every": every, "first": "2026-11-22" });
    json!({ "rule": rule, "heads_up": "none", "repeats": true })
}

pub fn planned(home: &Value) -> Vec<&str> {
    home["next"].as_array().unwrap().iter().map(|one| one["planned"].as_str().unwrap()).collect()
}

#[test]
fn the_rule_is_kept_and_the_next_three_times_follow() {
    let desk = Desk::welcomed();
    let home = desk.ask("save_rhythm", json!({ "rhythm": rhythm("Wed", "20:15:00", "week") }));
    assert_eq!(planned(&home), ["2026-11-25T20:15:00", "2026-12-02T20:15:00", "2026-12-09T20:15:00"]);
    let home = desk.ask("save_rhythm", json!({ "rhythm": rhythm("Sun", "07:00:00", "two-weeks") }));
    assert_eq!(planned(&home), ["2026-12-06T07:00:00", "2026-12-20T07:00:00", "2027-01-03T07:00:00"]);
    let rests = json!([{ "from": "2026-12-24", "to": "2026-12-01" }]);
    let home = desk.ask("save_rests", json!({ "rests": rests }))["done"].clone();
    assert_eq!(planned(&home), ["2027-01-03T07:00:00", "2027-01-17T07:00:00", "2027-01-31T07:00:00"]);
    assert_eq!(home["rests"], json!([{ "from": "2026-12-01", "to": "2026-12-24" }]));
    let desk = desk.crash_and_start(TimeDelta::zero());
    let again = desk.schedule();
    assert_eq!((&again["rhythm"], &again["next"]), (&home["rhythm"], &home["next"]));
    let desk = desk.crash_and_start(TimeDelta::days(40));
    assert_eq!(desk.schedule()["rests"], json!([]), "what is over is not shown");
}

#[test]
fn one_time_is_moved_left_out_and_taken_back() {
    let desk = Desk::welcomed();
    let of = "2026-11-22T19:30:00";
    let home = desk.ask("move_time", json!({ "of": of, "to": "2026-11-24T18:00:00" }));
    assert_eq!(planned(&home["done"])[..2], ["2026-11-24T18:00:00", "2026-11-29T19:30:00"]);
    assert_eq!(home["done"]["changes"], json!([{ "of": of, "to": "2026-11-24T18:00:00" }]));
    // 19:30 on the Sunday it is would have been the rule's own: nothing comes then.
    desk.pass(60 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
    let home = desk.ask("skip", json!({ "of": of }));
    assert_eq!(planned(&home)[..2], ["2026-11-29T19:30:00", "2026-12-06T19:30:00"]);
    let home = desk.ask("skip", json!({ "of": "2026-11-29T19:30:00" }));
    assert_eq!(planned(&home)[..1], ["2026-12-06T19:30:00"]);
    let home = desk.ask("restore", json!({ "of": "2026-11-29T19:30:00" }));
    assert_eq!(planned(&home)[..1], ["2026-11-29T19:30:00"]);
    let home = desk.ask("meet_once", json!({ "planned": "2026-11-25T08:00:00" }));
    assert_eq!(planned(&home["done"])[..2], ["2026-11-25T08:00:00", "2026-11-29T19:30:00"]);
    for (command, args) in [
        ("meet_once", json!({ "planned": "2026-11-22T18:59:00" })),
        ("move_time", json!({ "of": "2026-11-29T19:30:00", "to": "2026-11-22T19:00:00" })),
    ] {
        assert_eq!(desk.ask(command, args), json!({ "refused": "passed" }), "{command}");
    }
}

#[test]
fn of_two_rests_from_the_same_day_the_longer_holds() {
    let desk = Desk::welcomed();
    let (short, long) =
        (json!({ "from": "2026-12-01", "to": "2026-12-02" }), json!({ "from": "2026-12-01", "to": "2026-12-20" }));
    for rests in [json!([short, long]), json!([long, short])] {
        assert_eq!(desk.ask("save_rests", json!({ "rests": rests }))["done"]["rests"], json!([long]));
    }
}

#[test]
fn what_is_in_the_calendar_keeps_its_id_and_what_is_gone_is_taken_back() {
    let desk = Desk::welcomed();
    let saved = |desk: &Desk| std::fs::read_to_string(desk.ask("save_calendar", json!({})).as_str().unwrap()).unwrap();
    let ids = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    desk.ask("meet_once", json!({ "planned": "2026-11-25T08:00:00" }));
    let first = saved(&desk);
    assert_eq!(ids(&first).len(), 2, "{first}");
    desk.ask("skip", json!({ "of": "2026-11-25T08:00:00" }));
    let desk = desk.crash_and_start(TimeDelta::zero());
    let second = saved(&desk);
    assert_eq!(ids(&second), ids(&first), "the same after a start");
    assert_eq!(second.matches("STATUS:CANCELLED").count(), 1, "{second}");
    let others = saved(&Desk::welcomed());
    assert!(ids(&others).iter().all(|id| !ids(&first).contains(id)), "{others}");
}

#[test]
fn every_time_that_is_offered_can_be_had() {
    let desk = Desk::welcomed();
    let sunday = "2026-11-29T19:30:00";
    let today = "2026-11-22T19:30:00";
    let offered = |desk: &Desk| desk.ask("other_times", json!({}));
    desk.ask("save_rhythm", json!({ "rhythm": rhythm("Tue", "19:30:00", "week") }));
    let tuesday = "2026-11-24T19:30:00";
    for (why, command, args) in [
        ("left out", "skip", json!({ "of": tuesday })),
        ("moved", "move_time", json!({ "of": tuesday, "to": sunday })),
        ("at rest", "save_rests", json!({ "rests": [{ "from": "2026-11-22", "to": "2026-11-26" }] })),
    ] {
        desk.ask(command, args);
        assert!(offered(&desk).as_array().unwrap().contains(&json!(tuesday)), "{why}");
        let home = desk.ask("meet_once", json!({ "planned": tuesday }));
        assert!(planned(&home["done"]).contains(&tuesday), "{why}: {home}");
        assert_eq!(planned(&home["done"]).contains(&sunday), why != "left out", "{why}: what was moved is still there");
        desk.ask("skip", json!({ "of": tuesday }));
        desk.ask("restore", json!({ "of": tuesday }));
    }
    assert!(!offered(&desk).as_array().unwrap().contains(&json!(today)));
}

#[test]
fn the_calendar_file_lies_with_the_documents() {
    let desk = Desk::welcomed();
    let first = desk.ask("save_calendar", json!({}));
    let text = std::fs::read_to_string(first.as_str().unwrap()).unwrap();
    assert!(text.contains("SUMMARY:Your time together\r\n") && text.contains("DTSTART:20261122T193000"), "{text}");
    assert!(!text.contains("Sam") && !text.contains("Robin"));
    assert_ne!(desk.ask("save_calendar", json!({})), first, "what is there is left alone");
}

/// On the same evening, too: what stands among the times to come is to come.
#[test]
fn a_single_time_that_has_passed_is_listed_no_more() {
    let desk = Desk::welcomed();
    desk.ask("meet_once", json!({ "planned": "2026-11-22T19:05:00" }));
    assert_eq!(desk.schedule()["changes"].as_array().unwrap().len(), 1);
    desk.pass(10 * MINUTE);
    let home = desk.ask("skip", json!({ "of": "2026-11-22T19:05:00" }));
    assert_eq!((&home["due"], &home["changes"]), (&json!(null), &json!([])));
}

/// A slip of the keys is no plan, and must not cost seconds ever after. What is refused changes nothing.
#[test]
fn what_is_too_far_away_or_too_much_is_refused() {
    let desk = Desk::welcomed();
    let before = desk.ask("overview", json!({}));
    let far = "9999-12-31";
    let rest = |from: &str, to: &str| json!([{ "from": from, "to": to }]);
    let many: Vec<_> = (0..131).map(|_| json!({ "from": "2026-12-01", "to": "2026-12-01" })).collect();
    for (command, args, why) in [
        ("save_rests", json!({ "rests": rest("2026-12-01", far) }), "too-far"),
        ("save_rests", json!({ "rests": rest(far, "2026-12-01") }), "too-far"),
        ("save_rests", json!({ "rests": rest("0001-01-01", "2026-12-01") }), "too-far"),
        ("save_rests", json!({ "rests": rest("2026-12-01", "+262142-12-31") }), "too-far"),
        ("save_rests", json!({ "rests": many }), "too-many"),
        ("meet_once", json!({ "planned": format!("{far}T19:30:00") }), "too-far"),
        ("meet_once", json!({ "planned": "2032-01-01T19:30:00" }), "too-far"),
        ("move_time", json!({ "of": "2026-11-22T19:30:00", "to": format!("{far}T19:30:00") }), "too-far"),
        ("move_time", json!({ "of": format!("{far}T19:30:00"), "to": "2026-11-23T19:30:00" }), "too-far"),
    ] {
        assert_eq!(desk.ask(command, args.clone()), json!({ "refused": why }), "{command} {args}");
    }
    desk.ask("skip", json!({ "of": format!("{far}T19:30:00") }));
    assert_eq!(desk.ask("overview", json!({})), before);
    assert!(desk.ask("save_rests", json!({ "rests": rest("2026-12-01", "2031-11-01") }))["done"].is_object());
    // A week to count from is as good as any other four weeks from it.
    let mut rule = rhythm("Sun", "19:30:00", "two-weeks");
    let firsts = ["2026-11-16", "2026-11-23"].map(|first| {
        rule["rule"]["first"] = json!(first);
        planned(&desk.ask("save_rhythm", json!({ "rhythm": rule }))).concat()
    });
    for (first, expect) in [("+262142-12-31", None), ("9998-11-09", None), ("2026-11-23", Some(&firsts[1]))] {
        rule["rule"]["first"] = json!(first);
        let home = desk.ask("save_rhythm", json!({ "rhythm": rule }));
        let seen = planned(&home).concat();
        assert!(expect.is_none_or(|expect| *expect == seen) && firsts.contains(&seen), "{first}");
        assert!(home["rhythm"]["rule"]["first"].as_str().unwrap() < "2032", "{first}");
    }
    let desk = desk.crash_and_start(TimeDelta::zero());
    assert_eq!(desk.ask("overview", json!({}))["unreadable"], json!([]), "all that was taken can be read again");
}
