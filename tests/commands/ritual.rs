//! The whole ritual through its commands: breaks, blocks, agreements, the jar, formats, cards, no record.

use crate::{MINUTE, take_a_break};
use both_heard_desk::Desk;
use chrono::TimeDelta;
use serde_json::{Value, json};

const TO_SPEAK: &str = "go-on here go-on go-on";
/// The weekly time, told when it comes, and once more when nobody acted.
const DUE: &str = "remind due 2026-11-22 19:30:00 en";
const LATE: &str = "remind late 2026-11-22 19:30:00 en";

fn speaking() -> Desk {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk(TO_SPEAK);
    desk
}

fn overlay(desk: &Desk) -> Value {
    desk.ask("check_in", json!({}))["overlay"].clone()
}

#[test]
fn a_break_calls_them_back_once_and_is_asked_after_the_next_day() {
    let desk = speaking();
    desk.act(json!({ "kind": "write", "step": 3, "text": "the plans" }));
    take_a_break(&desk, 20);
    desk.pass(19 * MINUTE);
    assert_eq!(desk.heard(), [""; 0]);
    desk.pass(2 * MINUTE);
    assert_eq!(desk.heard(), ["remind Return en", "tone Return Bowl", "Return"]);
    desk.pass(24 * 60 * MINUTE);
    // 19:30 was the weekly time: they are back from the break by then, or at least not away any more.
    assert_eq!(desk.heard(), [DUE, "Due", LATE, "Due", "remind StillAway en"]);
    let view = desk.walk("resume");
    assert_eq!((&view["step"], &view["words"], &view["overlay"]), (&json!(3), &json!("the plans"), &Value::Null));
}

#[test]
fn a_break_without_a_return_silences_no_later_reminder() {
    let desk = speaking();
    take_a_break(&desk, 20);
    desk.pass(60 * MINUTE);
    desk.heard();
    desk.pass_days(8);
    assert_eq!(
        desk.heard(),
        [
            "remind StillAway en", "remind due 2026-11-29 19:30:00 en", "Due", "remind late 2026-11-29 19:30:00 en",
            "Due"
        ]
    );
}

/// What a break brings is told once, whenever the program runs again and however often it ends.
#[test]
fn what_a_break_brings_is_told_once_over_every_restart() {
    let told = ["remind Return en", "remind StillAway en"];
    for (minutes_off, expect) in [
        (&[30][..], &told[..1]),
        (&[10, 30], &told[..1]),
        (&[30, 60, 60], &told[..1]),
        (&[30, 24 * 60], &told),
        (&[24 * 60 + 30], &told[1..]),
        (&[24 * 60 + 30, 7 * 24 * 60], &told[1..]),
        // The clock was a day ahead, and is set back.
        (&[24 * 60 + 30, -24 * 60], &told[1..]),
        (&[30, -20, 40], &told[..1]),
    ] {
        let mut desk = speaking();
        take_a_break(&desk, 20);
        let mut heard = vec![];
        for minutes in minutes_off {
            desk = desk.crash_and_start(TimeDelta::minutes(*minutes));
            desk.pass(60);
            heard.extend(desk.heard().into_iter().filter(|what| told.contains(&what.as_str())));
        }
        assert_eq!(heard, expect, "{minutes_off:?}");
    }
}

#[test]
fn two_looks_at_once_tell_it_once() {
    for (minutes, expect) in [(20, "remind Return en"), (0, "TurnOver")] {
        let desk = speaking();
        if minutes > 0 {
            take_a_break(&desk, minutes);
        }
        desk.pass(if minutes > 0 { minutes * MINUTE - 1 } else { 179 });
        desk.heard();
        desk.both_clocks_move(1);
        std::thread::scope(|looks| {
            for _ in 0..8 {
                looks.spawn(|| desk.app.tick());
            }
        });
        desk.app.tell_what_waits();
        let heard = desk.heard();
        assert_eq!(heard.iter().filter(|what| *what == expect).count(), 1, "{heard:?}");
    }
}

#[test]
fn a_break_outlives_a_crash_and_a_night() {
    let desk = speaking();
    take_a_break(&desk, 20);
    let away =
        |returned| json!({ "kind": "away", "until": "2026-11-22T19:20:00", "returned": returned, "again": false });
    assert_eq!(overlay(&desk), away(false));
    let desk = desk.crash_and_start(TimeDelta::hours(9));
    assert_eq!(overlay(&desk), away(true));
    // Once more, and no further.
    desk.act(json!({ "kind": "away", "minutes": 10 }));
    assert_eq!(desk.act(json!({ "kind": "away", "minutes": 10 })), json!({ "refused": { "refusal": "covered" } }));
    desk.walk("resume");
    assert_eq!(overlay(&desk), Value::Null);
}

