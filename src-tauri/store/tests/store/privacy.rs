//! Searches every byte of the folder for what must not be there any more, and who may look.

use crate::common::{Closing, Erase, Home, beginning, end, field, id, only_met, whole, write};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn keeping_nothing_leaves_no_word() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    for (second, length) in (0..).zip([1, 20, 100, 300, 299, 2, 400]) {
        store.transact(|tx| tx.running().append(&write(second, 3, &"canary of speech ".repeat(length)))).unwrap();
        store.transact(|tx| tx.running().append(&write(second, 10, &"canary of a note ".repeat(length)))).unwrap();
    }
    assert!(home.holds("canary of speech") && home.holds("canary of a note"), "the search finds nothing at all");
    end(&mut store, None, &Closing::default()).unwrap();
    assert!(!home.holds("canary"), "while it is open");
    drop(store);
    assert!(!home.holds("canary"), "after it was closed");
}

/// Holds as long as all words fit one page; copies left by a split page go when the check-in ends.
#[test]
fn words_that_were_typed_over_are_gone() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    for length in [1, 20, 100, 300] {
        store.transact(|tx| tx.running().append(&write(1, 3, &"canary one ".repeat(length)))).unwrap();
        store.transact(|tx| tx.running().append(&write(2, 3, "said otherwise"))).unwrap();
        assert!(!home.holds("canary one"), "{length}");
    }
}

#[test]
fn what_is_forgotten_is_nowhere() {
    for length in [1, 20, 120, 5_000] {
        let home = Home::new();
        let mut store = home.open();
        end(&mut store, Some(&whole(1, "something that stays")), &Closing::default()).unwrap();
        end(&mut store, Some(&whole(2, &"canary in a cage ".repeat(length))), &Closing::default()).unwrap();
        end(&mut store, Some(&whole(3, "something that stays")), &Closing::default()).unwrap();
        assert!(home.holds("canary in a cage"));
        store.erase(|tx| tx.records().delete(id(2))).unwrap();
        assert!(!home.holds("canary"), "{length}");
    }
}

#[test]
fn a_deletion_that_was_cut_off_is_finished_at_the_next_start() {
    let home = Home::new();
    let mut store = home.open();
    for nr in 0..20 {
        end(&mut store, Some(&whole(nr, &format!("canary-{nr:04} ").repeat(30))), &Closing::default()).unwrap();
    }
    drop(store);
    // Deletes as the store does, yet goes before the rewrite.
    let other = rusqlite::Connection::open(home.file()).unwrap();
    other.execute_batch("PRAGMA secure_delete = OFF; DELETE FROM said; INSERT INTO unswept VALUES (1)").unwrap();
    other.execute_batch("DELETE FROM spoken; UPDATE check_in SET note = ''").unwrap();
    other.close().unwrap();
    assert!(home.holds("canary"), "the search finds nothing at all");
    drop(home.open());
    assert!(!home.holds("canary"));
    let swept = home.inside();
    drop(home.open());
    assert!(home.inside() == swept, "swept again for nothing");
}

#[test]
fn a_field_that_was_let_go_of_leaves_no_word() {
    let home = Home::new();
    let mut store = home.open();
    for length in [1, 20, 100, 300, 2_000, 7] {
        store.transact(|tx| tx.typed().keep(&field("new-card/us/"), &"canary of a card ".repeat(length))).unwrap();
        store.transact(|tx| tx.typed().keep(&field("write/3"), &"canary of speech ".repeat(length))).unwrap();
    }
    assert!(home.holds("canary of a card") && home.holds("canary of speech"), "the search finds nothing at all");
    store.transact(|tx| tx.typed().keep(&field("new-card/us/"), "")).unwrap();
    assert!(!home.holds("canary of a card") && home.holds("canary of speech"), "kept, or given up");
    end(&mut store, None, &Closing::default()).unwrap();
    assert!(!home.holds("canary"), "after the check-in");
}

