//! Writes what the screen takes from Rust: the commands, the catalogue's keys, the formats as graphs, and the decks.
//!
//! The types themselves are written by the tests that `#[ts(export)]` makes. `cargo xtask test types` fails when any
//! of these files was out of date.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "catalogue/reading.rs"]
mod reading;

use both_heard_app::content;
use both_heard_core::cards::{Deck, Group, Written};
use both_heard_core::ids::{AgreementId, CheckInId};
use both_heard_core::look;
use both_heard_core::memory::Agreement;
use both_heard_core::people::{Name, Partner};
use both_heard_core::rhythm::{Plan, Rest, other_times};
use both_heard_core::ritual::{
    Beginning, Draft, Event, FeltHeard, Format, Keep, Looked, Moment, Overlay, Reply, Session, Step, StepKind, Whose,
};
use both_heard_core::typed::FieldName;
use chrono::{DateTime, Days, FixedOffset, NaiveDateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

fn write(file: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/backend/generated");
    fs::create_dir_all(&folder).unwrap();
    // Only a change is written, so that what watches the file wakes only for one.
    if fs::read_to_string(folder.join(file)).ok().as_deref() != Some(text) {
        fs::write(folder.join(file), text).unwrap();
    }
}

#[test]
fn commands() {
    let text = both_heard_shell::ipc::typescript();
    assert!(text.contains("act: { args: { event: Event }; answer: Answer<View, Refusal> };"), "{text}");
    write("commands.ts", &text);
}

/// The screen lets go of what core lets go of at the end of a check-in.
#[test]
fn fields() {
    let kinds = serde_json::to_string(FieldName::OF_THE_CHECK_IN).unwrap();
    write(
        "fields.ts",
        &format!(
            "// Written by `cargo test` from core. Do not edit.\n\n\
             /** The kinds of fields that end with the check-in; after a slash comes what they are about. */\n\
             export const OF_THE_CHECK_IN: readonly string[] = {kinds};\n"
        ),
    );
}

#[test]
fn messages() {
    let mut text = String::from(
        "// Written by `cargo test` from src-tauri/locales/en. Do not edit.\n\n\
         /** Each message of the catalogue, with the arguments it takes. */\nexport interface Messages {\n",
    );
    for file in reading::files("en").iter().filter(|file| *file != "desktop.ftl") {
        for (key, args) in reading::messages("en", file) {
            let args: Vec<_> = args.iter().map(|arg| format!("{arg}: string | number")).collect();
            text += &format!("  '{key}': {{ {} }};\n", args.join("; "));
        }
    }
    write("messages.ts", &(text + "}\n").replace("{  }", "Record<string, never>"));
}

/// The fake backend of the screen walks these graphs, so the ritual is written once, in core.
#[test]
fn rites() {
    let (formats, broken) = content::formats(Path::new(""));
    assert_eq!(broken, []);
    let mut lines = vec![];
    for format in formats {
        let id = format.id().0.clone();
        let looks_back = format.steps().iter().any(|step| step.kind == StepKind::LookBack);
        if looks_back {
            lines.push(rite(&format!("{id}+look-back"), format.clone(), &agreements()));
        }
        lines.push(rite(&id, format.without_look_back(), &[]));
    }
    let text = format!("{{\n\"overlays\": {},\n\"rites\": {{\n{}\n}}\n}}\n", overlays(), lines.join(",\n"));
    serde_json::from_str::<Value>(&text).unwrap();
    write("rites.json", &text);
}

/// The fake backend shows the shipped formats and decks as they are.
#[test]
fn content_for_the_screen() {
    let deck = |deck: &Deck| {
        let group = |g: &Group| json!({ "id": g.id, "en": g.en, "de": g.de });
        let card = |c: &Written| json!({ "id": c.id, "group": c.group, "en": c.en, "de": c.de });
        json!({
            "id": deck.id,
            "groups": deck.groups.iter().map(group).collect::<Vec<_>>(),
            "cards": deck.cards.iter().map(card).collect::<Vec<_>>(),
        })
    };
    let all = json!({
        "formats": content::formats(Path::new("")).0,
        "decks": content::decks().iter().map(deck).collect::<Vec<_>>(),
        "lists": content::lists().iter().map(deck).collect::<Vec<_>>(),
    });
    write("content.json", &(serde_json::to_string(&all).unwrap() + "\n"));
}

/// The fake backend refuses what core refuses of the lists that one move in the editor leads to from a shipped format.
#[test]
fn refusals() {
    let mut refused = BTreeMap::new();
    for format in content::formats(Path::new("")).0 {
        let draft = Draft::from(format);
        for steps in one_move_on(&draft.steps) {
            let name: Vec<_> = steps.iter().map(|s| format!("{} {}", named(&s.kind), named(&s.whose))).collect();
            if let Err(error) = Format::try_from(Draft { steps, ..draft.clone() }) {
                refused.insert(name.join("; "), json!(error));
            }
        }
    }
    assert!(refused.len() > 60, "{}", refused.len());
    write("refusals.json", &(serde_json::to_string(&refused).unwrap() + "\n"));
}

/// Lists what becomes of steps by one move: one left out, one changed about with the next, one added before the last.
fn one_move_on(steps: &[Step]) -> Vec<Vec<Step>> {
    let changed = |change: &dyn Fn(&mut Vec<Step>)| {
        let mut steps = steps.to_vec();
        change(&mut steps);
        steps
    };
    let left_out = (0..steps.len()).map(|at| changed(&|all| _ = all.remove(at)));
    let moved = (1..steps.len()).map(|at| changed(&|all| all.swap(at - 1, at)));
    let roles = [Whose::Both, Whose::Beginner, Whose::Other];
    let added = StepKind::ALL.iter().flat_map(|kind| roles.map(|whose| Step { kind: *kind, whose, minutes: None }));
    let added = added.map(|step| changed(&|all| all.insert(all.len() - 1, step)));
    left_out.chain(moved).chain(added).collect()
}

/// The screen sees of words what core sees.
#[test]
fn looks_of_words() {
    let beside = [
        "",
        " ",
        "Sam",
        " Sam\n",
        "sAM",
        "Ｓａｍ",
        "José",
        "Jose\u{301}",
        "Ana  María",
        "Ana\u{a0}María",
        "a\u{feff}b",
        "a\u{85}b",
        "❤\u{fe0f}",
        "👩\u{200d}🚀",
        "\u{301}e\u{301}",
        "q\u{307}\u{323}",
        "q\u{323}\u{307}",
        "각",
        "\u{1100}\u{1161}\u{11a8}",
        "ﬁn",
        "ΣΟΦΟΣ",
        "İ",
        "ı",
        "ß",
        "ẞ",
        "محمد",
        "שָׁלוֹם",
        "می\u{200c}خواهم",
        "\u{202e}Sam\u{202c}",
        "a\u{200f}b",
        "\u{3164}Sam\u{3164}",
        "\u{200b}\u{301} \u{3164}\u{fe0f}",
        "·",
        "\u{600}",
        "\u{fffd}",
        "a\0b",
        "a\tb\r\nc",
        "\u{e0067}",
        "x\u{e0067}",
    ];
    let alone =
        (0..=0x3000u32).chain(0xfe00..=0xffff).chain([0xe0001, 0xe0020, 0xe0100, 0xe01ef]).filter_map(char::from_u32);
    // Only what cannot be seen, and only what has long been in Unicode: the screen's may be another version of it.
    let alone = alone.filter(|c| look::trimmed(&c.to_string()).is_empty() && !('\u{300}'..'\u{2000}').contains(c));
    let all = beside.map(str::to_owned).into_iter().chain(alone.map(String::from));
    let words = all.map(|typed| {
        let name = Name::new(&typed).map(|name| name.as_str().to_owned());
        let name = name.map_or_else(|refusal| json!({ "refused": refusal }), |name| json!(name));
        json!([typed, look::trimmed(&typed), look::looks(&typed), name]).to_string()
    });
    write("looks.json", &format!("[\n{}\n]\n", words.collect::<Vec<_>>().join(",\n")));
}

/// The fake backend's plan becomes what core's does, whatever they do to it in turn.
#[test]
fn plans() {
    let now: NaiveDateTime = "2026-11-26T18:00:00".parse().unwrap();
    let mut lines = vec![];
    for seed in 1..=60u64 {
        let mut chance = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut below = |most: usize| {
            // Xorshift, Marsaglia 2003.
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            usize::try_from(chance % most as u64).unwrap()
        };
        let mut plan = Plan::default();
        let mut deeds = vec![];
        for _ in 0..6 {
            let next = plan.next(&Utc, now.and_utc(), 3);
            let offered = other_times(&plan, &Utc, now.and_utc());
            let days = |days: usize| now.date() + Days::new(days as u64);
            match below(6) {
                0 | 1 => {
                    let changed = plan.changes.iter().map(|change| change.of).filter(|of| *of > now);
                    let times: Vec<_> = changed.chain(offered).collect();
                    let time = times[below(times.len())];
                    deeds.push(json!(["add", time]));
                    plan.add(time);
                }
                2 if !next.is_empty() => {
                    let of = next[below(next.len())].of;
                    let at = if below(2) == 0 {
                        next[below(next.len())].planned
                    } else {
                        days(1 + below(20)).and_hms_opt(19, 30, 0).unwrap()
                    };
                    deeds.push(json!(["move", of, at]));
                    plan.move_time(of, at);
                }
                3 if !next.is_empty() => {
                    let of = next[below(next.len())].of;
                    deeds.push(json!(["skip", of]));
                    plan.skip(of);
                }
                4 if !plan.changes.is_empty() => {
                    let of = plan.changes[below(plan.changes.len())].of;
                    deeds.push(json!(["restore", of]));
                    plan.restore(of);
                }
                _ => {
                    let from = days(below(10));
                    plan.rests = vec![Rest { from, to: from + Days::new(below(12) as u64) }];
                    deeds.push(json!(["rest", plan.rests]));
                }
            }
        }
        let next: Vec<_> = plan.next(&Utc, now.and_utc(), 3).iter().map(|one| one.planned).collect();
        let offered = other_times(&plan, &Utc, now.and_utc());
        lines.push(json!({ "deeds": deeds, "next": next, "offered": offered }).to_string());
    }
    write("plans.json", &format!("[\n{}\n]\n", lines.join(",\n")));
}

fn named(word: &impl serde::Serialize) -> String {
    json!(word).as_str().unwrap().to_owned()
}

fn beginning(format: Format, agreements: Vec<Agreement>) -> Beginning {
    let at: DateTime<FixedOffset> = DateTime::UNIX_EPOCH.into();
    let id = CheckInId(uuid::Uuid::nil());
    Beginning { id, format, beginner: Partner::One, at, agreements, no_record: false }
}

fn agreements() -> Vec<Agreement> {
    let agreement = |place, by, text: &str| Agreement {
        id: AgreementId { check_in: CheckInId(uuid::Uuid::nil()), place },
        by,
        text: text.into(),
    };
    vec![
        agreement(0, Partner::Two, "Phones stay in the hall at dinner."),
        agreement(1, Partner::One, "A walk on Fridays, whatever the weather."),
    ]
}

/// Draws a format as a graph, a place a line: what it is, and which event leads where.
fn rite(name: &str, format: Format, agreements: &[Agreement]) -> String {
    let now = DateTime::UNIX_EPOCH;
    let id = format.id().clone();
    let steps: Vec<Value> = format
        .steps()
        .iter()
        .map(|s| json!({ "kind": s.kind, "whose": s.whose, "minutes": s.minutes.filter(|_| s.kind.is_timed()) }))
        .collect();
    let first = Session::begin(beginning(format, agreements.to_vec()));
    let (mut nodes, mut waiting) = (vec![], VecDeque::from([first.clone()]));
    let mut seen = BTreeSet::new();
    while let Some(session) = waiting.pop_front() {
        if !seen.insert(place(&session)) {
            continue;
        }
        let mut edges = Map::new();
        let smaller = [Event::Hard, Event::GoOn, Event::GoOn, Event::Smaller];
        let ways = events().into_iter().map(|event| vec![event]).chain([smaller.to_vec()]);
        for way in ways {
            let walked = way.iter().try_fold(session.clone(), |s, event| s.step(event, now).map(|(next, _)| next));
            if let (Ok(next), Some(event)) = (walked, way.last()) {
                let leads = next.ending().map_or_else(|| json!(place(&next)), |ending| json!({ "ending": ending }));
                edges.insert(serde_json::to_string(event).unwrap(), leads);
                if next.ending().is_none() {
                    waiting.push_back(next);
                }
            }
        }
        let node = json!({ "step": session.at(), "moment": session.moment(), "edges": edges });
        nodes.push(format!("  {}: {node}", json!(place(&session))));
    }
    let head = json!({ "format": id, "steps": steps, "first": place(&first), "agreements": agreements });
    let head = head.to_string();
    format!("{}: {},\"nodes\": {{\n{}\n}}}}", json!(name), head.trim_end_matches('}'), nodes.join(",\n"))
}

/// Draws what can lie over a step, and which event leads from one to another.
fn overlays() -> Value {
    let now = DateTime::UNIX_EPOCH;
    let (formats, _) = content::formats(Path::new(""));
    let thanks = formats.into_iter().find(|format| format.id().0 == "thanks").unwrap();
    let start = [Event::GoOn, Event::Arrived { together: true }]
        .iter()
        .fold(Session::begin(beginning(thanks, vec![])), |s, event| s.step(event, now).unwrap().0);
    let (mut nodes, mut waiting) = (Map::new(), VecDeque::from([start.clone()]));
    while let Some(session) = waiting.pop_front() {
        if nodes.contains_key(&over(&session)) {
            continue;
        }
        let mut edges = Map::new();
        for event in over_events() {
            if let Ok((next, _)) = session.step(&event, now)
                && place(&next) == place(&start)
            {
                edges.insert(serde_json::to_string(&event).unwrap(), json!(over(&next)));
                waiting.push_back(next);
            }
        }
        nodes.insert(over(&session), Value::Object(edges));
    }
    Value::Object(nodes)
}

/// Names what lies over a step: `none`, `paused`, `block naming`, `break`, `break over paused`, `away`, `away again`.
fn over(session: &Session) -> String {
    session.overlay().map_or_else(|| "none".into(), over_name)
}

fn over_name(overlay: &Overlay) -> String {
    match overlay {
        Overlay::Block { at, .. } => format!("block {}", json!(at).as_str().unwrap()),
        Overlay::Break { under: None } => "break".into(),
        Overlay::Break { under: Some(under) } => format!("break over {}", over_name(under)),
        Overlay::Away { again, .. } => if *again { "away again" } else { "away" }.into(),
        Overlay::Paused => "paused".into(),
        Overlay::Repair => "repair".into(),
    }
}

/// Names a place for people and for tests: `4:line say-back first 0`.
fn place(session: &Session) -> String {
    let words: Vec<String> = match serde_json::to_value(session.moment()).unwrap() {
        Value::Object(moment) => {
            let order = ["at", "line", "attempt", "round", "answer", "index"];
            order.iter().filter_map(|key| moment.get(*key)).map(|v| v.to_string().replace('"', "")).collect()
        }
        other => panic!("a moment is an object: {other}"),
    };
    assert!(!matches!(session.moment(), Moment::Line { .. }) || words.len() == 4);
    format!("{}:{}", session.at(), words.join(" "))
}

fn over_events() -> Vec<Event> {
    vec![
        Event::Pause,
        Event::Resume,
        Event::Hard,
        Event::GoOn,
        Event::Back,
        Event::TakeBreak,
        Event::Away { minutes: 20 },
        Event::Repair,
    ]
}

fn events() -> Vec<Event> {
    let mut events = vec![Event::GoOn, Event::NothingToAsk];
    for yes in [true, false] {
        events.extend([Event::Arrived { together: yes }, Event::GotIt { yes }, Event::More { yes }]);
    }
    events.extend([FeltHeard::Yes, FeltHeard::Mostly, FeltHeard::NotYet].map(|answer| Event::Felt { answer }));
    events.extend([Looked::Working, Looked::TalkAboutIt, Looked::LetGo].map(|answer| Event::LookBack { answer }));
    events.extend([Reply::Yes, Reply::LetMeThink, Reply::NotThisTime].map(|answer| Event::Reply { answer }));
    events.extend([Keep::All, Keep::OnlyThatWeMet, Keep::Nothing].map(|choice| Event::Keep { choice }));
    events
}
