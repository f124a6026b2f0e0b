//! The check-ins that are kept: written, listed, and deleted.

use crate::common::{Closing, Erase, Home, beginning, end, evening, id, only_met, whole, write};
use crate::tables::words;
use both_heard_core::memory::{Record, Whole};
use both_heard_core::people::Partner::{self, One, Two};
use both_heard_core::ritual::{FeltHeard, FormatId};
use both_heard_store::{Both, PastPage, Store, StoreError};
use chrono::{DateTime, TimeDelta};

#[test]
fn records_are_kept_as_they_are() {
    let home = Home::new();
    let mut records: Vec<Record> = (1..).zip(words()).map(|(nr, words)| whole(nr, &words)).collect();
    let bare = Whole {
        minutes: Some(u32::MAX),
        format: Some(FormatId(String::new())),
        beginner: Some(Two),
        spoken: vec![],
        appreciated: vec![],
        format_name: None,
        agreed: vec![],
        note: String::new(),
        left_out: false,
    };
    records.push(Record { id: id(90), met: evening(90), whole: Some(bare) });
    records.push(only_met(91));
    for (nr, met) in (92..).zip(["1969-07-20T20:17:40.123-11:30", "2400-02-29T00:00:00+14:00"]) {
        records.push(Record { met: DateTime::parse_from_rfc3339(met).unwrap(), ..only_met(nr) });
    }
    for record in &records {
        end(&mut home.open(), Some(record), &Closing::default()).unwrap();
    }
    let mut store = home.open();
    for record in records {
        assert_eq!(store.transact(|tx| tx.records().get(record.id)), Ok(Some(record)));
    }
    assert_eq!(store.transact(|tx| tx.records().get(id(1_000))), Ok(None));
}

#[test]
fn a_check_in_ends_and_is_kept_in_one_go() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    end(&mut store, Some(&whole(7, "soup")), &Closing::default()).unwrap();
    assert_eq!(
        (store.transact(|tx| tx.running().get()), store.transact(|tx| tx.records().get(id(7)))),
        (Ok(None), Ok(Some(whole(7, "soup"))))
    );
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    store.transact(|tx| tx.running().append(&write(0, 3, "words"))).unwrap();
    assert_eq!(end(&mut store, Some(&whole(7, "other")), &Closing::default()), Err(StoreError::Conflict));
    assert_eq!(store.transact(|tx| tx.running().get()).unwrap().unwrap().events, [write(0, 3, "words")]);
    assert_eq!(store.transact(|tx| tx.records().get(id(7))), Ok(Some(whole(7, "soup"))));
}

/// Reads the whole list by pages of so many; answers the numbers of the records in order.
fn read_all(store: &mut Store, most: u32) -> Vec<u32> {
    let mut all = vec![];
    let mut after = None;
    loop {
        let PastPage { lines, more, .. } = store.transact(|tx| tx.records().page(after, most)).unwrap();
        after = lines.last().map(|line| line.id);
        all.extend(lines.iter().map(|line| u32::from_be_bytes(line.id.0.as_bytes()[12..].try_into().unwrap())));
        if !more {
            return all;
        }
    }
}

#[test]
fn the_list_comes_newest_first_in_pages_that_fit() {
    let home = Home::new();
    let mut store = home.open();
    let empty = store.transact(|tx| tx.records().page(None, 10)).unwrap();
    assert_eq!(empty, PastPage { lines: vec![], more: false, left_out: false, total: 0, since: None });
    for nr in [5, 3, 9, 1, 4, 2, 8] {
        end(&mut store, Some(&only_met(nr)), &Closing::default()).unwrap();
    }
    // Two that met at the same instant as another, as after a merge of two laptops.
    for nr in [6, 7] {
        end(&mut store, Some(&Record { met: evening(5), ..only_met(nr) }), &Closing::default()).unwrap();
    }
    for most in 1..=10 {
        assert_eq!(read_all(&mut store, most), [9, 8, 7, 6, 5, 4, 3, 2, 1], "pages of {most}");
    }
    let page = store.transact(|tx| tx.records().page(Some(id(3)), 1)).unwrap();
    assert_eq!((page.lines.len(), page.more, page.total, page.since), (1, true, 9, Some(evening(1))));
    assert_eq!(store.transact(|tx| tx.records().page(Some(id(1)), 5)).unwrap().lines, []);
    assert_eq!(store.transact(|tx| tx.records().page(Some(id(77)), 5)).unwrap().lines, []);
    assert!(store.transact(|tx| tx.records().page(None, 0)).unwrap().more);
}

