//! Keeps rows that cannot be read, cell by cell as they were, so that they stand in nobody's way and are not lost.
//!
//! Tables that are read whole are looked through once, when the file is opened: from then on all that is in them makes
//! sense, to those who read and to those who write. Kept check-ins may be many, and go with all that hangs on them; they
//! are read around where they lie, see [`crate::legible`].

use super::{agreement, unswept};
use crate::legible::if_legible;
use crate::transaction::{Aside, Sql};
use crate::{StoreError, past};
use rusqlite::{Params, Result, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something of theirs of which a part cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Unreadable {
    /// A name, or who sits where: something else stands in its place.
    Names,
    /// The rule, a time that was changed, a rest, or what was told or published: it is as if there were none.
    Rhythm,
    /// The check-in that ran, all of it.
    CheckIn,
    /// A part of the check-in that runs. It is gone with it.
    Part,
    /// Words that were typed and not kept yet. Whose they are cannot be told, so they are gone with a check-in.
    Typed,
    /// An agreement that is open.
    Agreements,
    /// A kept check-in, so that not even its day is known.
    Past,
    /// A note in the jar.
    Jar,
    /// What they did with a card.
    Cards,
    /// A format of their own.
    Formats,
}

/// A check-in that could not be taken up. What of it is put aside goes by this name, whichever table it was in.
pub(super) const CHECK_IN: &str = "running";

impl Unreadable {
    const ALL: [Self; 10] = [
        Self::Names,
        Self::Rhythm,
        Self::CheckIn,
        Self::Part,
        Self::Typed,
        Self::Agreements,
        Self::Past,
        Self::Jar,
        Self::Cards,
        Self::Formats,
    ];

    /// Names what was put aside of it, which is the table it was in.
    const fn of(self) -> &'static [&'static str] {
        match self {
            Self::Names => &["couple"],
            Self::Rhythm => &["plan", "changed", "rest", "reminder", "ahead", "break", "calendar", "published"],
            Self::CheckIn => &[CHECK_IN],
            Self::Part => &["event"],
            Self::Typed => &["typed"],
            Self::Agreements | Self::Past => &[],
            Self::Jar => &["jar"],
            Self::Cards => &["card", "drawn"],
            Self::Formats => &["format"],
        }
    }
}

impl Aside<'_> {
    /// Lists of what a part cannot be read. Of kept check-ins, of which there may be many, their page tells it.
    pub fn all(&self) -> std::result::Result<Vec<Unreadable>, StoreError> {
        self.0.read(|sql| {
            let mut of_words = sql.prepare_cached("SELECT 1 FROM aside WHERE of = ?1 LIMIT 1")?;
            let mut of_rhythm = sql.prepare_cached("SELECT 1 FROM aside_rhythm WHERE of = ?1 LIMIT 1")?;
            let mut found = vec![];
            for kind in Unreadable::ALL {
                let mut aside = kind == Unreadable::Agreements && agreement::open(sql)?.left_out;
                let ask = if kind == Unreadable::Rhythm { &mut of_rhythm } else { &mut of_words };
                for of in kind.of() {
                    aside = aside || ask.exists([of])?;
                }
                found.extend(aside.then_some(kind));
            }
            Ok(found)
        })
    }

    /// Deletes what cannot be read of something.
    pub fn delete(&self, of: Unreadable) -> std::result::Result<(), StoreError> {
        self.0.write(|sql| {
            match of {
                Unreadable::Rhythm => sql.execute("DELETE FROM aside_rhythm", []).map(drop)?,
                _ => of.of().iter().try_for_each(|of| forget(sql, of))?,
            }
            match of {
                Unreadable::Agreements => agreement::forget_unreadable(sql),
                Unreadable::Past => past::forget_unreadable(sql),
                _ => Ok(()),
            }
        })
    }
}

/// Deletes what was put aside under a name, within the transaction of the caller, who sweeps where there was something.
pub(super) fn forget(sql: &Sql<'_>, of: &str) -> Result<()> {
    unswept::delete(sql, "DELETE FROM aside WHERE of = ?1", [of])
}

/// Notes that the whole of the rhythm's file could not be read, or was gone.
pub(super) fn note_lost(sql: &Sql<'_>) -> Result<()> {
    sql.execute("INSERT INTO aside_rhythm (row, of, field) VALUES (random(), 'plan', 'file')", []).map(drop)
}

/// Lets what was put aside under a name go by another.
pub(super) fn rename(sql: &Sql<'_>, from: &str, to: &str) -> Result<()> {
    sql.execute("UPDATE aside SET of = ?2 WHERE of = ?1", [from, to]).map(drop)
}

/// Puts aside the rows of a table that its reader cannot read; `key` is what tells its rows apart.
pub(super) fn sift<T>(
    sql: &Sql<'_>,
    [table, key, columns]: [&str; 3],
    read: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<()> {
    take_out(sql, [table, key, columns], Some(table), |row| Ok(if_legible(read(row))?.is_none()))
}

/// Deletes the rows of a table that its reader cannot read, within the transaction of the caller, who sweeps.
pub(crate) fn delete<T>(
    sql: &Sql<'_>,
    [table, key, columns]: [&str; 3],
    read: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<()> {
    unswept::mark(sql)?;
    take_out(sql, [table, key, columns], None, |row| Ok(if_legible(read(row))?.is_none()))
}

/// Takes out the rows of a table to which that applies, and puts them aside under a name if there is one.
pub(super) fn take_out(
    sql: &Sql<'_>,
    [table, key, columns]: [&str; 3],
    of: Option<&str>,
    applies: impl Fn(&Row<'_>) -> Result<bool>,
) -> Result<()> {
    // The key may be what cannot be read.
    let mut keys: Vec<(String, String)> = vec![];
    {
        let text = format!("SELECT {columns}, typeof({key}) AS key_type, hex({key}) AS key_hex FROM {table}");
        let mut ask = sql.prepare_cached(&text)?;
        let mut rows = ask.query([])?;
        while let Some(row) = rows.next()? {
            if applies(row)? {
                keys.push((row.get("key_type")?, row.get("key_hex")?));
            }
        }
    }
    let one = format!("typeof({key}) = ?1 AND hex({key}) = ?2");
    for (kind, hex) in keys {
        if let Some(of) = of {
            copy(sql, table, of, &one, params![kind, hex])?;
        }
        sql.execute(&format!("DELETE FROM {table} WHERE {one}"), params![kind, hex])?;
    }
    Ok(())
}

/// Copies one row of a table as it is, under a name.
pub(super) fn copy(sql: &Sql<'_>, table: &str, of: &str, one: &str, is: impl Params + Copy) -> Result<()> {
    let row: i64 = sql.prepare_cached("SELECT random()")?.query_row([], |row| row.get(0))?;
    let aside = if Unreadable::Rhythm.of().contains(&table) { "aside_rhythm" } else { "aside" };
    let mut ask = sql.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let fields: Vec<String> = ask.query_map([table], |row| row.get(0))?.collect::<Result<_>>()?;
    for field in fields {
        let text = format!(
            "INSERT INTO {aside} (row, of, field, value) SELECT {row}, '{of}', '{field}', {field} FROM {table} WHERE {one}"
        );
        sql.execute(&text, is)?;
    }
    Ok(())
}
