//! Asks every command what the window would ask, on Tauri's mock runtime, with a world of the test's own.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod background;
mod check_in;
mod faults;
mod past;
mod reminders;
mod rhythm;
mod ritual;
mod spoiled;
mod time;
mod transaction;
mod typed;
mod welcome;
mod wire;

use both_heard_desk::Desk;
use both_heard_shell::ipc;
use serde_json::{Value, json};

const MINUTE: u64 = 60;

/// Sets up a program with one check-in in the past, of which they kept what the word of [`Desk::walk`] says.
fn kept(how: &str) -> Desk {
    let desk = Desk::welcomed();
    desk.whole_check_in();
    desk.walk(how);
    desk
}

/// Takes a break of so many minutes.
fn take_a_break(desk: &Desk, minutes: u64) -> Value {
    desk.walk("take-break");
    desk.act(json!({ "kind": "away", "minutes": minutes }))
}

/// Changes some of the settings, and keeps the others.
#[allow(clippy::needless_pass_by_value)] // so that a test can write `json!` in the call
fn set(desk: &Desk, change: Value) -> Value {
    desk.ask("save_settings", json!({ "change": change }))
}

/// The capability lets the window call the commands of the one list, and none beside it.
#[test]
fn the_capability_names_the_list() {
    let text = include_str!("../../src-tauri/capabilities/main.json");
    let capability: Value = serde_json::from_str(text).unwrap();
    let permissions = capability["permissions"].as_array().unwrap();
    let allowed: Vec<_> = permissions.iter().filter_map(|p| p.as_str()?.strip_prefix("allow-")).collect();
    let listed: Vec<_> = ipc::NAMES.iter().map(|name| name.replace('_', "-")).collect();
    assert_eq!(allowed, listed);
}
