//! Keeps the turns of speaking of a kept check-in; they go with it.

use crate::column::Col;
use crate::legible::{Legible, field, legible};
use crate::transaction::Sql;
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::Spoken;
use both_heard_core::people::Partner;
use both_heard_core::ritual::FeltHeard;
use rusqlite::params;

/// Reads the turns of one check-in, in the order they spoke.
pub(crate) fn of(sql: &Sql<'_>, id: CheckInId) -> rusqlite::Result<Legible<Spoken>> {
    let mut ask = sql.prepare_cached("SELECT by, topic, felt FROM spoken WHERE check_in = ?1 ORDER BY place")?;
    let turns = legible(ask.query([Col(id)])?, |row| {
        let (topic, felt) = (field::<String>(row, 1)?, field::<Option<Col<FeltHeard>>>(row, 2)?);
        let whole = topic.is_some() && felt.is_some();
        let (topic, felt) = (topic.unwrap_or_default(), felt.flatten().map(|Col(felt)| felt));
        Ok((Spoken { by: row.get::<_, Col<Partner>>(0)?.0, topic, felt }, whole))
    })?;
    let left_out = turns.left_out || turns.all.iter().any(|(_, whole)| !whole);
    Ok(Legible { all: turns.all.into_iter().map(|(turn, _)| turn).collect(), left_out })
}

/// Writes the turns of one check-in.
pub(crate) fn keep(sql: &Sql<'_>, id: CheckInId, all: &[Spoken]) -> rusqlite::Result<()> {
    let mut add =
        sql.prepare_cached("INSERT INTO spoken (check_in, place, by, topic, felt) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (place, spoken) in (0i64..).zip(all) {
        add.execute(params![Col(id), place, Col(spoken.by), spoken.topic, spoken.felt.map(Col)])?;
    }
    Ok(())
}
