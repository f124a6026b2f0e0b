//! A file that can only be read is read, and what another program holds is told.

use crate::common::{Erase, Home, id, whole, write};
use crate::faults::{check_refused, good, note};
use both_heard_store::StoreError;
use rusqlite::Connection;
use std::fs;
use std::path::Path;

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = path.metadata().unwrap().permissions();
    if read_only {
        permissions.set_readonly(true);
    } else {
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o700);
        #[cfg(not(unix))]
        permissions.set_readonly(false);
    }
    fs::set_permissions(path, permissions).unwrap();
}

/// All that is kept is read and shown; nothing is written, and that is said.
#[track_caller]
fn check_only_read(home: &Home) {
    let before = home.inside();
    let mut store = home.open();
    assert!(store.is_read_only());
    assert_eq!(store.transact(|tx| tx.records().get(id(10))), Ok(Some(whole(10, &note(10)))));
    assert_eq!(
        store.transact(|tx| tx.running().get()).unwrap().map(|running| running.events),
        Some(vec![write(1, 3, "words")])
    );
    assert_eq!(store.transact(|tx| tx.running().append(&write(2, 3, "other words"))), Err(StoreError::ReadOnly));
    assert_eq!(store.erase(|tx| tx.records().delete(id(10))), Err(StoreError::ReadOnly));
    assert_eq!(store.transact(|tx| tx.records().page(None, 1)).map(|page| page.total), Ok(20));
    drop(store);
    assert!(home.inside() == before, "the folder has changed");
}

#[test]
fn a_file_that_can_only_be_read_is_read() {
    let home = Home::with_bytes(&good());
    set_read_only(&home.file(), true);
    check_only_read(&home);
    set_read_only(&home.file(), false);
    assert!(!home.open().is_read_only());
    let old = Home::with_bytes(include_bytes!("../golden/v1.db"));
    set_read_only(&old.file(), true);
    let before = old.inside();
    assert!(old.open().transact(|tx| tx.couple().get()).unwrap().is_some(), "one of an older version");
    assert!(old.inside() == before, "the folder has changed");
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_only_be_read_is_read_and_is_told_where_there_is_nothing() {
    let home = Home::with_bytes(&good());
    set_read_only(&home.folder(), true);
    check_only_read(&home);
    set_read_only(&home.folder(), false);
    let empty = Home::with_bytes(b"");
    set_read_only(&empty.folder(), true);
    check_refused(&empty, &StoreError::ReadOnly);
    set_read_only(&empty.folder(), false);
}

/// Waits two seconds, as the store does, for what others hold.
#[test]
fn a_file_that_another_program_holds_is_locked() {
    let home = Home::with_bytes(&good());
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    check_refused(&home, &StoreError::Locked);
    other.execute_batch("ROLLBACK").unwrap();
    home.open();
}

#[test]
fn a_file_that_another_program_is_about_to_write_is_locked() {
    // It could be read; yet the check-in would stop at its first event.
    let home = Home::with_bytes(&good());
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    check_refused(&home, &StoreError::Locked);
}

#[test]
fn a_file_that_gets_held_later_is_locked_for_writing() {
    let home = Home::with_bytes(&good());
    let mut store = home.open();
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(store.transact(|tx| tx.running().append(&write(2, 3, "other words"))), Err(StoreError::Locked));
    assert_eq!(store.transact(|tx| tx.running().get()).unwrap().unwrap().events, [write(1, 3, "words")]);
    other.execute_batch("ROLLBACK").unwrap();
    store.transact(|tx| tx.running().append(&write(2, 3, "other words"))).unwrap();
    assert_eq!(store.transact(|tx| tx.running().get()).unwrap().unwrap().events, [write(2, 3, "other words")]);
}
