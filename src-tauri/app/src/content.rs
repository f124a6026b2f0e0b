//! Reads what ships with the program, and what the couple put beside it: formats and decks, as data.

use crate::path_text::PathText;
use both_heard_core::cards::{Deck, OwnCard};
use both_heard_core::ids::CardId;
use both_heard_core::people::Name;
use both_heard_core::ritual::{Format, FormatError, FormatId};
use serde::Serialize;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::OnceLock;
use ts_rs::TS;

/// The format a check-in has unless they pick another.
pub const WEEKLY: &str = "weekly";
const WEEKLY_FILE: &str = include_str!("../../content/formats/weekly.toml");

const FORMATS: [&str; 7] = [
    include_str!("../../content/formats/first.toml"),
    WEEKLY_FILE,
    include_str!("../../content/formats/short.toml"),
    include_str!("../../content/formats/long.toml"),
    include_str!("../../content/formats/listening.toml"),
    include_str!("../../content/formats/after-a-fight.toml"),
    include_str!("../../content/formats/thanks.toml"),
];

/// Every deck to draw from, and then every list to look things up in.
const DECKS: [&str; 12] = [
    include_str!("../../content/decks/this-week.toml"),
    include_str!("../../content/decks/us.toml"),
    include_str!("../../content/decks/family-and-home.toml"),
    include_str!("../../content/decks/body-and-closeness.toml"),
    include_str!("../../content/decks/money-and-plans.toml"),
    include_str!("../../content/decks/old-hurts.toml"),
    include_str!("../../content/decks/joy.toml"),
    include_str!("../../content/decks/feelings.toml"),
    include_str!("../../content/decks/needs.toml"),
    include_str!("../../content/decks/blocks.toml"),
    include_str!("../../content/decks/repair.toml"),
    include_str!("../../content/decks/soothing.toml"),
];
/// How many of them are lists: words to find, and no cards to draw.
const LISTS: usize = 5;

/// A format's file that cannot be used; the others can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BrokenFile {
    /// The file.
    pub file: PathText,
    /// What is wrong with it, and where.
    pub error: FileFault,
}

/// What is wrong with a format's file, for the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "wrong", rename_all = "kebab-case")]
#[ts(export)]
pub enum FileFault {
    /// A folder, a pipe or a device by that name.
    NotAFile,
    /// The system does not let it be read.
    Unreadable,
    /// It is larger than any format.
    TooLarge {
        /// The most kilobytes there may be.
        most: u32,
    },
    /// It is not saved as plain text.
    NotText,
    /// Its id has nothing that can be seen, or is too long.
    Id {
        /// The most characters there may be.
        most: u32,
    },
    /// There is a format with this id already.
    Taken {
        /// The id.
        id: FormatId,
    },
    /// It makes no sense as a format.
    #[serde(untagged)]
    Format(FormatError),
}

/// Reads the formats that ship with the program, and those in a folder beside the couple's own words. A file that cannot
/// be used is named, and the others still load.
#[must_use]
pub fn formats(folder: &Path) -> (Vec<Format>, Vec<BrokenFile>) {
    let mut read: Vec<_> = shipped().collect();
    let mut broken = vec![];
    let beside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut beside: Vec<_> = beside.filter(|path| is_a_formats(path)).collect();
    beside.sort();
    for path in beside {
        let taken = |format: &Format| read.iter().any(|other: &Format| other.id() == format.id());
        match read_file(&path) {
            Ok(format) if taken(&format) => {
                broken.push(BrokenFile { file: path.into(), error: FileFault::Taken { id: format.id().clone() } });
            }
            Ok(format) => read.push(format),
            Err(error) => broken.push(BrokenFile { file: path.into(), error }),
        }
    }
    (read, broken)
}

/// Reads the formats that ship with the program. One that cannot be read would be left out; a test lets none through.
pub fn shipped() -> impl Iterator<Item = Format> {
    FORMATS.iter().filter_map(|text| Format::read(text).ok())
}

/// Tells whether a file is meant as a format: what an editor or a file manager puts beside one is not.
fn is_a_formats(path: &Path) -> bool {
    let ends = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    ends && !name.starts_with(b".") && !name.starts_with(b"#") && !name.starts_with(b"~")
}

/// Reads a format from its file.
fn read_file(path: &Path) -> Result<Format, FileFault> {
    let format = Format::read(&read_text(path)?).map_err(FileFault::Format)?;
    match Name::new(&format.id().0) {
        Ok(_) => Ok(format),
        Err(_) => Err(FileFault::Id { most: Name::MOST }),
    }
}

