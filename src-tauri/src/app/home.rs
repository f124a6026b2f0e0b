//! Says all that Home shows, and keeps what the welcome and the settings ask: names, sides, the weekly time.

use super::{Answer, App, Open, Trouble};
use crate::content::WEEKLY;
use crate::ports::zone;
use both_heard_core::memory::Agreement;
use both_heard_core::people::{Couple, CoupleRefusal, Partner, begins_next};
use both_heard_core::rhythm::{Occurrence, Plan, Weekly, other_times};
use both_heard_core::ritual::{FormatId, View};
use both_heard_store::{Both, StoreError};
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

/// Is all that Home shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Overview {
    /// The two of them; none before the welcome.
    pub couple: Option<Couple>,
    /// When they meet.
    pub plan: Plan,
    /// The next planned time.
    pub next: Option<Occurrence>,
    /// The planned time that has come, until they act on it.
    pub due: Option<Occurrence>,
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
}

impl Overview {
    fn of(open: &Open<'_>, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let plan = open.store.plan()?;
        Ok(Self {
            couple: open.store.couple()?,
            next: plan.next(&zone(), now),
            plan,
            due: open.store.due()?,
            running: open.view(now),
            begins: begins_next(open.store.last_beginner()?, open.store.only_met_since()?),
            format: open.store.last_format()?.filter(is_usual).unwrap_or_else(|| FormatId(WEEKLY.to_owned())),
            agreements: open.store.agreements()?,
            jar: Both { one: open.in_jar(Partner::One)?, two: open.in_jar(Partner::Two)? },
            total: open.store.past(None, 0)?.total,
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
        self.keep(|_| Ok(()))
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
        match Couple::new(&one, &two, left) {
            Err(refusal) => Ok(Answer::Refused(refusal)),
            Ok(couple) => self.keep(|open| open.store.set_couple(&couple)).map(Answer::Done),
        }
    }

    /// Keeps the weekly time.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn save_weekly(&self, weekly: Weekly) -> Result<Overview, Trouble> {
        self.keep(|open| open.store.set_plan(&Plan { weekly, ..open.store.plan()? }))
    }

    /// Keeps one more time, agreed once; none takes it back.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn meet_once(&self, planned: Option<NaiveDateTime>) -> Result<Overview, Trouble> {
        self.keep(|open| open.store.set_plan(&Plan { once: planned, ..open.store.plan()? }))
    }

    /// Moves the next planned time; the rule stays.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn move_next(&self, to: NaiveDateTime) -> Result<Overview, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.keep(|open| open.store.set_plan(&open.store.plan()?.moved(&zone(), now, to)))
    }

    /// Offers three other times this week.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn other_times(&self) -> Result<Vec<NaiveDateTime>, Trouble> {
        let now = self.world.clock.now().to_utc();
        self.with(|open| Ok(other_times(&open.store.plan()?, &zone(), now)))
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
