//! Holds what was released: the schema as SQL, and a real file of every version. `BLESS=1` writes them anew, which is
//! right only for a version that nobody has yet.

use crate::common::{
    Closing, Erase, Home, agreed, beginning, end, evening, field, id, logged, note, only_met, own_card, typed, utc,
    whole, write,
};
use both_heard_core::ids::CalendarId;
use both_heard_core::memory::Record;
use both_heard_core::people::{Couple, Partner};
use both_heard_core::rhythm::{
    Change, Every, HeadsUp, Plan, Published, Reminder, Repeat, RepeatReason, Rest, Rhythm, Rule,
};
use both_heard_core::ritual::Event;
use both_heard_store::{Away, Running, Store, Unreadable};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

fn bless() -> bool {
    env::var_os("BLESS").is_some()
}

#[test]
fn the_schema_is_the_one_written_down() {
    let home = Home::new();
    drop(home.open());
    for (file, written) in [(home.file(), "schema.sql"), (home.rhythm(), "rhythm.sql")] {
        let sqlite = Connection::open(file).unwrap();
        let number = |name: &str| sqlite.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        let mut seen =
            format!("-- application_id {:#x}, user_version {}\n", number("application_id"), number("user_version"));
        let mut ask = sqlite.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
        for sql in ask.query_map([], |row| row.get::<_, String>(0)).unwrap() {
            seen += &format!("\n{};\n", sql.unwrap());
        }
        if bless() {
            fs::write(golden(written), &seen).unwrap();
        }
        assert_eq!(seen, fs::read_to_string(golden(written)).unwrap());
    }
}

fn couple() -> Couple {
    Couple::new("Sam", "Zoë 🌿", Partner::Two).unwrap()
}

/// What the files of the first two schemas hold: a rule, and one more time.
fn plan() -> Plan {
    let rule = Rule { day: chrono::Weekday::Thu, time: "20:15:00".parse().unwrap(), ..Rule::default() };
    let once = "2026-11-24T20:00:00".parse().unwrap();
    let changes = vec![Change { of: once, to: Some(once) }];
    Plan { rhythm: Rhythm { rule, ..Rhythm::default() }, changes, ..Plan::default() }
}

fn reminder(day: u32) -> Reminder {
    let planned = format!("2026-11-{day}T20:15:00").parse().unwrap();
    Reminder { planned, at: utc(i64::from(day)), repeat: None }
}

/// What the third schema is there for.
fn whole_plan() -> Plan {
    let mut plan = plan();
    plan.rhythm.rule.every = Every::TwoWeeks;
    plan.rhythm.rule.first = "2026-11-19".parse().unwrap();
    (plan.rhythm.heads_up, plan.rhythm.repeats, plan.since) = (HeadsUp::Hour, false, utc(1));
    plan.changes.push(Change { of: "2026-12-03T20:15:00".parse().unwrap(), to: None });
    plan.rests = vec![Rest { from: "2026-12-20".parse().unwrap(), to: "2027-01-06".parse().unwrap() }];
    plan
}

fn write_rhythm(store: &mut Store) {
    store.transact(|tx| tx.plan().set(&whole_plan())).unwrap();
    store.transact(|tx| tx.reminders().remember(&reminder(19).snooze(utc(19)))).unwrap();
    store.transact(|tx| tx.reminders().announce(reminder(26).planned)).unwrap();
}

#[track_caller]
fn check_rhythm(store: &mut Store) {
    assert_eq!(store.transact(|tx| tx.plan().get()), Ok(whole_plan()));
    let repeat = Some(Repeat { at: utc(19 + 15 * 60), why: RepeatReason::Snoozed });
    assert_eq!(store.transact(|tx| tx.reminders().pending(utc(20))), Ok(Some(Reminder { repeat, ..reminder(19) })));
    assert_eq!(store.transact(|tx| tx.reminders().announce(reminder(26).planned)), Ok(false));
}

fn published() -> Published {
    let (planned, moved) = (reminder(26).planned, reminder(27).planned);
    let singles = [(planned, moved)].into();
    Published { sequence: 29_900_000, series: Some(planned), singles, ..Published::nothing(CalendarId(id(3).0)) }
}

fn write_calendar(store: &mut Store) {
    store.transact(|tx| tx.calendar().set(&published())).unwrap();
}

#[track_caller]
fn check_calendar(store: &mut Store) {
    assert_eq!(store.transact(|tx| tx.calendar().get()), Ok(Some(published())));
}

