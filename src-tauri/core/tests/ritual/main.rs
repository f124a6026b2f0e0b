//! Shows the check-in as a couple would live it: scripts in, places out.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod any;
mod overlays;
mod script;

use both_heard_core::memory::Record;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{Event, FeltHeard, Looked, Refusal, Session, View};
use chrono::Utc;
use script::{beginning, check, check_from, looking_back, place, play, play_from};

const TO_SPEAK: &str = ". here . . ";
const TO_LEAN_IN: &str = ". here . . . ";
const TO_FELT: &str = ". here . . . . yes . . no-more ";
const TO_CLOSE: &str =
    ". here . . . . yes . . no-more heard . . . . yes . . no-more mostly . nothing-to-ask nothing-to-ask ";

#[test]
fn a_check_in_goes_from_hello_to_thank_you() {
    check("", "", "0 Arrive: Breath");
    check("", ".", "0 Arrive: Here");
    check("", ". here", "1 Appreciate: Floor");
    check("", ". not-today", "0 Arrive: Here, NotToday");
    check(TO_SPEAK, "", "3 Speak: Floor");
    check(TO_LEAN_IN, "", "4 LeanIn: SayBack First 0");
    check(TO_FELT, "", "5 FeltHeard: AskHeard First");
    check(TO_FELT, "heard .", "6 Swap: Breath");
    check(TO_FELT, "heard . .", "7 Speak: Floor");
    check(TO_CLOSE, "", "12 Close: Thanks");
    check(TO_CLOSE, ". .", "12 Close: Keep");
    check(TO_CLOSE, ". . nothing", "12 Close: Keep, Closed { keep: Nothing }");
    check(TO_CLOSE, ". . keep .", "Over");
}

/// Names the events that are possible after a script, those left out that are possible everywhere.
fn possible(script: &str) -> String {
    let (session, now) = play(script);
    let events = session.unwrap().possible(now);
    let kinds = events.iter().map(|event| serde_json::to_value(event).unwrap()["kind"].as_str().unwrap().to_owned());
    let mut kinds: Vec<_> = kinds.filter(|kind| kind != "let-go").collect();
    kinds.dedup();
    kinds.join(" ")
}

#[test]
fn what_is_possible_is_what_would_be_accepted() {
    for (script, expect) in [
        ("", "go-on pause"),
        (".", "back pause arrived"),
        (TO_SPEAK, "go-on back prompt hard take-break repair write pause one-more-minute"),
        (". here . . pause", "take-break write resume"),
        (". here . . break", "back away write"),
        (". here . . break away:20", "away write resume"),
        (". here . . hard", "go-on back name take-break write"),
        (". here . . hard . .", "go-on back smaller take-break write"),
        (". here hard . .", "go-on back take-break write"),
        (". here . . repair", "go-on back take-break write"),
        (". here . . . .", "back hard take-break repair pause one-more-minute got-it"),
    ] {
        assert_eq!(possible(script), expect, "{script}");
    }
    let (session, now) = play(&format!("{TO_CLOSE} . . nothing"));
    assert_eq!(session.unwrap().possible(now), [], "once it is over");
}

#[test]
fn what_they_agreed_is_looked_back_on_one_at_a_time() {
    let check = |script: &str, expect: &str| check_from(looking_back(), &format!(". here {script}"), expect);
    check("", "1 LookBack: Agreement { index: 0 }");
    check("working", "1 LookBack: Agreement { index: 1 }");
    check("working talk", "2 Appreciate: Floor");
    check("working <", "1 LookBack: Agreement { index: 0 }");
    check(".", "NotHere");
    let session = play_from(looking_back(), ". here talk let-it-go").0.unwrap();
    let looked: Vec<_> = session.looked().into_iter().map(|(id, answer)| (id.place, answer)).collect();
    assert_eq!(looked, [(0, Looked::TalkAboutIt), (1, Looked::LetGo)]);
    let topics = View::of(&session, &Utc, beginning().at.to_utc()).to_talk_about;
    assert_eq!(topics.iter().map(|topic| topic.text.as_str()).collect::<Vec<_>>(), ["phones in the hall"]);
}

