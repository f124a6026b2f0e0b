//! Keeps what they agreed; it goes with the check-in it was agreed in.

use super::aside;
use crate::StoreError;
use crate::column::Col;
use crate::legible::{Legible, legible};
use crate::transaction::{Agreements, Sql};
use both_heard_core::ids::{AgreementId, CheckInId};
use both_heard_core::memory::Agreement;
use both_heard_core::people::Partner;
use both_heard_core::ritual::Looked;
use rusqlite::{Row, params};

impl Agreements<'_> {
    /// Lists the agreements that are open, oldest first.
    pub fn open(&self) -> Result<Vec<Agreement>, StoreError> {
        self.0.read(|sql| Ok(open(sql)?.all))
    }

    /// Notes what they said when they looked back. One they want to talk about stays open, for the next time.
    pub fn look_back(&self, all: &[(AgreementId, Looked)]) -> Result<(), StoreError> {
        self.0.write(|sql| {
            let mut note = sql.prepare_cached("UPDATE agreement SET looked = ?3 WHERE check_in = ?1 AND place = ?2")?;
            for (id, answer) in all {
                let looked = match answer {
                    Looked::Working => Some("working"),
                    Looked::LetGo => Some("let-go"),
                    Looked::TalkAboutIt => None,
                };
                note.execute(params![Col(id.check_in), id.place, looked])?;
            }
            Ok(())
        })
    }
}

/// Reads those that are open, oldest first.
pub(super) fn open(sql: &Sql<'_>) -> rusqlite::Result<Legible<Agreement>> {
    let mut ask = sql.prepare_cached(
        "SELECT check_in, place, by, words FROM agreement WHERE looked IS NULL ORDER BY check_in, place",
    )?;
    legible(ask.query([])?, read)
}

/// Deletes those that are open and make no sense.
pub(super) fn forget_unreadable(sql: &Sql<'_>) -> rusqlite::Result<()> {
    let columns = "check_in, place, by, words, looked IS NULL";
    aside::delete(sql, ["agreement", "quote(check_in) || quote(place)", columns], |row| {
        if row.get(4)? { read(row).map(drop) } else { Ok(()) }
    })
}

/// Reads what was agreed in one check-in, in order.
pub(crate) fn of(sql: &Sql<'_>, id: CheckInId) -> rusqlite::Result<Legible<Agreement>> {
    let mut ask =
        sql.prepare_cached("SELECT check_in, place, by, words FROM agreement WHERE check_in = ?1 ORDER BY place")?;
    legible(ask.query([Col(id)])?, read)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Agreement> {
    let id = AgreementId { check_in: row.get::<_, Col<CheckInId>>(0)?.0, place: row.get(1)? };
    Ok(Agreement { id, by: row.get::<_, Col<Partner>>(2)?.0, text: row.get(3)? })
}

/// Writes what was agreed in one check-in.
pub(crate) fn keep(sql: &Sql<'_>, all: &[Agreement]) -> rusqlite::Result<()> {
    let mut add = sql.prepare_cached("INSERT INTO agreement (check_in, place, by, words) VALUES (?1, ?2, ?3, ?4)")?;
    let add =
        |Agreement { id, by, text }: &_| add.execute(params![Col(id.check_in), id.place, Col(*by), text]).map(drop);
    all.iter().try_for_each(add)
}
