//! Keeps words that are typed and not kept yet. A few rows, and mostly none.

use super::aside;
use crate::column::Col;
use crate::legible::legible;
use crate::{Store, StoreError};
use both_heard_core::typed::{FieldName, Typed};
use rusqlite::{Connection, Row};

impl Store {
    /// Reads what stands in fields and is not kept yet. What cannot be read is left out: it is no reason to miss the rest.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn typed(&self) -> Result<Vec<Typed>, StoreError> {
        self.read(all)
    }

    /// Remembers what stands in a field, in the place of what stood there; no words let go of it, so that nothing of them
    /// can be read in the file.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn keep_typed(&mut self, field: &FieldName, text: &str) -> Result<(), StoreError> {
        self.write(|sqlite| {
            let mut typed = all(sqlite)?;
            typed.retain(|one| one.field != *field);
            if !text.is_empty() {
                typed.push(Typed { field: field.clone(), text: text.to_owned() });
            }
            put(sqlite, &typed)
        })
    }
}

/// Lets go of what stands in the fields of the check-in that runs, within the transaction that ends it.
pub(super) fn end_check_in(sqlite: &Connection) -> rusqlite::Result<()> {
    let mut typed = all(sqlite)?;
    typed.retain(|one| !one.field.is_of_the_check_in());
    put(sqlite, &typed)
}

/// Puts what stands in the fields of a check-in aside with it.
pub(super) fn put_check_in_aside(sqlite: &Connection) -> rusqlite::Result<()> {
    let of_it = |row: &Row<'_>| Ok(read(row)?.field.is_of_the_check_in());
    aside::take_out(sqlite, ["typed", "field", "field, words"], Some(aside::CHECK_IN), of_it)
}

fn all(sqlite: &Connection) -> rusqlite::Result<Vec<Typed>> {
    let mut ask = sqlite.prepare_cached("SELECT field, words FROM typed ORDER BY field")?;
    Ok(legible(ask.query([])?, read)?.all)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Typed> {
    let Col(field) = row.get::<_, Col<FieldName>>(0)?;
    Ok(Typed { field, text: row.get(1)? })
}

/// Puts aside what makes no sense.
pub(super) fn sift(sqlite: &Connection) -> rusqlite::Result<()> {
    aside::sift(sqlite, ["typed", "field", "field, words"], read)
}

fn put(sqlite: &Connection, typed: &[Typed]) -> rusqlite::Result<()> {
    // Whole and without conditions, see the schema.
    sqlite.execute("DELETE FROM typed", [])?;
    let mut add = sqlite.prepare_cached("INSERT INTO typed (field, words) VALUES (?1, ?2)")?;
    typed.iter().try_for_each(|one| add.execute((one.field.as_str(), &one.text)).map(drop))
}
