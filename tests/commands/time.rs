//! The alarm's looks: a turn's soft end, a reminder once, a laptop that slept.

use crate::set;
use both_heard_app::App;
use both_heard_desk::Desk;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

fn speaking() -> Desk {
    let desk = Desk::welcomed();
    let rule = json!({ "day": "Wed", "time": "20:00:00", "every": "week", "first": "2026-01-05" });
    desk.ask("save_rhythm", json!({ "rhythm": { "rule": rule, "heads_up": "none", "repeats": true } }));
    desk.begin();
    desk.walk("go-on here go-on go-on");
    desk.pass(0);
    desk
}

#[test]
fn a_turn_ends_softly_and_once() {
    let desk = speaking();
    desk.pass(179);
    assert_eq!(desk.heard(), [""; 0]);
    desk.pass(1);
    assert_eq!(desk.heard(), ["tone SoftEnd Bowl", "TurnOver"]);
    desk.pass(30);
    assert_eq!(desk.heard(), [""; 0]);
    desk.walk("one-more-minute");
    desk.pass(59);
    assert_eq!(desk.heard(), [""; 0]);
    desk.pass(1);
    assert_eq!(desk.heard(), ["tone SoftEnd Bowl", "TurnOver"]);
}

#[test]
fn a_held_turn_does_not_end() {
    let desk = speaking();
    desk.pass(100);
    desk.walk("pause");
    desk.pass(4000);
    desk.walk("resume");
    assert_eq!(desk.pass(0), Duration::from_secs(5));
    assert_eq!(desk.pass(78), Duration::from_secs(2), "it looks again just when the turn ends");
    assert_eq!(desk.heard(), [""; 0]);
    desk.pass(2);
    assert_eq!(desk.heard(), ["tone SoftEnd Bowl", "TurnOver"]);
}

#[test]
fn without_tones_the_end_is_still_told_to_the_screen() {
    let desk = speaking();
    set(&desk, json!({ "tones": false }));
    desk.pass(180);
    assert_eq!(desk.heard(), ["TurnOver"]);
}

#[test]
fn a_closed_lid_pauses_the_turn_where_it_was() {
    for moved in [TimeDelta::hours(2), TimeDelta::hours(-2), TimeDelta::seconds(20)] {
        let desk = speaking();
        desk.pass(60);
        desk.wall_moves(moved);
        assert_eq!(desk.heard(), ["Interrupted"], "{moved}");
        let view = desk.ask("check_in", json!({}));
        assert_eq!(
            (&view["overlay"], &view["turn"]["spent"]),
            (&json!({ "kind": "paused" }), &json!(60_000)),
            "{moved}"
        );
        desk.pass(400);
        desk.walk("resume");
        assert_eq!(desk.heard(), [""; 0]);
    }
}

#[test]
fn a_closed_lid_is_noticed_where_no_clock_stands_still() {
    let desk = speaking();
    desk.pass(60);
    desk.sleeps(7200);
    assert_eq!(desk.heard(), ["Interrupted"]);
    assert_eq!(desk.ask("check_in", json!({}))["turn"]["spent"], 60_000);
}

/// A key that is pressed on waking, before the alarm has looked, finds the check-in paused where it was.
#[test]
fn a_key_on_waking_does_not_count_the_night() {
    let desk = speaking();
    desk.pass(60);
    desk.wakes_after(9 * 3600);
    assert_eq!(desk.act(json!({ "kind": "go-on" })), json!({ "refused": { "refusal": "covered" } }));
    assert_eq!(desk.ask("check_in", json!({}))["turn"]["spent"], 60_000);
    assert_eq!(desk.heard(), ["Interrupted"]);
}

/// A reminder is being told to a service that does not answer: looks and commands go on beside it.
#[test]
fn what_shows_notifications_may_hang_and_holds_nothing_up() {
    let desk = Desk::welcomed();
    std::thread::scope(|threads| {
        let hangs = desk.world.hangs.lock().unwrap();
        desk.both_clocks_move(1800);
        desk.app.tick();
        threads.spawn(|| desk.app.tell_what_waits());
        assert_eq!(desk.only_ask("overview", json!({})).unwrap()["schedule"]["due"]["planned"], "2026-11-22T19:30:00");
        let begun = json!({ "beginner": "one", "format": "weekly", "record": true });
        assert_eq!(desk.only_ask("begin", begun).unwrap()["step"], 0);
        desk.both_clocks_move(15);
        desk.app.tick();
        drop(hangs);
    });
    desk.app.tell_what_waits();
    assert_eq!(desk.heard(), ["Due", "tone Begin Bowl", "remind due 2026-11-22 19:30:00 en"]);
    assert_eq!(desk.world.withdrawn.load(std::sync::atomic::Ordering::Relaxed), 1);
}

