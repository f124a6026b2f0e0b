//! Holds what a machine can hold of the rules for cards: how many, how long, in which person, and what no card says.

use both_heard_app::content;
use both_heard_app::words::Language;
use both_heard_core::cards::{Deck, Texts, Written};
use std::collections::{BTreeMap, BTreeSet};

fn all() -> impl Iterator<Item = (&'static Deck, &'static Written)> {
    let decks = content::decks().iter().chain(content::lists());
    decks.flat_map(|deck| deck.cards.iter().map(move |card| (deck, card)))
}

/// Reads what a card says in English and in German.
fn said(card: &Written) -> (&str, &str) {
    (card.texts.in_language("en"), card.texts.in_language("de"))
}

#[test]
fn every_card_and_group_is_there_in_every_language_and_nothing_else_is() {
    let tags: BTreeSet<_> = Language::ALL.map(Language::tag).into_iter().collect();
    let check = |deck: &Deck, id: &str, texts: &Texts| {
        assert_eq!(texts.languages().collect::<BTreeSet<_>>(), tags, "{}/{id}", deck.id.0);
        assert!(tags.iter().all(|tag| !texts.in_language(tag).trim().is_empty()), "{}/{id}", deck.id.0);
    };
    for deck in content::decks().iter().chain(content::lists()) {
        deck.cards.iter().for_each(|card| check(deck, &card.id, &card.texts));
        deck.groups.iter().for_each(|group| check(deck, &group.id, &group.texts));
    }
}

fn is_deck(deck: &Deck) -> bool {
    content::decks().iter().any(|other| other.id == deck.id)
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Lists the words of a text, lower case, without what stands around them.
fn plain(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).replace('’', "'").to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// The issue's own figures.
#[test]
fn there_is_enough_of_everything() {
    let count = |id: &str| all().filter(|(deck, _)| deck.id.0 == id).count();
    assert_eq!(content::decks().len(), 7);
    for deck in content::decks() {
        assert!(deck.cards.len() >= 20, "{}: {}", deck.id.0, deck.cards.len());
    }
    for (id, least) in [("feelings", 60), ("needs", 30), ("blocks", 12), ("repair", 12), ("soothing", 12)] {
        assert!(count(id) >= least, "{id}: {}", count(id));
    }
    let feelings = content::lists().iter().find(|deck| deck.id.0 == "feelings").unwrap();
    let used: BTreeSet<_> = feelings.cards.iter().filter_map(|card| card.group.as_deref()).collect();
    assert!(used.len() >= 6 && used.len() == feelings.groups.len(), "{used:?}");
}

#[test]
fn a_card_is_short() {
    for (deck, card) in all() {
        let most = if is_deck(deck) { (15, 18) } else { (15, 17) };
        let (en, de) = said(card);
        let long = (words(en), words(de));
        assert!(long.0 <= most.0 && long.1 <= most.1, "{}/{}: {long:?} words", deck.id.0, card.id);
    }
}

#[test]
fn a_card_is_said_once() {
    let mut seen = BTreeMap::new();
    for (deck, card) in all() {
        for language in card.texts.languages() {
            let text = card.texts.in_language(language);
            let name = format!("{}/{}", deck.id.0, card.id);
            if let Some(other) = seen.insert((language, plain(text)), name.clone()) {
                panic!("{name} says the same as {other}: {text}");
            }
        }
    }
}

/// A card is an open question or a beginning of the one who speaks: in the first person, and not to be answered by yes.
#[test]
fn a_card_is_ones_own() {
    const I: [&str; 18] = [
        "i", "i'm", "i'd", "i've", "i'll", "me", "my", "myself", "mine", "we", "us", "our", "ich", "mir", "mich",
        "wir", "uns", "ich's",
    ];
    const MY: [&str; 4] = ["mein", "unser", "ich'", "hätt'"];
    for (deck, card) in all().filter(|(deck, _)| is_deck(deck)) {
        for text in <[&str; 2]>::from(said(card)) {
            let said = plain(text);
            let first = said.iter().any(|w| I.contains(&w.as_str()) || MY.iter().any(|my| w.starts_with(my)));
            assert!(first, "{}/{} is in nobody's person: {text}", deck.id.0, card.id);
        }
        let open = plain(said(card).0);
        let closed =
            ["do", "does", "did", "is", "are", "was", "were", "have", "has", "can", "could", "would", "should"];
        let asks_yes = said(card).0.ends_with('?') && closed.contains(&open[0].as_str());
        assert!(!asks_yes, "{}/{} asks for a yes or no: {}", deck.id.0, card.id, said(card).0);
    }
}

#[test]
fn no_card_accuses_diagnoses_assumes_or_cheers() {
    // Accusing; diagnosing; children, marriage, sex, belief, gender; other people's methods.
    const NEVER: [&str; 62] = [
        "you never", "you always", "why do you", "why don't you", "your fault", "blame you", "du nie", "du immer",
        "warum machst du", "deine schuld", "narciss", "narziss", "toxic", "toxisch", "depress", "trauma", "disorder",
        "gaslight", "trigger", "attachment", "bindung", "validat", "codependen", "therap", "boundar", "diagnos",
        "our children", "our kids", "the kids", "unsere kinder", "die kinder", "husband", "wife", "marri", "wedding",
        "ehe ", "ehemann", "ehefrau", "heirat", "hochzeit", "sex", "orgas", "god", "gott", "pray", "bete ", "church",
        "kirche", "girlfriend", "boyfriend", "partnerin", "freundin", "salary", "gehalt", "mortgage", "love language",
        "inner child", "inneres kind", "i-statement", "safe word", "soulmate", "seelenverwandt",
    ];
    const NO_FEELINGS: [&str; 14] = [
        "ignored", "attacked", "betrayed", "abandoned", "rejected", "manipulated", "judged", "used", "let down",
        "ignoriert", "angegriffen", "verraten", "manipuliert", "ausgenutzt",
    ];
    for (deck, card) in all() {
        for text in <[&str; 2]>::from(said(card)) {
            let said = plain(text).join(" ");
            // Padded, so that a forbidden "ehe " is not found in "mehr ".
            let padded = format!(" {said} ");
            let found = NEVER.iter().find(|never| match never.strip_suffix(' ') {
                Some(word) => padded.contains(&format!(" {word} ")),
                None => said.contains(**never),
            });
            assert_eq!(found, None, "{}/{}: {text}", deck.id.0, card.id);
            assert!(!text.contains('!'), "{}/{} cheers: {text}", deck.id.0, card.id);
            assert!(!text.contains(['"', '\'']), "{}/{}: a straight quote in {text}", deck.id.0, card.id);
            let accuses = deck.id.0 == "feelings" && NO_FEELINGS.contains(&said.as_str());
            assert!(!accuses, "{text} says what someone did, and no feeling");
        }
    }
}