/// Writes a break, of which the sixth schema knew what was told.
fn write_break(store: &mut Store) {
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.away().set(Some(utc(8)))).unwrap();
    store.transact(|tx| tx.away().tell(utc(8))).unwrap();
}

#[track_caller]
fn check_break(store: &mut Store) {
    let away = |told| Ok(Some(Away { ends: utc(8), told }));
    assert_eq!(store.transact(|tx| tx.away().get()), away(Some(utc(8))));
    store.transact(|tx| tx.away().set(None)).unwrap();
    assert_eq!(store.transact(|tx| tx.away().get()), Ok(None));
    store.transact(|tx| tx.away().tell(utc(9))).unwrap();
    assert_eq!(store.transact(|tx| tx.away().get()), Ok(None), "nothing is told of none");
    store.transact(|tx| tx.away().set(Some(utc(8)))).unwrap();
    assert_eq!(store.transact(|tx| tx.away().get()), away(None), "another one");
    store.transact(|tx| tx.away().tell(utc(8))).unwrap();
}

fn write_all(store: &mut Store) {
    store.transact(|tx| tx.couple().set(&couple())).unwrap();
    store.transact(|tx| tx.plan().set(&plan())).unwrap();
    store.transact(|tx| tx.reminders().remember(&reminder(12))).unwrap();
    store.transact(|tx| tx.reminders().dismiss()).unwrap();
    store.transact(|tx| tx.reminders().remember(&reminder(19))).unwrap();
    for nr in 1..=4 {
        end(store, Some(&whole(nr, &format!("evening {nr}: שלום, größer, 🫂"))), &Closing::default()).unwrap();
    }
    end(store, Some(&only_met(5)), &Closing::default()).unwrap();
    store.erase(|tx| tx.records().delete(id(2))).unwrap();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&logged(1, Event::GoOn))).unwrap();
    store.transact(|tx| tx.running().append(&write(2, 3, "half a sent"))).unwrap();
    store.transact(|tx| tx.running().append(&write(3, 3, "half a sentence"))).unwrap();
}

#[track_caller]
fn check_all(store: &mut Store) {
    assert_eq!(store.transact(|tx| tx.couple().get()), Ok(Some(couple())));
    assert_eq!(store.transact(|tx| tx.plan().get()), Ok(plan()));
    assert_eq!(store.transact(|tx| tx.reminders().pending(utc(60))), Ok(Some(reminder(19))));
    assert_eq!(store.transact(|tx| tx.reminders().knows(reminder(12).planned)), Ok(true));
    let events = vec![logged(1, Event::GoOn), write(3, 3, "half a sentence")];
    assert_eq!(
        store.transact(|tx| tx.running().get()),
        Ok(Some(Running { beginning: beginning(), events, seen: utc(3) }))
    );
    for nr in [1, 3, 4] {
        assert_eq!(
            store.transact(|tx| tx.records().get(id(nr))),
            Ok(Some(whole(nr, &format!("evening {nr}: שלום, größer, 🫂"))))
        );
    }
    assert_eq!(store.transact(|tx| tx.records().get(id(5))), Ok(Some(only_met(5))));
    let page = store.transact(|tx| tx.records().page(None, 3)).unwrap();
    assert_eq!(page.lines.iter().map(|line| line.id).collect::<Vec<_>>(), [id(5), id(4), id(3)]);
    assert_eq!((page.more, page.total, page.since), (true, 4, Some(evening(1))));
    assert_eq!(store.transact(|tx| tx.records().last_beginner()), Ok(Some(Partner::One)));
}

/// Writes what the second schema is there for.
fn write_more(store: &mut Store) {
    store.transact(|tx| tx.jar().put(&note(1, Partner::One, "größer"))).unwrap();
    store.transact(|tx| tx.cards().keep(&own_card("0", Some("ours"), false))).unwrap();
    store.transact(|tx| tx.cards().set_drawn(&own_card("0", None, false).id)).unwrap();
    store.transact(|tx| tx.formats().keep(&beginning().format)).unwrap();
    // Older than all others, so that what the first schema shows stays as it is.
    let record = Record { met: evening(0), ..agreed(9, "a walk") };
    end(store, Some(&record), &Closing::default()).unwrap();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
}

