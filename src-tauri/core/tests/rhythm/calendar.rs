//! A calendar that takes the files one after the other, read by two programs that know nothing of ours, shows the times
//! that the plan has.

use crate::plans::{Deed, any_deeds, any_plan};
use crate::{local, ruled};
use both_heard_core::ids::CalendarId;
use both_heard_core::rhythm::{HeadsUp, Invitation, Plan, Published, Rest, calendar};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use icalendar::{Calendar, CalendarComponent, Component};
use proptest::prelude::*;
use rrule::RRuleSet;
use std::collections::BTreeMap;
use uuid::Uuid;

const YEAR: TimeDelta = TimeDelta::days(365);
/// More than there are in a year.
const MANY: usize = 120;

/// A calendar as it lies somewhere: the newest of each entry that it was given, by its name.
struct Shared {
    entries: BTreeMap<String, (u32, String)>,
    published: Published,
}

impl Shared {
    fn of(couple: u128) -> Self {
        Self { entries: BTreeMap::new(), published: Published::nothing(CalendarId(Uuid::from_u128(couple))) }
    }

    /// Takes the file of a plan.
    fn take(&mut self, plan: &Plan, now: NaiveDateTime) -> String {
        let invitation = Invitation { title: "Your time", minutes: 30, written: now.and_utc(), now };
        let (file, published) = calendar(plan, &self.published, &invitation);
        self.published = published;
        let calendar: Calendar = file.parse().unwrap();
        let mut seen = vec![];
        for component in &calendar.components {
            let CalendarComponent::Event(event) = component else { panic!("{component:?}") };
            let uid = event.get_uid().unwrap().to_owned();
            assert!(!seen.contains(&uid), "{uid} is in it twice: {file}");
            let sequence = event.get_sequence().unwrap();
            // A calendar takes nothing that is older than what it has.
            let newer = self.entries.get(&uid).is_none_or(|(known, _)| *known < sequence);
            assert!(newer, "{uid} is not newer: {file}");
            self.entries.insert(uid.clone(), (sequence, event.to_string()));
            seen.push(uid);
        }
        file
    }

    fn text(&self) -> String {
        let entries: String = self.entries.values().map(|(_, entry)| entry.as_str()).collect();
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{entries}END:VCALENDAR\r\n")
    }
}

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap()
}

/// Reads a calendar with the crates `icalendar` and `rrule`.
fn read(file: &str) -> Vec<NaiveDateTime> {
    let calendar: Calendar = file.parse().unwrap();
    let mut all = vec![];
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else { panic!("{component:?}") };
        let start = event.property_value("DTSTART").unwrap();
        assert!(!start.contains('Z') && event.get_start().is_some());
        assert_eq!(event.get_summary(), Some("Your time"));
        if event.property_value("STATUS") == Some("CANCELLED") {
            continue;
        }
        let Some(rule) = event.property_value("RRULE") else {
            all.push(time(start));
            continue;
        };
        // Floating times are wall times anywhere: here the wall is in UTC, so that the machine's zone is no matter.
        let rule = rule.split(';').map(|part| part.to_owned() + if part.starts_with("UNTIL") { "Z" } else { "" });
        let mut set = format!("DTSTART:{start}Z\nRRULE:{}\n", rule.collect::<Vec<_>>().join(";"));
        let without = event.multi_properties().get("EXDATE").into_iter().flatten();
        without.for_each(|time| set += &format!("EXDATE:{}Z\n", time.value()));
        let set: RRuleSet = set.parse().unwrap();
        all.extend(set.all(u16::try_from(MANY).unwrap()).dates.iter().map(DateTime::naive_utc));
    }
    all
}

/// Reads it with the crate `calcard`.
fn read_otherwise(file: &str) -> Vec<NaiveDateTime> {
    use calcard::common::timezone::Tz;
    use calcard::icalendar::{ICalendar, ICalendarStatus};
    let calendar = ICalendar::parse(file).unwrap();
    let expanded = calendar.expand_dates(Tz::Floating, MANY);
    assert_eq!(expanded.errors, []);
    let held =
        |id: u32| calendar.components[usize::try_from(id).unwrap()].status() != Some(&ICalendarStatus::Cancelled);
    expanded.events.into_iter().filter(|event| held(event.comp_id)).map(|event| event.start.naive_local()).collect()
}

/// Compares what a calendar shows of the next year with the plan.
fn compare(shared: &Shared, plan: &Plan, now: NaiveDateTime) -> Result<(), TestCaseError> {
    let within = |time: &NaiveDateTime| *time > now && *time <= now + YEAR;
    let ours: Vec<_> = plan.next(&Utc, now.and_utc(), MANY).iter().map(|one| one.planned).filter(within).collect();
    let text = shared.text();
    for (reader, mut theirs) in [("icalendar", read(&text)), ("calcard", read_otherwise(&text))] {
        theirs.retain(within);
        theirs.sort();
        prop_assert_eq!(&ours, &theirs, "by {} in {}", reader, text);
    }
    Ok(())
}

#[track_caller]
fn check(shared: &mut Shared, plan: &Plan, now: &str) -> String {
    let file = shared.take(plan, local(now));
    compare(shared, plan, local(now)).unwrap();
    file
}

