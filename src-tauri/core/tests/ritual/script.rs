//! Plays scripts: one word an event, ten seconds a word.

use both_heard_core::ids::{AgreementId, CardId, CheckInId};
use both_heard_core::memory::Agreement;
use both_heard_core::people::Partner;
use both_heard_core::ritual::{
    Beginning, Event, FeltHeard, Format, Keep, Looked, Moment, Overlay, Prompt, Refusal, Reply, Session, Source,
};
use chrono::{DateTime, TimeDelta, Utc};

pub const WEEKLY: &str = include_str!("../../../content/formats/weekly.toml");

/// Begins the weekly check-in, with nothing to look back on.
pub fn beginning() -> Beginning {
    let id = CheckInId("01a20486-68d2-7000-8000-00000000000a".parse().unwrap());
    Beginning {
        id,
        format: Format::read(WEEKLY).unwrap().without_look_back(),
        beginner: Partner::One,
        agreements: vec![],
        no_record: false,
        at: DateTime::parse_from_rfc3339("2026-11-22T19:30:47.250+01:00").unwrap(),
    }
}

/// Reads one word of a script: `.` goes on, `here`, `yes`, `not-quite`, `more`, `no-more`, `heard`, `mostly`,
/// `not-yet`, `<` back, `pause`, `resume`, `+`, `keep`, `only`, `nothing`, `let-go`, `write:…` into the present step,
/// and so on.
pub fn event(word: &str, step: usize) -> Event {
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
        "working" => Event::LookBack { answer: Looked::Working },
        "talk" => Event::LookBack { answer: Looked::TalkAboutIt },
        "let-it-go" => Event::LookBack { answer: Looked::LetGo },
        "nothing-to-ask" => Event::NothingToAsk,
        "agreed" => Event::Reply { answer: Reply::Yes },
        "let-me-think" => Event::Reply { answer: Reply::LetMeThink },
        "not-this-time" => Event::Reply { answer: Reply::NotThisTime },
        "card" => Event::Prompt { prompt: Some(card()) },
        "no-card" => Event::Prompt { prompt: None },
        "hard" => Event::Hard,
        "smaller" => Event::Smaller,
        "break" => Event::TakeBreak,
        "repair" => Event::Repair,
        _ => match word.split_once(':').expect("a word of the script") {
            ("name", text) => Event::Name { text: text.into() },
            ("away", minutes) => Event::Away { minutes: minutes.parse().unwrap() },
            (_, text) => Event::Write { step, text: text.into() },
        },
    }
}

/// Plays a script, ten seconds a word.
pub fn play(script: &str) -> (Result<Session, Refusal>, DateTime<Utc>) {
    play_from(beginning(), script)
}

/// Plays a script in a check-in that began so.
pub fn play_from(beginning: Beginning, script: &str) -> (Result<Session, Refusal>, DateTime<Utc>) {
    let mut now = beginning.at.to_utc();
    let session = script.split_whitespace().try_fold(Session::begin(beginning), |session, word| {
        now += TimeDelta::seconds(10);
        session.step(&event(word, session.step_index()), now)
    });
    (session, now)
}

pub fn place(session: &Session) -> String {
    let step = session.step_index();
    let kind = format!("{:?}", session.step_now().kind);
    let moment = match session.moment() {
        Moment::Line { line, attempt, round } => format!("{line:?} {attempt:?} {round}"),
        Moment::AskHeard { attempt } => format!("AskHeard {attempt:?}"),
        Moment::Settled { answer } => format!("Settled {answer:?}"),
        other => format!("{other:?}"),
    };
    let overlay = session.overlay().map_or(String::new(), |o| format!(", {}", over(o)));
    let smaller = if session.is_smaller() { ", smaller" } else { "" };
    let ending = session.ending().map_or(String::new(), |e| format!(", {e:?}"));
    format!("{step} {kind}: {moment}{smaller}{overlay}{ending}")
}

/// Names what lies over a step.
pub fn over(overlay: &Overlay) -> String {
    match overlay {
        Overlay::Block { phase, text } => format!("{phase:?} {text}").trim_end().into(),
        Overlay::Break { under: None } => "Break".into(),
        Overlay::Break { under: Some(under) } => format!("Break over {}", over(under)),
        Overlay::Away { again, .. } => if *again { "Away again" } else { "Away" }.into(),
        other => format!("{other:?}"),
    }
}

/// Begins the weekly check-in with two things to look back on.
pub fn looking_back() -> Beginning {
    let agreement = |place, text: &str| Agreement {
        id: AgreementId { check_in: CheckInId(uuid::Uuid::nil()), place },
        by: Partner::Two,
        text: text.into(),
    };
    let agreements = vec![agreement(0, "phones in the hall"), agreement(1, "a walk on Fridays")];
    Beginning { format: Format::read(WEEKLY).unwrap(), agreements, ..beginning() }
}

fn card() -> Prompt {
    Prompt { from: Source::Card { id: CardId("us/one".into()) }, text: "A card".into() }
}

#[track_caller]
pub fn check_from(beginning: Beginning, script: &str, expect: &str) {
    let seen = match play_from(beginning, script).0 {
        Ok(session) => place(&session),
        Err(refusal) => format!("{refusal:?}"),
    };
    assert_eq!(seen, expect, "{script}");
}

/// Plays a script that goes on from another, and compares where they stand.
#[track_caller]
pub fn check(before: &str, script: &str, expect: &str) {
    check_from(beginning(), &format!("{before} {script}"), expect);
}