/// The settings are being saved, where the disk or the login does not answer: whoever needs no file of theirs goes on.
#[test]
fn a_disk_that_is_slow_for_the_settings_holds_nothing_up() {
    let desk = Desk::welcomed();
    let settings = |of: &App| of.start().unwrap().settings;
    std::thread::scope(|threads| {
        let hangs = desk.world.hangs.lock().unwrap();
        let app = Arc::clone(&desk.app);
        let change = serde_json::from_value(json!({ "autostart": true })).unwrap();
        let saving = threads.spawn(move || app.save_settings(change));
        while desk.heard().is_empty() {
            std::thread::yield_now();
        }
        let begun = json!({ "beginner": "one", "format": "weekly", "record": true });
        assert_eq!(desk.only_ask("begin", begun).unwrap()["step"], 0);
        let gone_on = desk.only_ask("act", json!({ "event": { "kind": "go-on" } })).unwrap();
        assert!(gone_on["done"].is_object());
        desk.app.tick();
        assert!(!settings(&desk.app).autostart && !desk.app.stays());
        drop(hangs);
        saving.join().unwrap().unwrap();
    });
    assert!(settings(&desk.app).autostart);
}

/// A check-in that was left for now is not a meeting.
#[test]
fn a_check_in_that_waits_swallows_no_reminder() {
    let desk = Desk::welcomed();
    desk.begin();
    desk.walk("pause");
    desk.pass(1800);
    assert_eq!(desk.heard().last().map(String::as_str), Some("Due"));
    assert_eq!(desk.schedule()["due"]["planned"], "2026-11-22T19:30:00");
}

#[test]
fn a_reminder_comes_once_with_the_time_and_stays_due_until_they_begin() {
    let desk = Desk::welcomed();
    set(&desk, json!({ "language": "de" }));
    desk.pass(29 * 60);
    assert_eq!(desk.heard(), [""; 0]);
    desk.pass(60);
    assert_eq!(desk.heard(), ["remind due 2026-11-22 19:30:00 de", "Due"]);
    desk.pass(60);
    // The clock is set back and the time comes again: it is the same planned time.
    desk.wall_moves(TimeDelta::minutes(-10));
    desk.pass(1200);
    assert_eq!(desk.heard(), [""; 0]);
    assert_eq!(desk.schedule()["due"]["planned"], "2026-11-22T19:30:00");
    desk.begin();
    assert!(desk.schedule()["due"].is_null());
}

#[test]
fn nothing_interrupts_a_check_in() {
    let desk = Desk::welcomed();
    desk.begin();
    desk.pass(1800);
    assert_eq!(desk.heard(), [""; 0]);
    desk.walk("let-go");
    desk.pass(60);
    assert_eq!(desk.heard(), [""; 0]);
    assert!(desk.schedule()["due"].is_null());
}

#[test]
fn a_laptop_that_slept_over_the_time_reminds_when_it_wakes() {
    let desk = Desk::welcomed();
    desk.wall_moves(TimeDelta::hours(3));
    assert_eq!(desk.heard().last().map(String::as_str), Some("Due"));
}

/// Finds instants in what the screen is told: it must not be left to turn one into a time on the wall. Evenings that were
/// kept carry the offset of their own wall.
fn instants(told: &Value) -> Vec<&str> {
    match told {
        Value::String(text) => text.parse::<DateTime<Utc>>().is_ok().then_some(text.as_str()).into_iter().collect(),
        Value::Array(all) => all.iter().flat_map(instants).collect(),
        Value::Object(all) => all
            .iter()
            .filter(|(key, _)| !["met", "since"].contains(&key.as_str()))
            .flat_map(|one| instants(one.1))
            .collect(),
        _ => vec![],
    }
}

