//! Reads the list of kept check-ins a page at a time, never all of it.

use crate::StoreError;
use crate::column::{Col, get_met};
use crate::legible::{Legible, first_legible};
use crate::table::{aside, spoken};
use crate::transaction::{Records, Sql};
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::Spoken;
use both_heard_core::people::Partner;
use both_heard_core::ritual::FeltHeard;
use chrono::{DateTime, FixedOffset};
use rusqlite::{Row, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

/// A part of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PastPage {
    /// The check-ins, newest first.
    pub lines: Vec<PastLine>,
    /// Whether older ones follow.
    pub more: bool,
    /// Whether others lie between them of which not even the day can be read; they are left out.
    pub left_out: bool,
    /// How many are kept in all.
    pub total: u32,
    /// When the first of all was; none when none is kept.
    pub since: Option<DateTime<FixedOffset>>,
}

/// One kept check-in as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PastLine {
    /// Its id.
    pub id: CheckInId,
    /// When they met, with the local offset of that evening.
    pub met: DateTime<FixedOffset>,
    /// Whether more is kept than that they met.
    pub whole: bool,
    /// Whether each felt heard: the last answer of each; none when it was not asked, or is not kept.
    pub felt: Both<Option<FeltHeard>>,
    /// What each spoke about: the first topic each wrote down; none when none was written, or is kept.
    pub topics: Both<Option<String>>,
}

/// The same thing of each of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
#[ts(export)]
pub struct Both<T> {
    /// That of [`Partner::One`].
    pub one: T,
    /// That of [`Partner::Two`].
    pub two: T,
}

impl Records<'_> {
    /// Lists at most so many kept check-ins, newest first: the newest, or those that follow on the one given. Nothing
    /// follows on one that is not there.
    pub fn page(&self, after: Option<CheckInId>, most: u32) -> Result<PastPage, StoreError> {
        self.0.read(|sql| {
            let Legible { all: mut lines, left_out } = lines(sql, after, most as usize + 1)?;
            let more = lines.len() > most as usize;
            lines.truncate(most as usize);
            for line in lines.iter_mut().filter(|line| line.whole) {
                (line.felt, line.topics) = of_each(spoken::of(sql, line.id)?.all);
            }
            let total = sql.prepare_cached("SELECT count(*) FROM check_in")?.query_row([], |row| row.get(0))?;
            let mut eldest = sql.prepare_cached("SELECT met, met_offset FROM check_in ORDER BY met, id")?;
            let since = first_legible(eldest.query([])?, 1, |row| get_met(row, 0))?.all.pop();
            Ok(PastPage { lines, more, left_out, total, since })
        })
    }
}

/// Reads so many lines, or all there are.
fn lines(sql: &Sql<'_>, after: Option<CheckInId>, most: usize) -> rusqlite::Result<Legible<PastLine>> {
    let follows = after.map_or("", |_| "WHERE (met, id) < (SELECT met, id FROM check_in WHERE id = ?1)");
    let mut ask = sql.prepare_cached(&format!(
        "SELECT id, met, met_offset, coalesce(minutes, format, beginner, note) IS NOT NULL FROM check_in {follows}
         ORDER BY met DESC, id DESC"
    ))?;
    first_legible(ask.query(params_from_iter(after.map(Col)))?, most, line)
}

fn line(row: &Row<'_>) -> rusqlite::Result<PastLine> {
    let Col(id) = row.get::<_, Col<CheckInId>>(0)?;
    let (felt, topics) = (Both::default(), Both::default());
    Ok(PastLine { id, met: get_met(row, 1)?, whole: row.get(3)?, felt, topics })
}

/// Deletes those of which not even the day can be read, with all that hangs on them.
pub(crate) fn forget_unreadable(sql: &Sql<'_>) -> rusqlite::Result<()> {
    aside::delete(sql, ["check_in", "id", "id, met, met_offset, 0"], line)
}

/// Sums up the turns of a check-in for each of the two; in some formats one speaks more than once.
fn of_each(turns: Vec<Spoken>) -> (Both<Option<FeltHeard>>, Both<Option<String>>) {
    let (mut felt, mut topics) = (Both::default(), Both::<Option<String>>::default());
    for turn in turns {
        let (felt, topic) = match turn.by {
            Partner::One => (&mut felt.one, &mut topics.one),
            Partner::Two => (&mut felt.two, &mut topics.two),
        };
        *felt = turn.felt.or(*felt);
        *topic = topic.take().or((!turn.topic.is_empty()).then_some(turn.topic));
    }
    (felt, topics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use FeltHeard::{Mostly, NotYet, Yes};
    use Partner::{One, Two};

    #[track_caller]
    fn check(turns: &[(Partner, &str, Option<FeltHeard>)], felt: [Option<FeltHeard>; 2], topics: [Option<&str>; 2]) {
        let spoken = |(by, topic, felt): &(Partner, &str, _)| Spoken { by: *by, topic: (*topic).into(), felt: *felt };
        let seen = of_each(turns.iter().map(spoken).collect());
        let topics = topics.map(|topic| topic.map(str::to_owned));
        let [one, two] = topics;
        assert_eq!(seen, (Both { one: felt[0], two: felt[1] }, Both { one, two }), "{turns:?}");
    }

    #[test]
    fn each_has_a_topic_and_an_answer() {
        check(&[], [None, None], [None, None]);
        check(&[(One, "work", Some(Yes))], [Some(Yes), None], [Some("work"), None]);
        check(&[(Two, "", None), (One, "", Some(NotYet))], [Some(NotYet), None], [None, None]);
        check(
            &[(One, "a", Some(NotYet)), (Two, "b", None), (One, "c", Some(Mostly)), (Two, "d", Some(Yes))],
            [Some(Mostly), Some(Yes)],
            [Some("a"), Some("b")],
        );
        check(&[(One, "", Some(Yes)), (One, "later", None)], [Some(Yes), None], [Some("later"), None]);
    }
}
