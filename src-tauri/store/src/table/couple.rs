//! Keeps the couple: one row, or none before the welcome.

use crate::column::Col;
use crate::{Store, StoreError};
use both_heard_core::people::{Couple, Name, Partner};
use rusqlite::OptionalExtension;

impl Store {
    /// Reads the couple; none before the welcome.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn couple(&self) -> Result<Option<Couple>, StoreError> {
        self.read(|sqlite| {
            let mut ask = sqlite.prepare_cached("SELECT one, two, on_the_left FROM couple")?;
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
    pub fn set_couple(&mut self, couple: &Couple) -> Result<(), StoreError> {
        self.write(|sqlite| {
            sqlite.execute(
                "INSERT OR REPLACE INTO couple (only, one, two, on_the_left) VALUES (1, ?1, ?2, ?3)",
                (Col(&couple.one), Col(&couple.two), Col(couple.left)),
            )?;
            Ok(())
        })
    }
}