#[test]
fn what_is_in_the_way_outlives_a_crash_and_not_the_check_in() {
    for end in ["let-go", "only", "keep"] {
        let desk = speaking();
        desk.walk("hard");
        desk.act(json!({ "kind": "name", "text": "a canary of a hurt" }));
        let desk = desk.crash_and_start(TimeDelta::minutes(3));
        assert_eq!(overlay(&desk)["text"], "a canary of a hurt");
        assert!(desk.finds("canary"));
        desk.walk("go-on go-on");
        assert!(desk.finds("canary"));
        desk.walk("go-on");
        assert!(!desk.finds("canary"), "as soon as the block is over");
        if end != "let-go" {
            desk.walk("go-on go-on yes go-on go-on no-more heard go-on go-on");
            desk.walk("go-on go-on yes go-on go-on no-more heard go-on nothing-to-ask nothing-to-ask go-on go-on");
        }
        desk.walk(end);
        assert!(!desk.finds("canary"), "{end}");
    }
}

#[test]
fn a_card_that_weighs_much_comes_only_from_a_deck_that_was_chosen() {
    let desk = Desk::welcomed();
    let drawn = |deck: Value| desk.ask("draw_card", json!({ "deck": deck }))["id"].as_str().unwrap().to_owned();
    // Each has a seventh of the cards: that one stays away from two hundred draws by chance happens once in ten to the thirteenth.
    let unasked: Vec<_> = (0..200).map(|_| drawn(Value::Null)).collect();
    for heavy in ["old-hurts/", "body-and-closeness/"] {
        assert!(drawn(heavy.trim_end_matches('/').into()).starts_with(heavy));
        assert!(unasked.iter().all(|card| !card.starts_with(heavy)), "{heavy} came unasked");
    }
    assert!(unasked.iter().any(|card| card.starts_with("joy/")));
}

#[test]
fn without_a_record_nothing_is_left_and_a_crash_leaves_it_for_a_day() {
    let begun = || {
        let desk = Desk::welcomed();
        desk.ask("begin", json!({ "beginner": "one", "format": "thanks", "record": false }));
        desk.walk("go-on here");
        desk.act(json!({ "kind": "write", "step": 1, "text": "canary soup" }));
        desk
    };
    let desk = begun();
    let drawn = desk.ask("draw_card", json!({ "deck": "joy" }));
    assert!(!desk.finds(drawn["id"].as_str().unwrap()), "{drawn}");
    let view = desk.walk("go-on go-on go-on go-on");
    assert_eq!(view["ending"], json!({ "kind": "closed", "keep": "nothing" }));
    assert!(!desk.finds("canary"));
    assert_eq!(desk.ask("overview", json!({}))["total"], 0);

    let desk = begun().crash_and_start(TimeDelta::hours(23));
    assert_eq!(desk.ask("check_in", json!({}))["words"], "canary soup");
    let desk = begun();
    take_a_break(&desk, 1440);
    let desk = desk.crash_and_start(TimeDelta::hours(25));
    assert_eq!(desk.ask("check_in", json!({}))["words"], "canary soup", "back from a break of a day");
    let desk = begun().crash_and_start(TimeDelta::hours(24));
    assert_eq!(desk.ask("check_in", json!({})), Value::Null);
    assert!(!desk.finds("canary"));
}

#[test]
fn an_agreement_is_looked_back_on_next_time() {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk("go-on here go-on go-on go-on go-on yes go-on go-on no-more heard go-on go-on");
    desk.walk("go-on go-on yes go-on go-on no-more heard go-on");
    desk.act(json!({ "kind": "write", "step": 10, "text": "a walk on Friday" }));
    desk.walk("go-on agreed go-on nothing-to-ask go-on go-on keep");
    let agreements = desk.ask("overview", json!({}))["agreements"].clone();
    assert_eq!((&agreements[0]["text"], &agreements[0]["by"]), (&json!("a walk on Friday"), &json!("one")));

    desk.begin();
    let view = desk.walk("go-on here");
    assert_eq!(
        (&view["moment"]["kind"], &view["agreement"]["text"]),
        (&json!("agreement"), &json!("a walk on Friday"))
    );
    // Kept nothing: it is as if they had not looked.
    desk.walk("working let-go");
    assert_eq!(desk.ask("overview", json!({}))["agreements"], agreements);

    desk.begin();
    desk.walk("go-on here working go-on go-on go-on go-on yes go-on go-on no-more heard go-on go-on");
    desk.walk("go-on go-on yes go-on go-on no-more heard go-on nothing-to-ask nothing-to-ask go-on go-on keep");
    assert_eq!(desk.ask("overview", json!({}))["agreements"], json!([]));
}

