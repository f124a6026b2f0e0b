//! Keeps the couple: one row, or none before the welcome.

use super::aside;
use crate::StoreError;
use crate::column::Col;
use crate::legible::field;
use crate::transaction::{CoupleRow, Sql};
use both_heard_core::people::{Couple, Name, Partner};
use rusqlite::{OptionalExtension, Result};

const READ: &str = "SELECT one, two, on_the_left FROM couple";

impl CoupleRow<'_> {
    /// Reads the couple; none before the welcome.
    pub fn get(&self) -> std::result::Result<Option<Couple>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached(READ)?;
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
    pub fn set(&self, couple: &Couple) -> std::result::Result<(), StoreError> {
        self.0.write(|sql| {
            // Whoever names them anew needs no more of what could not be read of it.
            aside::forget(sql, "couple")?;
            put(sql, couple)
        })
    }
}

fn put(sql: &Sql<'_>, couple: &Couple) -> Result<()> {
    sql.execute("DELETE FROM couple", [])?;
    sql.execute(
        "INSERT INTO couple (only, one, two, on_the_left) VALUES (1, ?1, ?2, ?3)",
        (Col(&couple.one), Col(&couple.two), Col(couple.left)),
    )
    .map(drop)
}

/// Puts a number in the place of a name that makes no sense, and keeps the row as it was aside: there are two of them
/// still, and all that they kept.
pub(super) fn mend(sql: &Sql<'_>) -> Result<()> {
    let row = |row: &rusqlite::Row<'_>| Ok((field(row, 0)?, field(row, 1)?, field(row, 2)?));
    let kept = match sql.prepare_cached(READ)?.query_row([], row).optional()? {
        None | Some((Some(_), Some(_), Some(_))) => return Ok(()),
        Some((one, two, left)) => (one.map(|Col(one)| one), two.map(|Col(two)| two), left),
    };
    aside::copy(sql, "couple", "couple", "true", [])?;
    let (one, two, Col(left)) = (kept.0, kept.1, kept.2.unwrap_or(Col(Partner::One)));
    put(sql, &Couple { one: one.unwrap_or_else(|| stand_in("1")), two: two.unwrap_or_else(|| stand_in("2")), left })
}

#[expect(clippy::expect_used, reason = "a digit is a name")]
fn stand_in(digit: &str) -> Name {
    Name::new(digit).expect("a digit can be seen, and is short")
}
