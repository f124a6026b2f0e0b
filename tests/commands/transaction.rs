//! One use case is one transaction: whichever of its statements fails, the file and what is shown of it are as they were,
//! and the same again does it once.

use crate::{kept, take_a_break};
use both_heard_desk::Desk;
use both_heard_shell::ipc;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Every row of every table.
type Rows = BTreeMap<String, Vec<Vec<Cell>>>;

fn rows(desk: &Desk) -> Rows {
    [desk.file(), desk.rhythm()].iter().flat_map(|file| rows_of(file)).collect()
}

fn rows_of(file: &Path) -> Rows {
    let sqlite = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut ask = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'unswept'").unwrap();
    let tables: Vec<String> = ask.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let all = |table: &String| {
        let mut ask = sqlite.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = ask.column_count();
        let rows = ask.query_map([], |row| (0..width).map(|index| row.get(index)).collect()).unwrap();
        rows.map(Result::unwrap).collect()
    };
    tables.iter().map(|table| (table.clone(), all(table))).collect()
}

/// What the two of them see.
fn shown(desk: &Desk) -> Vec<Value> {
    ["check_in", "overview", "typed", "decks", "formats"].map(|command| desk.ask(command, json!({}))).to_vec()
}

/// What a command leaves behind, without the names that are made anew each time.
fn counted(desk: &Desk) -> (BTreeMap<String, usize>, Vec<String>) {
    (rows(desk).into_iter().map(|(table, rows)| (table, rows.len())).collect(), desk.heard())
}

/// Asks a command on two desks: on one as it is, on the other with each of its statements failing in turn first.
#[track_caller]
fn check(name: &str, set_up: fn() -> Desk, command: &str, args: impl Fn(&Desk) -> Value) {
    let (whole, desk) = (set_up(), set_up());
    whole.try_ask(command, args(&whole)).unwrap_or_else(|trouble| panic!("{name}: {trouble}"));
    let args = args(&desk);
    let mut failed = 0;
    loop {
        let before = (rows(&desk), shown(&desk), desk.heard());
        desk.app.fail_statement(Some(failed)).unwrap();
        let answer = desk.try_ask(command, args.clone());
        desk.app.fail_statement(None).unwrap();
        let Err(trouble) = answer else { break };
        assert_eq!(trouble["kind"], "disk", "{name}, statement {failed}");
        let after = (rows(&desk), shown(&desk), desk.heard());
        // Where it is only the sweeping that failed, it is done, and told.
        let (same_rows, same_shown) = (after.0 == before.0, after.1 == before.1);
        assert_eq!((same_rows, after.2), (same_shown, before.2), "{name}, statement {failed}");
        failed += 1;
        assert!(failed < 200, "{name} never succeeds");
    }
    assert!(failed >= 2, "{name}: {failed} statements");
    assert_eq!(counted(&desk), counted(&whole), "{name} is done once");
    let ended = desk.crash_and_start(chrono::TimeDelta::zero());
    let whole = whole.crash_and_start(chrono::TimeDelta::zero());
    assert_eq!(counted(&ended), counted(&whole), "{name} is there after a restart");
}

fn nobody() -> Desk {
    let desk = Desk::fresh();
    desk.ask("overview", json!({}));
    desk
}

fn evening() -> Desk {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk("go-on here");
    desk
}

fn at_the_end() -> Desk {
    let desk = Desk::welcomed();
    desk.ask("put_in_jar", json!({ "by": "one", "text": "the car", "id": null }));
    desk.whole_check_in();
    desk
}

fn with_a_past() -> Desk {
    let desk = kept("keep");
    desk.heard();
    desk
}

fn due() -> Desk {
    let desk = Desk::welcomed();
    desk.pass(30 * 60);
    desk.heard();
    desk
}

