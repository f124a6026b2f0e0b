//! Keeps the couple: one row, or none before the welcome.

use super::aside;
use crate::column::Col;
use crate::legible::field;
use crate::{Store, StoreError};
use both_heard_core::people::{Couple, Name, Partner};
use rusqlite::{Connection, OptionalExtension, Result};

const READ: &str = "SELECT one, two, on_the_left FROM couple";

impl Store {
    /// Reads the couple; none before the welcome.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn couple(&self) -> std::result::Result<Option<Couple>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached(READ)?;
            ask.query_row([], |row| {
                let Col(one) = row.get::<_, Col<Name>>(0)?;
                let Col(two) = row.get::<_, Col<Name>>(1)?;
                let Col(left) = row.get::<_, Col<Partner>>(2)?;
                Ok(Couple { one, two, left })
            })
            .optional()
        })
    }

    /// Keeps the couple in place of what was there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn set_couple(&mut self, couple: &Couple) -> std::result::Result<(), StoreError> {
        self.write(|sqlite| {
            // Whoever names them anew needs no more of what could not be read of it.
            aside::forget(sqlite, "couple")?;
            put(sqlite, couple)
        })
    }
}

fn put(sqlite: &Connection, couple: &Couple) -> Result<()> {
    sqlite.execute("DELETE FROM couple", [])?;
    sqlite.execute(
        "INSERT INTO couple (only, one, two, on_the_left) VALUES (1, ?1, ?2, ?3)",
        (Col(&couple.one), Col(&couple.two), Col(couple.left)),
    )?;
    Ok(())
}

/// Puts a number in the place of a name that makes no sense, and keeps the row as it was aside: there are two of them
/// still, and all that they kept.
pub(super) fn mend(sqlite: &Connection) -> Result<()> {
    let row = |row: &rusqlite::Row<'_>| Ok((field(row, 0)?, field(row, 1)?, field(row, 2)?));
    let kept = match sqlite.query_row(READ, [], row).optional()? {
        None | Some((Some(_), Some(_), Some(_))) => return Ok(()),
        Some((one, two, left)) => (one.map(|Col(one)| one), two.map(|Col(two)| two), left),
    };
    aside::copy(sqlite, "couple", "couple", "true", [])?;
    let (one, two, Col(left)) = (kept.0, kept.1, kept.2.unwrap_or(Col(Partner::One)));
    put(sqlite, &Couple { one: one.unwrap_or_else(|| stand_in("1")), two: two.unwrap_or_else(|| stand_in("2")), left })
}

#[expect(clippy::expect_used, reason = "a digit is a name")]
fn stand_in(digit: &str) -> Name {
    Name::new(digit).expect("a digit can be seen, and is short")
}