#[test]
fn a_line_tells_what_the_pair_needs() {
    let home = Home::new();
    let mut store = home.open();
    end(&mut store, Some(&whole(1, "soup")), &Closing::default()).unwrap();
    end(&mut store, Some(&only_met(2)), &Closing::default()).unwrap();
    let lines = store.transact(|tx| tx.records().page(None, 9)).unwrap().lines;
    let [met, kept] = &lines[..] else { unreachable!("two were kept") };
    assert_eq!((met.id, met.met, met.whole), (id(2), evening(2), false));
    assert_eq!((&met.felt, &met.topics), (&Both::default(), &Both::default()));
    assert_eq!((kept.id, kept.met, kept.whole), (id(1), evening(1), true));
    assert_eq!(kept.felt, Both { one: Some(FeltHeard::Yes), two: None });
    assert_eq!(kept.topics, Both { one: Some("soup".into()), two: Some("soup".into()) });
}

#[test]
fn who_began_last_is_known_from_what_is_kept_whole() {
    let home = Home::new();
    let mut store = home.open();
    let began = |nr, beginner: Partner| {
        let record = whole(nr, "soup");
        Record { whole: record.whole.map(|whole| Whole { beginner: Some(beginner), ..whole }), ..record }
    };
    assert_eq!(store.transact(|tx| tx.records().last_beginner()), Ok(None));
    end(&mut store, Some(&only_met(1)), &Closing::default()).unwrap();
    assert_eq!(store.transact(|tx| tx.records().last_beginner()), Ok(None));
    end(&mut store, Some(&began(3, Two)), &Closing::default()).unwrap();
    end(&mut store, Some(&began(2, One)), &Closing::default()).unwrap();
    end(&mut store, Some(&only_met(4)), &Closing::default()).unwrap();
    assert_eq!(
        (store.transact(|tx| tx.records().last_beginner()), store.transact(|tx| tx.records().only_met_since())),
        (Ok(Some(Two)), Ok(1))
    );
    store.erase(|tx| tx.records().delete(id(3))).unwrap();
    assert_eq!(
        (store.transact(|tx| tx.records().last_beginner()), store.transact(|tx| tx.records().only_met_since())),
        (Ok(Some(One)), Ok(1))
    );
    store.erase(|tx| tx.records().delete(id(2))).unwrap();
    assert_eq!(
        (store.transact(|tx| tx.records().last_beginner()), store.transact(|tx| tx.records().only_met_since())),
        (Ok(None), Ok(2))
    );
}

#[test]
fn what_is_forgotten_is_gone_and_nothing_else() {
    let home = Home::new();
    let mut store = home.open();
    for nr in 1..=3 {
        end(&mut store, Some(&whole(nr, "soup")), &Closing::default()).unwrap();
    }
    store.erase(|tx| tx.records().delete(id(2))).unwrap();
    store.erase(|tx| tx.records().delete(id(2))).unwrap();
    assert_eq!(store.transact(|tx| tx.records().get(id(2))), Ok(None));
    assert_eq!(read_all(&mut store, 10), [3, 1]);
    assert_eq!(store.transact(|tx| tx.records().get(id(3))), Ok(Some(whole(3, "soup"))));
    end(&mut store, Some(&whole(2, "again")), &Closing::default()).unwrap();
    assert_eq!(store.transact(|tx| tx.records().get(id(2))), Ok(Some(whole(2, "again"))));
    assert_eq!(store.transact(|tx| tx.records().page(None, 1)).unwrap().since, Some(evening(1)));
    end(&mut store, Some(&Record { met: evening(1) - TimeDelta::days(1), ..only_met(0) }), &Closing::default())
        .unwrap();
    assert_eq!(store.transact(|tx| tx.records().page(None, 1)).unwrap().since, Some(evening(1) - TimeDelta::days(1)));
}
