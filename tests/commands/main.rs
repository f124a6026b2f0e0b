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

use both_heard_shell::ipc;

/// The capability lets the window call the commands of the one list, and none beside it.
#[test]
fn the_capability_names_the_list() {
    let text = include_str!("../../src-tauri/capabilities/main.json");
    let capability: serde_json::Value = serde_json::from_str(text).unwrap();
    let permissions = capability["permissions"].as_array().unwrap();
    let allowed: Vec<_> = permissions.iter().filter_map(|p| p.as_str()?.strip_prefix("allow-")).collect();
    let listed: Vec<_> = ipc::NAMES.iter().map(|name| name.replace('_', "-")).collect();
    assert_eq!(allowed, listed);
}
