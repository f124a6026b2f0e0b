//! Says all that Home shows, and keeps who the two of them are.

use super::rhythm::to_come;
use super::{Answer, App, Open, Sweep, Trouble};
use crate::content::{self, WEEKLY};
use both_heard_core::memory::Agreement;
use both_heard_core::people::{Couple, CoupleRefusal, Partner, begins_next};
use both_heard_core::rhythm::{Change, Due, Occurrence, Plan, Rest, Rhythm};
use both_heard_core::ritual::{FormatId, View};
use both_heard_store::{Both, StoreError, Unreadable};
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

/// How many of the next times are told in words.
const SHOWN: usize = 3;

/// All that Home shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Overview {
    /// The two of them; none before the welcome.
    pub couple: Option<Couple>,
    /// The rule by which they meet.
    pub rhythm: Rhythm,
    /// What became of single times, as far as they are still to come.
    pub changes: Vec<Change>,
    /// The weeks of rest that are not over.
    pub rests: Vec<Rest>,
    /// The next planned times.
    pub next: Vec<Coming>,
    /// The planned time that has come, until they act on it.
    pub due: Option<Due>,
    /// The check-in that runs.
    pub running: Option<View>,
    /// Who would begin: the one who did not last time.
    pub begins: Partner,
    /// The format they had last time, if it is one for every week; the weekly one otherwise.
    pub format: FormatId,
    /// What they agreed and have not looked back on yet.
    pub agreements: Vec<Agreement>,
    /// How many things each put in the jar.
    pub jar: Both<u32>,
    /// How many check-ins are kept.
    pub total: u32,
    /// What of all this, and of their cards, formats and notes, cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// Whether the store's file can only be read: all is shown, and nothing new can be kept.
    pub read_only: bool,
}

/// A planned time to come, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Coming {
    /// The time on the wall.
    pub planned: NaiveDateTime,
    /// The time it had before it was moved.
    pub of: NaiveDateTime,
    /// In how many minutes it comes. Two times on the wall do not tell: the clock may be set between them.
    pub minutes: i64,
}

impl Coming {
    fn of(one: &Occurrence, now: DateTime<Utc>) -> Self {
        Self { planned: one.planned, of: one.of, minutes: (one.at - now).num_minutes() }
    }
}

impl Overview {
    fn of(open: &Open<'_>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let plan = open.tx.plan().get()?;
        let wall = now.with_timezone(&open.zone).naive_local();
        let couple = open.tx.couple().get()?;
        Ok(Self {
            // Before there are two of them, nothing was planned.
            due: if couple.is_some() { open.due(&plan, now)? } else { None },
            couple,
            rhythm: plan.rhythm,
            changes: plan.changes.iter().filter(|change| wall < change.to.unwrap_or(change.of)).copied().collect(),
            rests: plan.rests.iter().filter(|rest| wall.date() <= rest.to).copied().collect(),
            next: to_come(open.tx, &plan, &open.zone, now, SHOWN)?.iter().map(|one| Coming::of(one, now)).collect(),
            running: open.view(now),
            begins: begins_next(open.tx.records().last_beginner()?, open.tx.records().only_met_since()?),
            format: open.tx.records().last_format()?.filter(is_usual).unwrap_or_else(|| FormatId(WEEKLY.to_owned())),
            agreements: open.tx.agreements().open()?,
            jar: Both { one: open.in_jar(Partner::One)?, two: open.in_jar(Partner::Two)? },
            total: open.tx.records().page(None, 0)?.total,
            unreadable: open.tx.aside().all()?,
            read_only: open.tx.is_read_only(),
        })
    }
}

/// Tells whether a format is one to have every week, and not one for a certain evening.
fn is_usual(format: &FormatId) -> bool {
    !["first", "after-a-fight", "thanks"].contains(&format.0.as_str())
}

impl App {
    /// Says all that Home shows.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn overview(&self) -> Result<Overview, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.with(|open| Overview::of(open, now))
    }

    /// Says what the clock on the wall shows: the screen never asks its own, whose zone may be another.
    ///
    /// # Errors
    /// None; a command answers so.
    pub fn now(&self) -> Result<NaiveDateTime, Trouble> {
        Ok(self.world.clock.now().naive_local())
    }

    /// Deletes what cannot be read of something, for good.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn forget_unreadable(&self, of: Unreadable) -> Result<Overview, Trouble> {
        self.keep(|open| {
            open.sweep = Sweep::Yes;
            if of == Unreadable::Cards {
                let lost = open.tx.cards().all()?.into_iter().filter(|card| !content::has_place(card));
                lost.into_iter().try_for_each(|card| open.tx.cards().delete(&card.id))?;
            }
            open.tx.aside().delete(of)
        })
    }

    /// Keeps both names and who sits on the left.
    ///
    /// # Errors
    /// Tells what is wrong with the store; names that cannot be used are refused, not an error.
    #[expect(clippy::needless_pass_by_value, reason = "a command owns what came over the wire")]
    pub fn save_couple(
        &self,
        one: String,
        two: String,
        left: Partner,
    ) -> Result<Answer<Overview, CoupleRefusal>, Trouble> {
        let now = self.world.clock.now().to_utc();
        match Couple::new(&one, &two, left) {
            Err(refusal) => Ok(Answer::Refused(refusal)),
            Ok(couple) => self
                .keep(|open| {
                    if open.tx.couple().get()?.is_none() {
                        // They meet from now on: what the rule would have planned before was not missed.
                        open.tx.plan().set(&Plan { since: now, ..open.tx.plan().get()? })?;
                    }
                    open.tx.couple().set(&couple)
                })
                .map(Answer::Done),
        }
    }

    pub(super) fn keep(
        &self,
        change: impl FnOnce(&mut Open<'_>) -> Result<(), StoreError>,
    ) -> Result<Overview, Trouble> {
        let now = self.world.clock.now().to_utc();
        let overview = self.with(|open| {
            change(open)?;
            Overview::of(open, now)
        })?;
        self.wake();
        Ok(overview)
    }
}
