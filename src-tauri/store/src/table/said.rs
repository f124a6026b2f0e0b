//! Keeps what they appreciated in a kept check-in; it goes with it.

use crate::column::Col;
use crate::legible::{Legible, legible};
use crate::transaction::Sql;
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::Said;
use both_heard_core::people::Partner;
use rusqlite::params;

/// Reads what was said in one check-in, in order.
pub(crate) fn of(sql: &Sql<'_>, id: CheckInId) -> rusqlite::Result<Legible<Said>> {
    let mut ask = sql.prepare_cached("SELECT by, words FROM said WHERE check_in = ?1 ORDER BY place")?;
    legible(ask.query([Col(id)])?, |row| Ok(Said { by: row.get::<_, Col<Partner>>(0)?.0, text: row.get(1)? }))
}

/// Writes what was said in one check-in.
pub(crate) fn keep(sql: &Sql<'_>, id: CheckInId, all: &[Said]) -> rusqlite::Result<()> {
    let mut add = sql.prepare_cached("INSERT INTO said (check_in, place, by, words) VALUES (?1, ?2, ?3, ?4)")?;
    let mut all = (0i64..).zip(all);
    all.try_for_each(|(place, said)| add.execute(params![Col(id), place, Col(said.by), said.text]).map(drop))
}
