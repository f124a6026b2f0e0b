//! Opens both files as one: the couple's words, and beside them the rhythm, which goes without the words.

use crate::error::{StoreError, told};
use crate::file::{Kind, RHYTHM, WORDS};
use crate::header::Header;
use crate::table::{self, unswept};
use crate::transaction::{Access, Fault, Sql, Transaction};
use both_heard_files::{make_folder, put_aside};
use rusqlite::backup::Backup;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, MAIN_DB};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The name by which the rhythm's file is attached to the words'. No table has the same name in both.
const ATTACHED: &str = "rhythm";
/// Since which schema of the words the rhythm has its own file.
const PARTED: u32 = 8;

/// The couple's two files, open.
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
        make_folder(folder).map_err(|e| StoreError::Folder { path: folder.to_owned(), why: e.kind() })?;
        // Refused before anything is made beside it.
        let header = WORDS.inspect(file)?;
        let rhythm = rhythm_beside(file);
        let made = make_rhythm(&rhythm)?;
        let open = || {
            let (mut sqlite, found) = WORDS.open(file, header)?;
            attach(&sqlite, &rhythm).map_err(|e| told(&e))?;
            WORDS.migrate(&mut sqlite, found)?;
            remove_left_over(file);
            let lost = made == Made::Instead || (made == Made::New && found >= PARTED);
            Self::sifted(sqlite, Access::Write, |sql| table::sift(sql, lost))
        };
        let mut store = open().inspect_err(|_| {
            if made == Made::New {
                let _ = fs::remove_file(&rhythm);
            }
        })?;
        // Left over when the program ended between a deletion and the rewrite. Last, since all was read by now. If it
        // fails, there is a next time; the couple's evening does not hang on it.
        let _ = store.sweep();
        Ok(store)
    }

    /// Opens a copy of both files in memory, also beside a program that has them open: makes nothing and changes nothing. It
    /// is of this moment, and answers every writer with [`StoreError::ReadOnly`]. None where there is no file, or nothing
    /// in it.
    ///
    /// # Errors
    /// Refuses a file that is not ours, newer, locked or damaged, as far as a first look tells.
    pub fn open_to_read(file: &Path) -> Result<Option<Self>, StoreError> {
        if WORDS.inspect(file)? == Header::Empty {
            return Ok(None);
        }
        let rhythm = copy_rhythm(&rhythm_beside(file));
        let (mut sqlite, found) = Kind::copy(file)?;
        let lost = rhythm.is_err() || (matches!(rhythm, Ok(None)) && found >= PARTED);
        attach_copy(&mut sqlite, rhythm.ok().flatten())?;
        WORDS.migrate(&mut sqlite, found)?;
        Self::sifted(sqlite, Access::Read, |sql| table::sift(sql, lost)).map(Some)
    }

    /// Opens a copy of the rhythm alone, whatever is with the words: of a [`Transaction`] over it only what is told of the plan,
    /// of reminders, of a break and of the calendar can be asked. None where there is no such file.
    ///
    /// # Errors
    /// Refuses a file that is not ours, newer, locked or damaged, as far as a first look tells.
    pub fn open_rhythm_to_read(file: &Path) -> Result<Option<Self>, StoreError> {
        let sqlite = copy_rhythm(&rhythm_beside(file))?;
        sqlite.map(|sqlite| Self::sifted(sqlite, Access::Read, table::sift_rhythm)).transpose()
    }

    /// Opens the rhythm alone to write, where the words cannot be opened; as [`Self::open_rhythm_to_read`] otherwise.
    ///
    /// # Errors
    /// Refuses a file that cannot be used now; it is left as it was.
    pub fn open_rhythm(file: &Path) -> Result<Option<Self>, StoreError> {
        let rhythm = rhythm_beside(file);
        let header = RHYTHM.inspect(&rhythm)?;
        if header == Header::Empty {
            return Ok(None);
        }
        let (mut sqlite, found) = RHYTHM.open(&rhythm, header)?;
        RHYTHM.migrate(&mut sqlite, found)?;
        Self::sifted(sqlite, Access::Write, table::sift_rhythm).map(Some)
    }

    /// Puts aside what makes no sense, in the file or only in a copy of it.
    fn sifted(
        sqlite: Connection,
        access: Access,
        sift: impl FnOnce(&Sql<'_>) -> rusqlite::Result<()>,
    ) -> Result<Self, StoreError> {
        let mut store = Self { sqlite, access: Access::Write, fault: Fault::default() };
        store.transact(|tx| tx.write(sift))?;
        Ok(Self { access, ..store })
    }

    /// Tells whether the file can only be read.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.access == Access::Read
    }

    /// Does all of it in one transaction: when it answers `Ok`, what was done outlives a power cut; when it answers an error,
    /// from within or from the disk at the end of it, nothing has changed.
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

    /// Lets the statement fail that comes after `after` others; with none, none fails. So tests end a transaction at each place
    /// where a disk may.
    pub fn fail_statement(&mut self, after: Option<u32>) {
        self.fault.set(after);
    }
}

