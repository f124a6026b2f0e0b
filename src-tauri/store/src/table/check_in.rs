//! Keeps check-ins: the day, and where the couple chose so, all that can be kept.

use crate::StoreError;
use crate::column::{Col, get_met, put_met};
use crate::legible::{field, legible};
use crate::table::{agreement, said, spoken, unswept};
use crate::transaction::{Records, Sql};
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::{Record, Whole};
use both_heard_core::people::{Name, Partner};
use both_heard_core::ritual::FormatId;
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{OptionalExtension, Row, params};

impl Records<'_> {
    /// Reads one kept check-in; none when there is none of that name. The time they met is exact to the millisecond.
    pub fn get(&self, id: CheckInId) -> Result<Option<Record>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached(
                "SELECT met, met_offset, minutes, format, beginner, note, format_name FROM check_in WHERE id = ?1",
            )?;
            let records = legible(ask.query([Col(id)])?, |row| {
                let met = get_met(row, 0)?;
                // More than that they met, as long as anything of it is there.
                let rest = (2..=5).map(|index| row.get_ref(index)).collect::<Result<Vec<_>, _>>()?;
                let only_met = rest.iter().all(|value| *value == ValueRef::Null);
                Ok(Record { id, met, whole: if only_met { None } else { Some(whole(sql, id, row)?) } })
            })?;
            Ok(records.all.into_iter().next())
        })
    }

    /// Keeps a check-in.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when one of that name is kept already.
    pub fn keep(&self, record: &Record) -> Result<(), StoreError> {
        self.0.write(|sql| keep(sql, record))
    }

    /// Deletes one kept check-in, with all that hangs on it. One that is not there is gone already.
    pub fn delete(&self, id: CheckInId) -> Result<(), StoreError> {
        self.0.write(|sql| unswept::delete(sql, "DELETE FROM check_in WHERE id = ?1", [Col(id)]))
    }

    /// Reads who began the latest check-in that is kept whole.
    pub fn last_beginner(&self) -> Result<Option<Partner>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached(
                "SELECT beginner FROM check_in WHERE beginner IN ('one', 'two') ORDER BY met DESC, id DESC LIMIT 1",
            )?;
            ask.query_row([], |row| Ok(row.get::<_, Col<Partner>>(0)?.0)).optional()
        })
    }

    /// Counts the check-ins of which only is kept that they met, since the latest that is kept whole.
    pub fn only_met_since(&self) -> Result<u32, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached(
                "SELECT count(*) FROM check_in WHERE met > coalesce(
                   (SELECT met FROM check_in WHERE beginner IN ('one', 'two') ORDER BY met DESC LIMIT 1),
                   -9223372036854775808)",
            )?;
            ask.query_row([], |row| row.get(0))
        })
    }

    /// Reads the format of the latest check-in that is kept whole.
    pub fn last_format(&self) -> Result<Option<FormatId>, StoreError> {
        self.0.read(|sql| {
            let mut ask = sql.prepare_cached(
                "SELECT format FROM check_in WHERE typeof(format) = 'text' ORDER BY met DESC, id DESC LIMIT 1",
            )?;
            Ok(ask.query_row([], |row| field::<String>(row, 0)).optional()?.flatten().map(FormatId))
        })
    }
}

/// Reads all that can be read of a check-in that is kept whole.
fn whole(sql: &Sql<'_>, id: CheckInId, row: &Row<'_>) -> rusqlite::Result<Whole> {
    let (spoken, said, agreed) = (spoken::of(sql, id)?, said::of(sql, id)?, agreement::of(sql, id)?);
    let mut left_out = spoken.left_out || said.left_out || agreed.left_out;
    let note = or_none(row, 5, &mut left_out)?;
    Ok(Whole {
        minutes: or_none(row, 2, &mut left_out)?,
        format: or_none(row, 3, &mut left_out)?.map(FormatId),
        format_name: field::<Option<Col<Name>>>(row, 6)?.flatten().map(|Col(name)| name),
        beginner: or_none(row, 4, &mut left_out)?.map(|Col(who)| who),
        spoken: spoken.all,
        appreciated: said.all,
        agreed: agreed.all,
        note: note.unwrap_or_default(),
        left_out,
    })
}

fn or_none<T: FromSql>(row: &Row<'_>, index: usize, left_out: &mut bool) -> rusqlite::Result<Option<T>> {
    let value = field(row, index)?;
    *left_out |= value.is_none();
    Ok(value)
}

fn keep(sql: &Sql<'_>, record: &Record) -> rusqlite::Result<()> {
    let (met, offset) = put_met(record.met);
    let whole = record.whole.as_ref();
    sql.prepare_cached(
        "INSERT INTO check_in (id, met, met_offset, minutes, format, beginner, note, format_name)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        Col(record.id),
        met,
        offset,
        whole.and_then(|whole| whole.minutes),
        whole.and_then(|whole| whole.format.as_ref()).map(|format| &format.0),
        whole.and_then(|whole| whole.beginner).map(Col),
        whole.map(|whole| &whole.note),
        whole.and_then(|whole| whole.format_name.as_ref()).map(Col),
    ])?;
    if let Some(whole) = whole {
        spoken::keep(sql, record.id, &whole.spoken)?;
        said::keep(sql, record.id, &whole.appreciated)?;
        agreement::keep(sql, &whole.agreed)?;
    }
    Ok(())
}
