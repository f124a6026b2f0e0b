//! Shows the weekly check-in as a couple would live it: scripts in, places out.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use both_heard_core::ids::CheckInId;
use both_heard_core::memory::Record;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{
    Beginning, Effect, Ending, Event, FeltHeard, Format, Keep, Line, Logged, Moment, Overlay, Refusal, Session, View,
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

const WEEKLY: &str = include_str!("../../content/formats/weekly.toml");

fn beginning() -> Beginning {
    Beginning {
        id: CheckInId("01a20486-68d2-7000-8000-00000000000a".parse().unwrap()),
        format: Format::read(WEEKLY).unwrap(),
        beginner: Partner::One,
        at: DateTime::parse_from_rfc3339("2026-11-22T19:30:47.250+01:00").unwrap(),
    }
}

/// Reads one word of a script: `.` goes on, `here`, `yes`, `not-quite`, `more`, `no-more`, `heard`, `mostly`,
/// `not-yet`, `<` back, `pause`, `resume`, `+`, `keep`, `only`, `nothing`, `let-go`, `write:…` into the present step.
fn event(word: &str, step: usize) -> Event {
    match word {
        "." => Event::GoOn,
        "<" => Event::Back,
        "here" => Event::Arrived { together: true },
        "not-today" => Event::Arrived { together: false },
        "yes" => Event::GotIt { yes: true },
        "not-quite" => Event::GotIt { yes: false },
        "more" => Event::More { yes: true },
        "no-more" => Event::More { yes: false },
        "heard" => Event::Felt { answer: FeltHeard::Yes },
        "mostly" => Event::Felt { answer: FeltHeard::Mostly },
        "not-yet" => Event::Felt { answer: FeltHeard::NotYet },
        "pause" => Event::Pause,
        "resume" => Event::Resume,
        "+" => Event::OneMoreMinute,
        "keep" => Event::Keep { choice: Keep::All },
        "only" => Event::Keep { choice: Keep::OnlyThatWeMet },
        "nothing" => Event::Keep { choice: Keep::Nothing },
        "let-go" => Event::LetGo,
        _ => Event::Write { step, text: word.strip_prefix("write:").expect("a word of the script").into() },
    }
}

/// Plays a script, ten seconds a word.
fn play(script: &str) -> (Result<Session, Refusal>, DateTime<Utc>) {
    let mut now = beginning().at.to_utc();
    let session = script.split_whitespace().try_fold(Session::begin(beginning()), |session, word| {
        now += TimeDelta::seconds(10);
        Ok(session.step(&event(word, session.at()), now)?.0)
    });
    (session, now)
}

fn place(session: &Session) -> String {
    let step = session.at();
    let kind = format!("{:?}", session.step_now().kind);
    let moment = match session.moment() {
        Moment::Line { line, attempt, round } => format!("{line:?} {attempt:?} {round}"),
        Moment::AskHeard { attempt } => format!("AskHeard {attempt:?}"),
        Moment::Settled { answer } => format!("Settled {answer:?}"),
        other => format!("{other:?}"),
    };
    let overlay = session.overlay().map_or(String::new(), |o| format!(", {o:?}"));
    let ending = session.ending().map_or(String::new(), |e| format!(", {e:?}"));
    format!("{step} {kind}: {moment}{overlay}{ending}")
}

const TO_SPEAK: &str = ". here . . ";
const TO_LEAN_IN: &str = ". here . . . ";
const TO_FELT: &str = ". here . . . . yes . . no-more ";
const TO_CLOSE: &str = ". here . . . . yes . . no-more heard . . . . yes . . no-more mostly . ";

#[track_caller]
fn check(before: &str, script: &str, expect: &str) {
    let seen = match play(&format!("{before} {script}")).0 {
        Ok(session) => place(&session),
        Err(refusal) => format!("{refusal:?}"),
    };
    assert_eq!(seen, expect, "{before}| {script}");
}

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
    check(TO_CLOSE, "", "10 Close: Thanks");
    check(TO_CLOSE, ". .", "10 Close: Keep");
    check(TO_CLOSE, ". . nothing", "10 Close: Keep, Closed { keep: Nothing }");
    check(TO_CLOSE, ". . keep .", "Over");
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
    check(TO_SPEAK, "pause .", "Paused");
    check(TO_SPEAK, "pause pause", "Paused");
    check(TO_SPEAK, "pause +", "Paused");
    check(TO_SPEAK, "pause let-go", "3 Speak: Floor, Paused, LetGo");
    check(TO_SPEAK, "resume", "NotHere");
    check("", "+", "NotHere");
}

#[track_caller]
fn check_time(script: &str, spent: i64, length: i64, runs: bool) {
    let (session, now) = play(script);
    let turn = View::of(&session.unwrap(), now).turn.unwrap();
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
                   . write:phone . . yes . . no-more heard . . . write:thanks ";
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
    assert_eq!((whole.note.as_str(), whole.minutes, whole.beginner), ("thanks", 5, Partner::One));
}

