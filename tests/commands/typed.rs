//! What is typed and not kept yet: remembered, bounded, and gone when it is kept, given up, or the check-in is over.

use both_heard_desk::Desk;
use chrono::TimeDelta;
use serde_json::{Value, json};

fn keep(desk: &Desk, field: &str, text: &str) -> Value {
    desk.ask("keep_typed", json!({ "field": field, "text": text }))
}

#[test]
fn what_is_typed_outlives_a_crash_also_before_the_welcome() {
    let desk = Desk::fresh();
    keep(&desk, "name/one", "Sa");
    assert_eq!(keep(&desk, "name/one", "Sam"), json!({ "done": null }));
    let desk = desk.crash_and_start(TimeDelta::seconds(5));
    assert_eq!(desk.ask("typed", json!({})), json!([{ "field": "name/one", "text": "Sam" }]));
    keep(&desk, "name/one", "");
    assert_eq!(desk.ask("typed", json!({})), json!([]));
    assert!(!desk.finds("Sam"));
}

#[test]
fn more_than_any_field_takes_is_refused_and_what_was_there_stays() {
    let desk = Desk::fresh();
    keep(&desk, "time", "7 pm");
    let refused = keep(&desk, "time", &"界".repeat(20_001));
    assert_eq!(refused, json!({ "refused": { "reason": "too-long", "most": 20_000 } }));
    assert_eq!(desk.ask("typed", json!({})), json!([{ "field": "time", "text": "7 pm" }]));
}

#[test]
fn there_are_no_other_fields() {
    let desk = Desk::welcomed();
    let long = format!("card/{}", "x".repeat(1_000));
    for field in ["", "diary", "name/", "card/<script>", &long] {
        let answer = desk.try_ask("keep_typed", json!({ "field": field, "text": "canary" }));
        assert!(answer.is_err(), "{field}");
    }
    assert!(!desk.finds("canary"));
}

#[test]
fn nothing_that_was_typed_in_a_check_in_is_left_after_it() {
    for end in ["keep", "only", "nothing"] {
        let desk = Desk::welcomed();
        desk.whole_check_in();
        keep(&desk, "write/12", "canary of speech");
        keep(&desk, "break", "25 canaries");
        assert!(desk.finds("canar"));
        desk.walk(end);
        // On another thread than the end, it may come after it.
        keep(&desk, "write/12", "canary of speech");
        assert_eq!(desk.ask("typed", json!({})), json!([]), "{end}");
        assert!(!desk.finds("canar"), "{end}");
    }
}

#[test]
fn beside_a_check_in_without_a_record_nothing_of_it_is_written() {
    let desk = Desk::welcomed();
    desk.ask("begin", json!({ "beginner": "one", "format": "weekly", "record": false }));
    assert_eq!(keep(&desk, "write/3", "canary of speech"), json!({ "done": null }));
    assert!(!desk.finds("canary"));
    keep(&desk, "meeting/new", "20 canaries");
    assert!(desk.finds("canaries"));
}
