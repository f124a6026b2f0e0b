//! Puts the store before bad files and bad days: it names what is wrong, loses no word and spoils no file.

use crate::common::{Closing, Home, beginning, end, id, logged, only_met, utc, whole, write};
use both_heard_core::ritual::Event;
use both_heard_store::{Store, StoreError};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// Makes the bytes of a good file with some check-ins, about 60 pages.
pub fn good() -> Vec<u8> {
    let home = Home::new();
    let mut store = home.open();
    for nr in 10..30 {
        end(&mut store, Some(&whole(nr, &note(nr))), &Closing::default()).unwrap();
    }
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&write(1, 3, "words"))).unwrap();
    drop(store);
    fs::read(home.file()).unwrap()
}

pub fn note(nr: u32) -> String {
    format!("{nr} {}", "soup and bread ".repeat(130))
}

/// Opens what lies there: it must be refused, and nothing may have changed.
#[track_caller]
pub fn check_refused(home: &Home, expect: &StoreError) {
    let before = home.inside();
    assert_eq!(&Store::open(&home.file()).unwrap_err(), expect);
    assert!(home.inside() == before, "the folder has changed");
}

#[track_caller]
fn check_bytes(bytes: &[u8], expect: &StoreError) {
    check_refused(&Home::with_bytes(bytes), expect);
}

#[test]
fn what_is_no_database_is_refused() {
    check_bytes(b"{\"a\": \"settings file\"}", &StoreError::NotADatabase);
    check_bytes(&[0; 8_192], &StoreError::NotADatabase);
    check_bytes(&[0xa5; 8_192], &StoreError::NotADatabase);
    check_bytes(&[b"sqlite format 3\0".as_slice(), &[0; 200]].concat(), &StoreError::NotADatabase);
    let folder = Home::new();
    fs::create_dir_all(folder.file()).unwrap();
    check_refused(&folder, &StoreError::NotADatabase);
}

#[test]
fn a_question_makes_nothing_waits_for_nobody_and_changes_nothing() {
    let home = Home::new();
    assert!(Store::open_to_read(&home.file()).unwrap().is_none());
    assert!(!home.folder().exists(), "asking makes no folder");
    let empty = Home::with_bytes(b"");
    assert!(Store::open_to_read(&empty.file()).unwrap().is_none());
    assert_eq!(empty.inside().len(), 1);

    // Beside the program that has it open, in the middle of a check-in.
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    let read = || Store::open_to_read(&home.file()).unwrap().unwrap();
    assert_eq!(read().transact(|tx| tx.running().last_done()), Ok(Some(beginning().at.to_utc())));
    store.transact(|tx| tx.running().append(&logged(7, Event::GoOn))).unwrap();
    assert_eq!(read().transact(|tx| tx.running().last_done()), Ok(Some(utc(7))));
    assert_eq!(read().transact(|tx| tx.running().append(&logged(8, Event::GoOn))), Err(StoreError::ReadOnly));
    store.transact(|tx| tx.running().append(&write(9, 3, "words"))).unwrap();
    store.transact(|tx| tx.running().append(&write(8, 3, "other words"))).unwrap();
    assert_eq!(
        store.transact(|tx| tx.running().last_done()),
        Ok(Some(utc(8))),
        "what came last, whatever the clock said"
    );
    end(&mut store, None, &Closing::default()).unwrap();
    assert_eq!(store.transact(|tx| tx.running().last_done()), Ok(None));
}

#[test]
fn a_question_to_a_file_that_cannot_be_used_is_refused() {
    let check = |bytes: &[u8], expect: &StoreError| {
        let home = Home::with_bytes(bytes);
        let before = home.inside();
        assert_eq!(&Store::open_to_read(&home.file()).unwrap_err(), expect);
        assert!(home.inside() == before, "the folder has changed");
    };
    let mut newer = good();
    newer[60..64].copy_from_slice(&999u32.to_be_bytes());
    check(b"Dear diary", &StoreError::NotADatabase);
    check(&good()[..9_000], &StoreError::Damaged);
    assert!(matches!(
        Store::open_to_read(&Home::with_bytes(&newer).file()).unwrap_err(),
        StoreError::Newer { found: 999, .. }
    ));
}

#[test]
fn an_empty_file_is_a_new_one() {
    let home = Home::with_bytes(b"");
    assert_eq!(home.open().transact(|tx| tx.couple().get()), Ok(None));
}

