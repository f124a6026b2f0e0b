//! Any plan, and anything they can do to it.

use crate::local;
use both_heard_core::rhythm::{Every, Plan, Rest, Rhythm, Rule, other_times};
use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// One thing they can do to a plan; the numbers pick among what is there.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Move {
        which: usize,
        by: i64,
    },
    /// Puts one onto another.
    Join {
        which: usize,
        other: usize,
    },
    Skip {
        which: usize,
    },
    Restore {
        which: usize,
    },
    /// Adds one that is offered.
    Offered {
        which: usize,
    },
    /// Adds one at any time, or at one that became of another.
    Add {
        minutes: i64,
    },
    AddAgain {
        which: usize,
    },
    Rest {
        from: u64,
        days: u64,
    },
    Work,
    Rule {
        day: u8,
        every: usize,
    },
}

pub(crate) fn any_deeds() -> impl Strategy<Value = Vec<Deed>> {
    let which = 0..6usize;
    let deed = prop_oneof![
        (which.clone(), -20_000..20_000i64).prop_map(|(which, by)| Deed::Move { which, by }),
        (which.clone(), 0..6usize).prop_map(|(which, other)| Deed::Join { which, other }),
        which.clone().prop_map(|which| Deed::Skip { which }),
        which.clone().prop_map(|which| Deed::Restore { which }),
        which.clone().prop_map(|which| Deed::Offered { which }),
        (0..50_000i64).prop_map(|minutes| Deed::Add { minutes }),
        which.prop_map(|which| Deed::AddAgain { which }),
        (0..60u64, prop_oneof![0..40u64, Just(2_900_000u64)]).prop_map(|(from, days)| Deed::Rest { from, days }),
        Just(Deed::Work),
        (0..7u8, 0..3usize).prop_map(|(day, every)| Deed::Rule { day, every }),
    ];
    prop::collection::vec(deed, 0..6)
}

pub(crate) fn any_plan() -> impl Strategy<Value = Plan> {
    (0..7u8, 0..1440i64, 0..3usize).prop_map(|(day, minute, every)| {
        let rule = Rule {
            day: Weekday::try_from(day).unwrap(),
            time: NaiveTime::MIN + TimeDelta::minutes(minute),
            every: every_of(every),
            first: local("2026-01-01 00:00").date(),
        };
        Plan { rhythm: Rhythm { rule, ..Rhythm::default() }, ..Plan::default() }
    })
}

fn every_of(nr: usize) -> Every {
    [Every::Week, Every::TwoWeeks, Every::FourWeeks][nr]
}

pub(crate) fn next(plan: &Plan, now: NaiveDateTime) -> BTreeSet<NaiveDateTime> {
    plan.next(&Utc, now.and_utc(), 60).iter().map(|one| one.planned).collect()
}

impl Deed {
    pub(crate) fn act(&self, plan: &mut Plan, now: NaiveDateTime) {
        let times = plan.next(&Utc, now.and_utc(), 6);
        let changed: Vec<_> = plan.changes.iter().map(|change| change.of).collect();
        match *self {
            Self::Move { which, by } => {
                if let Some(one) = times.get(which) {
                    plan.move_time(one.of, (one.planned + TimeDelta::minutes(by)).max(now + TimeDelta::minutes(1)));
                }
            }
            Self::Join { which, other } => {
                if let (Some(one), Some(other)) = (times.get(which), times.get(other)) {
                    plan.move_time(one.of, other.planned);
                }
            }
            Self::Skip { which } => {
                if let Some(one) = times.get(which) {
                    plan.skip(one.of);
                }
            }
            Self::Restore { which } => {
                if let Some(of) = changed.get(which) {
                    plan.restore(*of);
                }
            }
            Self::Offered { which } => {
                if let Some(time) = other_times(plan, &Utc, now.and_utc()).get(which) {
                    plan.add(*time);
                }
            }
            Self::Add { minutes } => plan.add(now + TimeDelta::minutes(minutes + 1)),
            Self::AddAgain { which } => {
                if let Some(of) = changed.get(which).filter(|of| **of > now) {
                    plan.add(*of);
                }
            }
            Self::Rest { from, days } => {
                let from = now.date() + Days::new(from);
                plan.rests.push(Rest { from, to: from + Days::new(days) });
            }
            Self::Work => plan.rests.clear(),
            Self::Rule { day, every } => {
                plan.rhythm.rule.day = Weekday::try_from(day).unwrap();
                plan.rhythm.rule.every = every_of(every);
            }
        }
    }
}

proptest! {
    #[test]
    fn a_chosen_time_is_in_the_plan_and_none_other_goes(mut plan in any_plan(), deeds in any_deeds(), more in any_deeds(), extra in 1..40_000i64) {
        let now = local("2026-01-01 00:00");
        deeds.iter().chain(&more).for_each(|deed| deed.act(&mut plan, now));
        let offered = other_times(&plan, &Utc, now.and_utc());
        prop_assert!(offered.len() <= 3);
        let picked = [now + TimeDelta::minutes(extra)];
        let again = plan.changes.iter().map(|change| change.of).filter(|of| *of > now);
        for time in again.chain(offered).chain(picked).collect::<Vec<_>>() {
            let mut with = plan.clone();
            with.add(time);
            let mut expect = next(&plan, now);
            expect.insert(time);
            let seen = next(&with, now);
            // Only so many are asked for: the last of them may be pushed out.
            prop_assert!(seen.contains(&time), "{} is not in {:?}", time, with);
            let end = seen.last().min(expect.last()).copied().unwrap();
            let until = |all: BTreeSet<NaiveDateTime>| all.into_iter().filter(|one| *one <= end).collect::<Vec<_>>();
            prop_assert_eq!(until(seen), until(expect), "{} into {:?}: {:?}", time, plan, with);
            // It is known by one name, and can be left out again.
            let of = with.origin(time);
            with.skip(of);
            prop_assert!(!next(&with, now).contains(&time) || with.changes.iter().any(|change| change.to == Some(time)));
        }
    }
}
