//! Opens one file of the two: the one place that knows folders, permissions, pragmas and migrations.

use crate::error::{StoreError, told, told_by_migration, told_by_system};
use crate::header::{Header, inspect};
use both_heard_files::{create_new, make_private};
use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use rusqlite_migration::{M, Migrations};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// A kind of file, with every schema it had, in order. Append-only: a released schema is never edited.
#[derive(Debug)]
pub(crate) struct Kind {
    application_id: i32,
    schemas: &'static [M<'static>],
}

/// The couple's words.
pub(crate) const WORDS: Kind = Kind {
    application_id: 0x4248_7264, // "BHrd"
    schemas: &[
        M::up(include_str!("migrations/0001_first.sql")),
        M::up(include_str!("migrations/0002_ritual.sql")),
        M::up(include_str!("migrations/0003_rhythm.sql")),
        M::up(include_str!("migrations/0004_calendar.sql")),
        M::up(include_str!("migrations/0005_typed.sql")),
        M::up(include_str!("migrations/0006_break.sql")),
        M::up(include_str!("migrations/0007_aside.sql")),
        M::up(include_str!("migrations/0008_rhythm.sql")),
    ],
};

/// The rhythm: when they meet and what was told of it, without a word of theirs.
pub(crate) const RHYTHM: Kind = Kind {
    application_id: 0x4248_7268, // "BHrh"
    schemas: &[M::up(include_str!("migrations/rhythm/0001_first.sql"))],
};

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

impl Kind {
    pub(crate) const fn known(&self) -> u32 {
        self.schemas.len() as u32
    }

    /// Looks at a file before SQLite lays a hand on it.
    pub(crate) fn inspect(&self, file: &Path) -> Result<Header, StoreError> {
        inspect(file, self.application_id, self.known())
    }

    /// Opens a file that was looked at, and makes it where there is nothing; answers it with the schema it has.
    pub(crate) fn open(&self, file: &Path, header: Header) -> Result<(Connection, u32), StoreError> {
        may_write(file.parent().unwrap_or(file), file)?;
        if header == Header::Empty {
            match create_new(file) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(told_by_system(&error)),
                _ => {}
            }
        }
        // Neither `CREATE` nor `URI`: the file is there, and its name is a name.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut sqlite = Connection::open_with_flags(file, flags).map_err(|e| told(&e))?;
        settle(&sqlite, header)
            .map_err(|e| told(&e))
            .and_then(|sound| sound.then_some(()).ok_or(StoreError::Damaged))?;
        try_to_write(&mut sqlite, self.known()).map_err(|e| told(&e))?;
        make_private(file);
        let found = version(&sqlite)?;
        Ok((sqlite, found))
    }

    /// Copies a file into memory, as it is at one moment, also beside a program that has it open; answers it with the schema
    /// it has.
    pub(crate) fn copy(file: &Path) -> Result<(Connection, u32), StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let copy = || -> rusqlite::Result<Connection> {
            let sqlite = Connection::open_with_flags(file, flags)?;
            sqlite.execute_batch("PRAGMA busy_timeout = 2000;")?;
            let copy = in_memory(&sqlite)?;
            copy.execute_batch("PRAGMA trusted_schema = OFF;")?;
            Ok(copy)
        };
        let copy = copy().map_err(|e| told(&e))?;
        let found = version(&copy)?;
        Ok((copy, found))
    }

    /// Brings a schema up to date; `found` is the one it has.
    pub(crate) fn migrate(&self, sqlite: &mut Connection, found: u32) -> Result<(), StoreError> {
        let to_latest = Migrations::from_slice(self.schemas).to_latest(sqlite);
        to_latest.map_err(|e| told_by_migration(&e, found, self.known()))
    }
}

fn version(sqlite: &Connection) -> Result<u32, StoreError> {
    sqlite.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(|e| told(&e))
}

/// Tells what `quick_check` says of one row from what it says of the file: a row that breaks a rule of its table is put
/// aside, and no reason to refuse all others. The words are those of `pragma.c`; it looks at the file as such first.
fn is_of_a_row(told: &str) -> bool {
    told.contains(" value in ") || told.starts_with("CHECK constraint failed in ")
}

/// Copies what is in a file, as it is at one moment.
fn in_memory(sqlite: &Connection) -> rusqlite::Result<Connection> {
    let mut copy = Connection::open_in_memory()?;
    let all = i32::MAX;
    Backup::new(sqlite, &mut copy)?.run_to_completion(all, Duration::from_millis(50), None)?;
    Ok(copy)
}

/// Looks at the permission bits, since the root user is not held back by them but means them all the same. The folder
/// counts too, for the journal is written there; on Windows that bit means nothing for folders.
fn may_write(folder: &Path, file: &Path) -> Result<(), StoreError> {
    let read_only = |path: &Path| path.metadata().is_ok_and(|about| about.permissions().readonly());
    if read_only(file) || (cfg!(unix) && read_only(folder)) { Err(StoreError::ReadOnly) } else { Ok(()) }
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
fn try_to_write(sqlite: &mut Connection, known: u32) -> rusqlite::Result<()> {
    let attempt = sqlite.transaction_with_behavior(TransactionBehavior::Immediate)?;
    attempt.pragma_update(None, "user_version", known)?;
    attempt.rollback()
}