fn named() -> Desk {
    let desk = evening();
    desk.walk("go-on go-on go-on go-on hard");
    desk.act(json!({ "kind": "name", "text": "too tired" }));
    desk.walk("go-on go-on");
    desk
}

fn with_words() -> Desk {
    let desk = Desk::welcomed();
    desk.ask("keep_card", json!({ "card": card("x") }));
    desk.ask("put_in_jar", json!({ "by": "one", "text": "the car", "id": null }));
    let weekly = desk.ask("formats", json!({}))["shipped"][0].clone();
    desk.ask("keep_format", json!({ "format": weekly }));
    desk
}

fn card(id: &str) -> Value {
    let id = if id.is_empty() { String::new() } else { format!("joy/{id}") };
    json!({ "id": id, "deck": "joy", "group": null, "text": "Ours", "hidden": false, "favourite": true })
}

/// What a command is asked with.
type Args = Box<dyn Fn(&Desk) -> Value>;
/// What it is tried with: a name, what there is before, the command, and what it is asked with.
type Case<A> = (&'static str, fn() -> Desk, &'static str, A);

/// Every command that writes into the store, with what there is before it.
fn cases() -> Vec<Case<Args>> {
    let act = |event: &str| json!({ "event": { "kind": event } });
    let keep = |choice: &str| json!({ "event": { "kind": "keep", "choice": choice } });
    let of = "2026-11-22T19:30:00";
    let rule = json!({ "day": "Wed", "time": "20:15:00", "every": "week", "first": "2026-11-22" });
    let draft = Desk::welcomed().ask("formats", json!({}))["shipped"][0].clone();
    let cases: Vec<Case<Value>> = vec![
        ("the welcome", nobody, "save_couple", json!({ "one": "Sam", "two": "Robin", "left": "one" })),
        ("other names", Desk::welcomed, "save_couple", json!({ "one": "Samira", "two": "Robin", "left": "two" })),
        ("the rule", due, "save_rhythm", json!({ "rhythm": { "rule": rule, "heads_up": "day", "repeats": true } })),
        ("rests", due, "save_rests", json!({ "rests": [{ "from": "2026-12-20", "to": "2027-01-03" }] })),
        ("once more", due, "meet_once", json!({ "planned": "2026-11-25T08:00:00" })),
        ("what has come, moved", due, "move_time", json!({ "of": of, "to": "2026-11-24T18:00:00" })),
        ("what has come, left out", due, "skip", json!({ "of": of })),
        ("what comes, left out", due, "skip", json!({ "of": "2026-11-29T19:30:00" })),
        ("taken back", due, "restore", json!({ "of": of })),
        ("later", due, "snooze", json!({})),
        ("begin", due, "begin", json!({ "beginner": "one", "format": "weekly", "record": true })),
        ("go on", evening, "act", act("go-on")),
        ("words", evening, "act", json!({ "event": { "kind": "write", "step": 1, "text": "You made soup" } })),
        ("go on after a block", named, "act", act("go-on")),
        ("kept whole", at_the_end, "act", keep("all")),
        ("only that they met", at_the_end, "act", keep("only-that-we-met")),
        ("nothing kept", at_the_end, "act", keep("nothing")),
        ("let go", evening, "act", act("let-go")),
        ("paused", evening, "act", act("pause")),
        ("typed", due, "keep_typed", json!({ "field": "card/joy", "text": "half a word" })),
        ("a card of theirs", due, "keep_card", json!({ "card": card("") })),
        ("a card, deleted", with_words, "delete_card", json!({ "id": "joy/x" })),
        ("a card, drawn", due, "draw_card", json!({ "deck": null })),
        ("into the jar", due, "put_in_jar", json!({ "by": "two", "text": "the cat", "id": null })),
        ("a format", due, "keep_format", json!({ "format": draft })),
        ("the calendar", due, "save_calendar", json!({})),
        ("what cannot be read", with_words, "forget_unreadable", json!({ "of": "jar" })),
    ];
    let the_first = |command: &'static str, asked: Value, list: &'static str| -> Args {
        Box::new(move |desk| json!({ "id": desk.ask(command, asked.clone()).pointer(list).unwrap()[0]["id"] }))
    };
    let of_an_id: [Case<Args>; 3] = [
        ("a check-in, deleted", with_a_past, "forget", the_first("past", json!({ "after": null }), "/lines")),
        ("a format, deleted", with_words, "delete_format", the_first("formats", json!({}), "/own")),
        ("out of the jar", with_words, "take_from_jar", the_first("jar", json!({ "by": "one" }), "")),
    ];
    let with_args = |(name, set_up, command, args): Case<Value>| {
        let args: Args = Box::new(move |_| args.clone());
        (name, set_up, command, args)
    };
    cases.into_iter().map(with_args).chain(of_an_id).collect()
}