#[test]
fn a_file_cut_short_is_damaged() {
    let good = good();
    for length in [1, 15, 16, 99, 100, 511, 4_095, 4_096, 8_192, good.len() / 2, good.len() - 4_096, good.len() - 1] {
        check_bytes(&good[..length], &StoreError::Damaged);
    }
}

#[test]
fn a_spoiled_page_is_found_before_the_check_in() {
    let good = good();
    let pages = good.len() / 4_096;
    let mut found = 0;
    for page in 0..pages {
        let mut bytes = good.clone();
        bytes[page * 4_096..][..4_096][if page == 0 { 100..200 } else { 0..100 }].fill(0xa5);
        let home = Home::with_bytes(&bytes);
        let before = home.inside();
        // A page that holds nothing but the rest of a long text cannot be told from a good one.
        if let Err(error) = Store::open(&home.file()) {
            assert_eq!(error, StoreError::Damaged, "page {page}");
            assert!(home.inside() == before, "page {page}: the folder has changed");
            found += 1;
        }
    }
    assert!(found * 2 > pages, "{found} of {pages}");
}

/// What lies in a kept check-in is read around; all else is put aside when the file is next opened, see `spoiled.rs`.
#[test]
fn a_value_that_makes_no_sense_while_the_file_is_open_is_damage() {
    // Spoils one value past all CHECKs, as a bit that tipped over would.
    let check = |sql: &str, ask: fn(&mut Store) -> Option<StoreError>| {
        let home = Home::with_bytes(&good());
        let mut store = home.open();
        let of_rhythm = ["INTO changed", "INTO rest", "INTO reminder"].iter().any(|table| sql.contains(table));
        let other = Connection::open(if of_rhythm { home.rhythm() } else { home.file() }).unwrap();
        other.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
        assert!(other.execute(sql, []).unwrap() > 0, "{sql}");
        assert_eq!(ask(&mut store), Some(StoreError::Damaged), "{sql}");
    };
    check("INSERT INTO couple VALUES (1, '', 'Robin', 'one')", |store| store.transact(|tx| tx.couple().get()).err());
    check("INSERT INTO changed VALUES ('soon', NULL)", |store| store.transact(|tx| tx.plan().get()).err());
    check("INSERT INTO rest VALUES ('2026-12-20', 'later')", |store| store.transact(|tx| tx.plan().get()).err());
    check("INSERT INTO reminder (planned, at) VALUES ('soon', 0)", |store| {
        store.transact(|tx| tx.reminders().pending(utc(0))).err()
    });
    check("UPDATE running SET beginning = '{}'", |store| store.transact(|tx| tx.running().get()).err());
    check("UPDATE event SET logged = '{'", |store| store.transact(|tx| tx.running().get()).err());
}

#[test]
fn a_newer_file_is_refused_by_name() {
    let known: u32 = {
        let home = Home::new();
        drop(home.open());
        let sqlite = Connection::open(home.file()).unwrap();
        sqlite.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    for found in [known + 1, known + 2, 1_000] {
        let home = Home::with_bytes(&good());
        Connection::open(home.file()).unwrap().pragma_update(None, "user_version", found).unwrap();
        check_refused(&home, &StoreError::Newer { found, known });
    }
    // Also one that a newer program put into another journal mode; SQLite would leave files beside it.
    let home = Home::with_bytes(&good());
    let newer = Connection::open(home.file()).unwrap();
    newer.pragma_update(None, "user_version", known + 1).unwrap();
    newer.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
    newer.close().unwrap();
    check_refused(&home, &StoreError::Newer { found: known + 1, known });
}

#[test]
fn another_programs_database_is_refused() {
    for pragmas in ["", "PRAGMA application_id = 252006674", "PRAGMA user_version = 1", "PRAGMA journal_mode = WAL"] {
        let home = Home::with_bytes(b"");
        let other = Connection::open(home.file()).unwrap();
        other.execute_batch(&format!("{pragmas}; CREATE TABLE couple (id)")).unwrap();
        other.close().unwrap();
        check_refused(&home, &StoreError::Foreign);
    }
    // Ours by its mark, yet with other tables.
    let home = Home::with_bytes(b"");
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("PRAGMA application_id = 0x42487264; CREATE TABLE couple (id)").unwrap();
    other.close().unwrap();
    check_refused(&home, &StoreError::Damaged);
}

/// A pipe would be waited at for ever, by whoever opens it.
#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_not_opened() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use std::os::unix::fs::symlink;
    // Not by `mkfifo`: for a moment a program that is started holds whatever this one has open, the locks of other tests too.
    let pipe = |path: &Path| mknodat(CWD, path, FileType::Fifo, Mode::RWXU, 0).unwrap();
    let folder = |path: &Path| fs::create_dir(path).unwrap();
    let device = |path: &Path| symlink("/dev/zero", path).unwrap();
    for put in [&pipe as &dyn Fn(&Path), &folder, &device] {
        let home = Home::new();
        fs::create_dir(home.folder()).unwrap();
        put(&home.file());
        assert_eq!(Store::open(&home.file()).unwrap_err(), StoreError::NotADatabase);
        assert_eq!(Store::open_to_read(&home.file()).unwrap_err(), StoreError::NotADatabase);
        for beside in ["both-heard.db-journal", "both-heard.db-wal", "both-heard.db-shm"] {
            let home = Home::with_bytes(&good());
            let path = home.folder().join(beside);
            put(&path);
            let in_the_way = StoreError::InTheWay { path: path.clone() };
            assert_eq!(Store::open(&home.file()).unwrap_err(), in_the_way);
            assert_eq!(Store::open_to_read(&home.file()).unwrap_err(), in_the_way);
            assert!(path.symlink_metadata().is_ok(), "it is still there");
        }
    }
    // A link to a file is that file.
    let (home, elsewhere) = (Home::new(), Home::with_bytes(&good()));
    fs::create_dir(home.folder()).unwrap();
    symlink(elsewhere.file(), home.file()).unwrap();
    assert!(home.open().transact(|tx| tx.running().get()).unwrap().is_some());
}