#[track_caller]
fn check_more(store: &mut Store) {
    assert_eq!(store.transact(|tx| tx.jar().of(Partner::One)), Ok(vec![note(1, Partner::One, "größer")]));
    assert_eq!(store.transact(|tx| tx.cards().all()), Ok(vec![own_card("0", Some("ours"), false)]));
    assert_eq!(store.transact(|tx| tx.cards().drawn()), Ok(Some(own_card("0", None, false).id)));
    assert_eq!(store.transact(|tx| tx.formats().all()), Ok(vec![beginning().format]));
    assert_eq!(store.transact(|tx| tx.agreements().open()).map(|all| all.len()), Ok(2));
    assert_eq!(
        store.transact(|tx| tx.records().get(id(9))),
        Ok(Some(Record { met: evening(0), ..agreed(9, "a walk") }))
    );
}

/// Writes what the fifth schema is there for.
fn write_typed(store: &mut Store) {
    store.transact(|tx| tx.typed().keep(&field("name/one"), "Zo")).unwrap();
    store.transact(|tx| tx.typed().keep(&field("new-card/us/"), "größer")).unwrap();
}

#[track_caller]
fn check_typed(store: &mut Store) {
    assert_eq!(
        store.transact(|tx| tx.typed().all()),
        Ok(vec![typed("name/one", "Zo"), typed("new-card/us/", "größer")])
    );
}

/// What the seventh schema is there for: a note that cannot be read, beside one that can.
#[track_caller]
fn check_aside(store: &mut Store) {
    assert_eq!(store.transact(|tx| tx.jar().of(Partner::One)), Ok(vec![note(1, Partner::One, "größer")]));
    assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Jar]));
}

fn check_golden(name: &str, check: fn(&mut Store)) {
    let home = Home::with_bytes(&fs::read(golden(name)).unwrap());
    check(&mut home.open());
    check(&mut home.open());
}

#[test]
fn a_file_of_every_version_opens_to_what_was_written() {
    if bless() {
        let home = Home::new();
        write_all(&mut home.open());
        write_rhythm(&mut home.open());
        fs::copy(home.file(), golden("v8.db")).unwrap();
        fs::copy(home.rhythm(), golden("rhythm-v1.db")).unwrap();
    }
    check_golden("v1.db", check_all);
    check_golden("v2.db", check_more);
    check_golden("v3.db", check_rhythm);
    check_golden("v4.db", check_calendar);
    check_golden("v5.db", check_typed);
    check_golden("v6.db", check_break);
    check_golden("v7.db", check_aside);
    let home = Home::with_bytes(&fs::read(golden("v8.db")).unwrap());
    fs::copy(golden("rhythm-v1.db"), home.rhythm()).unwrap();
    check_rhythm(&mut home.open());
    assert_eq!(home.open().transact(|tx| tx.couple().get()), Ok(Some(couple())));
}

#[test]
fn a_file_of_every_version_is_read_without_a_byte_of_it_changing() {
    for (name, expect) in [
        ("v1.db", plan()),
        ("v2.db", Plan::default()),
        ("v3.db", whole_plan()),
        ("v4.db", Plan::default()),
        ("v5.db", Plan::default()),
        ("v6.db", Plan::default()),
        ("v7.db", Plan::default()),
    ] {
        let home = Home::with_bytes(&fs::read(golden(name)).unwrap());
        let before = home.inside();
        let mut read = Store::open_to_read(&home.file()).unwrap().unwrap();
        assert_eq!(read.transact(|tx| tx.plan().get()), Ok(expect), "{name}");
        drop(read);
        assert!(home.inside() == before, "{name}: the folder has changed");
    }
}

#[test]
fn a_new_file_opens_to_what_was_written() {
    let check = |write: fn(&mut Store), check: fn(&mut Store)| {
        let home = Home::new();
        write(&mut home.open());
        check(&mut home.open());
    };
    check(write_all, check_all);
    check(write_more, check_more);
    check(write_rhythm, check_rhythm);
    check(write_calendar, check_calendar);
    check(write_typed, check_typed);
    check(write_break, check_break);
}

#[test]
fn a_schema_that_fails_half_way_leaves_nothing() {
    // The last thing in the file's way is a table of the same name, so all before it must be undone.
    let home = Home::with_bytes(b"");
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("PRAGMA application_id = 0x42487264; CREATE TABLE said (id)").unwrap();
    other.close().unwrap();
    let before = home.inside();
    assert!(Store::open(&home.file()).is_err());
    assert!(home.inside() == before);
}

#[test]
fn sqlite_is_new_enough() {
    // Before 3.51.3 a bug of the write-ahead log could lose commits with two connections.
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
}
