//! Makes values to keep and folders to keep them in.

use both_heard_core::cards::{DeckId, OwnCard};
use both_heard_core::ids::{AgreementId, CardId, CheckInId, JarNoteId};
use both_heard_core::memory::{Agreement, JarNote, Record, Said, Spoken, Whole};
use both_heard_core::people::Name;
use both_heard_core::people::Partner::{self, One, Two};
use both_heard_core::ritual::{Beginning, Event, FeltHeard, Format, FormatId, Logged, Looked};
use both_heard_core::typed::{FieldName, Typed};
use both_heard_store::{Store, StoreError, Transaction};
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;
use uuid::Uuid;

/// The weekly format as it was when the first schema was written.
pub const WEEKLY: &str = include_str!("../golden/weekly-v1.toml");

/// A folder with a store's file in it, gone when dropped.
pub struct Home {
    dir: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    pub fn file(&self) -> PathBuf {
        self.folder().join("both-heard.db")
    }

    pub fn rhythm(&self) -> PathBuf {
        self.folder().join("rhythm.db")
    }

    pub fn open(&self) -> Store {
        Store::open(&self.file()).unwrap()
    }

    /// Makes the folder and puts bytes in the file's place.
    pub fn with_bytes(bytes: &[u8]) -> Self {
        let home = Self::new();
        fs::create_dir(home.folder()).unwrap();
        fs::write(home.file(), bytes).unwrap();
        home
    }

    /// Lists all there is in the folder: names, bytes, and when they were changed.
    pub fn inside(&self) -> Vec<(PathBuf, Vec<u8>, SystemTime)> {
        list(&self.folder())
    }

    pub fn holds(&self, words: &str) -> bool {
        self.inside().iter().any(|(_, bytes, _)| String::from_utf8_lossy(bytes).contains(words))
    }
}

fn list(folder: &Path) -> Vec<(PathBuf, Vec<u8>, SystemTime)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(&path).unwrap_or_default(), path.metadata().unwrap().modified().unwrap()))
        .collect();
    all.sort();
    all
}

pub fn id(nr: u32) -> CheckInId {
    CheckInId(Uuid::from_u128(0x0193_5555_0000_7000_8000_0000_0000_0000 + u128::from(nr)))
}

pub fn utc(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000 + second, 0).unwrap()
}

/// The evening of so many weeks after the first, in summer time for half of the year.
pub fn evening(week: u32) -> DateTime<FixedOffset> {
    let hours = if week % 52 < 26 { 1 } else { 2 };
    (utc(0) + TimeDelta::weeks(week.into())).with_timezone(&FixedOffset::east_opt(hours * 3_600).unwrap())
}

pub fn beginning() -> Beginning {
    let format = Format::read(WEEKLY).unwrap();
    Beginning { id: id(7), format, beginner: Two, at: evening(7), agreements: vec![], no_record: false }
}

pub fn logged(second: i64, event: Event) -> Logged {
    Logged { at: utc(second), event }
}

pub fn write(second: i64, step: usize, text: &str) -> Logged {
    logged(second, Event::Write { step, text: text.into() })
}

pub fn only_met(nr: u32) -> Record {
    Record { id: id(nr), met: evening(nr), whole: None }
}

/// Makes a record kept whole, with these words in every place that takes some.
pub fn whole(nr: u32, words: &str) -> Record {
    let spoken = |by: Partner, felt| Spoken { by, topic: words.into(), felt };
    let said = |by: Partner| Said { by, text: words.into() };
    let whole = Whole {
        minutes: Some(31),
        format: Some(FormatId("weekly".into())),
        beginner: Some(One),
        spoken: vec![spoken(One, Some(FeltHeard::Yes)), spoken(Two, None)],
        appreciated: vec![said(One), said(Two)],
        format_name: None,
        agreed: vec![],
        note: words.into(),
        left_out: false,
    };
    Record { id: id(nr), met: evening(nr), whole: Some(whole) }
}

pub fn agreement(nr: u32, place: u32, by: Partner, words: &str) -> Agreement {
    Agreement { id: AgreementId { check_in: id(nr), place }, by, text: words.into() }
}

/// Makes a record kept whole with two agreements, in a format of their own.
pub fn agreed(nr: u32, words: &str) -> Record {
    let mut record = whole(nr, words);
    if let Some(whole) = &mut record.whole {
        whole.format_name = Name::new("Our short one").ok();
        whole.agreed = vec![agreement(nr, 0, One, words), agreement(nr, 1, Two, words)];
    }
    record
}

pub fn note(nr: u32, by: Partner, words: &str) -> JarNote {
    JarNote::new(JarNoteId(id(nr).0), by, words).unwrap()
}

pub fn own_card(name: &str, words: Option<&str>, hidden: bool) -> OwnCard {
    let (id, deck) = (CardId(format!("joy/{name}")), DeckId("joy".into()));
    OwnCard { id, deck, group: None, text: words.map(str::to_owned), hidden, favourite: !hidden }
}

pub fn field(name: &str) -> FieldName {
    FieldName::new(name).unwrap()
}

pub fn typed(name: &str, text: &str) -> Typed {
    Typed { field: field(name), text: text.to_owned() }
}

/// What the end of a check-in changes of what was there before it.
#[derive(Default)]
pub struct Closing {
    pub looked: Vec<(AgreementId, Looked)>,
    pub opened: Vec<JarNoteId>,
}

/// Ends the check-in that runs, as the program does.
pub fn end(store: &mut Store, record: Option<&Record>, closing: &Closing) -> Result<(), StoreError> {
    store.transact(|tx| {
        tx.running().end()?;
        record.map_or(Ok(()), |record| tx.records().keep(record))?;
        tx.agreements().look_back(&closing.looked)?;
        tx.jar().take(&closing.opened)
    })?;
    store.sweep()
}

pub trait Erase {
    /// Deletes, so that nothing of it can be read in the file.
    fn erase(&mut self, act: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>) -> Result<(), StoreError>;
}

impl Erase for Store {
    fn erase(&mut self, act: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.transact(act)?;
        self.sweep()
    }
}