#[test]
fn a_request_has_three_good_answers() {
    const TO_ASK: &str = ". here . . . . yes . . no-more heard . . . . yes . . no-more mostly .";
    check(TO_ASK, "", "10 Ask: Request");
    check(TO_ASK, ".", "10 Ask: Reply");
    check(TO_ASK, "nothing-to-ask", "11 Ask: Request");
    check(TO_ASK, ". agreed", "10 Ask: Agreed");
    check(TO_ASK, ". agreed .", "11 Ask: Request");
    check(TO_ASK, ". let-me-think", "11 Ask: Request");
    check(TO_ASK, ". not-this-time nothing-to-ask", "12 Close: Thanks");
    check(TO_ASK, "agreed", "NotHere");
}

#[test]
fn a_card_lies_beside_the_one_who_speaks() {
    let card = |script: &str| {
        let session = play(script).0.unwrap();
        session.prompt(session.step_index()).map(|prompt| prompt.text.clone())
    };
    assert_eq!(card(&format!("{TO_SPEAK} card")).as_deref(), Some("A card"));
    assert_eq!(card(&format!("{TO_SPEAK} card no-card")), None);
    assert_eq!(card(&format!("{TO_SPEAK} card .")), None);
    assert_eq!(card(&format!("{TO_SPEAK} card . <")).as_deref(), Some("A card"));
    check(TO_LEAN_IN, "card", "NotHere");
}

#[test]
fn without_a_record_nothing_is_asked_and_nothing_kept() {
    let begun = both_heard_core::ritual::Beginning { no_record: true, ..beginning() };
    let (session, now) = play_from(begun, &format!("{TO_CLOSE} . ."));
    let session = session.unwrap();
    assert_eq!(place(&session), "12 Close: Next, Closed { keep: Nothing }");
    assert_eq!(Record::of(&session, now), None);
}

#[test]
fn the_lines_come_one_at_a_time_with_one_more_try() {
    check(TO_LEAN_IN, ".", "4 LeanIn: DidIGetIt First 0");
    check(TO_LEAN_IN, ". yes", "4 LeanIn: MakesSense First 0");
    check(TO_LEAN_IN, ". not-quite", "4 LeanIn: SayBack OneMore 0");
    check(TO_LEAN_IN, ". not-quite .", "4 LeanIn: DidIGetIt OneMore 0");
    check(TO_LEAN_IN, ". not-quite . not-quite", "4 LeanIn: MakesSense First 0");
    check(TO_LEAN_IN, ". yes . .", "4 LeanIn: IsThereMore First 0");
    check(TO_LEAN_IN, ". yes . . more", "4 LeanIn: TheRest First 1");
    check(TO_LEAN_IN, ". yes . . more . . yes", "4 LeanIn: IsThereMore First 1");
    check(TO_LEAN_IN, ". yes . . more . . not-quite . yes more", "4 LeanIn: TheRest First 2");
    check(TO_LEAN_IN, ". yes . . more . . yes more . . yes", "5 FeltHeard: AskHeard First");
    check(TO_LEAN_IN, ". .", "NotHere");
    check(TO_LEAN_IN, "yes", "NotHere");
}

#[test]
fn not_yet_gives_one_more_try_and_no_further() {
    check(TO_FELT, "heard", "5 FeltHeard: Settled Yes");
    check(TO_FELT, "not-yet", "5 FeltHeard: Missed");
    check(TO_FELT, "not-yet .", "5 FeltHeard: TryAgain");
    check(TO_FELT, "not-yet . .", "5 FeltHeard: AskHeard OneMore");
    check(TO_FELT, "not-yet . . not-yet", "5 FeltHeard: Settled NotYet");
    check(TO_FELT, "not-yet . . mostly .", "6 Swap: Breath");
    check(TO_FELT, ".", "NotHere");
}

