//! Opens the file: the one place that knows folders, permissions, pragmas and migrations.

use crate::error::{StoreError, told, told_by_migration, told_by_system};
use crate::header::{Header, look};
use crate::table::{self, unswept};
use crate::transaction::{Access, Fault, Sql, Transaction};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use rusqlite_migration::{M, Migrations};
use std::fs::{self, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// Every schema there was, in order. Append-only: a released file is never edited.
const SCHEMAS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001_first.sql")),
    M::up(include_str!("migrations/0002_ritual.sql")),
    M::up(include_str!("migrations/0003_rhythm.sql")),
    M::up(include_str!("migrations/0004_calendar.sql")),
    M::up(include_str!("migrations/0005_typed.sql")),
    M::up(include_str!("migrations/0006_break.sql")),
    M::up(include_str!("migrations/0007_aside.sql")),
];
const KNOWN: u32 = SCHEMAS.len() as u32;

/// How this program wants every connection.
///
/// One file at rest, safe to copy (`DELETE`); a commit outlives a power cut, also that of the journal's own deletion
/// (`EXTRA`); what is deleted is overwritten (`secure_delete`, kept per connection); nothing spills into temporary
/// files; a schema that someone else wrote calls no functions with side effects.
const PRAGMAS: &str = "
    PRAGMA busy_timeout = 2000;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA synchronous = EXTRA;
";

/// Up to what size a file is looked through whole when it is opened: some decades of check-ins, read in
/// milliseconds. Larger ones are believed until a read says otherwise.
const LOOKED_THROUGH: u64 = 8 * 1024 * 1024;

/// The couple's one file, open.
#[derive(Debug)]
pub struct Store {
    sqlite: Connection,
    access: Access,
    fault: Fault,
}

impl Store {
    /// Opens the file, and makes it where there is none; brings an older schema up to date.
    ///
    /// Only this user can read the file and its journal afterwards, nor a folder that was made for it (0600 and 0700, on
    /// Unix); the rights of a folder that was there are somebody's choice. A file that can only be read is opened as by
    /// [`Store::open_to_read`]. Rows that make no sense are put aside in it, see [`Transaction::aside`].
    ///
    /// # Errors
    /// Refuses a file that cannot be used now, rather than in the middle of a check-in. It is left as it was, byte for
    /// byte, with nothing beside it.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        match Self::open_to_write(file) {
            Err(StoreError::ReadOnly) => Self::open_to_read(file)?.ok_or(StoreError::ReadOnly),
            opened => opened,
        }
    }

    fn open_to_write(file: &Path) -> Result<Self, StoreError> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        make_folder(folder)?;
        let header = look(file, KNOWN)?;
        may_write(folder, file)?;
        if header == Header::Empty {
            make_file(file)?;
        }
        // Neither `CREATE` nor `URI`: the file is there, and its name is a name.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut sqlite = Connection::open_with_flags(file, flags).map_err(|e| told(&e))?;
        settle(&sqlite, header)
            .map_err(|e| told(&e))
            .and_then(|sound| sound.then_some(()).ok_or(StoreError::Damaged))?;
        try_to_write(&mut sqlite).map_err(|e| told(&e))?;
        tighten(file, 0o600);
        let found = sqlite.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(|e| told(&e))?;
        migrate(&mut sqlite, found)?;
        let mut store = Self { sqlite, access: Access::Write, fault: Fault::default() };
        store.transact(|tx| tx.write(table::sift))?;
        // Left over when the program ended between a deletion and the rewrite. Last, since all was read by now. If it
        // fails, there is a next time; the couple's evening does not hang on it.
        let _ = store.sweep();
        Ok(store)
    }

    /// Opens a copy of the file in memory, also beside a program that has it open: makes nothing and changes nothing. It
    /// is of this moment, and answers every writer with [`StoreError::ReadOnly`]. None where there is no file, or nothing
    /// in it.
    ///
    /// # Errors
    /// Refuses a file that is not ours, newer, locked or damaged, as far as a first look tells.
    pub fn open_to_read(file: &Path) -> Result<Option<Self>, StoreError> {
        if look(file, KNOWN)? == Header::Empty {
            return Ok(None);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = || -> rusqlite::Result<(Connection, u32)> {
            let sqlite = Connection::open_with_flags(file, flags)?;
            sqlite.execute_batch("PRAGMA busy_timeout = 2000;")?;
            let copy = in_memory(&sqlite)?;
            copy.execute_batch("PRAGMA trusted_schema = OFF;")?;
            let found = copy.pragma_query_value(None, "user_version", |row| row.get(0))?;
            Ok((copy, found))
        };
        let (mut sqlite, found) = open().map_err(|e| told(&e))?;
        migrate(&mut sqlite, found)?;
        let mut store = Self { sqlite, access: Access::Write, fault: Fault::default() };
        store.transact(|tx| tx.write(table::sift))?;
        store.access = Access::Read;
        Ok(Some(store))
    }

    /// Tells whether the file can only be read.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.access == Access::Read
    }

    /// Does all of it in one transaction: when it answers `Ok`, what was done outlives a power cut; when it answers an error,
    /// from within or from the disk at the end of it, nothing has changed.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn transact<T>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let whole = self.sqlite.transaction().map_err(|e| told(&e))?;
        let done = act(&Transaction::new(Sql::new(&whole, &self.fault), self.access))?;
        self.fault.strike().and_then(|()| whole.commit()).map_err(|e| told(&e))?;
        Ok(done)
    }

    /// Rewrites the file, without the room that deletions left, if something was deleted since it was last rewritten.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn sweep(&mut self) -> Result<(), StoreError> {
        if self.is_read_only() || !self.transact(|tx| tx.read(unswept::is_marked))? {
            return Ok(());
        }
        self.fault.strike().and_then(|()| self.sqlite.execute_batch("VACUUM")).map_err(|e| told(&e))?;
        self.transact(|tx| tx.write(unswept::unmark))
    }

    /// Lets the file grow to so many pages (of 4,096 bytes) and no further: how tests fill the disk. A limit below the
    /// present size holds it there.
    ///
    /// # Errors
    /// As any reading.
    pub fn limit_pages(&mut self, most: u32) -> Result<(), StoreError> {
        self.sqlite.pragma_update_and_check(None, "max_page_count", most, |_| Ok(())).map_err(|e| told(&e))
    }

    /// Lets one statement fail, that which comes after so many from now; none with none: how tests end a transaction at each
    /// place where a disk may.
    pub fn fail_statement(&mut self, after: Option<u32>) {
        self.fault.set(after);
    }
}

