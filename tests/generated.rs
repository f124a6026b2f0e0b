//! Writes what the screen takes from Rust: the commands, the catalogue's keys, and the formats that ship.
//!
//! The types themselves are written by the tests that `#[ts(export)]` makes. `cargo xtask test types` fails when any
//! of these files was out of date.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "catalogue/reading.rs"]
mod reading;

use both_heard_app::content;
use both_heard_app::words::Language;
use both_heard_core::people::Name;
use both_heard_core::ritual::{Minutes, StepKind};
use both_heard_core::text;
use both_heard_core::typed::FieldName;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/backend/generated")
}

fn write(file: &str, text: &str) {
    let folder = folder();
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

/// The types that `#[ts(export)]` has written, under one roof.
#[test]
fn types() {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = files.filter(|file| file.starts_with(|c: char| c.is_ascii_uppercase())).collect();
    names.sort();
    let lines = names.iter().map(|name| format!("export type * from './{}';\n", name.trim_end_matches(".ts")));
    let lines = lines.chain(["export type * from './commands';\nexport type * from './messages';\n".to_owned()]);
    write(
        "index.ts",
        &("// Written by `cargo test` from the files beside it. Do not edit.\n\n".to_owned()
            + &lines.collect::<String>()),
    );
}

/// The screen lets go of what core lets go of at the end of a check-in.
#[test]
fn fields() {
    let kinds = serde_json::to_string(FieldName::OF_THE_CHECK_IN).unwrap();
    write(
        "fields.ts",
        &format!(
            "// Written by `cargo test` from core. Do not edit.\n\n\
             /** The kinds of fields that end with the check-in; after a slash comes what they are about. */\n\
             export const OF_THE_CHECK_IN: readonly string[] = {kinds};\n"
        ),
    );
}

#[test]
fn languages() {
    let all = serde_json::to_string(&Language::ALL).unwrap();
    write(
        "languages.ts",
        &format!(
            "// Written by `cargo test` from app. Do not edit.\n\n\
             /** The languages of the program. */\nexport const LANGUAGES = {all} as const;\n"
        ),
    );
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

/// The editor of formats knows of steps and names what core does.
#[test]
fn steps() {
    let kinds = StepKind::ALL.map(|kind| {
        let name = serde_json::to_string(&kind).unwrap();
        format!("  {name}: {{ isOnePersons: {}, isTimed: {} }},\n", kind.is_one_persons(), kind.is_timed())
    });
    write(
        "steps.ts",
        &format!(
            "// Written by `cargo test` from core. Do not edit.\n\n\
             /** Every kind of step, in the order an editor offers them: whether one of the two acts in it, and whether its length is a\n \
             * turn's time. */\nexport const KINDS = {{\n{}}} as const;\n\
             export const MOST_MINUTES = {};\nexport const MOST_IN_A_NAME = {};\n",
            kinds.concat(),
            Minutes::MOST,
            Name::MOST,
        ),
    );
}

/// The editor of formats is tried with those that ship.
#[test]
fn formats() {
    let formats = content::formats(Path::new("")).0;
    write("formats.json", &(serde_json::to_string(&formats).unwrap() + "\n"));
}

/// The screen sees of words what core sees.
#[test]
fn texts() {
    let beside = [
        "", " ", "Sam", " Sam\n", "sAM", "Ｓａｍ", "José", "Jose\u{301}", "Ana  María", "Ana\u{a0}María", "a\u{feff}b",
        "a\u{85}b", "❤\u{fe0f}", "👩\u{200d}🚀", "\u{301}e\u{301}", "q\u{307}\u{323}", "q\u{323}\u{307}", "각",
        "\u{1100}\u{1161}\u{11a8}", "ﬁn", "ΣΟΦΟΣ", "İ", "ı", "ß", "ẞ", "محمد", "שָׁלוֹם", "می\u{200c}خواهم",
        "\u{202e}Sam\u{202c}", "a\u{200f}b", "\u{3164}Sam\u{3164}", "\u{200b}\u{301} \u{3164}\u{fe0f}", "·", "\u{600}",
        "\u{fffd}", "a\0b", "a\tb\r\nc", "\u{e0067}", "x\u{e0067}",
    ];
    let alone =
        (0..=0x3000u32).chain(0xfe00..=0xffff).chain([0xe0001, 0xe0020, 0xe0100, 0xe01ef]).filter_map(char::from_u32);
    // Only what cannot be seen, and only what has long been in Unicode: the screen's may be another version of it.
    let alone = alone.filter(|c| text::trimmed(&c.to_string()).is_empty() && !('\u{300}'..'\u{2000}').contains(c));
    let all = beside.map(str::to_owned).into_iter().chain(alone.map(String::from));
    let words = all.map(|typed| {
        let name = Name::new(&typed).map(|name| name.as_str().to_owned());
        let name = name.map_or_else(|refusal| json!({ "refused": refusal }), |name| json!(name));
        json!([typed, text::trimmed(&typed), text::folded(&typed), name]).to_string()
    });
    write("texts.json", &format!("[\n{}\n]\n", words.collect::<Vec<_>>().join(",\n")));
}
