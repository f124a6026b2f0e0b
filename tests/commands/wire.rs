//! What comes over the wire: whatever it is, it is bounded, and no answer says it back.

use both_heard_desk::Desk;
use both_heard_shell::ipc;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// Words that are nowhere else, as long as asked for.
fn canary(bytes: usize) -> String {
    "CANARY ".repeat(bytes / 7)
}

/// Lists each command with the names of its arguments, as the screen knows them.
fn commands() -> Vec<(String, Vec<String>)> {
    let text = ipc::typescript();
    let one = |line: &str| {
        let (name, rest) = line.trim().split_once(": { args: {")?;
        let (args, _) = rest.split_once("}; answer")?;
        let args = args.split("; ").filter_map(|arg| Some(arg.trim().split_once(':')?.0.to_owned()));
        Some((name.to_owned(), args.collect()))
    };
    text.lines().filter_map(one).collect()
}

#[track_caller]
fn check_silent(desk: &Desk, command: &str, args: Value) {
    let (Ok(answer) | Err(answer)) = desk.try_ask(command, args);
    let answer = answer.to_string();
    assert!(!answer.contains("CANARY"), "{command} says it back: {}", &answer[..answer.len().min(200)]);
    assert!(!desk.finds("CANARY"), "{command} keeps it");
}

#[test]
fn no_command_says_back_what_it_cannot_use() {
    let desk = Desk::welcomed();
    let commands = commands();
    assert_eq!(commands.len(), ipc::NAMES.len());
    for (command, args) in commands.iter().filter(|(_, args)| !args.is_empty()) {
        let word = canary(2_100);
        for bad in [
            json!(word),
            json!([word]),
            json!([{ "id": word, "from": word }]),
            json!({ "kind": word }),
            json!({ word.clone(): 1 }),
            json!({ "id": word, "theme": word, "rule": word, "step": word }),
            json!(1.5e300),
            json!(null),
        ] {
            let all: Map<String, Value> = args.iter().map(|arg| (arg.clone(), bad.clone())).collect();
            check_silent(&desk, command, all.into());
        }
        let trouble = desk.try_ask(command, json!({})).err();
        assert!(trouble.is_none_or(|trouble| trouble["kind"] == "unknown"), "{command}");
    }
}

#[test]
fn no_id_and_no_text_that_is_too_long_is_kept_or_said_back() {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk("go-on here go-on go-on");
    let word = canary(210);
    let card = |part: &str| {
        let mut card =
            json!({ "id": "", "deck": "joy", "group": null, "text": "ours", "hidden": false, "favourite": false });
        card[part] = json!(word);
        json!({ "card": card })
    };
    let format = |part: &str| {
        let mut format = json!({ "id": "", "name": "Ours", "step": [{ "kind": "close", "whose": "both" }] });
        format[part] = json!(word);
        json!({ "format": format })
    };
    let from = json!({ "kind": "card", "id": word });
    for (command, args) in [
        ("keep_card", card("id")),
        ("keep_card", card("deck")),
        ("keep_card", card("group")),
        ("keep_card", card("text")),
        ("delete_card", json!({ "id": word })),
        ("draw_card", json!({ "deck": word })),
        ("keep_format", format("id")),
        ("keep_format", format("name")),
        ("delete_format", json!({ "id": word })),
        ("begin", json!({ "beginner": "one", "format": word, "record": true })),
        ("act", json!({ "event": { "kind": "prompt", "prompt": { "from": from, "text": "a card" } } })),
        ("act", json!({ "event": { "kind": "write", "step": 3, "text": canary(200_000) } })),
        ("put_in_jar", json!({ "by": "one", "text": canary(4_000), "id": null })),
        ("put_in_jar", json!({ "by": "one", "text": "soup", "id": word })),
        ("save_couple", json!({ "one": word, "two": "Robin", "left": "one" })),
    ] {
        check_silent(&desk, command, args);
    }
}

/// Lists what is serialised with a path in it as the system has it: a path that is no Unicode cannot be.
fn bare_paths(folder: &Path) -> Vec<String> {
    let inside = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = inside.flat_map(|path| match path.is_dir() {
        true => bare_paths(&path),
        false => {
            let text = fs::read_to_string(&path).unwrap();
            let items = text.split("#[derive(").skip(1).filter_map(|item| item.split_once(")]"));
            let serialised = items.filter(|(derives, _)| derives.contains("Serialize"));
            let bodies = serialised.map(|(_, rest)| rest.split("\n}").next().unwrap_or(rest));
            let bare = bodies.filter(|body| ["PathBuf", "OsString"].iter().any(|bare| body.contains(bare)));
            bare.map(|body| format!("{}: {body}", path.display())).collect()
        }
    });
    found.collect()
}

#[test]
fn a_path_goes_out_as_text_only() {
    for sources in ["src-tauri/app/src", "src-tauri/src"] {
        assert_eq!(bare_paths(&Path::new(env!("CARGO_MANIFEST_DIR")).join(sources)), Vec::<String>::new());
    }
    assert!(!include_str!("../../src-tauri/src/ipc/commands.rs").contains("PathBuf"));
}
