//! Says all that Home shows, and keeps who the two of them are.

use super::{Answer, App, Open, Schedule, Sweep, Trouble};
use crate::content::{self, WEEKLY};
use both_heard_core::memory::Agreement;
use both_heard_core::people::{Couple, CoupleRefusal, Partner, begins_next};
use both_heard_core::rhythm::Plan;
use both_heard_core::ritual::{FormatId, View};
use both_heard_store::{Both, StoreError, Unreadable};
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

/// All that Home shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Overview {
    /// The two of them; none before the welcome.
    pub couple: Option<Couple>,
    /// When they meet.
    pub schedule: Schedule,
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

impl Overview {
    fn of(open: &Open<'_>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        Ok(Self {
            couple: open.tx.couple().get()?,
            schedule: Schedule::of(open, now)?,
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
    pub fn overview(&self) -> Result<Overview, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.with(|open| Overview::of(open, now))
    }

    /// Says what the clock on the wall shows: the screen never asks its own, whose zone may be another.
    pub fn now(&self) -> Result<NaiveDateTime, Trouble> {
        Ok(self.world.clock.now().naive_local())
    }

    /// Deletes what cannot be read of something, for good.
    pub fn forget_unreadable(&self, of: Unreadable) -> Result<(), Trouble> {
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
    pub fn save_couple(
        &self,
        one: String,
        two: String,
        left: Partner,
    ) -> Result<Answer<Couple, CoupleRefusal>, Trouble> {
        let now = self.world.clock.now().to_utc();
        match Couple::new(&one, &two, left) {
            Err(refusal) => Ok(Answer::Refused(refusal)),
            Ok(couple) => self
                .keep(|open| {
                    if open.tx.couple().get()?.is_none() {
                        // They meet from now on: what the rule would have planned before was not missed.
                        open.tx.plan().set(&Plan { since: now, ..open.tx.plan().get()? })?;
                    }
                    open.tx.couple().set(&couple)?;
                    Ok(couple)
                })
                .map(Answer::Done),
        }
    }

    /// Does a use case that changes what is to be waited for, and wakes whoever waits.
    pub(super) fn keep<T>(&self, change: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>) -> Result<T, Trouble> {
        let changed = self.with(change)?;
        self.wake();
        Ok(changed)
    }
}
