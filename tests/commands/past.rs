//! What was kept: listed, shown, written as text, deleted.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::fs;

fn kept(desk: &Desk) -> Value {
    desk.whole_check_in();
    desk.walk("keep");
    desk.ask("past", json!({ "after": null }))["lines"][0]["id"].clone()
}

#[test]
fn a_kept_check_in_is_found_again() {
    let desk = Desk::welcomed();
    let id = kept(&desk);
    let record = desk.ask("record", json!({ "id": id }));
    let whole = &record["whole"];
    assert!(record["met"].as_str().unwrap().starts_with("2026-11-22T19:00:00"));
    assert_eq!(whole["spoken"][0], json!({ "by": "one", "topic": "plans", "felt": "yes" }));
    assert_eq!(whole["spoken"][1], json!({ "by": "two", "topic": "the phone call", "felt": "mostly" }));
    assert_eq!(whole["appreciated"][1], json!({ "by": "two", "text": "You waited up" }));
    assert_eq!((&whole["note"], &whole["format"]), (&json!("Good evening"), &json!("weekly")));
    let home = desk.ask("overview", json!({}));
    assert_eq!((&home["total"], &home["begins"]), (&json!(1), &json!("two")));
    assert_eq!(desk.ask("past", json!({ "after": id }))["lines"], json!([]));
}

#[test]
fn a_deleted_check_in_is_gone_for_good() {
    let desk = Desk::welcomed();
    let id = kept(&desk);
    assert!(desk.finds("the phone call"));
    desk.ask("forget", json!({ "id": id }));
    assert!(!desk.finds("the phone call"));
    assert_eq!(desk.ask("record", json!({ "id": id })), Value::Null);
    assert_eq!(desk.ask("save_as_text", json!({ "id": id })), Value::Null);
}

#[test]
fn a_check_in_is_written_as_text_and_never_over_another_file() {
    let desk = Desk::welcomed();
    desk.ask("save_couple", json!({ "one": "Sam", "two": "*Robin*", "left": "one" }));
    let english = json!({ "theme": "system", "language": "en", "text": 100, "timers": true, "tones": true });
    desk.ask("save_settings", json!({ "settings": english }));
    let id = kept(&desk);
    let first = desk.ask("save_as_text", json!({ "id": id }));
    let second = desk.ask("save_as_text", json!({ "id": id }));
    assert!(first.as_str().unwrap().ends_with("Check-in 2026-11-22.md"), "{first}");
    assert!(second.as_str().unwrap().ends_with("Check-in 2026-11-22 (2).md"), "{second}");
    let text = fs::read_to_string(first.as_str().unwrap()).unwrap();
    assert_eq!(
        text,
        "# Sunday, 22 November 2026\n\nSam and \\*Robin\\*, one minute. Sam began.\n\
         \n## Sam appreciated\n\n> You made soup\n\n## \\*Robin\\* appreciated\n\n> You waited up\n\
         \n## Sam spoke about\n\n> plans\n\nSam felt heard.\n\
         \n## \\*Robin\\* spoke about\n\n> the phone call\n\n\\*Robin\\* mostly felt heard.\n\
         \n## A note from both\n\n> Good evening\n"
    );
    // A file where the folder should be.
    fs::remove_dir_all(desk.folder.path().join("documents")).unwrap();
    fs::write(desk.folder.path().join("documents"), "").unwrap();
    let trouble = desk.try_ask("save_as_text", json!({ "id": id })).unwrap_err();
    assert_eq!(trouble["kind"], "text-unwritable");
}