#[test]
fn the_jar_is_ones_own_and_what_was_opened_is_taken_out() {
    let desk = Desk::welcomed();
    let put =
        |by: &str, text: &str| desk.ask("put_in_jar", json!({ "by": by, "text": text, "id": null }))["done"].clone();
    let car = put("one", "  canary: the car ");
    put("two", "the cat");
    desk.ask("put_in_jar", json!({ "by": "one", "text": "canary: the car, really", "id": car }));
    for (text, refused) in [
        (" ".to_owned(), json!({ "reason": "empty" })),
        ("x".repeat(501), json!({ "reason": "too-long", "most": 500 })),
    ] {
        let seen = desk.ask("put_in_jar", json!({ "by": "one", "text": text, "id": null }));
        assert_eq!(seen, json!({ "refused": refused }));
    }
    assert_eq!(desk.ask("overview", json!({}))["jar"], json!({ "one": 1, "two": 1 }));
    let own = desk.ask("jar", json!({ "by": "one" }));
    assert_eq!((own.as_array().unwrap().len(), &own[0]["text"]), (1, &json!("canary: the car, really")));

    desk.begin();
    desk.walk(TO_SPEAK);
    let from = json!({ "kind": "jar", "id": car });
    desk.act(json!({ "kind": "prompt", "prompt": { "from": from, "text": "canary: the car, really" } }));
    desk.walk("go-on go-on yes go-on go-on no-more heard go-on go-on");
    desk.walk("go-on go-on yes go-on go-on no-more heard go-on nothing-to-ask nothing-to-ask go-on go-on nothing");
    assert_eq!(desk.ask("overview", json!({}))["jar"], json!({ "one": 0, "two": 1 }));
    assert!(!desk.finds("canary") && desk.finds("the cat"));
}

#[test]
fn a_format_of_their_own_is_used_and_still_named_when_it_is_gone() {
    let desk = Desk::welcomed();
    let steps = |last: &str| {
        json!({ "id": "", "name": "Our short one", "explains": false, "step": [
            { "kind": "appreciate", "whose": "beginner", "minutes": 2 }, { "kind": last, "whose": "both" },
        ] })
    };
    let refused = desk.ask("keep_format", json!({ "format": steps("swap") }));
    assert_eq!(refused, json!({ "refused": { "wrong": "step", "step": 1, "fault": "close-is-last" } }));
    let formats = desk.ask("keep_format", json!({ "format": steps("close") }))["done"].clone();
    assert_eq!((formats["shipped"].as_array().unwrap().len(), &formats["broken"]), (7, &json!([])));
    let id = &formats["own"][0]["id"];
    let view = desk.ask("begin", json!({ "beginner": "two", "format": id, "record": true }));
    assert_eq!((view["steps"].as_array().unwrap().len(), &view["turn"]["length"]), (2, &json!(120_000)));
    desk.walk("go-on go-on go-on keep");
    assert_eq!(desk.ask("overview", json!({}))["format"], *id);
    // What is for a certain evening is not offered the next time.
    desk.ask("begin", json!({ "beginner": "two", "format": "thanks", "record": true }));
    desk.walk("go-on here go-on go-on go-on go-on keep");
    assert_eq!(desk.ask("overview", json!({}))["format"], "weekly");
    assert_eq!(desk.ask("delete_format", json!({ "id": id }))["own"], json!([]));
    let past = desk.ask("past", json!({ "after": null }));
    let record = desk.ask("record", json!({ "id": past["lines"][1]["id"] }));
    assert_eq!(record["whole"]["format_name"], "Our short one");
    // Gone formats are played as the weekly one.
    let view = desk.ask("begin", json!({ "beginner": "two", "format": id, "record": true }));
    assert_eq!(view["format"], "weekly");
}

