//! A transaction over the file, with one handle a table. A new table is named here.

use crate::StoreError;
use crate::error::told;
use crate::table::agreement::Agreements;
use crate::table::aside::Aside;
use crate::table::away::AwayRow;
use crate::table::calendar::Calendar;
use crate::table::card::Cards;
use crate::table::check_in::Records;
use crate::table::couple::CoupleRow;
use crate::table::format::Formats;
use crate::table::jar::Jar;
use crate::table::plan::PlanRow;
use crate::table::reminder::Reminders;
use crate::table::running::RunningCheckIn;
use crate::table::typed::TypedWords;
use rusqlite::{CachedStatement, Connection, Params, Result as Sqlite, Row, Statement};
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

impl<'s> Transaction<'s> {
    pub(crate) const fn new(sql: Sql<'s>, access: Access) -> Self {
        Self { sql, access }
    }

    /// Tells whether the file can only be read: every writer answers [`StoreError::ReadOnly`] then.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.access == Access::Read
    }

    /// What they agreed.
    #[must_use]
    pub const fn agreements(&self) -> Agreements<'_> {
        Agreements(self)
    }

    /// What cannot be read.
    #[must_use]
    pub const fn aside(&self) -> Aside<'_> {
        Aside(self)
    }

    /// The break from the check-in that runs.
    #[must_use]
    pub const fn away(&self) -> AwayRow<'_> {
        AwayRow(self)
    }

    /// What calendars hold of the plan.
    #[must_use]
    pub const fn calendar(&self) -> Calendar<'_> {
        Calendar(self)
    }

    /// What they did with cards.
    #[must_use]
    pub const fn cards(&self) -> Cards<'_> {
        Cards(self)
    }

    /// Who the two of them are.
    #[must_use]
    pub const fn couple(&self) -> CoupleRow<'_> {
        CoupleRow(self)
    }

    /// The formats they made.
    #[must_use]
    pub const fn formats(&self) -> Formats<'_> {
        Formats(self)
    }

    /// What each put aside for next time.
    #[must_use]
    pub const fn jar(&self) -> Jar<'_> {
        Jar(self)
    }

    /// When they meet.
    #[must_use]
    pub const fn plan(&self) -> PlanRow<'_> {
        PlanRow(self)
    }

    /// The check-ins that are kept.
    #[must_use]
    pub const fn records(&self) -> Records<'_> {
        Records(self)
    }

    /// The planned times that have come.
    #[must_use]
    pub const fn reminders(&self) -> Reminders<'_> {
        Reminders(self)
    }

    /// The check-in that runs.
    #[must_use]
    pub const fn running(&self) -> RunningCheckIn<'_> {
        RunningCheckIn(self)
    }

    /// The words that stand in fields and are not kept yet.
    #[must_use]
    pub const fn typed(&self) -> TypedWords<'_> {
        TypedWords(self)
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

    pub(crate) fn prepare(&self, sql: &str) -> Sqlite<Statement<'_>> {
        self.fault.strike()?;
        self.sqlite.prepare(sql)
    }

    pub(crate) fn prepare_cached(&self, sql: &str) -> Sqlite<CachedStatement<'_>> {
        self.fault.strike()?;
        self.sqlite.prepare_cached(sql)
    }

    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Sqlite<usize> {
        self.fault.strike()?;
        self.sqlite.execute(sql, params)
    }

    pub(crate) fn query_row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Sqlite<T>,
    ) -> Sqlite<T> {
        self.fault.strike()?;
        self.sqlite.query_row(sql, params, read)
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
