//! Writes what the screen takes from Rust: the commands, the catalogue's keys, and the weekly format as a graph.
//!
//! The types themselves are written by the tests that `#[ts(export)]` makes. `cargo xtask test types` fails when any
//! of these files was out of date.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "catalogue/reading.rs"]
mod reading;

use both_heard_core::ids::CheckInId;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{Beginning, Event, FeltHeard, Keep, Moment, Session};
use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value, json};
use std::collections::VecDeque;
use std::fs;
use std::path::Path;

fn write(file: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/backend/generated");
    fs::create_dir_all(&folder).unwrap();
    // Only a change is written, so that what watches the file wakes only for one.
    if fs::read_to_string(folder.join(file)).ok().as_deref() != Some(text) {
        fs::write(folder.join(file), text).unwrap();
    }
}

#[test]
fn commands() {
    let text = both_heard_shell::ipc::typescript();
    assert!(text.contains("act: { args: { event: Event }; answer: Answer<View, Refusal> };"), "{text}");
    write("commands.ts", &text);
}

#[test]
fn messages() {
    let mut text = String::from(
        "// Written by `cargo test` from src-tauri/locales/en. Do not edit.\n\n\
         /** Each message of the catalogue, with the arguments it takes. */\nexport interface Messages {\n",
    );
    for file in reading::files("en").iter().filter(|file| *file != "desktop.ftl") {
        for (key, args) in reading::messages("en", file) {
            let args: Vec<_> = args.iter().map(|arg| format!("{arg}: string | number")).collect();
            text += &format!("  '{key}': {{ {} }};\n", args.join("; "));
        }
    }
    write("messages.ts", &(text + "}\n").replace("{  }", "Record<string, never>"));
}

/// The fake backend of the screen walks this graph, so the ritual is written once, in core.
#[test]
fn weekly() {
    let format = both_heard_shell::desktop::weekly().unwrap();
    let at: DateTime<FixedOffset> = DateTime::UNIX_EPOCH.into();
    let steps: Vec<Value> = format
        .steps()
        .iter()
        .map(|s| json!({ "kind": s.kind, "whose": s.whose, "minutes": s.minutes.filter(|_| s.kind.is_timed()) }))
        .collect();
    let first = Session::begin(Beginning { id: CheckInId(uuid::Uuid::nil()), format, beginner: Partner::One, at });
    let (mut nodes, mut waiting) = (Map::new(), VecDeque::from([first.clone()]));
    while let Some(session) = waiting.pop_front() {
        if nodes.contains_key(&place(&session)) {
            continue;
        }
        let mut edges = Map::new();
        for event in events() {
            if let Ok((next, _)) = session.step(&event, at.to_utc()) {
                let leads = next.ending().map_or_else(|| json!(place(&next)), |ending| json!({ "ending": ending }));
                edges.insert(serde_json::to_string(&event).unwrap(), leads);
                if next.ending().is_none() {
                    waiting.push_back(next);
                }
            }
        }
        let node = json!({ "step": session.at(), "moment": session.moment(), "edges": edges });
        nodes.insert(place(&session), node);
    }
    assert!(nodes.len() > 40, "{} places", nodes.len());
    let id = first.beginning().format.id();
    let graph = json!({ "format": id, "steps": steps, "first": place(&first), "nodes": nodes });
    write("weekly.json", &(serde_json::to_string_pretty(&graph).unwrap() + "\n"));
}

/// Names a place for people and for tests: `4:line say-back first 0`.
fn place(session: &Session) -> String {
    let words: Vec<String> = match serde_json::to_value(session.moment()).unwrap() {
        Value::Object(moment) => {
            let order = ["at", "line", "attempt", "round", "answer"];
            order.iter().filter_map(|key| moment.get(*key)).map(|v| v.to_string().replace('"', "")).collect()
        }
        other => panic!("a moment is an object: {other}"),
    };
    assert!(!matches!(session.moment(), Moment::Line { .. }) || words.len() == 4);
    format!("{}:{}", session.at(), words.join(" "))
}

fn events() -> Vec<Event> {
    let mut events = vec![Event::GoOn];
    for yes in [true, false] {
        events.extend([Event::Arrived { together: yes }, Event::GotIt { yes }, Event::More { yes }]);
    }
    events.extend([FeltHeard::Yes, FeltHeard::Mostly, FeltHeard::NotYet].map(|answer| Event::Felt { answer }));
    events.extend([Keep::All, Keep::OnlyThatWeMet, Keep::Nothing].map(|choice| Event::Keep { choice }));
    events
}
