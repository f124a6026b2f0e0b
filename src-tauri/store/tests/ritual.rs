//! Shows what the store keeps of the whole ritual: agreements, the jar, formats and cards of their own.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use both_heard_core::people::Partner::{One, Two};
use both_heard_core::ritual::{Event, Format, FormatId, Logged, Looked};
use both_heard_store::{Closing, Store};
use common::{Home, WEEKLY, agreed, agreement, beginning, id, note, own_card, utc};

fn texts(store: &Store) -> Vec<String> {
    store.agreements().unwrap().into_iter().map(|agreement| agreement.text).collect()
}

fn look(store: &mut Store, nr: u32, place: u32, answer: Looked) {
    let looked = vec![(agreement(nr, place, One, "").id, answer)];
    store.end(None, &Closing { looked, opened: vec![] }).unwrap();
}

#[test]
fn an_agreement_is_open_until_it_works_or_they_let_it_go() {
    let home = Home::new();
    let mut store = home.open();
    store.end(Some(&agreed(2, "second")), &Closing::default()).unwrap();
    store.end(Some(&agreed(1, "first")), &Closing::default()).unwrap();
    assert_eq!(store.record(id(2)), Ok(Some(agreed(2, "second"))));
    assert_eq!(texts(&store), ["first", "first", "second", "second"]);
    look(&mut store, 1, 0, Looked::Working);
    look(&mut store, 2, 1, Looked::LetGo);
    look(&mut store, 2, 0, Looked::TalkAboutIt);
    let open: Vec<_> = store.agreements().unwrap().into_iter().map(|a| (a.id.check_in, a.id.place, a.by)).collect();
    assert_eq!(open, [(id(1), 1, Two), (id(2), 0, One)]);
    // They go with the check-in, and its page still has them all.
    assert_eq!(store.record(id(1)), Ok(Some(agreed(1, "first"))));
    store.forget(id(1)).unwrap();
    assert_eq!(texts(&store), ["second"]);
}

#[test]
fn what_is_in_the_jar_is_ones_own_until_it_is_opened() {
    let home = Home::new();
    let mut store = home.open();
    for (nr, by, words) in [(1, One, "the car"), (2, Two, "canary in the jar"), (3, One, "the cat")] {
        store.put_in_jar(&note(nr, by, words)).unwrap();
    }
    store.put_in_jar(&note(1, One, "the car, really")).unwrap();
    assert_eq!(store.jar(One), Ok(vec![note(1, One, "the car, really"), note(3, One, "the cat")]));
    assert_eq!(store.jar(Two), Ok(vec![note(2, Two, "canary in the jar")]));
    store.end(None, &Closing { looked: vec![], opened: vec![note(2, Two, "x").id] }).unwrap();
    assert_eq!(store.jar(Two), Ok(vec![]));
    assert!(!home.holds("canary"));
    store.take_from_jar(note(3, One, "x").id).unwrap();
    store.take_from_jar(note(3, One, "x").id).unwrap();
    assert_eq!(store.jar(One).unwrap().len(), 1);
    assert!(!home.holds("the cat"));
}

#[test]
fn formats_and_cards_of_their_own_come_back() {
    let home = Home::new();
    let mut store = home.open();
    let named = |id: &str| Format::read(&WEEKLY.replace("\"weekly\"", &format!("{id:?}\nname = \"Ours\""))).unwrap();
    store.keep_format(&named("b")).unwrap();
    store.keep_format(&named("a")).unwrap();
    store.keep_format(&named("b")).unwrap();
    assert_eq!(store.formats(), Ok(vec![named("a"), named("b")]));
    store.delete_format(&FormatId("a".into())).unwrap();
    assert_eq!(store.formats(), Ok(vec![named("b")]));

    let cards = [own_card("0", Some("canary of our own"), false), own_card("a", None, true)];
    for card in &cards {
        store.keep_card(card).unwrap();
        store.keep_card(card).unwrap();
    }
    assert_eq!(store.cards(), Ok(cards.to_vec()));
    store.delete_card(&cards[0].id).unwrap();
    assert_eq!(store.cards(), Ok(vec![cards[1].clone()]));
    assert!(!home.holds("canary"));
    assert_eq!(store.drawn(), Ok(None));
    for card in &cards {
        store.set_drawn(&card.id).unwrap();
    }
    assert_eq!(store.drawn(), Ok(Some(cards[1].id.clone())));
}

#[test]
fn of_what_is_in_the_way_only_the_last_words_are_there_and_none_afterwards() {
    let home = Home::new();
    let mut store = home.open();
    store.begin(&beginning()).unwrap();
    let name = |text: &str| Logged { at: utc(1), event: Event::Name { text: text.into() } };
    store.append(&name("canary one")).unwrap();
    store.append(&name("canary two")).unwrap();
    assert_eq!(store.running().unwrap().unwrap().events, [name("canary two")]);
    assert!(home.holds("canary two") && !home.holds("canary one"));
    store.end(None, &Closing::default()).unwrap();
    assert!(!home.holds("canary"));
}
