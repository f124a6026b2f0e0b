//! Plays the program to screens in a plain browser, for their tests and for `npm run dev`: it reads a request a line, and
//! answers each with a line. What listens on the loopback is `ui/tests/desk.ts`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod places;
mod records;
mod scenario;

use both_heard_app::ports::{Signal, WindowRequest};
use both_heard_core::cards::OwnCard;
use both_heard_core::memory::{JarNote, Record};
use both_heard_core::people::Partner;
use both_heard_core::rhythm::{Plan, Rest};
use both_heard_core::ritual::{Draft, Format, FormatId};
use both_heard_desk::Desk;
use both_heard_store::Store;
use chrono::TimeDelta;
use scenario::Scenario;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{self, BufRead, Write};

/// How many programs are played at once; the eldest goes then. A page is there for some seconds, and others come every half.
const MOST: usize = 100;
/// How much of a long list is told unasked.
const TOLD: usize = 50;

/// A line that is asked.
#[derive(Deserialize)]
#[serde(untagged)]
enum Request {
    /// Something of a program that was opened, which is named by the number that was answered then.
    Of { desk: u64, deed: Deed },
    /// A program in the middle of a couple's life.
    Open { scenario: Box<Scenario> },
    /// Every place of a shipped format, with what the screen is shown there.
    Places { places_of: FormatId, agreed: bool },
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Deed {
    /// A command, as the window asks it.
    Call { command: String, args: Value },
    /// Both clocks go on.
    Pass { milliseconds: u64 },
    /// The laptop sleeps as long.
    Sleep { milliseconds: i64 },
    /// The frame of the window closes it.
    Close,
    /// They want something of the window from outside.
    Request { begins: bool },
    /// The desktop speaks another language.
    Speak { language: String },
    /// The file can be written again.
    BecomeWritable,
    /// More is kept than a test wants to type.
    Keep(Box<Kept>),
}

/// What is put into the store past all commands.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Kept {
    records: Vec<Record>,
    jar: Vec<JarNote>,
    cards: Vec<OwnCard>,
    formats: Vec<Draft>,
    rests: Option<Vec<Rest>>,
}

fn main() {
    let mut desks = VecDeque::new();
    let mut opened = 0;
    for (turn, line) in io::stdin().lock().lines().enumerate() {
        let mut told = match serde_json::from_str(&line.unwrap()) {
            Ok(Request::Places { places_of, agreed }) => json!({ "done": places::all(&places_of, agreed) }),
            Ok(Request::Open { scenario }) => {
                opened += 1;
                desks.truncate(MOST - 1);
                desks.push_front((opened, scenario.lay()));
                told(&desks[0].1, Ok(json!(opened)))
            }
            Ok(Request::Of { desk, deed }) => match desks.iter().find(|(number, _)| *number == desk) {
                Some((_, desk)) => told(desk, done(desk, deed)),
                None => json!({ "broken": "that program is gone" }),
            },
            Err(error) => json!({ "broken": error.to_string() }),
        };
        // Answers may come to a page in another order.
        told["turn"] = json!(turn);
        let mut out = io::stdout().lock();
        writeln!(out, "{told}").and_then(|()| out.flush()).unwrap();
    }
}

fn done(desk: &Desk, deed: Deed) -> Result<Value, Value> {
    match deed {
        Deed::Call { command, args } => return desk.try_ask(&command, args),
        Deed::Pass { milliseconds } => {
            desk.both_clocks_move(milliseconds / 1_000);
            desk.look();
        }
        Deed::Sleep { milliseconds } => _ = desk.wall_moves(TimeDelta::milliseconds(milliseconds)),
        Deed::Close => {
            let first = if desk.app.asks_before_closing() { Signal::AskClosing } else { Signal::Closing };
            desk.app.say_goodbye(false);
            desk.world.signals.lock().unwrap().push(first);
        }
        Deed::Request { begins } => {
            desk.app.request_window(if begins { WindowRequest::Begin } else { WindowRequest::Home });
            desk.world.signals.lock().unwrap().push(Signal::Requested);
        }
        Deed::Speak { language } => *desk.world.locale.lock().unwrap() = language,
        Deed::BecomeWritable => scenario::set_read_only(desk, false),
        Deed::Keep(kept) => keep(desk, *kept),
    }
    Ok(Value::Null)
}

fn keep(desk: &Desk, kept: Kept) {
    let mut store = Store::open(&desk.file()).unwrap();
    let formats: Vec<_> = kept.formats.into_iter().map(|draft| Format::try_from(draft).unwrap()).collect();
    let written = store.transact(|tx| {
        kept.records.iter().try_for_each(|record| {
            tx.records().delete(record.id)?;
            tx.records().keep(record)
        })?;
        kept.jar.iter().try_for_each(|note| tx.jar().put(note))?;
        kept.cards.iter().try_for_each(|card| tx.cards().keep(card))?;
        formats.iter().try_for_each(|format| tx.formats().keep(format))?;
        match kept.rests {
            Some(rests) => {
                let plan = tx.plan().get()?;
                tx.plan().set(&Plan { rests, ..plan })
            }
            None => Ok(()),
        }
    });
    written.unwrap();
}

/// Tells what came of it, and how the program stands after it.
fn told(desk: &Desk, answer: Result<Value, Value>) -> Value {
    let app = &desk.app;
    let home = app.overview().ok();
    let jar = |who| app.jar(who).unwrap_or_default().into_iter().take(TOLD);
    let (one, two) = (Partner::One, Partner::Two);
    let seen = json!({
        "couple": home.as_ref().map(|home| &home.couple),
        "plan": home.as_ref().map(|home| &home.schedule),
        "settings": app.start().map(|start| start.settings).ok(),
        "jarNotes": jar(one).chain(jar(two)).collect::<Vec<_>>(),
        "typedIn": app.typed().unwrap_or_default(),
    });
    let signals = std::mem::take(&mut *desk.world.signals.lock().unwrap());
    let mut told = json!({ "signals": signals, "heard": desk.heard(), "seen": seen });
    match answer {
        Ok(done) => told["done"] = done,
        Err(trouble) => told["trouble"] = trouble,
    }
    told
}