#[test]
fn each_command_is_done_once_or_not_at_all() {
    for (name, set_up, command, args) in cases() {
        check(name, set_up, command, args);
    }
}

/// Commands that change something, and no row of the store.
const BESIDE_THE_STORE: [&str; 8] =
    ["try_again", "save_settings", "save_as_text", "preview", "test_reminder", "hide", "hold_on", "leave"];

/// The commands of which the screens know that they only read.
fn reads() -> impl Iterator<Item = &'static str> {
    let program = include_str!("../../ui/src/backend/program.ts");
    let reads = program.split_once("const READS").unwrap().1.split_once(" = [").unwrap().1.split_once(']').unwrap().0;
    reads.split('\'').skip(1).step_by(2)
}

#[test]
fn a_command_only_reads_or_is_tried_here() {
    let cases = cases();
    let writes: BTreeSet<_> = cases.iter().map(|(_, _, command, _)| *command).collect();
    let mut all: Vec<_> = reads().chain(writes).chain(BESIDE_THE_STORE).collect();
    let mut listed = ipc::NAMES.to_vec();
    all.sort_unstable();
    listed.sort_unstable();
    assert_eq!(all, listed, "in `READS` of the screens, in a row above, or beside the store");
}

#[test]
fn what_only_reads_leaves_every_byte_as_it_is() {
    for desk in [evening(), at_the_end(), with_a_past(), due(), with_words()] {
        desk.both_clocks_move(60);
        let files = || [desk.file(), desk.rhythm()].map(|file| std::fs::read(file).unwrap());
        let before = files();
        let id = desk.ask("past", json!({ "after": null }))["lines"][0]["id"].clone();
        let id = if id.is_null() { json!("00000000-0000-7000-8000-000000000000") } else { id };
        for command in reads() {
            desk.only_ask(command, json!({ "by": "one", "after": null, "id": id })).unwrap();
            assert!(files() == before, "{command} writes");
        }
    }
}

/// Lets the break end and the planned time come, with a statement of the look that finds them failing; answers what was
/// told then, and what at the next look.
fn told(failing: Option<u32>) -> [Vec<String>; 2] {
    let desk = evening();
    take_a_break(&desk, 20);
    desk.heard();
    desk.both_clocks_move(31 * 60);
    desk.app.fail_statement(failing).unwrap();
    desk.pass(0);
    let told = desk.heard();
    desk.app.fail_statement(None).unwrap();
    desk.pass(0);
    [told, desk.heard()]
}

#[test]
fn what_the_alarm_finds_is_told_once_whichever_statement_fails() {
    let [all, none] = told(None);
    assert!(all.iter().any(|one| one == "Return") && all.iter().any(|one| one == "Due"), "{all:?}");
    assert_eq!(none, [""; 0]);
    let failing = (0..100).take_while(|failing| {
        let [first, then] = told(Some(*failing));
        let failed = first.is_empty();
        assert_eq!(if failed { then } else { [first, then].concat() }, all, "statement {failing}");
        failed
    });
    assert!(failing.count() >= 5);
}
