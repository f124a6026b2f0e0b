//! Reads around values that make no sense: what can be read is read, what cannot costs nothing else.

use rusqlite::types::FromSql;
use rusqlite::{Error, Result, Row, Rows};

/// What could be read of several rows.
pub(crate) struct Legible<T> {
    /// The rows that could be read, in their order.
    pub all: Vec<T>,
    /// Whether there are others.
    pub left_out: bool,
}

/// Reads rows, and leaves out those that make no sense. What the disk says is passed on.
pub(crate) fn legible<T>(rows: Rows<'_>, read: impl Fn(&Row<'_>) -> Result<T>) -> Result<Legible<T>> {
    first_legible(rows, usize::MAX, read)
}

/// Reads the first so many rows of those that make sense, or all there are.
pub(crate) fn first_legible<T>(
    mut rows: Rows<'_>,
    most: usize,
    read: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<Legible<T>> {
    let (mut all, mut left_out) = (vec![], false);
    while all.len() < most
        && let Some(row) = rows.next()?
    {
        match if_legible(read(row))? {
            Some(one) => all.push(one),
            None => left_out = true,
        }
    }
    Ok(Legible { all, left_out })
}

/// Reads one field; none when it makes no sense.
pub(crate) fn field<T: FromSql>(row: &Row<'_>, index: usize) -> Result<Option<T>> {
    if_legible(row.get(index))
}

/// Tells what makes no sense from what the disk says.
pub(crate) fn if_legible<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(
            Error::FromSqlConversionFailure(..)
            | Error::InvalidColumnType(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::Utf8Error(..),
        ) => Ok(None),
        Err(error) => Err(error),
    }
}