/// Tells what `quick_check` says of one row from what it says of the file: a row that breaks a rule of its table is put
/// aside, and no reason to refuse all others. The words are those of `pragma.c`; it looks at the file as such first.
fn is_of_a_row(told: &str) -> bool {
    told.contains(" value in ") || told.starts_with("CHECK constraint failed in ")
}

fn migrate(sqlite: &mut Connection, found: u32) -> Result<(), StoreError> {
    Migrations::from_slice(SCHEMAS).to_latest(sqlite).map_err(|e| told_by_migration(&e, found, KNOWN))
}

/// Copies what is in a file, as it is at one moment.
fn in_memory(sqlite: &Connection) -> rusqlite::Result<Connection> {
    let mut copy = Connection::open_in_memory()?;
    let all = i32::MAX;
    Backup::new(sqlite, &mut copy)?.run_to_completion(all, Duration::from_millis(50), None)?;
    Ok(copy)
}

fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut make = fs::DirBuilder::new();
    make.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.create(folder).map_err(|e| StoreError::Folder { path: folder.to_owned(), why: e.kind() })
}

fn make_file(file: &Path) -> Result<(), StoreError> {
    let mut make = OpenOptions::new();
    make.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut make, 0o600);
    match make.open(file) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(told_by_system(&error)),
        _ => Ok(()),
    }
}

/// Looks at the permission bits, since the root user is not held back by them but means them all the same. The folder
/// counts too, for the journal is written there; on Windows that bit means nothing for folders.
fn may_write(folder: &Path, file: &Path) -> Result<(), StoreError> {
    let read_only = |path: &Path| path.metadata().is_ok_and(|about| about.permissions().readonly());
    if read_only(file) || (cfg!(unix) && read_only(folder)) { Err(StoreError::ReadOnly) } else { Ok(()) }
}

/// Takes from others the right to look. A file system that knows no such rights is no reason to turn the couple away.
fn tighten(path: &Path, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if path.metadata().is_ok_and(|about| about.permissions().mode() & 0o777 != mode) {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
}

/// Sets the connection up; answers whether the file is sound as far as was looked.
fn settle(sqlite: &Connection, header: Header) -> rusqlite::Result<bool> {
    sqlite.execute_batch(PRAGMAS)?;
    // The first look inside: rolls a cut-off write back, and finds a lock, a bad header, a file that is too short.
    sqlite.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let sound = match header {
        Header::Ours { length } if length <= LOOKED_THROUGH => {
            let mut ask = sqlite.prepare("PRAGMA quick_check(100)")?;
            let told = ask.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
            told.iter().all(|told| told == "ok" || is_of_a_row(told))
        }
        _ => true,
    };
    if sound {
        sqlite.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    }
    Ok(sound)
}

/// Takes the lock and touches a page, so that SQLite opens a journal, and lets it all go again: the file is not
/// written, but a folder, a disk or a lock that stands against writing is known now.
fn try_to_write(sqlite: &mut Connection) -> rusqlite::Result<()> {
    let attempt = sqlite.transaction_with_behavior(TransactionBehavior::Immediate)?;
    attempt.pragma_update(None, "user_version", KNOWN)?;
    attempt.rollback()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::types::Value;

    #[test]
    fn every_connection_is_as_it_must_be() {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(&home.path().join("a.db")).unwrap();
        let check = |pragma: &str, expect: &str| {
            let read = |row: &rusqlite::Row<'_>| row.get::<_, Value>(0);
            let seen = match store.sqlite.pragma_query_value(None, pragma, read).unwrap() {
                Value::Text(text) => text,
                Value::Integer(number) => number.to_string(),
                other => format!("{other:?}"),
            };
            assert_eq!(seen, expect, "{pragma}");
        };
        check("journal_mode", "delete");
        check("synchronous", "3");
        check("foreign_keys", "1");
        check("secure_delete", "1");
        check("trusted_schema", "0");
        check("temp_store", "2");
        check("busy_timeout", "2000");
        check("page_size", "4096");
        check("auto_vacuum", "0");
    }
}
