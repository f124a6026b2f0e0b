//! Spoils rows past every rule of their tables, as a bit that tipped over or another program would, and opens the file:
//! what makes no sense is put aside, cell by cell as it was, until they delete it.

use crate::common::{Closing, Erase, Home, beginning, end, id, logged, note, utc, whole, write};
use both_heard_core::memory::Whole;
use both_heard_core::people::{Couple, Partner};
use both_heard_core::ritual::{Beginning, Event};
use both_heard_core::typed::FieldName;
use both_heard_store::{Store, StoreError, Unreadable};
use rusqlite::Connection;
use rusqlite::types::Value;

/// Changes a file past all its rules.
fn spoil(home: &Home, sql: &str) {
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
    assert!(other.execute(sql, []).unwrap() > 0, "{sql}");
}

/// Lists what lies aside: of what, which field, what was in it.
fn aside(home: &Home) -> Vec<(String, String, Value)> {
    let other = Connection::open(home.file()).unwrap();
    let mut ask = other.prepare("SELECT of, field, value FROM aside ORDER BY of, field").unwrap();
    ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap().map(Result::unwrap).collect()
}

fn text(of: &str, field: &str, value: &str) -> (String, String, Value) {
    (of.into(), field.into(), Value::Text(value.into()))
}

#[test]
fn a_name_that_makes_no_sense_has_a_number_in_its_place_and_lies_aside() {
    let home = Home::new();
    home.open().transact(|tx| tx.couple().set(&Couple::new("Sam", "Robin", Partner::Two).unwrap())).unwrap();
    spoil(&home, "UPDATE couple SET two = ''");
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.couple().get()), Ok(Couple::new("Sam", "2", Partner::Two).ok()));
    assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Names]));
    let row = vec![
        text("couple", "on_the_left", "two"),
        text("couple", "one", "Sam"),
        ("couple".into(), "only".into(), Value::Integer(1)),
        text("couple", "two", ""),
    ];
    assert_eq!(aside(&home), row);
    drop(store);
    assert_eq!(home.open().transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Names]), "told until they delete it");
    assert_eq!(aside(&home), row, "put aside once");
}

#[test]
fn a_name_that_shows_nothing_or_has_no_room_makes_no_sense() {
    let check = |one: &str, expect: &str| {
        let home = Home::new();
        home.open().transact(|tx| tx.couple().set(&Couple::new("Sam", "Robin", Partner::Two).unwrap())).unwrap();
        spoil(&home, &format!("UPDATE couple SET one = '{one}'"));
        let mut store = home.open();
        assert_eq!(store.transact(|tx| tx.couple().get()).unwrap().unwrap().one.as_str(), expect, "{one:?}");
        assert_eq!(store.transact(|tx| tx.aside().all()).unwrap().is_empty(), one == expect, "{one:?}");
    };
    for bad in [" ", "\u{3164}", &"x".repeat(41), &"x".repeat(3_000), &format!("x{}", "\u{301}".repeat(600))] {
        check(bad, "1");
    }
    for good in ["Sam  Lee", "x\u{200b}", &"x".repeat(40)] {
        check(good, good);
    }
}

#[test]
fn one_that_makes_no_sense_among_others_costs_nothing_else() {
    let home = Home::new();
    let mut store = home.open();
    for nr in 1..=3 {
        store.transact(|tx| tx.jar().put(&note(nr, Partner::One, "soup"))).unwrap();
    }
    drop(store);
    spoil(&home, "UPDATE jar SET by = 'a canary' WHERE id = (SELECT id FROM jar LIMIT 1 OFFSET 1)");
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.jar().of(Partner::One)).map(|notes| notes.len()), Ok(2));
    assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Jar]));
    assert!(home.holds("a canary"), "it is kept");
    store.erase(|tx| tx.aside().delete(Unreadable::Cards)).unwrap();
    assert!(home.holds("a canary"), "other things are");
    store.erase(|tx| tx.aside().delete(Unreadable::Jar)).unwrap();
    assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![]));
    assert!(!home.holds("a canary"), "until they delete it");
    assert_eq!(store.transact(|tx| tx.jar().of(Partner::One)).map(|notes| notes.len()), Ok(2));
}