/// What there was of the rhythm's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Made {
    /// It was there.
    Not,
    /// There was none.
    New,
    /// There was something else, which was put aside.
    Instead,
}

fn rhythm_beside(file: &Path) -> PathBuf {
    file.with_file_name("rhythm.db")
}

/// Removes the super-journal that a kill in the middle of a commit to both files may leave: SQLite never removes one that no
/// journal names yet. Nobody else writes now, as this program has just had the lock.
fn remove_left_over(file: &Path) {
    let Some(name) = file.file_name().map(|name| [name.as_encoded_bytes(), b"-mj"].concat()) else { return };
    let beside = file.parent().and_then(|folder| folder.read_dir().ok()).into_iter().flatten().flatten();
    for entry in beside.filter(|entry| entry.file_name().as_encoded_bytes().starts_with(&name)) {
        let _ = fs::remove_file(entry.path());
    }
}

/// Makes the rhythm's file where there is none, and brings it up to date. What cannot be used in its place is put aside: it is
/// no reason to keep them from their words.
fn make_rhythm(file: &Path) -> Result<Made, StoreError> {
    let open = || {
        let header = RHYTHM.inspect(file)?;
        let (mut sqlite, found) = RHYTHM.open(file, header)?;
        RHYTHM.migrate(&mut sqlite, found)?;
        Ok(if header == Header::Empty { Made::New } else { Made::Not })
    };
    match open() {
        Err(unusable @ (StoreError::NotADatabase | StoreError::Foreign | StoreError::Damaged)) => {
            put_aside(file).map_err(|_| unusable)?;
            open().map(|_| Made::Instead)
        }
        made => made,
    }
}

/// Copies the rhythm's file into memory; none where there is none.
fn copy_rhythm(file: &Path) -> Result<Option<Connection>, StoreError> {
    if RHYTHM.inspect(file)? == Header::Empty {
        return Ok(None);
    }
    let (mut sqlite, found) = Kind::copy(file)?;
    RHYTHM.migrate(&mut sqlite, found)?;
    Ok(Some(sqlite))
}

/// Attaches the rhythm's file: a transaction that writes to both commits both or none, as long as both keep a rollback journal.
fn attach(sqlite: &Connection, file: &Path) -> rusqlite::Result<()> {
    // A path need not be text.
    #[cfg(unix)]
    let path = std::os::unix::ffi::OsStrExt::as_bytes(file.as_os_str());
    #[cfg(not(unix))]
    let path = file.to_string_lossy();
    #[cfg(not(unix))]
    let path = path.as_bytes();
    let path = ToSqlOutput::Borrowed(ValueRef::Text(path));
    sqlite.execute(&format!("ATTACH ?1 AS {ATTACHED}"), [path])?;
    sqlite.execute_batch(&format!("PRAGMA {ATTACHED}.synchronous = EXTRA; PRAGMA {ATTACHED}.secure_delete = ON;"))?;
    sqlite.pragma_update_and_check(Some(ATTACHED), "journal_mode", "DELETE", |_| Ok(()))
}

/// Attaches a copy of the rhythm in memory, or an empty one.
fn attach_copy(sqlite: &mut Connection, rhythm: Option<Connection>) -> Result<(), StoreError> {
    let rhythm = match rhythm {
        Some(rhythm) => rhythm,
        None => {
            let mut empty = Connection::open_in_memory().map_err(|e| told(&e))?;
            RHYTHM.migrate(&mut empty, 0)?;
            empty
        }
    };
    let mut copy = || {
        sqlite.execute_batch(&format!("ATTACH ':memory:' AS {ATTACHED}"))?;
        let copying = Backup::new_with_names(&rhythm, MAIN_DB, sqlite, ATTACHED)?;
        copying.run_to_completion(i32::MAX, Duration::from_millis(50), None)
    };
    copy().map_err(|e: rusqlite::Error| told(&e))
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
