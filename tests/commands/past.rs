//! What was kept: listed, shown, written as text, deleted.

use crate::{kept, set};
use both_heard_desk::Desk;
use serde_json::{Value, json};
use std::fs;

fn newest(desk: &Desk) -> Value {
    desk.ask("past", json!({ "after": null }))["lines"][0]["id"].clone()
}

#[test]
fn a_kept_check_in_is_found_again() {
    let desk = kept("keep");
    let id = newest(&desk);
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
    let desk = kept("keep");
    let id = newest(&desk);
    assert!(desk.finds("the phone call"));
    desk.ask("forget", json!({ "id": id }));
    assert!(!desk.finds("the phone call"));
    assert_eq!(desk.ask("record", json!({ "id": id })), Value::Null);
    assert_eq!(desk.ask("save_as_text", json!({ "id": id })), Value::Null);
}

#[test]
fn a_check_in_is_written_as_text_and_never_over_another_file() {
    let desk = kept("keep");
    desk.ask("save_couple", json!({ "one": "Sam", "two": "*Robin*", "left": "one" }));
    set(&desk, json!({ "language": "en" }));
    let id = newest(&desk);
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

/// Reads the names of a folder's files, and who may read each.
#[cfg(unix)]
fn rights(folder: &std::path::Path) -> Vec<u32> {
    use std::os::unix::fs::PermissionsExt;
    fs::read_dir(folder).unwrap().map(|file| file.unwrap().metadata().unwrap().permissions().mode() & 0o777).collect()
}

#[cfg(unix)]
#[test]
fn what_is_saved_is_for_their_eyes_only() {
    let desk = kept("keep");
    let id = newest(&desk);
    desk.ask("save_as_text", json!({ "id": id }));
    desk.ask("save_calendar", json!({}));
    assert_eq!(rights(&desk.folder.path().join("documents")), [0o600, 0o600]);
}

/// Linux takes any bytes as a name.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_may_have_a_name_of_any_bytes() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let named = |name: &'static [u8]| OsStr::from_bytes(name);
    let desk = Desk::over(tempfile::Builder::new().prefix(named(b"caf\xe9")).tempdir().unwrap());
    desk.ask("save_couple", json!({ "one": "Sam", "two": "Robin", "left": "one" }));
    let start = desk.ask("start", json!({}));
    assert!(start["data_folder"].as_str().unwrap().contains("caf\u{fffd}"), "{start}");
    set(&desk, start["settings"].clone());
    let formats = desk.folder.path().join("data/formats");
    fs::create_dir(&formats).unwrap();
    fs::write(formats.join(named(b"\xe9.toml")), "").unwrap();
    let broken = &desk.ask("formats", json!({}))["broken"][0];
    assert!(broken["file"].as_str().unwrap().ends_with("\u{fffd}.toml"), "{broken}");
    desk.whole_check_in();
    desk.walk("keep");
    let id = newest(&desk);
    for saved in [desk.ask("save_as_text", json!({ "id": id })), desk.ask("save_calendar", json!({}))] {
        assert!(saved.as_str().unwrap().contains("caf\u{fffd}"), "{saved}");
    }
    let documents = desk.folder.path().join("documents");
    assert_eq!(fs::read_dir(&documents).unwrap().count(), 2, "both were written");
    fs::remove_dir_all(&documents).unwrap();
    fs::write(&documents, "").unwrap();
    assert_eq!(desk.try_ask("save_as_text", json!({ "id": id })).unwrap_err()["kind"], "text-unwritable");
    let desk = desk.crash_and_start(chrono::TimeDelta::zero());
    fs::write(desk.file(), "no database").unwrap();
    assert_eq!(desk.try_ask("overview", json!({})).unwrap_err()["kind"], "not-ours");
    fs::write(desk.folder.path().join("data/settings.json"), "[").unwrap();
    assert_eq!(
        desk.crash_and_start(chrono::TimeDelta::zero()).ask("start", json!({}))["notices"][0]["kind"],
        "settings-unreadable"
    );
}