#[test]
fn an_event_that_makes_no_sense_is_left_out_and_goes_with_the_check_in() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    for event in [logged(1, Event::GoOn), write(2, 3, "canary"), write(3, 10, "words")] {
        store.transact(|tx| tx.running().append(&event)).unwrap();
    }
    drop(store);
    for (bad, least) in
        [("UPDATE event SET logged = logged || '}' WHERE field = 3", 2), ("UPDATE running SET seen = -9e18", 2)]
    {
        spoil(&home, bad);
        let running = home.open().transact(|tx| tx.running().get()).unwrap().unwrap();
        assert_eq!((running.events.len(), running.seen), (least, utc(3)), "{bad}");
        assert_eq!(running.events, [logged(1, Event::GoOn), write(3, 10, "words")]);
    }
    let mut store = home.open();
    assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Part]));
    assert!(home.holds("canary"));
    end(&mut store, None, &Closing::default()).unwrap();
    assert!(!home.holds("canary"));
    assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![]));
}

#[test]
fn a_check_in_that_cannot_be_taken_up_lies_aside_and_another_can_begin() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&write(2, 3, "a canary"))).unwrap();
    drop(store);
    spoil(&home, "UPDATE running SET beginning = replace(beginning, 'speak', 'shout')");
    let mut store = home.open();
    assert_eq!(
        (store.transact(|tx| tx.running().get()), store.transact(|tx| tx.aside().all())),
        (Ok(None), Ok(vec![Unreadable::CheckIn]))
    );
    let lies: Vec<_> = aside(&home).into_iter().map(|(of, field, _)| format!("{of} {field}")).collect();
    let fields = ["beginning", "field", "logged", "nr", "only", "seen"].map(|field| format!("running {field}"));
    assert_eq!(lies, fields);
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&write(2, 3, "other words"))).unwrap();
    end(&mut store, Some(&whole(1, "soup")), &Closing::default()).unwrap();
    assert!(home.holds("a canary"), "the end of another is not its end");
    store.erase(|tx| tx.aside().delete(Unreadable::CheckIn)).unwrap();
    assert!(!home.holds("a canary"));
}

fn field(name: &str) -> FieldName {
    FieldName::new(name).unwrap()
}

/// The fields in which something stands.
fn typed(store: &mut Store) -> Vec<String> {
    store.transact(|tx| tx.typed().all()).unwrap().into_iter().map(|one| one.field.as_str().to_owned()).collect()
}

#[test]
fn what_was_typed_in_a_check_in_is_none_of_the_next_ones_words() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.typed().keep(&field("write/1"), "a canary")).unwrap();
    store.transact(|tx| tx.typed().keep(&field("name/one"), "Zo")).unwrap();
    drop(store);
    spoil(&home, "UPDATE running SET beginning = replace(beginning, 'speak', 'shout')");
    let mut store = home.open();
    assert_eq!(
        (store.transact(|tx| tx.aside().all()), typed(&mut store)),
        (Ok(vec![Unreadable::CheckIn]), vec!["name/one".into()])
    );
    assert!(home.holds("a canary"), "it lies aside with its check-in");
    store.erase(|tx| tx.aside().delete(Unreadable::CheckIn)).unwrap();
    assert!(!home.holds("a canary"));
    // Typed where none runs: by another program, or a row that was lost.
    store.transact(|tx| tx.typed().keep(&field("write/1"), "a canary")).unwrap();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    assert_eq!(typed(&mut store), ["name/one"]);
    assert!(!home.holds("a canary"));
}

