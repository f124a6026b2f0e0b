//! Bad days: whatever is wrong, the file is untouched, the words are still there, and the kind says what to do next.

use crate::background::stays;
use crate::{kept, take_a_break};
use both_heard_desk::Desk;
use serde_json::json;
use std::fs;

/// Sets up a program over a folder in which one file has these bytes.
fn over(file: &str, bytes: &[u8]) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data").join(file), bytes).unwrap();
    Desk::over(folder)
}

/// Starts over a store with these bytes; answers the trouble, and shows that the file is as it was.
fn trouble_over(bytes: &[u8]) -> serde_json::Value {
    let desk = over("both-heard.db", bytes);
    let trouble = desk.try_ask("overview", json!({})).unwrap_err();
    assert_eq!(desk.try_ask("try_again", json!({})).unwrap_err(), trouble, "still wrong, and said the same way");
    desk.pass(60);
    assert_eq!(fs::read(desk.file()).unwrap(), bytes, "the file is as it was");
    assert_eq!(trouble["path"], desk.file().to_str().unwrap());
    // The screen still knows how to look and speak.
    assert!(desk.ask("start", json!({}))["settings"].is_object());
    trouble
}

#[test]
fn a_store_that_cannot_be_used_is_told_by_its_kind_and_a_newer_one_by_its_version() {
    let good = fs::read(kept("keep").file()).unwrap();
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&999u32.to_be_bytes());
    let mut foreign = good.clone();
    foreign[68..72].copy_from_slice(&7u32.to_be_bytes());
    for (kind, bytes) in [
        ("not-ours", b"this is a letter and no database".repeat(40)),
        ("not-ours", foreign),
        ("damaged", good[..good.len() / 2].to_vec()),
    ] {
        assert_eq!(trouble_over(&bytes)["kind"], kind);
    }
    let trouble = trouble_over(&newer);
    assert_eq!((&trouble["kind"], &trouble["found"]), (&json!("newer"), &json!(999)));
    assert!(trouble["known"].as_u64().is_some_and(|known| known < 999), "{trouble}");
}

#[cfg(unix)]
#[test]
fn a_store_that_cannot_be_written_is_shown_and_told_before_a_word_is_typed() {
    use std::os::unix::fs::PermissionsExt;
    let desk = kept("keep");
    desk.begin();
    desk.walk("go-on here");
    let (file, before) = (desk.file(), fs::read(desk.file()).unwrap());
    fs::set_permissions(&file, fs::Permissions::from_mode(0o400)).unwrap();
    let desk = desk.crash_and_start(chrono::TimeDelta::days(8));
    let home = desk.ask("overview", json!({}));
    assert_eq!((&home["read_only"], &home["couple"]["one"], &home["total"]), (&json!(true), &json!("Sam"), &json!(1)));
    assert_eq!((&home["running"]["step"], &home["running"]["overlay"]["kind"]), (&json!(1), &json!("paused")));
    let id = desk.ask("past", json!({ "after": null }))["lines"][0]["id"].clone();
    assert_eq!(desk.ask("record", json!({ "id": id }))["whole"]["note"], "Good evening");
    assert!(desk.ask("decks", json!({}))["decks"].is_array());
    for (command, args) in [
        ("act", json!({ "event": { "kind": "resume" } })),
        ("forget", json!({ "id": id })),
        ("put_in_jar", json!({ "by": "one", "text": "soup", "id": null })),
        ("save_rests", json!({ "rests": [] })),
    ] {
        assert_eq!(desk.try_ask(command, args).unwrap_err()["kind"], "read-only", "{command}");
    }
    desk.pass(60);
    assert_eq!(fs::read(&file).unwrap(), before, "the file is as it was");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    desk.ask("try_again", json!({}));
    assert_eq!(desk.ask("overview", json!({}))["read_only"], false);
    desk.walk("resume go-on");
}

/// A pipe would be waited at for ever. What is in the way is named, and nothing is done to it.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_in_the_place_of_one_is_told_and_waited_for_by_nobody() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    // Not by `mkfifo`: for a moment a program that is started holds whatever this one has open, the locks of other tests too.
    let pipe = |path: &std::path::Path| mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap();
    let folder = |path: &std::path::Path| fs::create_dir(path).unwrap();
    for put in [&pipe as &dyn Fn(&std::path::Path), &folder] {
        for (name, kind) in [
            ("both-heard.db", "not-ours"),
            ("both-heard.db-journal", "in-the-way"),
            ("both-heard.lock", "in-the-way"),
            ("rhythm.db", ""),
            ("rhythm.db-journal", "in-the-way"),
            ("settings.json", ""),
        ] {
            let home = tempfile::tempdir().unwrap();
            let path = home.path().join("data").join(name);
            fs::create_dir(home.path().join("data")).unwrap();
            put(&path);
            let desk = Desk::over(home);
            assert!(desk.app.claim(), "{name}: no other copy is there");
            match desk.try_ask("overview", json!({})) {
                Ok(_) => assert_eq!(kind, "", "{name}"),
                Err(trouble) => {
                    assert_eq!((trouble["kind"].as_str(), trouble["path"].as_str()), (Some(kind), path.to_str()));
                }
            }
            let notices = desk.ask("start", json!({}))["notices"].clone();
            assert_eq!(notices == json!([]), name != "settings.json");
            assert!(path.symlink_metadata().is_ok(), "{name} is still there");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told_and_the_settings_stay_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("data"), "a file where the folder should be").unwrap();
    let desk = Desk::over(folder);
    assert_eq!(desk.try_ask("overview", json!({})).unwrap_err()["kind"], "no-folder");
    let trouble = desk.try_ask("save_settings", json!({ "change": { "theme": "evening" } })).unwrap_err();
    assert_eq!(trouble["kind"], "settings-unwritable");
    assert_eq!(desk.ask("start", json!({}))["settings"]["theme"], "system");
}

