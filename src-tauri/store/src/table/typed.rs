//! Keeps words that are typed and not kept yet. A few rows, and mostly none.

use super::aside;
use crate::StoreError;
use crate::column::Col;
use crate::legible::legible;
use crate::transaction::{Sql, TypedWords};
use both_heard_core::typed::{FieldName, Typed};
use rusqlite::Row;

impl TypedWords<'_> {
    /// Reads what stands in fields and is not kept yet. What cannot be read is left out: it is no reason to miss the rest.
    pub fn all(&self) -> Result<Vec<Typed>, StoreError> {
        self.0.read(all)
    }

    /// Remembers what stands in a field, in the place of what stood there; no words let go of it, so that nothing of them
    /// can be read in the file.
    pub fn keep(&self, field: &FieldName, text: &str) -> Result<(), StoreError> {
        self.0.write(|sql| {
            let mut typed = all(sql)?;
            typed.retain(|one| one.field != *field);
            if !text.is_empty() {
                typed.push(Typed { field: field.clone(), text: text.to_owned() });
            }
            put(sql, &typed)
        })
    }
}

/// Lets go of what stands in the fields of the check-in that runs, within the transaction that ends it.
pub(super) fn end_check_in(sql: &Sql<'_>) -> rusqlite::Result<()> {
    let mut typed = all(sql)?;
    typed.retain(|one| !one.field.is_of_the_check_in());
    put(sql, &typed)
}

/// Puts what stands in the fields of a check-in aside with it.
pub(super) fn put_check_in_aside(sql: &Sql<'_>) -> rusqlite::Result<()> {
    let of_it = |row: &Row<'_>| Ok(read(row)?.field.is_of_the_check_in());
    aside::take_out(sql, ["typed", "field", "field, words"], Some(aside::CHECK_IN), of_it)
}

fn all(sql: &Sql<'_>) -> rusqlite::Result<Vec<Typed>> {
    let mut ask = sql.prepare_cached("SELECT field, words FROM typed ORDER BY field")?;
    Ok(legible(ask.query([])?, read)?.all)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Typed> {
    let Col(field) = row.get::<_, Col<FieldName>>(0)?;
    Ok(Typed { field, text: row.get(1)? })
}

/// Puts aside what makes no sense.
pub(super) fn sift(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::sift(sql, ["typed", "field", "field, words"], read)
}

fn put(sql: &Sql<'_>, typed: &[Typed]) -> rusqlite::Result<()> {
    // Whole and without conditions, see the schema.
    sql.execute("DELETE FROM typed", [])?;
    let mut add = sql.prepare_cached("INSERT INTO typed (field, words) VALUES (?1, ?2)")?;
    typed.iter().try_for_each(|one| add.execute((one.field.as_str(), &one.text)).map(drop))
}