#[test]
fn a_file_that_is_gone_beside_its_journal_is_no_new_one() {
    let home = Home::with_bytes(&good());
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("PRAGMA cache_size = 5; PRAGMA cache_spill = 5; BEGIN").unwrap();
    other.execute("UPDATE check_in SET note = ?1", ["x".repeat(6_000)]).unwrap();
    let journal = fs::read(home.folder().join("both-heard.db-journal")).unwrap();
    for empty in [true, false] {
        let home = Home::with_bytes(b"");
        if !empty {
            fs::remove_file(home.file()).unwrap();
        }
        fs::write(home.folder().join("both-heard.db-journal"), &journal).unwrap();
        check_refused(&home, &StoreError::Damaged);
        assert_eq!(Store::open_to_read(&home.file()).unwrap_err(), StoreError::Damaged);
    }
    // One that was cut off at the very first start has nothing to go back to.
    let new = Home::with_bytes(b"");
    let mut first = journal;
    first[16..20].fill(0);
    fs::write(new.folder().join("both-heard.db-journal"), &first).unwrap();
    assert_eq!(new.open().transact(|tx| tx.couple().get()), Ok(None));
}

#[test]
fn a_write_that_was_cut_off_is_told_to_those_who_may_not_put_it_right() {
    let home = Home::with_bytes(&good());
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("PRAGMA cache_size = 5; PRAGMA cache_spill = 5; BEGIN").unwrap();
    other.execute("UPDATE check_in SET note = ?1", ["x".repeat(6_000)]).unwrap();
    let killed = Home::with_bytes(&fs::read(home.file()).unwrap());
    let journal = "both-heard.db-journal";
    fs::copy(home.folder().join(journal), killed.folder().join(journal)).unwrap();
    let before = killed.inside();
    assert_eq!(Store::open_to_read(&killed.file()).unwrap_err(), StoreError::CutOff);
    assert!(killed.inside() == before, "the folder has changed");
}