#[test]
fn of_a_check_in_without_a_record_nothing_lies_aside() {
    let check = |from: &str, to: &str| {
        let home = Home::new();
        let mut store = home.open();
        store.transact(|tx| tx.running().begin(&Beginning { no_record: true, ..beginning() })).unwrap();
        store.transact(|tx| tx.running().append(&write(2, 3, "a canary"))).unwrap();
        store.transact(|tx| tx.running().append(&write(3, 4, "a second canary"))).unwrap();
        store.transact(|tx| tx.typed().keep(&field("write/1"), "a third canary")).unwrap();
        drop(store);
        // Put aside by itself, before the whole check-in is.
        spoil(&home, "UPDATE event SET logged = logged || '}' WHERE field = 4");
        drop(home.open());
        spoil(&home, &format!("UPDATE running SET beginning = replace(beginning, '{from}', '{to}')"));
        let mut store = home.open();
        assert_eq!(
            (store.transact(|tx| tx.running().get()), store.transact(|tx| tx.aside().all())),
            (Ok(None), Ok(vec![Unreadable::CheckIn])),
            "{to}"
        );
        assert!(!home.holds("canary"), "{to}");
    };
    check("speak", "a-canary");
    check(r#""no_record":true"#, r#""no_record":"trve""#);
    check(r#""no_record":true"#, r#""no_record":tru"#);
    check(r#""no_record":true"#, r#""no_recorc":true"#);
}

#[test]
fn nothing_is_put_aside_in_a_file_that_can_only_be_read() {
    let home = Home::new();
    home.open().transact(|tx| tx.couple().set(&Couple::new("Sam", "Robin", Partner::Two).unwrap())).unwrap();
    spoil(&home, "UPDATE couple SET one = ''");
    let before = home.inside();
    let mut store = Store::open_to_read(&home.file()).unwrap().unwrap();
    assert_eq!(store.transact(|tx| tx.couple().get()), Ok(Couple::new("1", "Robin", Partner::Two).ok()));
    assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![Unreadable::Names]));
    assert!(home.inside() == before, "the folder has changed");
}

/// What they deleted waits to be swept, and the file cannot be used: it is left as it is.
#[test]
fn nothing_is_swept_before_all_was_read() {
    let home = Home::new();
    let mut store = home.open();
    for nr in 1..40 {
        end(&mut store, Some(&whole(nr, &"soup and bread ".repeat(50))), &Closing::default()).unwrap();
    }
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    drop(store);
    let other = Connection::open(home.file()).unwrap();
    other.execute_batch("DELETE FROM said; INSERT INTO unswept VALUES (1)").unwrap();
    other.close().unwrap();
    let good = std::fs::read(home.file()).unwrap();
    let mut refused = 0;
    for nr in 0..300 {
        let mut bytes = good.clone();
        // Spread over the file, a prime apart.
        let place = (100 + nr * 7_919) % bytes.len();
        bytes[place] ^= 1 << (nr % 8);
        let spoiled = Home::with_bytes(&bytes);
        let before = spoiled.inside();
        if let Err(error) = Store::open(&spoiled.file()) {
            assert!(matches!(error, StoreError::Damaged | StoreError::NotADatabase), "{place}: {error}");
            assert!(spoiled.inside() == before, "byte {place}: refused, and changed");
            refused += 1;
        }
    }
    assert!(refused > 0, "none was refused");
}

fn third(store: &mut Store) -> Whole {
    store.transact(|tx| tx.records().get(id(3))).unwrap().unwrap().whole.unwrap()
}

/// A kept check-in is read around where it lies: a field, a turn, an evening.
#[test]
fn kept_check_ins_are_read_around_what_makes_no_sense() {
    let check = |sql: &str, listed: usize, read: fn(&mut Store)| {
        let home = Home::new();
        let mut store = home.open();
        for nr in 1..=5 {
            end(&mut store, Some(&crate::common::agreed(nr, "soup")), &Closing::default()).unwrap();
        }
        drop(store);
        spoil(&home, sql);
        for mut store in [home.open(), Store::open_to_read(&home.file()).unwrap().unwrap()] {
            let page = store.transact(|tx| tx.records().page(None, 9)).unwrap();
            assert_eq!((page.lines.len(), page.total), (listed, 5), "{sql}");
            // Page by page each stands there once.
            let mut one_by_one = vec![];
            let mut after = None;
            while let Some(line) = store.transact(|tx| tx.records().page(after, 1)).unwrap().lines.first() {
                one_by_one.push(line.id);
                after = Some(line.id);
            }
            assert_eq!(one_by_one, page.lines.iter().map(|line| line.id).collect::<Vec<_>>(), "{sql}");
            assert_eq!(page.left_out, listed < 5, "{sql}: told");
            assert!(page.left_out || third(&mut store).left_out, "{sql}: told");
            read(&mut store);
        }
        let mut store = home.open();
        store.erase(|tx| tx.aside().delete(Unreadable::Past)).unwrap();
        store.erase(|tx| tx.aside().delete(Unreadable::Agreements)).unwrap();
        let page = store.transact(|tx| tx.records().page(None, 9)).unwrap();
        assert_eq!((page.lines.len(), page.total as usize, page.left_out), (listed, listed, false), "{sql}");
        assert_eq!(store.transact(|tx| tx.aside().all()), Ok(vec![]), "{sql}");
    };
    let third_is = " WHERE id = (SELECT id FROM check_in ORDER BY met LIMIT 1 OFFSET 2)";
    let of_third = " WHERE place = 0 AND check_in = (SELECT id FROM check_in ORDER BY met LIMIT 1 OFFSET 2)";
    check(&format!("UPDATE check_in SET met = 9223372036854775807{third_is}"), 4, |_| {});
    check(&format!("UPDATE check_in SET met_offset = 86400{third_is}"), 4, |_| {});
    check(&format!("UPDATE check_in SET id = x'00'{third_is}"), 4, |_| {});
    check(&format!("UPDATE check_in SET beginner = 'three'{third_is}"), 5, |store| {
        assert_eq!((third(store).beginner, third(store).minutes, third(store).note.as_str()), (None, Some(31), "soup"));
        assert_eq!(store.transact(|tx| tx.records().last_beginner()), Ok(Some(Partner::One)));
    });
    check(&format!("UPDATE check_in SET minutes = -1{third_is}"), 5, |store| assert_eq!(third(store).minutes, None));
    check(&format!("UPDATE check_in SET minutes = NULL{third_is}"), 5, |store| assert_eq!(third(store).minutes, None));
    check(&format!("UPDATE check_in SET format = NULL{third_is}"), 5, |store| assert_eq!(third(store).format, None));
    check(&format!("UPDATE check_in SET note = CAST(x'ff' AS TEXT){third_is}"), 5, |store| {
        assert_eq!(third(store).note, "");
    });
    check(&format!("UPDATE spoken SET felt = 'perhaps'{of_third}"), 5, |store| {
        assert_eq!((third(store).spoken.len(), third(store).spoken[0].topic.as_str()), (2, "soup"));
    });
    check(&format!("UPDATE spoken SET by = 'nobody'{of_third}"), 5, |store| assert_eq!(third(store).spoken.len(), 1));
    check(&format!("UPDATE said SET by = 'nobody'{of_third}"), 5, |store| {
        assert_eq!(third(store).appreciated.len(), 1);
    });
    check(&format!("UPDATE agreement SET words = CAST(x'ff' AS TEXT){of_third}"), 5, |store| {
        assert_eq!(third(store).agreed.len(), 1);
        assert_eq!(
            (store.transact(|tx| tx.agreements().open()).unwrap().len(), store.transact(|tx| tx.aside().all())),
            (9, Ok(vec![Unreadable::Agreements]))
        );
    });
}
