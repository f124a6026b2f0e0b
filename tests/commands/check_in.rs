//! The check-in through the window's calls: what is committed, what comes back, and what is kept of it.

use crate::set;
use both_heard_desk::Desk;
use chrono::TimeDelta;
use serde_json::{Value, json};

#[test]
fn a_check_in_begins_once() {
    let desk = Desk::welcomed();
    let view = desk.ask("begin", json!({ "beginner": "two", "format": "weekly", "record": true }));
    assert_eq!(
        (&view["beginner"], &view["step"], &view["moment"]["kind"]),
        (&json!("two"), &json!(0), &json!("breath"))
    );
    desk.walk("go-on");
    // The one that runs: no tone, no other beginner.
    let again = desk.ask("begin", json!({ "beginner": "one", "format": "short", "record": false }));
    assert_eq!((&again["beginner"], &again["moment"]["kind"]), (&json!("two"), &json!("here")));
    assert_eq!(desk.ask("overview", json!({}))["running"], again);
}

#[test]
fn a_refusal_is_an_answer_and_changes_nothing() {
    let desk = Desk::welcomed();
    desk.begin();
    assert_eq!(desk.act(json!({ "kind": "resume" })), json!({ "refused": { "refusal": "not-here" } }));
    let long = desk.act(json!({ "kind": "write", "step": 1, "text": "x".repeat(2001) }));
    assert_eq!(long, json!({ "refused": { "refusal": "too-long", "most": 2000 } }));
    desk.walk("pause");
    assert_eq!(desk.act(json!({ "kind": "go-on" })), json!({ "refused": { "refusal": "covered" } }));
    assert!(desk.try_ask("act", json!({ "event": { "kind": "shout" } })).is_err());
}

#[test]
fn after_a_crash_it_comes_back_at_its_step_with_its_words_paused() {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk("go-on here go-on go-on");
    desk.act(json!({ "kind": "write", "step": 3, "text": "the plans for spring" }));
    desk.pass(20);
    let desk = desk.crash_and_start(TimeDelta::hours(5));
    let view = desk.ask("overview", json!({}))["running"].clone();
    assert_eq!(
        (&view["step"], &view["words"], &view["overlay"]),
        (&json!(3), &json!("the plans for spring"), &json!({ "kind": "paused" }))
    );
    // Five hours passed, and the turn has lost none of its time: it stands where the program was last seen.
    assert_eq!(view["turn"], json!({ "length": 180_000, "spent": 20_000, "runs": false }));
    let view = desk.walk("resume");
    assert_eq!((&view["overlay"], &view["turn"]["runs"]), (&Value::Null, &json!(true)));
}

#[test]
fn a_crash_at_any_event_comes_back_to_the_same_place() {
    let script = "go-on here go-on go-on go-on go-on yes go-on go-on no-more heard go-on go-on";
    let mut desk = Desk::welcomed();
    desk.begin();
    for word in script.split(' ') {
        let before = desk.walk(word);
        desk = desk.crash_and_start(TimeDelta::minutes(1));
        let after = desk.ask("check_in", json!({}));
        assert_eq!((&after["step"], &after["moment"]), (&before["step"], &before["moment"]), "after {word}");
        desk.walk("resume");
    }
}

#[test]
fn keep_nothing_leaves_no_word_in_the_file() {
    for ending in ["nothing", "let-go", "only"] {
        let desk = Desk::welcomed();
        desk.whole_check_in();
        assert!(desk.finds("the phone call"), "while it runs the words are safe in the file");
        desk.walk(ending);
        for words in ["You made soup", "the phone call", "Good evening"] {
            assert!(!desk.finds(words), "{words} after {ending}");
        }
        let kept = desk.ask("past", json!({ "after": null }));
        assert_eq!(kept["total"], json!(u8::from(ending == "only")), "{ending}");
        assert_eq!(desk.ask("overview", json!({}))["running"], Value::Null);
    }
}

#[test]
fn not_today_leaves_nothing_of_who_said_it() {
    let desk = Desk::welcomed();
    desk.begin();
    let view = desk.walk("go-on not-today");
    assert_eq!(view["ending"], json!({ "kind": "not-today" }));
    assert!(!desk.finds("arrived"));
    assert_eq!(desk.ask("past", json!({ "after": null }))["total"], 0);
}

#[test]
fn without_timers_there_is_no_time() {
    let desk = Desk::welcomed();
    set(&desk, json!({ "timers": false }));
    desk.begin();
    assert_eq!(desk.walk("go-on here")["turn"], Value::Null);
    desk.pass(600);
    assert_eq!(desk.heard(), [""; 0]);
}
