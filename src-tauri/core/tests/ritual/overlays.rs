//! Shows that what lies over a step leads back to it: every overlay, from every step.

use crate::any::SHIPPED;
use crate::script::{beginning, check, event, looking_back, over, place, play};
use both_heard_core::ritual::{Beginning, Event, Format, Overlay, OverlayView, Refusal, Session, StepKind, View};
use chrono::{DateTime, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use std::collections::{BTreeMap, BTreeSet};

const TO_SPEAK: &str = ". here . . ";
const TO_LEAN_IN: &str = ". here . . . ";

#[test]
fn what_is_in_the_way_is_named_said_and_left() {
    check(TO_LEAN_IN, "hard", "4 LeanIn: SayBack First 0, Naming");
    check(TO_LEAN_IN, "hard name:tired", "4 LeanIn: SayBack First 0, Naming tired");
    check(TO_LEAN_IN, "hard name:tired name:old-hurt .", "4 LeanIn: SayBack First 0, Saying old-hurt");
    check(TO_LEAN_IN, "hard . .", "4 LeanIn: SayBack First 0, After");
    check(TO_LEAN_IN, "hard . . .", "4 LeanIn: SayBack First 0");
    check(TO_LEAN_IN, "hard <", "4 LeanIn: SayBack First 0");
    check(TO_LEAN_IN, "hard name:tired . <", "4 LeanIn: SayBack First 0, Naming tired");
    check(TO_LEAN_IN, "hard . . < <", "4 LeanIn: SayBack First 0, Naming");
    check(TO_LEAN_IN, "hard smaller", "Covered");
    check(TO_LEAN_IN, "hard . name:late", "Covered");
    check(TO_LEAN_IN, "name:tired", "NotHere");
    check("", "hard", "NotHere");
}

#[test]
fn a_smaller_piece_takes_a_minute_and_begins_with_the_one_who_speaks() {
    check(TO_SPEAK, "hard . . smaller", "3 Speak: Floor, smaller");
    check(TO_LEAN_IN, "hard . . smaller", "4 LeanIn: SmallerPiece First 0, smaller");
    check(TO_LEAN_IN, "hard . . smaller .", "4 LeanIn: SayBack First 0, smaller");
    check(TO_LEAN_IN, ". yes hard . . smaller . . yes", "4 LeanIn: MakesSense First 0, smaller");
    check(TO_LEAN_IN, "hard . . smaller <", "4 LeanIn: SayBack First 0");
    check(". here", "hard . . smaller", "Covered");
    check(TO_SPEAK, "hard . . smaller .", "4 LeanIn: SayBack First 0");
    let (session, now) = play(&format!("{TO_SPEAK} write:a hard . . smaller write:b"));
    let turn = View::of(&session.unwrap(), &Utc, now).turn.unwrap();
    assert_eq!((turn.length, turn.spent, turn.runs), (60_000, 10_000, true));
}

#[test]
fn a_break_is_agreed_and_may_be_longer_once() {
    check(TO_SPEAK, "break", "3 Speak: Floor, Break");
    check(TO_SPEAK, "break <", "3 Speak: Floor");
    check(TO_SPEAK, "pause break <", "3 Speak: Floor, Paused");
    check(TO_SPEAK, "hard name:tired . . break", "3 Speak: Floor, Break over After tired");
    check(TO_SPEAK, "hard name:tired . . break <", "3 Speak: Floor, After tired");
    check(TO_SPEAK, "repair break <", "3 Speak: Floor, Repair");
    check(TO_SPEAK, "repair break away:20 resume", "3 Speak: Floor");
    check(TO_SPEAK, "break away:20", "3 Speak: Floor, Away");
    check(TO_SPEAK, "break away:1440 resume", "3 Speak: Floor");
    check(TO_SPEAK, "break away:20 away:20", "3 Speak: Floor, Away again");
    check(TO_SPEAK, "break away:20 away:20 away:20", "Covered");
    check(TO_SPEAK, "break away:0", "Covered");
    check(TO_SPEAK, "break away:1441", "Covered");
    check(TO_SPEAK, "away:20", "NotHere");
    check("", "break", "NotHere");
}

/// Each way over a step and back to it.
const OVER_AND_BACK: &[(&str, &str)] = &[
    ("pause", "resume"),
    ("hard", "<"),
    ("hard name:x .", "< <"),
    ("hard name:x . .", "."),
    ("repair", "."),
    ("repair", "<"),
    ("break", "<"),
    ("break away:20", "resume"),
    ("break away:20 away:60", "resume"),
    ("pause break", "< resume"),
    ("hard . . break away:30", "resume"),
    ("hard name:x . . break", "< ."),
    ("repair break", "< ."),
];

fn run(session: Session, script: &str, now: DateTime<Utc>) -> Result<Session, Refusal> {
    let mut words = script.split_whitespace();
    words.try_fold(session, |s, word| s.step(&event(word, s.step_index()), now))
}

/// Every event that may lead on from somewhere.
const ONWARDS: &str =
    ". here yes not-quite more no-more heard mostly not-yet working talk agreed let-me-think nothing-to-ask";

/// Walks every way of a check-in; finds each of its moments once.
fn moments(beginning: Beginning) -> Vec<Session> {
    let now = beginning.at.to_utc();
    let (mut waiting, mut found) = (vec![Session::begin(beginning)], BTreeMap::new());
    while let Some(session) = waiting.pop() {
        if session.ending().is_none() && !found.contains_key(&place(&session)) {
            waiting.extend(ONWARDS.split(' ').filter_map(|word| run(session.clone(), word, now).ok()));
            found.insert(place(&session), session);
        }
    }
    found.into_values().collect()
}

/// Each overlay from each moment of every format leads back to the same moment, with the same words and time.
#[test]
fn every_overlay_leads_back_from_everywhere() {
    let (mut seen, mut kinds) = (0, BTreeSet::new());
    for format in SHIPPED {
        let beginning = Beginning { format: Format::read(format).unwrap(), ..looking_back() };
        let now = beginning.at.to_utc() + TimeDelta::seconds(10);
        for session in moments(beginning) {
            for (there, back) in OVER_AND_BACK {
                let Ok(over) = run(session.clone(), there, now) else {
                    assert_eq!(session.step_now().kind, StepKind::Arrive, "{there} at {}", place(&session));
                    continue;
                };
                let later = now + TimeDelta::hours(3);
                assert!(!over.is_live() && View::of(&over, &Utc, later).turn.is_none_or(|turn| !turn.runs));
                let returned = run(over, back, later).unwrap();
                let (before, after) = (View::of(&session, &Utc, now), View::of(&returned, &Utc, later));
                assert_eq!(after, before, "{there}, {back} at {}", place(&session));
                kinds.insert(format!("{:?}", session.step_now().kind));
                seen += 1;
            }
        }
    }
    assert_eq!(kinds.len(), StepKind::ALL.len(), "{kinds:?}");
    assert!(seen > 4_000, "{seen} ways");
}

#[test]
fn only_the_time_of_return_is_told() {
    let (session, now) = play(&format!("{TO_SPEAK} break away:20"));
    let session = session.unwrap();
    assert_eq!(session.returns(), Some(now + TimeDelta::minutes(20)));
    assert_eq!(session.overlay().map(over).as_deref(), Some("Away"));
    let resumed = session.step(&Event::Resume, now).unwrap();
    assert_eq!((resumed.returns(), resumed.overlay()), (None, None));
    assert_eq!(Overlay::MOST_AWAY, 1_440);
    assert_eq!(beginning().agreements, []);
}

/// Lists the instants at which the wall of a zone does something odd, and a few at which it does not.
fn instants(zone: Tz) -> Vec<DateTime<Utc>> {
    let first: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
    let offset = |at: DateTime<Utc>| zone.offset_from_utc_datetime(&at.naive_utc()).fix();
    let weeks = (0..104).map(|week| first + TimeDelta::weeks(week));
    let uneven = weeks.filter(|at| offset(*at) != offset(*at + TimeDelta::weeks(1)));
    let hours = uneven.flat_map(|week| (1..=7 * 24).map(move |hour| week + TimeDelta::hours(hour)));
    let changes = hours.filter(|at| offset(*at) != offset(*at - TimeDelta::hours(1)));
    let around = changes.flat_map(|at| [-91, -61, -31, -1, 0, 29, 59].map(|minutes| at + TimeDelta::minutes(minutes)));
    around.chain((0..8).map(|quarter| first + TimeDelta::days(91 * quarter))).collect()
}

#[test]
fn in_every_zone_a_break_is_told_as_the_wall_there_shows_it() {
    let (mut seen, mut walls) = (0, BTreeSet::new());
    let session = play(TO_SPEAK).0.unwrap();
    for zone in TZ_VARIANTS {
        let wall = |at: DateTime<Utc>| -> NaiveDateTime {
            at.naive_utc() + zone.offset_from_utc_datetime(&at.naive_utc()).fix()
        };
        for now in instants(zone) {
            let choosing = session.step(&Event::TakeBreak, now).unwrap();
            let Some(OverlayView::Break { lengths }) = View::of(&choosing, &zone, now).overlay else { panic!() };
            for length in lengths {
                assert_eq!(length.back, wall(now + TimeDelta::minutes(length.minutes.into())), "{zone} {now}");
            }
            let away = choosing.step(&Event::Away { minutes: 30 }, now).unwrap();
            let back = now + TimeDelta::minutes(30);
            for (at, returned) in [(now, false), (back - TimeDelta::seconds(1), false), (back, true)] {
                let told = OverlayView::Away { until: wall(back), returned, again: false };
                assert_eq!(View::of(&away, &zone, at).overlay, Some(told), "{zone} {at}");
            }
            walls.insert(wall(now) - now.naive_utc());
            seen += 1;
        }
    }
    assert!(seen > 5_000 && walls.len() > 25, "{seen} instants, {} offsets", walls.len());
}