#[test]
fn a_locked_store_comes_back_by_trying_again() {
    let desk = Desk::welcomed();
    let desk = desk.crash_and_start(chrono::TimeDelta::zero());
    let other = rusqlite::Connection::open(desk.file()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(desk.try_ask("overview", json!({})).unwrap_err()["kind"], "locked");
    other.execute_batch("ROLLBACK").unwrap();
    desk.ask("try_again", json!({}));
    assert_eq!(desk.ask("overview", json!({}))["couple"]["two"], "Robin");
}

/// The disk is held at the very start, when the check-in is to be paused: trying again must not find its own lock.
#[test]
fn trying_again_does_not_stand_in_its_own_way() {
    let desk = Desk::welcomed();
    desk.begin();
    let other = rusqlite::Connection::open(desk.file()).unwrap();
    other.execute_batch("CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no'); END").unwrap();
    let desk = desk.crash_and_start(chrono::TimeDelta::zero());
    assert!(desk.try_ask("overview", json!({})).is_err());
    other.execute_batch("DROP TRIGGER full").unwrap();
    desk.ask("try_again", json!({}));
    assert_eq!(desk.ask("check_in", json!({}))["overlay"]["kind"], "paused");
}

/// A second copy would take up the same check-in and go on past the first.
#[test]
fn a_second_copy_is_kept_from_the_store_until_the_first_has_ended() {
    let first = Desk::welcomed();
    first.ask("begin", json!({ "beginner": "one", "format": "weekly", "record": true }));
    let second = first.another_copy();
    assert_eq!(second.try_ask("overview", json!({})).unwrap_err()["kind"], "locked");
    first.walk("go-on here");
    first.app.close();
    second.ask("try_again", json!({}));
    assert_eq!(second.ask("check_in", json!({}))["step"], 1);
}

/// Another program holds the file in the middle of a check-in: the event is not lost, it was never accepted.
#[test]
fn a_store_locked_in_the_middle_refuses_the_event_and_keeps_the_place() {
    let desk = Desk::welcomed();
    desk.begin();
    let before = desk.walk("go-on here");
    let other = rusqlite::Connection::open(desk.file()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let trouble = desk.try_ask("act", json!({ "event": { "kind": "go-on" } })).unwrap_err();
    assert_eq!(trouble["kind"], "locked");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(desk.ask("check_in", json!({}))["step"], before["step"]);
    desk.walk("go-on");
}

#[test]
fn settings_of_garbage_are_told_and_left_as_they_are() {
    let desk = over("settings.json", b"\0 garbage {");
    let path = desk.folder.path().join("data/settings.json");
    let start = desk.ask("start", json!({}));
    assert_eq!(start["notices"], json!([{ "kind": "settings-unreadable", "path": path }]));
    assert_eq!(start["settings"]["theme"], "system");
    assert_eq!(fs::read_to_string(&path).unwrap(), "\0 garbage {");
}

/// The disk fills up while they write: what was committed stays, what was not is still in the field, and once there is
/// room the same words go in.
#[test]
fn a_full_disk_refuses_the_words_and_keeps_all_before_them() {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk("go-on here");
    desk.app.limit_pages(1).unwrap();
    let write =
        |step, text: &str| desk.try_ask("act", json!({ "event": { "kind": "write", "step": step, "text": text } }));
    let long = "x".repeat(2000);
    // What room there is in the file is filled first.
    let note = || desk.try_ask("put_in_jar", json!({ "by": "one", "text": "x".repeat(500), "id": null }));
    (0..300).find_map(|_| note().err()).expect("the disk is full");
    let full = (1..=3).map(|step| write([1, 2, 3][step - 1], &long)).find_map(Result::err).expect("the disk is full");
    assert_eq!(full["kind"], "full");
    let view = desk.ask("check_in", json!({}));
    assert_eq!((&view["step"], &view["moment"]["kind"]), (&json!(1), &json!("floor")));
    desk.app.limit_pages(10_000).unwrap();
    for step in [1, 2, 3] {
        write(step, &long).unwrap();
    }
    assert_eq!(desk.ask("check_in", json!({}))["words"], long);
}

/// The rhythm lies in a file of its own: what they planned comes, and is told once, though the words cannot be opened.
#[test]
fn what_is_planned_comes_though_the_words_cannot_be_opened() {
    let desk = Desk::welcomed();
    stays(&desk, true);
    desk.begin();
    desk.walk("go-on here");
    take_a_break(&desk, 10);
    let words = fs::read(desk.file()).unwrap();
    desk.app.close();
    fs::write(desk.file(), "spoiled").unwrap();
    desk.heard();
    let next = || both_heard_desktop::next::next(Some(desk.folder.path().join("data")));
    assert!(next().unwrap().is_some(), "--next asks the rhythm alone");
    desk.pass(11 * 60);
    assert_eq!(desk.heard(), ["remind Return en", "tone Return Bowl", "Return"]);
    desk.pass(20 * 60);
    assert_eq!(desk.heard(), ["remind due 2026-11-22 19:30:00 en", "Due"]);
    let tray = desk.world.tray.lock().unwrap().unwrap();
    assert!(tray.item.due);
    assert_eq!(desk.try_ask("overview", json!({})).unwrap_err()["kind"], "not-ours");
    // The words are put right, as from a copy.
    fs::write(desk.file(), words).unwrap();
    desk.ask("try_again", json!({}));
    let home = desk.ask("overview", json!({}));
    assert_eq!(home["schedule"]["due"]["planned"], "2026-11-22T19:30:00");
    desk.pass(60);
    assert_eq!(desk.heard(), [""; 0], "nothing is told twice");
}