/// Reads a text, as far as it may go.
fn read_text(path: &Path) -> Result<String, FileFault> {
    let bytes = both_heard_files::read_small(path).map_err(|error| match error.kind() {
        ErrorKind::InvalidInput => FileFault::NotAFile,
        ErrorKind::FileTooLarge => FileFault::TooLarge { most: (both_heard_files::MOST / 1024) as u32 },
        _ => FileFault::Unreadable,
    })?;
    // The reader skips a byte order mark, which some editors write first.
    String::from_utf8(bytes).map_err(|_| FileFault::NotText)
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
fn is_shipped(id: &CardId) -> bool {
    let named = |deck: &Deck| deck.cards.iter().any(|card| deck.named(card) == *id);
    all().iter().any(named)
}

/// Tells whether there is a place where a card of theirs shows: a shipped one, or a deck for their words.
#[must_use]
pub fn has_place(card: &OwnCard) -> bool {
    is_shipped(&card.id) || (card.text.is_some() && all().iter().any(|deck| deck.id == card.deck))
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
    use both_heard_core::ritual::FormatFault;

    #[test]
    fn all_that_ships_can_be_read() {
        let (formats, broken) = formats(Path::new(""));
        assert_eq!((formats.len(), broken), (FORMATS.len(), vec![]));
        assert_eq!(DECKS.iter().map(|text| Deck::read(text)).find(Result::is_err), None);
        assert_eq!((decks().len(), lists().len()), (7, LISTS));
        assert_eq!(weekly().map(|format| format.id().0.clone()), Ok(WEEKLY.to_owned()));
    }

    const OURS: &str = "id = \"ours\"\n[[step]]\nkind = \"close\"\nwhose = \"both\"\n";

    /// Reads a folder with these files in it: which formats are there beside the shipped ones, and what is told of files.
    fn read(make: impl FnOnce(&Path)) -> (Vec<String>, Vec<(String, FileFault)>) {
        let folder = tempfile::tempdir().unwrap();
        make(folder.path());
        let (formats, broken) = formats(folder.path());
        let name = |file: &PathText| file.0.rsplit(['/', '\\']).next().unwrap().to_owned();
        let formats = formats.iter().skip(FORMATS.len()).map(|format| format.id().0.clone());
        (formats.collect(), broken.iter().map(|file| (name(&file.file), file.error.clone())).collect())
    }

    #[track_caller]
    fn check(name: &str, text: impl AsRef<[u8]>, expect: Option<FileFault>) {
        let seen = read(|folder| fs::write(folder.join(name), text).unwrap());
        match expect {
            None => assert_eq!(seen, (vec!["ours".into()], vec![]), "{name}"),
            Some(fault) => assert_eq!(seen, (vec![], vec![(name.into(), fault)]), "{name}"),
        }
    }

    #[test]
    fn a_file_that_cannot_be_used_is_named_and_the_others_load() {
        let ours = |id: &str| OURS.replace("ours", id);
        let line = |line, text: &str| Some(FileFault::Format(FormatError::Line { line, text: text.into() }));
        check("a.toml", OURS, None);
        check("L.TOML", OURS, None);
        check("a.toml", format!("\u{feff}{OURS}"), None);
        check("a.toml", OURS.replace('\n', "\r\n"), None);
        check("a.toml", OURS.replace("close", "shout"), line(3, "kind = \"shout\""));
        check("a.toml", "", line(1, ""));
        check("a.toml", ours("weekly"), Some(FileFault::Taken { id: FormatId("weekly".into()) }));
        check("a.toml", ours(""), Some(FileFault::Id { most: 40 }));
        check("a.toml", ours("\u{3164}"), Some(FileFault::Id { most: 40 }));
        check("a.toml", ours(&"x".repeat(41)), Some(FileFault::Id { most: 40 }));
        let step = FormatError::Step { step: 0, fault: FormatFault::CloseIsLast };
        check("a.toml", OURS.replace("close", "swap"), Some(FileFault::Format(step)));
        check("a.toml", b"\xff\xfei\0d\0", Some(FileFault::NotText));
        check("a.toml", format!("{OURS}#{}", "x".repeat(300_000)), Some(FileFault::TooLarge { most: 256 }));
        // The others load, in the order of their files' names.
        let (formats, broken) = read(|folder| {
            for (file, id) in [("c", "third"), ("a", "one"), ("b", "weekly"), ("d", "one")] {
                fs::write(folder.join(file).with_extension("toml"), ours(id)).unwrap();
            }
        });
        assert_eq!(formats, ["one", "third"]);
        assert_eq!(broken.iter().map(|(file, _)| file.as_str()).collect::<Vec<_>>(), ["b.toml", "d.toml"]);
    }

    #[test]
    fn what_an_editor_puts_beside_a_file_is_no_format() {
        let beside = [
            ".#f.toml", "._j.toml", ".k.toml", "#f.toml#", "~$f.toml", "f.toml~", "f.toml.bak", "f.toml.swp",
            "notes.txt",
        ];
        let seen = read(|folder| beside.iter().for_each(|name| fs::write(folder.join(name), "x").unwrap()));
        assert_eq!(seen, (vec![], vec![]));
    }

    #[cfg(unix)]
    #[test]
    fn only_files_are_read_and_links_to_them() {
        use std::os::unix::fs::symlink;
        let seen = read(|folder| {
            fs::write(folder.join("text"), OURS).unwrap();
            symlink(folder.join("text"), folder.join("a.toml")).unwrap();
            symlink("/dev/zero", folder.join("b.toml")).unwrap();
            symlink("nowhere", folder.join("c.toml")).unwrap();
            fs::create_dir(folder.join("d.toml")).unwrap();
            let made = std::process::Command::new("mkfifo").arg(folder.join("e.toml")).status().unwrap();
            assert!(made.success());
        });
        let told = [
            ("b.toml", FileFault::NotAFile),
            ("c.toml", FileFault::Unreadable),
            ("d.toml", FileFault::NotAFile),
            ("e.toml", FileFault::NotAFile),
        ];
        assert_eq!(seen, (vec!["ours".into()], told.map(|(file, fault)| (file.to_owned(), fault)).to_vec()));
    }
}
