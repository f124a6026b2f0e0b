//! Reads what ships with the program, and what the couple put beside it: formats and decks, as data.

use both_heard_core::cards::Deck;
use both_heard_core::ids::CardId;
use both_heard_core::ritual::{Format, FormatError};
use serde::Serialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use ts_rs::TS;

/// Is the format a check-in has unless they pick another.
pub const WEEKLY: &str = "weekly";
const WEEKLY_FILE: &str = include_str!("../content/formats/weekly.toml");

const FORMATS: [(&str, &str); 7] = [
    ("first.toml", include_str!("../content/formats/first.toml")),
    ("weekly.toml", WEEKLY_FILE),
    ("short.toml", include_str!("../content/formats/short.toml")),
    ("long.toml", include_str!("../content/formats/long.toml")),
    ("listening.toml", include_str!("../content/formats/listening.toml")),
    ("after-a-fight.toml", include_str!("../content/formats/after-a-fight.toml")),
    ("thanks.toml", include_str!("../content/formats/thanks.toml")),
];

/// Is every deck to draw from, and then every list to look things up in.
const DECKS: [&str; 12] = [
    include_str!("../content/decks/this-week.toml"),
    include_str!("../content/decks/us.toml"),
    include_str!("../content/decks/family-and-home.toml"),
    include_str!("../content/decks/body-and-closeness.toml"),
    include_str!("../content/decks/money-and-plans.toml"),
    include_str!("../content/decks/old-hurts.toml"),
    include_str!("../content/decks/joy.toml"),
    include_str!("../content/decks/feelings.toml"),
    include_str!("../content/decks/needs.toml"),
    include_str!("../content/decks/blocks.toml"),
    include_str!("../content/decks/repair.toml"),
    include_str!("../content/decks/soothing.toml"),
];
/// Is how many of them are lists: words to find, and no cards to draw.
const LISTS: usize = 5;

/// Is a format's file that cannot be used; the others can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BrokenFile {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it, and where.
    pub error: FormatError,
}

/// Reads the formats that ship with the program, and those in a folder beside the couple's own words. A file that cannot
/// be used is named, and the others still load.
#[must_use]
pub fn formats(folder: &Path) -> (Vec<Format>, Vec<BrokenFile>) {
    let mut files: Vec<_> = FORMATS.iter().map(|(name, text)| (PathBuf::from(name), Ok((*text).to_owned()))).collect();
    let beside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut beside: Vec<_> = beside.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    beside.sort();
    files.extend(beside.into_iter().map(|path| (path.clone(), fs::read_to_string(&path))));

    let (mut read, mut broken) = (vec![], vec![]);
    for (file, text) in files {
        let format =
            text.map_err(|e| FormatError::Unreadable { why: e.to_string() }).and_then(|text| Format::read(&text));
        let taken = |format: &Format| read.iter().any(|other: &Format| other.id() == format.id());
        match format {
            Ok(format) if taken(&format) => {
                let why = format!("there is a format `{}` already", format.id());
                broken.push(BrokenFile { file, error: FormatError::Unreadable { why } });
            }
            Ok(format) => read.push(format),
            Err(error) => broken.push(BrokenFile { file, error }),
        }
    }
    (read, broken)
}

/// Reads the weekly format.
///
/// # Errors
/// Says what is wrong with its file, and where.
pub fn weekly() -> Result<Format, FormatError> {
    Format::read(WEEKLY_FILE)
}

/// Reads the decks to draw from.
#[must_use]
pub fn decks() -> &'static [Deck] {
    all().split_at(all().len().saturating_sub(LISTS)).0
}

/// Tells whether a card ships with the program.
#[must_use]
pub fn is_shipped(id: &CardId) -> bool {
    let named = |deck: &Deck| deck.cards.iter().any(|card| deck.named(card) == *id);
    all().iter().any(named)
}

/// Reads the lists: feelings, needs, blocks, repair lines, soothing things.
#[must_use]
pub fn lists() -> &'static [Deck] {
    all().split_at(all().len().saturating_sub(LISTS)).1
}

/// Reads all of them once, when they are first asked for: a start has no use for them.
fn all() -> &'static [Deck] {
    static ALL: OnceLock<Vec<Deck>> = OnceLock::new();
    // A deck that cannot be read would be left out here; the test below lets none through.
    ALL.get_or_init(|| DECKS.iter().filter_map(|text| Deck::read(text).ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_ships_can_be_read() {
        let (formats, broken) = formats(Path::new(""));
        assert_eq!((formats.len(), broken), (FORMATS.len(), vec![]));
        assert_eq!(DECKS.iter().map(|text| Deck::read(text)).find(Result::is_err), None);
        assert_eq!((decks().len(), lists().len()), (7, LISTS));
        assert_eq!(weekly().map(|format| format.id().0.clone()), Ok(WEEKLY.to_owned()));
    }

    #[test]
    fn a_file_that_cannot_be_used_is_named_and_the_others_load() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        file("a.toml", "id = \"ours\"\nname = \"Ours\"\n[[step]]\nkind = \"close\"\nwhose = \"both\"\n");
        file("b.toml", "id = \"bad\"\n[[step]]\nkind = \"shout\"\nwhose = \"both\"\n");
        file("c.toml", "id = \"weekly\"\n[[step]]\nkind = \"close\"\nwhose = \"both\"\n");
        file("d.toml", "id = \"cut\"\n[[step]]\nkind = \"speak\"\nwhose = \"beginner\"\n");
        file("notes.txt", "no format");
        let (formats, broken) = formats(folder.path());
        assert_eq!((formats.len(), formats.last().map(|f| f.id().0.as_str())), (FORMATS.len() + 1, Some("ours")));
        let told: Vec<_> =
            broken.iter().map(|b| (b.file.file_name().unwrap().to_str().unwrap(), b.error.to_string())).collect();
        let check = |at: usize, file: &str, says: &str| {
            assert!(told[at].0 == file && told[at].1.contains(says), "{:?}", told[at]);
        };
        assert_eq!(told.len(), 3);
        check(0, "b.toml", "line 3");
        check(1, "c.toml", "`weekly` already");
        check(2, "d.toml", "step 1: a format ends with `close`, once");
    }
}