#[test]
fn the_screen_is_told_what_the_wall_shows_and_never_an_instant() {
    let desk = Desk::welcomed();
    desk.pass(31 * 60);
    assert_eq!(desk.ask("now", json!({})), json!("2026-11-22T19:31:00"));
    let home = desk.ask("snooze", json!({}));
    assert_eq!(home["due"]["snoozed"], json!("2026-11-22T19:46:00"));
    assert_eq!(
        home["next"][0],
        json!({ "planned": "2026-11-29T19:30:00", "of": "2026-11-29T19:30:00", "minutes": 10_079 })
    );
    desk.begin();
    desk.walk("go-on here go-on go-on");
    let choosing = desk.walk("take-break");
    assert_eq!(choosing["overlay"]["lengths"][0], json!({ "minutes": 20, "back": "2026-11-22T19:51:00" }));
    let away = desk.act(json!({ "kind": "away", "minutes": 30 }));
    let told =
        |returned| json!({ "kind": "away", "until": "2026-11-22T20:01:00", "returned": returned, "again": false });
    assert_eq!(away["done"]["overlay"], told(false));
    desk.pass(30 * 60);
    let running = desk.ask("overview", json!({}));
    assert_eq!(running["running"]["overlay"], told(true));
    desk.walk("resume let-go");
    desk.whole_check_in();
    desk.walk("keep");
    let past = desk.ask("past", json!({ "after": null }));
    let record = desk.ask("record", json!({ "id": past["lines"][0]["id"] }));
    let all = json!([home, choosing, away, running, past, record, desk.ask("other_times", json!({}))]);
    assert_eq!(instants(&all), Vec::<&str>::new());
}

#[test]
fn an_evening_before_1970_is_an_evening() {
    let desk = Desk::welcomed();
    desk.wall_moves(TimeDelta::days(-365 * 58));
    assert!(desk.ask("now", json!({})).as_str().unwrap().starts_with("196"));
    let first = desk.ask("put_in_jar", json!({ "by": "one", "text": "the kitchen", "id": null }));
    let second = desk.ask("put_in_jar", json!({ "by": "one", "text": "the roof", "id": null }));
    assert_ne!(first["done"], second["done"]);
    desk.whole_check_in();
    desk.walk("keep");
    desk.whole_check_in();
    desk.walk("only");
    let past = desk.ask("past", json!({ "after": null }));
    assert_eq!(past["total"], json!(2), "{past}");
    assert!(past["since"].as_str().unwrap().starts_with("196"), "{past}");
    for line in past["lines"].as_array().unwrap() {
        assert!(desk.ask("record", json!({ "id": line["id"] })).is_object(), "{line}");
    }
}

#[test]
fn a_time_at_the_end_of_the_calendar_takes_nothing_down() {
    let desk = Desk::welcomed();
    let (first, last) = ("-262143-01-01", "+262142-12-31");
    for date in [last, "+10000-01-01", "9999-12-31"] {
        for of in [format!("{first}T00:00:00"), "2026-11-29T19:30:00".into(), format!("{last}T23:59:59")] {
            let to = format!("{date}T23:59:59.999999999");
            // Done or refused: what matters is that the program is still there, and Home with it.
            let _ = desk.try_ask("meet_once", json!({ "planned": to }));
            let _ = desk.try_ask("move_time", json!({ "of": of, "to": to }));
            let _ = desk.try_ask("skip", json!({ "of": of }));
            let _ = desk.try_ask("save_rests", json!({ "rests": [{ "from": first, "to": date }] }));
            let _ = desk.try_ask("save_rests", json!({ "rests": [] }));
            for (first, heads_up) in [(first, "day"), (date, "hour")] {
                let rule = json!({ "day": "Sun", "time": "23:59:59", "every": "four-weeks", "first": first });
                let rhythm = json!({ "rule": rule, "heads_up": heads_up, "repeats": true });
                let _ = desk.try_ask("save_rhythm", json!({ "rhythm": rhythm }));
            }
            desk.pass(30);
            assert!(desk.schedule()["next"].is_array());
            let _ = desk.try_ask("save_calendar", json!({}));
            let _ = desk.try_ask("restore", json!({ "of": of }));
            desk.ask("other_times", json!({}));
        }
    }
}