/// Finds every canary in the file, by its number.
fn canaries(home: &Home) -> BTreeSet<String> {
    let bytes = std::fs::read(home.file()).unwrap();
    let is_one = |twelve: &&[u8]| twelve.starts_with(b"canary-") && twelve[7..11].iter().all(u8::is_ascii_digit);
    let all = bytes.windows(12).filter(is_one);
    all.map(|twelve| String::from_utf8_lossy(&twelve[..11]).into_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_remembers_what_was_let_go(words in prop::collection::vec((0usize..12, 1usize..120), 10..80)) {
        let home = Home::new();
        let mut store = home.open();
        for nr in 0..5 {
            end(&mut store, Some(&whole(nr, &"kept ".repeat(50))), &Closing::default()).unwrap();
        }
        store.transact(|tx| tx.running().begin(&beginning())).unwrap();
        for (second, (step, length)) in (0..).zip(words) {
            store.transact(|tx| tx.running().append(&write(second, step, &"canary of speech ".repeat(length)))).unwrap();
        }
        end(&mut store, Some(&only_met(9)), &Closing::default()).unwrap();
        prop_assert!(!home.holds("canary"));
    }

    /// Pages split and join as rows come and go; no copy of a deleted row may be left behind in them.
    #[test]
    fn no_page_remembers(lengths in prop::collection::vec(1usize..120, 10..40), order in any::<u64>()) {
        let home = Home::new();
        let mut store = home.open();
        let canary = |nr: u32| format!("canary-{nr:04} ");
        for (nr, length) in (0..).zip(&lengths) {
            end(&mut store, Some(&whole(nr, &canary(nr).repeat(*length))), &Closing::default()).unwrap();
        }
        let mut numbers: Vec<u32> = (0..).take(lengths.len()).collect();
        numbers.sort_by_key(|nr| (u64::from(*nr) + 1).wrapping_mul(order | 1));
        for nr in numbers {
            store.erase(|tx| tx.records().delete(id(nr))).unwrap();
            prop_assert!(!home.holds(&canary(nr)), "{nr} of {lengths:?}");
        }
    }

    /// Words of many fields come, grow, shrink and go; of those that are gone there is no copy, whatever stays.
    #[test]
    fn no_page_remembers_a_field(typed in prop::collection::vec((0usize..30, 0usize..90), 40..120)) {
        let home = Home::new();
        let mut store = home.open();
        let mut present = BTreeMap::new();
        for (nr, (name, length)) in (0..).zip(typed) {
            let canary = format!("canary-{nr:04}");
            store.transact(|tx| tx.typed().keep(&field(&format!("card/us/{name}")), &format!("{canary} ").repeat(length))).unwrap();
            present.remove(&name);
            if length > 0 {
                present.insert(name, canary);
            }
        }
        prop_assert_eq!(canaries(&home), present.into_values().collect::<BTreeSet<_>>());
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use both_heard_core::people::{Couple, Partner};
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn only_this_user_may_look() {
        let home = Home::new();
        drop(home.open());
        assert_eq!((mode(&home.folder()), mode(&home.file())), (0o700, 0o600));
        for (folder, file) in [(0o755, 0o644), (0o777, 0o666), (0o700, 0o640), (0o750, 0o600)] {
            fs::set_permissions(home.folder(), fs::Permissions::from_mode(folder)).unwrap();
            fs::set_permissions(home.file(), fs::Permissions::from_mode(file)).unwrap();
            drop(home.open());
            // What others may do with a folder that was there is not for this program to say.
            assert_eq!((mode(&home.folder()), mode(&home.file())), (folder, 0o600), "{folder:o} {file:o}");
        }
    }

    #[test]
    fn the_journal_is_as_closed_as_the_file() {
        let home = Home::new();
        let mut store = home.open();
        store.transact(|tx| tx.couple().set(&Couple::new("Sam", "Robin", Partner::One).unwrap())).unwrap();
        let other = rusqlite::Connection::open(home.file()).unwrap();
        other.execute_batch("BEGIN; DELETE FROM couple").unwrap();
        assert_eq!(mode(&home.folder().join("both-heard.db-journal")), 0o600);
    }

    #[test]
    fn folders_on_the_way_are_closed_too() {
        let home = Home::new();
        let file = home.folder().join("a").join("b.db");
        drop(both_heard_store::Store::open(&file).unwrap());
        assert_eq!((mode(&home.folder()), mode(&home.folder().join("a")), mode(&file)), (0o700, 0o700, 0o600));
    }
}
