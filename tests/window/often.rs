//! The window comes and goes many times: what is the program's own of that does not add up.

use crate::background::{hidden, plan};
use crate::{program, written};
use both_heard_driver::{Desk, Outcome, PATIENCE, until_true};
use std::collections::BTreeMap;
use std::fs;

/// The threads that are ours, by name; those of GTK and WebKit are theirs.
const OURS: [&str; 4] = ["alarm", "closing", "copies", "page"];

/// Counts the threads of a process by name.
pub fn threads(pid: u32) -> BTreeMap<String, usize> {
    let mut named = BTreeMap::new();
    for thread in fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten() {
        let name = fs::read_to_string(thread.path().join("comm")).unwrap_or_default();
        *named.entry(name.trim().to_owned()).or_default() += 1;
    }
    named
}

#[test]
fn no_thread_of_ours_outlives_its_window() -> Outcome<()> {
    let desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    let waits = hidden(&desk)?;
    let (display, process) = (desk.display()?, waits.process());
    let before = threads(process.number());
    for _ in 0..8 {
        desk.start(program(), &[])?.wait_end(PATIENCE)?;
        display.close(written(&desk, process)?)?;
        display.wait_for_none()?;
    }
    let ours = |all: &BTreeMap<String, usize>| OURS.map(|name| all.get(name).copied().unwrap_or(0));
    until_true("only the threads of before", || Ok(ours(&threads(process.number())) == ours(&before)))
}