#[test]
fn a_file_of_a_format_that_cannot_be_used_is_named() {
    let desk = Desk::welcomed();
    let folder = desk.folder.path().join("data/formats");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("ours.toml"), "id = \"ours\"\n[[step]]\nkind = \"shout\"\nwhose = \"both\"\n").unwrap();
    let formats = desk.ask("formats", json!({}));
    assert_eq!(formats["shipped"].as_array().unwrap().len(), 7);
    let broken = &formats["broken"][0];
    assert!(broken["file"].as_str().unwrap().ends_with("ours.toml"), "{broken}");
    assert_eq!(broken["error"], json!({ "wrong": "line", "line": 3, "text": "kind = \"shout\"" }));
    std::fs::write(folder.join("theirs.toml"), "id = \"theirs\"\n[[step]]\nkind = \"close\"\nwhose = \"both\"\n")
        .unwrap();
    let view = desk.ask("begin", json!({ "beginner": "one", "format": "theirs", "record": true }));
    assert_eq!(view["format"], "theirs", "{view}");
}

#[test]
fn cards_are_theirs_to_change_and_none_is_drawn_twice_in_a_row() {
    let desk = Desk::welcomed();
    let joy =
        |decks: &Value| decks["decks"].as_array().unwrap().iter().find(|d| d["id"] == "joy").unwrap()["cards"].clone();
    let all = joy(&desk.ask("decks", json!({})));
    let shipped = all.as_array().unwrap().len();
    assert!(shipped >= 15);
    let keep = |id: &Value, text: Value, hidden: bool| {
        let card =
            json!({ "id": id, "deck": "joy", "group": null, "text": text, "hidden": hidden, "favourite": false });
        desk.ask("keep_card", json!({ "card": card }))
    };
    for card in all.as_array().unwrap().iter().skip(1) {
        keep(&card["id"], Value::Null, true);
    }
    let ours = joy(&keep(&json!(""), json!(" Ours "), false)["done"])[shipped].clone();
    assert_eq!((&ours["text"], &ours["shipped"]), (&json!("Ours"), &Value::Null));
    // An own card cannot be emptied; a shipped one goes back to what it was.
    assert_eq!(keep(&ours["id"], json!(" "), false), json!({ "refused": { "reason": "empty" } }));
    assert_eq!(
        keep(&json!(""), json!("x".repeat(201)), false),
        json!({ "refused": { "reason": "too-long", "most": 200 } })
    );
    let mut last = Value::Null;
    for _ in 0..12 {
        let drawn = desk.ask("draw_card", json!({ "deck": "joy" }))["id"].clone();
        assert!(drawn != last && (drawn == ours["id"] || drawn == all[0]["id"]), "{drawn} after {last}");
        last = drawn;
    }
    let left = joy(&desk.ask("delete_card", json!({ "id": ours["id"] })));
    assert_eq!(left.as_array().unwrap().len(), shipped);
}

#[test]
fn a_card_of_theirs_without_a_place_is_told_and_deleted() {
    let desk = Desk::welcomed();
    let card = |id: &str, deck: &str, group: Value| json!({ "id": id, "deck": deck, "group": group, "text": "ours", "hidden": false, "favourite": false });
    let keep = |card: Value| desk.ask("keep_card", json!({ "card": card }));
    assert_eq!(keep(card("", "nodeck", Value::Null)), json!({ "refused": { "reason": "empty" } }));
    let decks = keep(card("feelings/1", "feelings", json!("nogroup")))["done"].clone();
    let ours = |decks: &Value| {
        let feelings = decks["lists"].as_array().unwrap().iter().find(|list| list["id"] == "feelings").unwrap();
        feelings["cards"].as_array().unwrap().iter().find(|card| card["id"] == "feelings/1").cloned()
    };
    assert_eq!(ours(&decks).unwrap()["group"], Value::Null, "in no group, and there");
    assert_eq!(decks["left_out"], false);
    for spoil in ["UPDATE card SET deck = 'nodeck'", "UPDATE card SET words = NULL"] {
        desk.app.close();
        rusqlite::Connection::open(desk.file()).unwrap().execute(spoil, []).unwrap();
        let decks = desk.ask("decks", json!({}));
        assert_eq!((ours(&decks), &decks["left_out"]), (None, &json!(true)), "{spoil}");
        desk.ask("forget_unreadable", json!({ "of": "cards" }));
        assert_eq!(desk.ask("decks", json!({}))["left_out"], false, "{spoil}");
        keep(card("feelings/1", "feelings", json!("nogroup")));
    }
}

#[test]
fn a_tone_is_heard_before_it_is_chosen() {
    let desk = Desk::fresh();
    let settings = desk.ask("start", json!({}))["settings"].clone();
    let air = both_heard_desk::merged(settings, json!({ "timbre": "air", "tones": false }));
    desk.ask("preview", json!({ "settings": air }));
    assert_eq!(desk.heard(), ["tone SoftEnd Air"]);
}
