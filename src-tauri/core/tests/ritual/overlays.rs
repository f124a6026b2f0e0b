//! Shows that what lies over a step leads back to it: every overlay, from every step.

use crate::script::{beginning, check, over, place, play};
use both_heard_core::ritual::{Event, Overlay, Session, StepKind, View};
use chrono::TimeDelta;

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
    check(TO_LEAN_IN, "hard smaller", "Paused");
    check(TO_LEAN_IN, "hard . name:late", "Paused");
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
    check(TO_SPEAK, "hard . . smaller .", "4 LeanIn: SayBack First 0");
    let (session, now) = play(&format!("{TO_SPEAK} write:a hard . . smaller write:b"));
    let turn = View::of(&session.unwrap(), now).turn.unwrap();
    assert_eq!((turn.length, turn.spent, turn.runs), (60_000, 10_000, true));
}

#[test]
fn a_break_is_agreed_and_may_be_longer_once() {
    check(TO_SPEAK, "break", "3 Speak: Floor, Break");
    check(TO_SPEAK, "break <", "3 Speak: Floor");
    check(TO_SPEAK, "pause break <", "3 Speak: Floor, Paused");
    check(TO_SPEAK, "hard . . break", "3 Speak: Floor, Break");
    check(TO_SPEAK, "hard . . break <", "3 Speak: Floor");
    check(TO_SPEAK, "break away:20", "3 Speak: Floor, Away");
    check(TO_SPEAK, "break away:1440 resume", "3 Speak: Floor");
    check(TO_SPEAK, "break away:20 away:20", "3 Speak: Floor, Away again");
    check(TO_SPEAK, "break away:20 away:20 away:20", "Paused");
    check(TO_SPEAK, "break away:0", "Paused");
    check(TO_SPEAK, "break away:1441", "Paused");
    check(TO_SPEAK, "away:20", "NotHere");
    check("", "break", "NotHere");
}

/// Is each way over a step and back to it.
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
];

/// Each overlay from each moment of the weekly check-in leads back to the same moment, with the same words and time.
#[test]
fn every_overlay_leads_back_from_everywhere() {
    let way = ". here write:soup . write:walk . write:plans card . . not-quite . yes . . more . . yes no-more \
               not-yet . . mostly . . write:phone . . yes . . no-more heard . write:dishes . agreed . nothing-to-ask . .";
    let mut seen = 0;
    let words: Vec<_> = way.split_whitespace().collect();
    for at in 0..=words.len() {
        let (session, now) = play(&words[..at].join(" "));
        let session = session.unwrap();
        for (there, back) in OVER_AND_BACK {
            let run = |session: Session, script: &str, now| {
                script
                    .split_whitespace()
                    .try_fold(session, |s, word| s.step(&crate::script::event(word, s.at()), now).map(|(next, _)| next))
            };
            let Ok(over) = run(session.clone(), there, now) else {
                assert_eq!(session.step_now().kind, StepKind::Arrive, "{there} at {}", place(&session));
                continue;
            };
            let later = now + TimeDelta::hours(3);
            assert!(!over.is_live() && View::of(&over, later).turn.is_none_or(|turn| !turn.runs));
            let returned = run(over, back, later).unwrap();
            assert_eq!(View::of(&returned, later), View::of(&session, now), "{there}, {back} at {}", place(&session));
            seen += 1;
        }
    }
    assert!(seen > 350, "{seen} ways");
}

#[test]
fn only_the_time_of_return_is_told() {
    let (session, now) = play(&format!("{TO_SPEAK} break away:20"));
    let session = session.unwrap();
    assert_eq!(session.returns(), Some(now + TimeDelta::minutes(20)));
    assert_eq!(session.overlay().map(over).as_deref(), Some("Away"));
    let (resumed, _) = session.step(&Event::Resume, now).unwrap();
    assert_eq!((resumed.returns(), resumed.overlay()), (None, None));
    assert_eq!(Overlay::MOST_AWAY, 1_440);
    assert_eq!(beginning().agreements, []);
}