#[test]
fn words_go_only_where_there_is_a_field() {
    let session = Session::begin(beginning());
    let write = |step, text: String| session.step(&Event::Write { step, text }, beginning().at.to_utc()).map(|_| ());
    assert_eq!(write(1, "x".repeat(2000)), Ok(()));
    assert_eq!(write(1, "x".repeat(2001)), Err(Refusal::TooLong { most: 2000 }));
    assert_eq!(write(10, "a note".into()), Ok(()));
    for step in [0, 4, 5, 6, 11, usize::MAX] {
        assert_eq!(write(step, "x".into()), Err(Refusal::NotHere), "step {step}");
    }
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => Just(Event::GoOn),
        2 => Just(Event::Back),
        4 => any::<bool>().prop_map(|together| Event::Arrived { together }),
        4 => any::<bool>().prop_map(|yes| Event::GotIt { yes }),
        4 => any::<bool>().prop_map(|yes| Event::More { yes }),
        4 => prop_oneof![Just(FeltHeard::Yes), Just(FeltHeard::Mostly), Just(FeltHeard::NotYet)]
            .prop_map(|answer| Event::Felt { answer }),
        1 => prop_oneof![Just(Keep::All), Just(Keep::OnlyThatWeMet), Just(Keep::Nothing)]
            .prop_map(|choice| Event::Keep { choice }),
        1 => (0..12usize, "[a-zé ]{0,20}").prop_map(|(step, text)| Event::Write { step, text }),
        2 => Just(Event::Pause),
        3 => Just(Event::Resume),
        1 => Just(Event::OneMoreMinute),
    ]
}

fn events() -> impl Strategy<Value = Vec<(Event, i64)>> {
    prop::collection::vec((any_event(), -5..400i64), 0..120)
}

/// Plays events with the seconds between them, refused ones left out; answers the session, its log and the time.
fn live(events: Vec<(Event, i64)>) -> (Session, Vec<Logged>, DateTime<Utc>) {
    let mut now = beginning().at.to_utc();
    let (mut session, mut log) = (Session::begin(beginning()), vec![]);
    for (event, seconds) in events {
        now += TimeDelta::seconds(seconds);
        if let Ok((next, _)) = session.step(&event, now) {
            session = next;
            log.push(Logged { at: now, event });
        }
    }
    (session, log, now)
}

proptest! {
    #[test]
    fn any_events_leave_a_valid_session((events, extra) in (events(), any_event())) {
        let (session, _, now) = live(events);
        prop_assert!(session.at() < session.steps().len());
        let view = View::of(&session, now);
        prop_assert_eq!(view.turn.is_some(), session.step_now().kind.is_timed());
        if let Some(turn) = view.turn {
            prop_assert!(turn.spent >= 0 && turn.length > 0 && turn.length <= 3_600_000);
            prop_assert_eq!(turn.runs, session.overlay().is_none());
        }
        if let Moment::Line { line, round, .. } = session.moment() {
            prop_assert!(round <= 2 && !(round == 2 && line == Line::IsThereMore));
        }
        if session.ending().is_some() {
            prop_assert_eq!(session.step(&extra, now).map(|_| ()), Err(Refusal::Over));
        }
    }

    #[test]
    fn replaying_gives_the_same_session(events in events()) {
        let (session, log, _) = live(events);
        let stored: Vec<Logged> = log
            .into_iter()
            .map(|logged| serde_json::from_str(&serde_json::to_string(&logged).unwrap()).unwrap())
            .collect();
        prop_assert_eq!(Session::replay(beginning(), stored), session);
    }

    /// The store keeps only the last words of a field: leaving the earlier ones out changes nothing.
    #[test]
    fn only_the_last_words_of_a_field_count(events in events()) {
        let (session, log, _) = live(events);
        let last = |at: usize, step: usize| {
            !log[at + 1..].iter().any(|l| matches!(&l.event, Event::Write { step: s, .. } if *s == step))
        };
        let kept: Vec<_> = log.iter().enumerate().filter(|(at, logged)| match &logged.event {
            Event::Write { step, .. } => last(*at, *step),
            _ => true,
        }).map(|(_, logged)| logged.clone()).collect();
        prop_assert_eq!(Session::replay(beginning(), kept), session);
    }

    #[test]
    fn back_undoes_one_move((events, extra) in (events(), any_event())) {
        let (session, _, now) = live(events);
        let later = now + TimeDelta::seconds(90);
        let undoable = !matches!(extra, Event::Back | Event::Write { .. } | Event::Pause | Event::Resume | Event::OneMoreMinute);
        if let (true, Ok((moved, effects))) = (undoable, session.step(&extra, now)) {
            let ended = effects.iter().any(|e| matches!(e, Effect::Ended(Ending::Closed { .. } | Ending::NotToday)));
            if !ended {
                let (undone, _) = moved.step(&Event::Back, later).unwrap();
                let (mut before, mut after) = (View::of(&session, now), View::of(&undone, later));
                prop_assert_eq!(before.turn.take(), after.turn.take());
                prop_assert_eq!(before, after);
            }
        }
    }

    #[test]
    fn a_pause_changes_nothing_but_the_time(events in events()) {
        let (session, _, now) = live(events);
        if let Ok((paused, _)) = session.step(&Event::Pause, now) {
            prop_assert_eq!(paused.overlay(), Some(Overlay::Paused));
            let (resumed, _) = paused.step(&Event::Resume, now + TimeDelta::hours(9)).unwrap();
            prop_assert_eq!(View::of(&resumed, now + TimeDelta::hours(9)), View::of(&session, now));
        }
    }
}