#[test]
fn moved_left_out_added_and_resting() {
    let mut shared = Shared::of(1);
    let mut plan = ruled("Sun 19:30");
    plan.move_time(local("2026-11-29 19:30"), local("2026-11-30 20:00"));
    plan.skip(local("2026-12-06 19:30"));
    plan.add(local("2026-11-26 18:00"));
    plan.rests = vec![Rest { from: "2026-12-21".parse().unwrap(), to: "2027-01-03".parse().unwrap() }];
    check(&mut shared, &plan, "2026-11-23 21:00");
    plan.rhythm.heads_up = HeadsUp::Day;
    plan.move_time(local("2026-12-27 19:30"), local("2026-12-28 10:00"));
    // The Sunday has passed to which the Monday belonged.
    check(&mut shared, &plan, "2026-11-29 19:30");
    plan.rhythm.rule = ruled("Wed 07:00").rhythm.rule;
    check(&mut shared, &plan, "2026-11-29 19:31");
}

#[test]
fn a_sunday_put_onto_another_is_one_time() {
    let mut plan = ruled("Sun 19:30");
    plan.move_time(local("2026-11-29 19:30"), local("2026-12-06 19:30"));
    let file = check(&mut Shared::of(1), &plan, "2026-11-23 21:00");
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn what_is_taken_away_again_is_cancelled() {
    let mut shared = Shared::of(1);
    let (mut plan, extra) = (ruled("Sun 19:30"), local("2026-11-26 18:00"));
    let cancelled = |file: String| file.matches("STATUS:CANCELLED").count();
    plan.add(extra);
    assert_eq!(cancelled(check(&mut shared, &plan, "2026-11-23 21:00")), 0);
    plan.skip(extra);
    assert_eq!(cancelled(check(&mut shared, &plan, "2026-11-23 21:00")), 1);
    // The file before may have been taken by no calendar.
    assert_eq!(cancelled(check(&mut shared, &plan, "2026-11-23 21:01")), 1);
    plan.add(extra);
    assert_eq!(cancelled(check(&mut shared, &plan, "2026-11-23 21:01")), 0);
    plan.skip(extra);
    // The clock was set back: the file is the newer one all the same.
    assert_eq!(cancelled(check(&mut shared, &plan, "2026-11-20 08:00")), 1);
    assert_eq!(cancelled(check(&mut shared, &plan, "2026-11-26 18:00")), 0, "what has passed is let go of");
    assert_eq!(shared.published.singles, BTreeMap::new());
    plan.rests = vec![Rest { from: "2026-01-01".parse().unwrap(), to: "9999-12-31".parse().unwrap() }];
    assert_eq!(cancelled(check(&mut shared, &plan, "2026-11-26 18:00")), 1);
}

#[test]
fn a_rest_of_thousands_of_years_is_an_end() {
    let mut plan = ruled("Sun 19:30");
    plan.rests = vec![Rest { from: "2027-03-01".parse().unwrap(), to: "9999-12-31".parse().unwrap() }];
    let file = check(&mut Shared::of(1), &plan, "2026-11-23 21:00");
    assert!(file.len() < 1_000 && file.contains("UNTIL=20270228T193000"), "{file}");
    plan.rests = vec![Rest { from: "2027-03-01".parse().unwrap(), to: "2028-12-31".parse().unwrap() }];
    let file = check(&mut Shared::of(1), &plan, "2026-11-23 21:00");
    assert!(file.len() < 5_000 && !file.contains("UNTIL"), "{file}");
}

#[test]
fn two_couples_fit_into_one_calendar() {
    let (one, two) = (ruled("Sun 19:30"), ruled("Wed 07:00"));
    let (mut first, mut second) = (Shared::of(1), Shared::of(2));
    check(&mut first, &one, "2026-11-23 21:00");
    check(&mut second, &two, "2026-11-23 21:00");
    assert!(first.entries.keys().all(|uid| !second.entries.contains_key(uid)));
    // And of one couple the name is the same in a year.
    let before: Vec<_> = first.entries.keys().cloned().collect();
    check(&mut first, &two, "2027-11-23 21:00");
    assert_eq!(first.entries.keys().cloned().collect::<Vec<_>>(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn after_each_file_a_calendar_shows_what_is_planned(mut plan in any_plan(), days in prop::collection::vec((any_deeds(), 0..20_000i64), 1..6)) {
        let mut shared = Shared::of(7);
        let mut now = local("2026-01-01 00:00");
        for (deeds, minutes) in days {
            deeds.iter().for_each(|deed| Deed::act(deed, &mut plan, now));
            shared.take(&plan, now);
            compare(&shared, &plan, now)?;
            now += TimeDelta::minutes(minutes);
        }
    }

    #[test]
    fn every_title_is_read_as_it_is_written(title in "\\PC{1,80}") {
        let invitation = Invitation { title: &title, minutes: 30, written: DateTime::UNIX_EPOCH, now: local("2026-11-23 21:00") };
        let (file, _) = calendar(&ruled("Sun 19:30"), &Published::nothing(CalendarId(Uuid::nil())), &invitation);
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        let read: Calendar = file.parse().unwrap();
        prop_assert_eq!(read.components[0].as_event().and_then(|event| event.get_summary()), Some(title.as_str()));
        let read = calcard::icalendar::ICalendar::parse(&file).unwrap();
        let summary = read.components.iter().find_map(|one| one.property(&calcard::icalendar::ICalendarProperty::Summary));
        let summary = summary.and_then(|entry| entry.values.first()).and_then(|value| value.as_text());
        prop_assert_eq!(summary, Some(title.as_str()));
    }
}
