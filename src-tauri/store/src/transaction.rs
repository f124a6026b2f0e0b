//! A transaction over the file, with one handle a table. A new table is named here.

use crate::StoreError;
use crate::error::told;
use rusqlite::{CachedStatement, Connection, Params, Result as Sqlite};
use std::cell::Cell;

/// What may be done with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// All.
    Write,
    /// Only a copy of it in memory was opened.
    Read,
}

/// A transaction over the file. All that is done by its handles becomes durable together, or not at all, see
/// [`crate::Store::transact`].
#[derive(Debug)]
pub struct Transaction<'s> {
    sql: Sql<'s>,
    access: Access,
}

macro_rules! handles {
    ($($(#[$doc:meta])+ $name:ident: $Handle:ident,)+) => {
        $(
            #[doc = concat!("A handle of one table, see [`Transaction::", stringify!($name), "`].")]
            #[derive(Debug, Clone, Copy)]
            pub struct $Handle<'t>(pub(crate) &'t Transaction<'t>);
        )+

        impl Transaction<'_> {
            $($(#[$doc])+ #[must_use] pub const fn $name(&self) -> $Handle<'_> { $Handle(self) })+
        }
    };
}

handles! {
    /// Gives what they agreed.
    agreements: Agreements,
    /// Gives what cannot be read.
    aside: Aside,
    /// Gives the break from the check-in that runs.
    away: AwayRow,
    /// Gives what calendars hold of the plan.
    calendar: Calendar,
    /// Gives what they did with cards.
    cards: Cards,
    /// Gives who the two of them are.
    couple: CoupleRow,
    /// Gives the formats they made.
    formats: Formats,
    /// Gives what each put aside for next time.
    jar: Jar,
    /// Gives when they meet.
    plan: PlanRow,
    /// Gives the check-ins that are kept.
    records: Records,
    /// Gives the planned times that have come.
    reminders: Reminders,
    /// Gives the check-in that runs.
    running: RunningCheckIn,
    /// Gives the words that stand in fields and are not kept yet.
    typed: TypedWords,
}

impl<'s> Transaction<'s> {
    pub(crate) const fn new(sql: Sql<'s>, access: Access) -> Self {
        Self { sql, access }
    }

    /// Tells whether the file can only be read: every writer answers [`StoreError::ReadOnly`] then.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.access == Access::Read
    }

    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Sql<'_>) -> Sqlite<T>) -> Result<T, StoreError> {
        ask(&self.sql).map_err(|error| told(&error))
    }

    pub(crate) fn write<T>(&self, change: impl FnOnce(&Sql<'_>) -> Sqlite<T>) -> Result<T, StoreError> {
        if self.is_read_only() { Err(StoreError::ReadOnly) } else { self.read(change) }
    }
}

/// The connection within a transaction. Every statement is asked for here, so that a test can let each of them fail.
#[derive(Debug)]
pub(crate) struct Sql<'s> {
    sqlite: &'s Connection,
    fault: &'s Fault,
}

impl<'s> Sql<'s> {
    pub(crate) const fn new(sqlite: &'s Connection, fault: &'s Fault) -> Self {
        Self { sqlite, fault }
    }

    pub(crate) fn prepare_cached(&self, sql: &str) -> Sqlite<CachedStatement<'_>> {
        self.fault.strike()?;
        self.sqlite.prepare_cached(sql)
    }

    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Sqlite<usize> {
        self.fault.strike()?;
        self.sqlite.execute(sql, params)
    }
}

/// The statement that is to fail: so many from now. None does in the program.
#[derive(Debug, Default)]
pub(crate) struct Fault(Cell<Option<u32>>);

impl Fault {
    pub(crate) fn set(&self, statement: Option<u32>) {
        self.0.set(statement);
    }

    /// Counts a statement; fails where it is the one, as a disk does.
    pub(crate) fn strike(&self) -> Sqlite<()> {
        let left = self.0.get();
        self.0.set(left.and_then(|left| left.checked_sub(1)));
        match left {
            Some(0) => {
                let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_WRITE);
                Err(rusqlite::Error::SqliteFailure(code, None))
            }
            _ => Ok(()),
        }
    }
}
