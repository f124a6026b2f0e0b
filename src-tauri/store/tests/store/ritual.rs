//! Shows what the store keeps of the whole ritual: agreements, the jar, formats and cards of their own.

use crate::common::{Closing, Erase, Home, WEEKLY, agreed, agreement, beginning, end, id, note, own_card, utc};
use both_heard_core::people::Partner::{One, Two};
use both_heard_core::ritual::{Event, Format, FormatId, Logged, Looked};
use both_heard_store::Store;

fn texts(store: &mut Store) -> Vec<String> {
    store.transact(|tx| tx.agreements().open()).unwrap().into_iter().map(|agreement| agreement.text).collect()
}

fn look(store: &mut Store, nr: u32, place: u32, answer: Looked) {
    let looked = vec![(agreement(nr, place, One, "").id, answer)];
    end(store, None, &Closing { looked, opened: vec![] }).unwrap();
}

#[test]
fn an_agreement_is_open_until_it_works_or_they_let_it_go() {
    let home = Home::new();
    let mut store = home.open();
    end(&mut store, Some(&agreed(2, "second")), &Closing::default()).unwrap();
    end(&mut store, Some(&agreed(1, "first")), &Closing::default()).unwrap();
    assert_eq!(store.transact(|tx| tx.records().get(id(2))), Ok(Some(agreed(2, "second"))));
    assert_eq!(texts(&mut store), ["first", "first", "second", "second"]);
    look(&mut store, 1, 0, Looked::Working);
    look(&mut store, 2, 1, Looked::LetGo);
    look(&mut store, 2, 0, Looked::TalkAboutIt);
    let open: Vec<_> = store
        .transact(|tx| tx.agreements().open())
        .unwrap()
        .into_iter()
        .map(|a| (a.id.check_in, a.id.place, a.by))
        .collect();
    assert_eq!(open, [(id(1), 1, Two), (id(2), 0, One)]);
    // They go with the check-in, and its page still has them all.
    assert_eq!(store.transact(|tx| tx.records().get(id(1))), Ok(Some(agreed(1, "first"))));
    store.erase(|tx| tx.records().delete(id(1))).unwrap();
    assert_eq!(texts(&mut store), ["second"]);
}

#[test]
fn what_is_in_the_jar_is_ones_own_until_it_is_opened() {
    let home = Home::new();
    let mut store = home.open();
    for (nr, by, words) in [(1, One, "the car"), (2, Two, "canary in the jar"), (3, One, "the cat")] {
        store.transact(|tx| tx.jar().put(&note(nr, by, words))).unwrap();
    }
    store.transact(|tx| tx.jar().put(&note(1, One, "the car, really"))).unwrap();
    assert_eq!(
        store.transact(|tx| tx.jar().of(One)),
        Ok(vec![note(1, One, "the car, really"), note(3, One, "the cat")])
    );
    assert_eq!(store.transact(|tx| tx.jar().of(Two)), Ok(vec![note(2, Two, "canary in the jar")]));
    end(&mut store, None, &Closing { looked: vec![], opened: vec![note(2, Two, "x").id] }).unwrap();
    assert_eq!(store.transact(|tx| tx.jar().of(Two)), Ok(vec![]));
    assert!(!home.holds("canary"));
    store.erase(|tx| tx.jar().take(&[note(3, One, "x").id])).unwrap();
    store.erase(|tx| tx.jar().take(&[note(3, One, "x").id])).unwrap();
    assert_eq!(store.transact(|tx| tx.jar().of(One)).unwrap().len(), 1);
    assert!(!home.holds("the cat"));
}

#[test]
fn formats_and_cards_of_their_own_come_back() {
    let home = Home::new();
    let mut store = home.open();
    let named = |id: &str| Format::read(&WEEKLY.replace("\"weekly\"", &format!("{id:?}\nname = \"Ours\""))).unwrap();
    store.transact(|tx| tx.formats().keep(&named("b"))).unwrap();
    store.transact(|tx| tx.formats().keep(&named("a"))).unwrap();
    store.transact(|tx| tx.formats().keep(&named("b"))).unwrap();
    assert_eq!(store.transact(|tx| tx.formats().all()), Ok(vec![named("a"), named("b")]));
    store.transact(|tx| tx.formats().delete(&FormatId("a".into()))).unwrap();
    assert_eq!(store.transact(|tx| tx.formats().all()), Ok(vec![named("b")]));

    let cards = [own_card("0", Some("canary of our own"), false), own_card("a", None, true)];
    for card in &cards {
        store.transact(|tx| tx.cards().keep(card)).unwrap();
        store.transact(|tx| tx.cards().keep(card)).unwrap();
    }
    assert_eq!(store.transact(|tx| tx.cards().all()), Ok(cards.to_vec()));
    store.erase(|tx| tx.cards().delete(&cards[0].id)).unwrap();
    assert_eq!(store.transact(|tx| tx.cards().all()), Ok(vec![cards[1].clone()]));
    assert!(!home.holds("canary"));
    assert_eq!(store.transact(|tx| tx.cards().drawn()), Ok(None));
    for card in &cards {
        store.transact(|tx| tx.cards().set_drawn(&card.id)).unwrap();
    }
    assert_eq!(store.transact(|tx| tx.cards().drawn()), Ok(Some(cards[1].id.clone())));
}

#[test]
fn of_what_is_in_the_way_only_the_last_words_are_there_and_none_afterwards() {
    let home = Home::new();
    let mut store = home.open();
    store.transact(|tx| tx.running().begin(&beginning())).unwrap();
    let name = |text: &str| Logged { at: utc(1), event: Event::Name { text: text.into() } };
    store.transact(|tx| tx.running().append(&name("canary one"))).unwrap();
    store.transact(|tx| tx.running().append(&name("canary two"))).unwrap();
    assert_eq!(store.transact(|tx| tx.running().get()).unwrap().unwrap().events, [name("canary two")]);
    assert!(home.holds("canary two") && !home.holds("canary one"));
    end(&mut store, None, &Closing::default()).unwrap();
    assert!(!home.holds("canary"));
}
