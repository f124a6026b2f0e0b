//! Shows that the catalogue says the same things in every language.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod decks;
mod reading;

use both_heard_app::words::{Language, Words};
use fluent_bundle::FluentValue;
use reading::{files, messages};
use std::fs;
use std::path::Path;

#[test]
fn every_language_has_the_same_files_messages_and_arguments() {
    for language in Language::ALL.map(Language::tag) {
        assert_eq!(files(language), files("en"), "the files of {language}");
        for file in files("en") {
            assert_eq!(messages(language, &file), messages("en", &file), "{language}/{file} beside en/{file}");
        }
    }
}

#[test]
fn the_screen_is_given_every_file_but_the_desktops() {
    for language in Language::ALL {
        for file in files(language.tag()).iter().filter(|file| *file != "desktop.ftl") {
            let text = fs::read_to_string(reading::folder(language.tag()).join(file)).unwrap();
            assert!(language.screen().contains(&text), "{}/{file}", language.tag());
        }
    }
}

#[test]
fn no_message_stands_in_two_files() {
    let mut seen = std::collections::BTreeMap::new();
    for file in files("en") {
        for key in messages("en", &file).into_keys() {
            if let Some(other) = seen.insert(key.clone(), file.clone()) {
                panic!("{key} stands in {other} and in {file}");
            }
        }
    }
}

#[test]
fn every_key_that_the_program_says_is_there() {
    let known = messages("en", "desktop.ftl");
    let mut said = 0;
    let rooms = ["src-tauri/app/src", "src-tauri/desktop/src", "src-tauri/src"];
    let mut folders: Vec<_> = rooms.iter().map(|room| Path::new(env!("CARGO_MANIFEST_DIR")).join(room)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let source = fs::read_to_string(entry.path()).unwrap();
            let quoted = source.split('"').skip(1).step_by(2);
            // The hint of that name is a notification's and no key.
            let keys = quoted.filter(|q| q.starts_with("text-") || q.starts_with("desktop-"));
            for key in keys.filter(|key| *key != "desktop-entry") {
                assert!(known.contains_key(key), "{key} in {}", entry.path().display());
                said += 1;
            }
        }
    }
    assert!(said > 8, "only {said} keys found: does this test still look in the right place?");
}

#[test]
fn what_the_desktop_shows_is_said_in_both_languages() {
    let date = |language| {
        let args: [(&str, FluentValue<'_>); 4] =
            [("weekday", "Sun".into()), ("day", "22".into()), ("month", 11.into()), ("year", "2026".into())];
        Words::of(language).say("text-date", &args)
    };
    assert_eq!(date(Language::En), "Sunday, 22 November 2026");
    assert_eq!(date(Language::De), "Sonntag, 22. November 2026");
    assert_eq!(Words::of(Language::De).say("desktop-reminder-title", &[]), "Eure Zeit zu zweit");
    // A name that reads as a number is still a name.
    let met = Words::of(Language::En).say("text-met", &[("one", "007".into()), ("two", "1e5".into())]);
    assert_eq!(met, "007 and 1e5 met. Nothing else is kept.");
}
