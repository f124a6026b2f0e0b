//! The calendar file, read by programs that know nothing of ours, shows the same next ten times.

use crate::{local, ruled};
use both_heard_core::rhythm::{Every, HeadsUp, Invitation, Plan, Rest, Rhythm, Rule, calendar};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use icalendar::{Calendar, CalendarComponent, Component};
use proptest::prelude::*;
use rrule::RRuleSet;
use std::collections::BTreeMap;

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap()
}

/// Expands a file as a calendar does: the rule, without its exceptions, with what stands in the place of single times.
fn read(file: &str) -> Vec<NaiveDateTime> {
    let calendar: Calendar = file.parse().unwrap();
    let (mut rules, mut instead, mut single) = (vec![], BTreeMap::new(), vec![]);
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else { panic!("{component:?}") };
        let start = event.property_value("DTSTART").unwrap();
        assert!(!start.contains('Z') && event.get_start().is_some());
        assert!(event.property_value("SUMMARY").is_some());
        if let Some(rule) = event.property_value("RRULE") {
            // Floating times are wall times anywhere: here the wall is in UTC, so that the machine's zone is no matter.
            let mut set = format!("DTSTART:{start}Z\nRRULE:{rule}\n");
            let without = event.multi_properties().get("EXDATE").into_iter().flatten();
            without.for_each(|time| set += &format!("EXDATE:{}Z\n", time.value()));
            rules.push(set.parse::<RRuleSet>().unwrap());
        } else if let Some(of) = event.property_value("RECURRENCE-ID") {
            instead.insert(time(of), time(start));
        } else {
            single.push(time(start));
        }
    }
    let mut all: Vec<_> = rules.into_iter().flat_map(|rule| rule.all(200).dates).map(|at| at.naive_utc()).collect();
    all.iter_mut().for_each(|time| *time = instead.get(time).copied().unwrap_or(*time));
    all.extend(single);
    all.sort();
    all
}

#[track_caller]
fn check(plan: &Plan, now: NaiveDateTime) -> Result<(), TestCaseError> {
    let invitation = Invitation { title: "Your time", minutes: 30, written: now.and_utc(), now };
    let ours: Vec<_> = plan.next(&Utc, now.and_utc(), 10).iter().map(|one| one.planned).collect();
    let mut theirs: Vec<_> = read(&calendar(plan, &invitation)).into_iter().filter(|time| *time > now).collect();
    // What was put on the same time twice is two entries there, and one time here.
    theirs.dedup();
    theirs.truncate(10);
    prop_assert_eq!(ours, theirs);
    Ok(())
}

#[test]
fn moved_left_out_added_and_resting() {
    let mut plan = ruled("Sun 19:30");
    plan.move_time(local("2026-11-29 19:30"), local("2026-11-30 20:00"));
    plan.skip(local("2026-12-06 19:30"));
    plan.add(local("2026-11-26 18:00"));
    plan.rests = vec![Rest { from: "2026-12-21".parse().unwrap(), to: "2027-01-03".parse().unwrap() }];
    check(&plan, local("2026-11-23 21:00")).unwrap();
    plan.rhythm.heads_up = HeadsUp::Day;
    plan.move_time(local("2026-12-27 19:30"), local("2026-12-28 10:00"));
    check(&plan, local("2026-11-29 19:30")).unwrap();
}

proptest! {
    #[test]
    fn the_next_ten_are_the_same(day in 0..7u8, minute in 0..1440i64, every in 0..3usize, start in 0..20_000i64,
                                 changes in prop::collection::vec((0..12usize, prop::option::of(1..20_000i64)), 0..5),
                                 rests in prop::collection::vec((0..200u64, 0..40u64), 0..3)) {
        let now = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_time(NaiveTime::MIN) + TimeDelta::minutes(start);
        let rule = Rule {
            day: Weekday::try_from(day).unwrap(),
            time: NaiveTime::MIN + TimeDelta::minutes(minute),
            every: [Every::Week, Every::TwoWeeks, Every::FourWeeks][every],
            first: now.date(),
        };
        let mut plan = Plan { rhythm: Rhythm { rule, ..Rhythm::default() }, ..Plan::default() };
        let times = plan.next(&Utc, now.and_utc(), 12);
        plan.rests = rests
            .into_iter()
            .map(|(from, days)| Rest { from: now.date() + Days::new(from), to: now.date() + Days::new(from + days) })
            .collect();
        for (nr, to) in changes {
            let at: DateTime<Utc> = times[nr].at;
            match to {
                Some(minutes) => plan.move_time(times[nr].of, at.naive_utc() + TimeDelta::minutes(minutes)),
                None => plan.skip(times[nr].of),
            }
        }
        check(&plan, now)?;
    }
}
