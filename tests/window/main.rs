//! Uses the real program in a real window, as the two of them would, each time on a desk of its own.

#![cfg(target_os = "linux")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod background;
mod cache;
mod clock;
mod closing;
mod command_line;
mod copies;
mod crash;
mod evening;
mod fields;
mod formats;
mod hangs;
mod layouts;
mod lists;
mod login;
mod memory;
mod often;
mod over;
mod page;
mod paths;
mod rest;
mod small;
mod stays;
mod trouble;

use both_heard_driver::{Desk, Outcome, PATIENCE, Pictures, ProcessId, Window, XWindow, until, until_true};
use both_heard_store::{Store, StoreError, Transaction};
use std::fs;
use std::path::{Path, PathBuf};

/// Names the program that these tests were built with.
fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_both-heard"))
}

/// Opens the program on a fresh desk, where Sam and Robin settle in.
fn at_home() -> Outcome<(Desk, Window)> {
    let desk = Desk::fresh()?;
    let window = desk.open(program())?;
    both_heard_driver::evening::settle_in(&window)?;
    Ok((desk, window))
}

/// Opens the program on a fresh desk, and walks to a place of the first check-in, such as `3:floor`.
fn at_place(place: &str) -> Outcome<(Desk, Window)> {
    let (desk, window) = at_home()?;
    both_heard_driver::evening::begin(&window)?;
    both_heard_driver::evening::walk_to(&window, place)?;
    Ok((desk, window))
}

/// Opens the program on a fresh desk, walks to a place where one speaks, and types words into its field.
fn writing(place: &str, words: &str) -> Outcome<(Desk, Window)> {
    let (desk, window) = at_place(place)?;
    both_heard_driver::evening::open_field(&window)?;
    window.type_text(words)?;
    Ok((desk, window))
}

/// Opens the program again, and takes Home's offer to go on with the check-in.
fn go_on(desk: &Desk) -> Outcome<Window> {
    let window = desk.open(program())?;
    window.wait_for("[data-screen=home] [data-do=go-on]")?;
    window.press("Enter")?;
    Ok(window)
}

/// The edges of writing on a page with a sentence and a button.
const WRITING: usize = 400;

/// Waits until a program without WebDriver shows a window with writing in it.
fn written(desk: &Desk, process: ProcessId) -> Outcome<XWindow> {
    let display = desk.display()?;
    let window = until("a window", PATIENCE, || display.window_of(process))?;
    until_true("writing in it", || Ok(display.ink(window)? > WRITING))?;
    Ok(window)
}

/// Opens the folder of pictures of a test.
fn pictures(name: &str) -> Outcome<Pictures> {
    Pictures::into_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures/window").join(name))
}

/// Names the file with the couple's words.
fn store(desk: &Desk) -> PathBuf {
    desk.data_home().join("org.bothheard.BothHeard/both-heard.db")
}

/// Asks the store beside the program that has it open; none where it cannot be asked now.
fn ask_store<T>(desk: &Desk, ask: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Option<T> {
    Store::open_to_read(&store(desk)).ok()??.transact(ask).ok()
}

/// Lists every file below a folder that holds the words, in any of the ways that programs write text down.
fn files_with(folder: &Path, words: &str) -> Vec<PathBuf> {
    let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = vec![];
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let about = fs::symlink_metadata(&path);
            if about.as_ref().is_ok_and(fs::Metadata::is_dir) {
                folders.push(path);
            } else if about.is_ok_and(|about| about.is_file()) {
                let bytes = fs::read(&path).unwrap_or_default();
                let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
                if holds(words.as_bytes()) || holds(&utf16) {
                    found.push(path);
                }
            }
        }
    }
    found
}

/// Fails where any file of the desk holds the words.
#[track_caller]
fn assert_nowhere(desk: &Desk, words: &str, when: &str) {
    assert_eq!(files_with(desk.everything(), words), Vec::<PathBuf>::new(), "{words}, {when}");
}

/// Waits until the words are in the store's file.
fn wait_for_words(desk: &Desk, words: &str) -> Outcome<()> {
    until_true("the words in the file", || Ok(files_with(desk.everything(), words).contains(&store(desk))))
}
