//! The welcome, and what Home and the settings show and keep.

use both_heard_desk::Desk;
use serde_json::{Value, json};

#[test]
fn a_first_start_knows_nobody_and_offers_sunday() {
    let desk = Desk::fresh();
    let home = desk.ask("overview", json!({}));
    assert_eq!(home["couple"], Value::Null);
    assert_eq!(
        home["schedule"]["rhythm"],
        json!({
            "rule": { "day": "Sun", "time": "19:30:00", "every": "week", "first": "2026-01-05" },
            "heads_up": "none", "repeats": true,
        })
    );
    assert_eq!(home["schedule"]["next"][0]["planned"], "2026-11-22T19:30:00");
    assert_eq!((&home["running"], &home["schedule"]["due"], &home["total"]), (&Value::Null, &Value::Null, &json!(0)));
    assert_eq!(
        desk.try_ask("begin", json!({ "beginner": "one", "format": "weekly", "record": true })),
        Err(json!({ "kind": "not-welcomed" }))
    );
    assert_eq!(desk.try_ask("act", json!({ "event": { "kind": "go-on" } })), Err(json!({ "kind": "no-check-in" })));
    assert_eq!(desk.ask("check_in", json!({})), Value::Null);
}

#[test]
fn names_are_kept_or_refused_where_they_stand() {
    let desk = Desk::fresh();
    let check = |one: &str, two: &str, refused: Value| {
        let answer = desk.ask("save_couple", json!({ "one": one, "two": two, "left": "two" }));
        assert_eq!(answer["refused"], refused, "{one:?} and {two:?}");
    };
    check("", "Robin", json!({ "kind": "name", "who": "one", "why": { "reason": "empty" } }));
    check("Sam", &"x".repeat(41), json!({ "kind": "name", "who": "two", "why": { "reason": "too-long", "most": 40 } }));
    check("Sam", "sam ", json!({ "kind": "same-names" }));
    assert_eq!(desk.ask("overview", json!({}))["couple"], Value::Null);
    check(" Sam ", "رُوبِن", Value::Null);
    let kept = json!({ "one": "Sam", "two": "رُوبِن", "left": "two" });
    assert_eq!(desk.ask("overview", json!({}))["couple"], kept);
    let desk = desk.crash_and_start(chrono::TimeDelta::zero());
    assert_eq!(desk.ask("overview", json!({}))["couple"], kept);
}

#[test]
fn settings_are_kept() {
    let desk = Desk::fresh();
    let usual = json!({
        "theme": "system", "language": null, "text": 100, "timers": true, "tones": true, "timbre": "bowl",
        "volume": 60, "lines": { "one": "full", "two": "full" }, "background": null, "autostart": false,
    });
    assert_eq!(desk.ask("start", json!({}))["settings"], usual);
    let chosen = json!({
        "theme": "evening", "language": "de", "text": 150, "timers": false, "tones": false, "timbre": "air",
        "volume": 5, "lines": { "one": "hint", "two": "off" }, "background": true, "autostart": true,
    });
    assert_eq!(desk.ask("save_settings", json!({ "change": chosen }))["language"], "de");
    let desk = desk.crash_and_start(chrono::TimeDelta::zero());
    let start = desk.ask("start", json!({}));
    assert_eq!((&start["settings"], &start["notices"]), (&chosen, &json!([])));
}

#[test]
fn hiding_pauses_what_runs_and_leaving_ends_the_program() {
    let desk = Desk::welcomed();
    desk.ask("hide", json!({}));
    desk.ask("begin", json!({ "beginner": "two", "format": "weekly", "record": true }));
    desk.ask("hide", json!({}));
    assert_eq!(desk.ask("check_in", json!({}))["overlay"]["kind"], "paused");
    desk.ask("hide", json!({}));
    desk.ask("leave", json!({}));
    assert_eq!(desk.heard(), ["hide", "tone Begin Bowl", "hide", "hide", "quit"]);
}
