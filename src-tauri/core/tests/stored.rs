//! What is stored as JSON, as it was written down: events, what a check-in began with, formats of their own. Each line that was
//! released is read for ever, so `golden/stored.jsonl` only grows.
#![allow(missing_docs, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

use both_heard_core::ids::{AgreementId, CardId, CheckInId, JarNoteId};
use both_heard_core::memory::Agreement;
use both_heard_core::people::{Name, Partner};
use both_heard_core::ritual::{
    Beginning, Draft, Event, FeltHeard, Format, FormatId, Keep, Logged, Looked, Minutes, Prompt, Reply, Source, Step,
    StepKind, Whose,
};
use chrono::DateTime;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::mem::discriminant;
use uuid::Uuid;

/// Every line that was ever written down; what a test says that it lacks is added at its end.
const RELEASED: &str = include_str!("golden/stored.jsonl");

/// One thing that is stored.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stored {
    Event(Logged),
    Beginning(Beginning),
    Format(Format),
}

fn id() -> Uuid {
    Uuid::from_u128(0x0193_5555_0000_7000_8000_0000_0000_0007)
}

/// Makes every event, with every answer there is to it.
fn events() -> Vec<Event> {
    let text = || "größer, שלום, 🫂 and \"so\"".to_owned();
    let prompt = |from| Event::Prompt { prompt: Some(Prompt { from, text: text() }) };
    let every = vec![
        Event::GoOn,
        Event::Back,
        Event::Arrived { together: true },
        Event::Arrived { together: false },
        Event::GotIt { yes: true },
        Event::More { yes: false },
        Event::Felt { answer: FeltHeard::Yes },
        Event::Felt { answer: FeltHeard::Mostly },
        Event::Felt { answer: FeltHeard::NotYet },
        Event::LookBack { answer: Looked::Working },
        Event::LookBack { answer: Looked::TalkAboutIt },
        Event::LookBack { answer: Looked::LetGo },
        Event::NothingToAsk,
        Event::Reply { answer: Reply::Yes },
        Event::Reply { answer: Reply::LetMeThink },
        Event::Reply { answer: Reply::NotThisTime },
        Event::Prompt { prompt: None },
        prompt(Source::Card { id: CardId("joy/1".into()) }),
        prompt(Source::Jar { id: JarNoteId(id()) }),
        prompt(Source::Agreement),
        Event::Hard,
        Event::Name { text: text() },
        Event::Smaller,
        Event::TakeBreak,
        Event::Away { minutes: 20 },
        Event::Repair,
        Event::Keep { choice: Keep::All },
        Event::Keep { choice: Keep::OnlyThatWeMet },
        Event::Keep { choice: Keep::Nothing },
        Event::LetGo,
        Event::Write { step: 3, text: text() },
        Event::Pause,
        Event::Resume,
        Event::OneMoreMinute,
    ];
    every.iter().for_each(is_listed);
    every
}

/// A new event does not compile before it stands here, and in the list above.
fn is_listed(event: &Event) {
    match event {
        Event::GoOn
        | Event::Back
        | Event::Arrived { .. }
        | Event::GotIt { .. }
        | Event::More { .. }
        | Event::Felt { .. }
        | Event::LookBack { .. }
        | Event::NothingToAsk
        | Event::Reply { .. }
        | Event::Prompt { .. }
        | Event::Hard
        | Event::Name { .. }
        | Event::Smaller
        | Event::TakeBreak
        | Event::Away { .. }
        | Event::Repair
        | Event::Keep { .. }
        | Event::LetGo
        | Event::Write { .. }
        | Event::Pause
        | Event::Resume
        | Event::OneMoreMinute => {}
    }
}

/// Makes a format with every kind of step.
fn format(name: Option<&str>) -> Format {
    use StepKind::{Appreciate, Arrive, Ask, Close, Differently, FeltHeard, LeanIn, LookBack, OwnPart, Speak, Swap};
    use Whose::{Beginner, Both, Other};
    let steps = [
        (Arrive, Both, Some(1)),
        (LookBack, Both, None),
        (Appreciate, Beginner, Some(2)),
        (Speak, Beginner, Some(7)),
        (LeanIn, Other, Some(7)),
        (FeltHeard, Beginner, None),
        (Swap, Both, Some(1)),
        (OwnPart, Other, Some(30)),
        (Differently, Other, None),
        (Ask, Beginner, Some(3)),
        (Close, Both, Some(4)),
    ];
    assert!(StepKind::ALL.iter().all(|kind| steps.iter().any(|step| step.0 == *kind)), "a kind of step is missing");
    let step =
        |(kind, whose, minutes): (_, _, Option<u8>)| Step { kind, whose, minutes: minutes.and_then(Minutes::new) };
    let name = name.and_then(|name| Name::new(name).ok());
    Format::try_from(Draft { id: FormatId(id().to_string()), name, explains: true, steps: steps.map(step).to_vec() })
        .unwrap()
}

/// Makes all that is stored, in the order of the file.
fn all() -> Vec<Stored> {
    let at = DateTime::parse_from_rfc3339("2026-11-22T19:30:07.125+01:00").unwrap();
    let check_in = CheckInId(id());
    let agreement = Agreement { id: AgreementId { check_in, place: 1 }, by: Partner::Two, text: "a walk".into() };
    let beginning = |format, agreements, no_record| {
        Stored::Beginning(Beginning { id: check_in, format, beginner: Partner::One, at, agreements, no_record })
    };
    let events = events().into_iter().map(|event| Stored::Event(Logged { at: at.to_utc(), event }));
    let others = [
        beginning(format(None), vec![], true),
        beginning(format(Some("Our short one")), vec![agreement], false),
        Stored::Format(format(Some("Our short one"))),
    ];
    events.chain(others).collect()
}

fn line(stored: &Stored) -> String {
    serde_json::to_string(stored).unwrap()
}

fn read<T: DeserializeOwned>(line: &str) -> T {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

#[test]
fn all_that_was_ever_stored_is_read_and_all_that_is_stored_is_written_down() {
    for released in RELEASED.lines() {
        let stored: Stored = read(released);
        let again: Stored = read(&line(&stored));
        assert_eq!(again, stored, "{released}");
    }
    let lines = all().iter().map(line).collect::<Vec<_>>();
    let new: Vec<_> =
        lines.iter().filter(|line| !RELEASED.lines().any(|old| old == *line)).map(String::as_str).collect();
    assert!(new.is_empty(), "to be added to golden/stored.jsonl:\n{}", new.join("\n"));
}

/// What is not among them is never possible, and no screen offers it.
#[test]
fn every_kind_of_event_is_tried_for_what_is_possible() {
    let kinds = |events: Vec<Event>| events.iter().map(discriminant).collect::<HashSet<_>>();
    assert_eq!(kinds(Event::each(0)), kinds(events()));
}
