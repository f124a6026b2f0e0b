//! Lists all that can be wrong with the file, in as few kinds as someone acts on differently.

use rusqlite::Error as Sql;
use rusqlite::ffi::ErrorCode;
use rusqlite_migration::{Error as Migration, MigrationDefinitionError};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use thiserror::Error;

/// Why the store could not do it. The file is as it was before, whatever the kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// Something else stands in the file's place: another kind of file, an encrypted one, a folder.
    #[error("the file is not a database")]
    NotADatabase,
    /// The database belongs to another program.
    #[error("the database belongs to another program")]
    Foreign,
    /// The file was cut short, or what it holds makes no sense.
    #[error("the database is damaged")]
    Damaged,
    /// A newer version of this program wrote the file.
    #[error("the database has schema {found}; this program knows {known}")]
    Newer {
        /// The schema of the file.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// The file, or the folder it lies in, may not be looked into.
    #[error("the database may not be read")]
    NoAccess,
    /// Something that is no file lies where a file is to be written.
    #[error("{} is in the way: it is no file", .path.display())]
    InTheWay {
        /// What is in the way.
        path: PathBuf,
    },
    /// The last write was cut off, and the file may not be written to put that right.
    #[error("the last write was cut off; that is put right when the program next opens the database")]
    CutOff,
    /// The file, or the folder it lies in, cannot be written to.
    #[error("the database can only be read")]
    ReadOnly,
    /// Another program holds the file; waiting for it did not help.
    #[error("another program holds the database")]
    Locked,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The folder cannot be made or entered.
    #[error("the folder {} cannot be used: {why}", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        why: ErrorKind,
    },
    /// What was asked contradicts what is in the file: to begin while a check-in runs, to log with none running, to
    /// keep one check-in twice. Two copies of the program on one file come to this.
    #[error("the request contradicts what is stored")]
    Conflict,
    /// The disk or the system failed in some other way.
    #[error("the disk failed with code {code}")]
    Disk {
        /// SQLite's extended result code; the system's own number where SQLite was not yet asked.
        code: i32,
    },
}

/// Sorts what the database library tells into the kinds above.
pub(crate) fn told(error: &Sql) -> StoreError {
    match error {
        Sql::SqliteFailure(failure, _) => match failure.code {
            ErrorCode::ReadOnly if failure.extended_code == rusqlite::ffi::SQLITE_READONLY_ROLLBACK => {
                StoreError::CutOff
            }
            ErrorCode::NotADatabase => StoreError::NotADatabase,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => StoreError::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                StoreError::Locked
            }
            ErrorCode::DiskFull => StoreError::Full,
            ErrorCode::ConstraintViolation => StoreError::Conflict,
            // `Unknown` is SQLITE_ERROR: our own SQL does not fit the tables of this file.
            ErrorCode::DatabaseCorrupt
            | ErrorCode::SchemaChanged
            | ErrorCode::TypeMismatch
            | ErrorCode::TooBig
            | ErrorCode::Unknown => StoreError::Damaged,
            _ => StoreError::Disk { code: failure.extended_code },
        },
        // All others say that a value read back is not one this program wrote.
        _ => StoreError::Damaged,
    }
}

/// Sorts what the migrations tell.
pub(crate) fn told_by_migration(error: &Migration, found: u32, known: u32) -> StoreError {
    match error {
        Migration::RusqliteError { err, .. } => told(err),
        Migration::MigrationDefinition(MigrationDefinitionError::DatabaseTooFarAhead) => {
            StoreError::Newer { found, known }
        }
        _ => StoreError::Damaged,
    }
}

/// Sorts what the system tells about the file.
pub(crate) fn told_by_system(error: &io::Error) -> StoreError {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full,
        ErrorKind::IsADirectory => StoreError::NotADatabase,
        _ => StoreError::Disk { code: error.raw_os_error().unwrap_or(rusqlite::ffi::SQLITE_IOERR) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[track_caller]
    fn check(code: i32, expect: &StoreError) {
        assert_eq!(&told(&Sql::SqliteFailure(ffi::Error::new(code), None)), expect, "{code}");
    }

    #[test]
    fn every_result_code_has_its_kind() {
        check(ffi::SQLITE_NOTADB, &StoreError::NotADatabase);
        check(ffi::SQLITE_CORRUPT, &StoreError::Damaged);
        check(ffi::SQLITE_CORRUPT_INDEX, &StoreError::Damaged);
        check(ffi::SQLITE_ERROR, &StoreError::Damaged);
        check(ffi::SQLITE_READONLY, &StoreError::ReadOnly);
        check(ffi::SQLITE_READONLY_DIRECTORY, &StoreError::ReadOnly);
        check(ffi::SQLITE_READONLY_ROLLBACK, &StoreError::CutOff);
        check(ffi::SQLITE_CANTOPEN, &StoreError::ReadOnly);
        check(ffi::SQLITE_PERM, &StoreError::ReadOnly);
        check(ffi::SQLITE_BUSY, &StoreError::Locked);
        check(ffi::SQLITE_BUSY_SNAPSHOT, &StoreError::Locked);
        check(ffi::SQLITE_LOCKED, &StoreError::Locked);
        check(ffi::SQLITE_FULL, &StoreError::Full);
        check(ffi::SQLITE_CONSTRAINT_UNIQUE, &StoreError::Conflict);
        check(ffi::SQLITE_IOERR_FSYNC, &StoreError::Disk { code: ffi::SQLITE_IOERR_FSYNC });
        check(ffi::SQLITE_NOMEM, &StoreError::Disk { code: ffi::SQLITE_NOMEM });
    }

    #[test]
    fn a_value_that_does_not_decode_is_damage() {
        assert_eq!(told(&Sql::QueryReturnedNoRows), StoreError::Damaged);
        assert_eq!(told(&Sql::IntegralValueOutOfRange(0, -1)), StoreError::Damaged);
    }

    #[test]
    fn the_system_is_understood() {
        let check = |kind: ErrorKind, expect| assert_eq!(told_by_system(&kind.into()), expect, "{kind}");
        check(ErrorKind::PermissionDenied, StoreError::ReadOnly);
        check(ErrorKind::ReadOnlyFilesystem, StoreError::ReadOnly);
        check(ErrorKind::StorageFull, StoreError::Full);
        check(ErrorKind::IsADirectory, StoreError::NotADatabase);
        check(ErrorKind::TimedOut, StoreError::Disk { code: ffi::SQLITE_IOERR });
    }
}