#[test]
fn a_journal_that_cannot_be_made_is_told_at_the_start() {
    // What SQLite itself says, whoever the user is: a folder stands where the journal has to be.
    let home = Home::with_bytes(&good());
    let journal = home.folder().join("both-heard.db-journal");
    let failed = StoreError::Disk { code: rusqlite::ffi::SQLITE_IOERR_READ };
    fs::create_dir(&journal).unwrap();
    check_refused(&home, &StoreError::InTheWay { path: journal.clone() });
    fs::remove_dir(&journal).unwrap();
    let mut store = home.open();
    fs::create_dir(&journal).unwrap();
    assert_eq!(store.transact(|tx| tx.running().append(&write(2, 3, "other words"))), Err(failed));
    fs::remove_dir(&journal).unwrap();
    assert_eq!(store.transact(|tx| tx.running().get()).unwrap().unwrap().events, [write(1, 3, "words")]);
    store.transact(|tx| tx.running().append(&write(2, 3, "other words"))).unwrap();
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let home = Home::with_bytes(b"");
    let path = home.file().join("below");
    match Store::open(&path.join("a-file.db")) {
        Err(StoreError::Folder { path: told, .. }) => assert_eq!(told, path),
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_full_disk_loses_nothing_and_passes() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&logged(0, Event::GoOn))).unwrap();
    store.transact(|tx| tx.running().append(&write(1, 3, "words"))).unwrap();
    store.limit_pages(1).unwrap();
    let long = "soup and bread ".repeat(130);
    let full =
        (0..50).map(|nr| store.transact(|tx| tx.running().append(&write(2, 10 + nr, &long)))).find(Result::is_err);
    assert_eq!(full, Some(Err(StoreError::Full)));
    let before = store.transact(|tx| tx.running().get()).unwrap().unwrap();
    assert_eq!(before.events[..2], [logged(0, Event::GoOn), write(1, 3, "words")]);
    assert_eq!(store.transact(|tx| tx.running().append(&write(2, 3, &long.repeat(9)))), Err(StoreError::Full));
    assert_eq!(end(&mut store, Some(&whole(1, &long.repeat(9))), &Closing::default()), Err(StoreError::Full));
    assert_eq!(
        (store.transact(|tx| tx.running().get()), store.transact(|tx| tx.records().get(id(1)))),
        (Ok(Some(before.clone())), Ok(None))
    );
    // Still readable after a restart, and all goes on when there is room again.
    drop(store);
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.running().get()), Ok(Some(before)));
    end(&mut store, Some(&whole(1, &long)), &Closing::default()).unwrap();
    assert_eq!(
        (store.transact(|tx| tx.running().get()), store.transact(|tx| tx.records().get(id(1)))),
        (Ok(None), Ok(Some(whole(1, &long))))
    );
}

#[test]
fn a_write_cut_off_in_the_middle_never_happened() {
    let home = Home::with_bytes(&good());
    let before = home.open().transact(|tx| tx.running().get()).unwrap();
    // With room for few pages in memory, SQLite writes into the file before the transaction is over.
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("PRAGMA cache_size = 5; PRAGMA cache_spill = 5; BEGIN").unwrap();
    other.execute("UPDATE check_in SET note = ?1", ["x".repeat(6_000)]).unwrap();
    other.execute("DELETE FROM running", []).unwrap();
    let killed = Home::with_bytes(&fs::read(home.file()).unwrap());
    let journal = "both-heard.db-journal";
    fs::copy(home.folder().join(journal), killed.folder().join(journal)).unwrap();
    assert!(killed.inside()[0].1 != good(), "the file was not in the middle of a write");

    let mut store = killed.open();
    assert_eq!(store.transact(|tx| tx.running().get()), Ok(before));
    for nr in 10..30 {
        assert_eq!(store.transact(|tx| tx.records().get(id(nr))), Ok(Some(whole(nr, &note(nr)))));
    }
    assert!(!killed.folder().join(journal).exists());
}

#[test]
fn a_file_with_a_write_ahead_log_becomes_one_file_again() {
    let home = Home::with_bytes(&good());
    let other = Connection::open(home.file()).unwrap();
    other.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
    other.execute("DELETE FROM event", []).unwrap();
    // As after a kill: the log is there, and nobody holds it.
    let killed = Home::with_bytes(&fs::read(home.file()).unwrap());
    fs::copy(home.folder().join("both-heard.db-wal"), killed.folder().join("both-heard.db-wal")).unwrap();
    assert_eq!(killed.open().transact(|tx| tx.running().get()).unwrap().unwrap().events, []);
    let names: Vec<_> = killed.inside().into_iter().map(|(path, ..)| path).collect();
    assert_eq!(names, [killed.file(), killed.rhythm()]);
}

#[test]
fn opening_a_good_file_again_changes_no_byte() {
    let home = Home::with_bytes(&good());
    drop(home.open());
    let before = home.inside();
    let mut store = home.open();
    assert!(store.transact(|tx| tx.running().get()).unwrap().is_some());
    assert_eq!(store.transact(|tx| tx.records().page(None, 5)).unwrap().total, 20);
    drop(store);
    assert!(home.inside() == before);
}

#[test]
fn a_refused_write_leaves_the_store_usable() {
    let home = Home::new();
    let mut store = home.open();
    end(&mut store, Some(&only_met(1)), &Closing::default()).unwrap();
    for _ in 0..3 {
        assert_eq!(end(&mut store, Some(&only_met(1)), &Closing::default()), Err(StoreError::Conflict));
    }
    end(&mut store, Some(&only_met(2)), &Closing::default()).unwrap();
    assert_eq!(store.transact(|tx| tx.records().page(None, 9)).unwrap().total, 2);
}