#[test]
fn back_is_one_move_less_and_a_pause_changes_no_place() {
    check("", "<", "NotHere");
    check(TO_LEAN_IN, "<", "3 Speak: Floor");
    check(TO_LEAN_IN, ". not-quite <", "4 LeanIn: DidIGetIt First 0");
    check(TO_LEAN_IN, ". not-quite < yes", "4 LeanIn: MakesSense First 0");
    check(TO_FELT, "heard . <", "5 FeltHeard: Settled Yes");
    check(TO_SPEAK, "pause", "3 Speak: Floor, Paused");
    check(TO_SPEAK, "pause resume", "3 Speak: Floor");
    check(TO_SPEAK, "pause .", "Covered");
    check(TO_SPEAK, "pause pause", "Covered");
    check(TO_SPEAK, "pause +", "Covered");
    check(TO_SPEAK, "pause let-go", "3 Speak: Floor, Paused, LetGo");
    check(TO_SPEAK, "resume", "NotHere");
    check("", "+", "NotHere");
}

#[track_caller]
fn check_time(script: &str, spent: i64, length: i64, runs: bool) {
    let (session, now) = play(script);
    let turn = View::of(&session.unwrap(), &Utc, now).turn.unwrap();
    assert_eq!((turn.spent / 1000, turn.length / 1000, turn.runs), (spent, length, runs), "{script}");
}

#[test]
fn the_time_of_a_turn_is_its_own() {
    check_time(". here", 0, 60, true);
    check_time(". here write:a write:b", 20, 60, true);
    check_time(". here write:a pause write:b", 20, 60, false);
    check_time(". here write:a pause write:b resume write:c", 30, 60, true);
    check_time(". here +", 10, 120, true);
    check_time(". here .", 0, 60, true);
    // Back gives the turn as it was left: twenty seconds, and not the ten in the next step.
    check_time(". here write:a . write:b <", 20, 60, true);
    check_time(". here . . . . yes", 20, 240, true);
}

#[test]
fn a_record_holds_what_they_chose_and_nothing_else() {
    let written = ". here write:soup . write:walk . write:plans . . yes . . no-more not-yet . . mostly . \
                   . write:phone . . yes . . no-more heard . \
                   write:dishes . agreed . write:calls . let-me-think . . write:thanks ";
    let record = |choice: &str| {
        let (session, now) = play(&format!("{written}{choice}"));
        Record::of(&session.unwrap(), now)
    };
    assert_eq!(record("nothing"), None);
    assert_eq!(record("let-go"), None);
    let only = record("only").unwrap();
    let seen = (only.met.to_rfc3339(), only.id.0.to_string(), only.whole);
    // 19:30:47.250 in Vienna; neither the seconds nor the name tell more than the minute.
    let (minute, name) = ("2026-11-22T19:30:00+01:00", "01a20485-b040-7000-8000-00000000000a");
    assert_eq!(seen, (minute.to_owned(), name.to_owned(), None));
    let whole = record("keep").and_then(|r| r.whole).unwrap();
    let spoken: Vec<_> = whole.spoken.iter().map(|s| (s.by, s.topic.as_str(), s.felt)).collect();
    let said: Vec<_> = whole.appreciated.iter().map(|s| (s.by, s.text.as_str())).collect();
    assert_eq!(
        spoken,
        [(Partner::One, "plans", Some(FeltHeard::Mostly)), (Partner::Two, "phone", Some(FeltHeard::Yes)),]
    );
    assert_eq!(said, [(Partner::One, "soup"), (Partner::Two, "walk")]);
    let agreed: Vec<_> = whole.agreed.iter().map(|a| (a.id.place, a.by, a.text.as_str())).collect();
    assert_eq!(agreed, [(0, Partner::One, "dishes")]);
    assert_eq!((whole.note.as_str(), whole.minutes, whole.beginner), ("thanks", Some(6), Some(Partner::One)));
}

#[test]
fn words_go_only_where_there_is_a_field() {
    let session = Session::begin(beginning());
    let write = |step, text: String| session.step(&Event::Write { step, text }, beginning().at.to_utc()).map(|_| ());
    assert_eq!(write(1, "x".repeat(2000)), Ok(()));
    assert_eq!(write(1, "x".repeat(2001)), Err(Refusal::TooLong { most: 2000 }));
    assert_eq!(write(12, "a note".into()), Ok(()));
    for step in [0, 4, 5, 6, 13, usize::MAX] {
        assert_eq!(write(step, "x".into()), Err(Refusal::NotHere), "step {step}");
    }
}
