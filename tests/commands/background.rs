//! The program in the background: its window that comes and goes, its place in the tray, its start at login.

use crate::{MINUTE, set};
use both_heard_app::ports::{LoginRefusal, WindowRequest};
use both_heard_desk::Desk;
use serde_json::{Value, json};

/// Keeps whether the program stays when its window is closed.
pub fn stays(desk: &Desk, background: bool) {
    set(desk, json!({ "background": background }));
}

#[test]
fn the_first_closing_asks_and_then_it_is_as_they_said() {
    assert!(!Desk::fresh().app.asks_before_closing(), "there is nothing to remind of");
    let desk = Desk::welcomed();
    assert!(desk.app.asks_before_closing() && !desk.app.stays());
    stays(&desk, true);
    assert!(!desk.app.asks_before_closing() && desk.app.stays());
    desk.ask("leave", json!({}));
    assert_eq!(desk.heard(), ["close"]);
    desk.pass(30 * MINUTE);
    assert_eq!(desk.heard(), ["remind due 2026-11-22 19:30:00 en", "Due"]);
    stays(&desk, false);
    desk.ask("leave", json!({}));
    assert_eq!(desk.heard(), ["quit"]);
}

/// The same two sit there; where none runs, they see what anyone sees who opens the window.
#[test]
fn a_page_that_is_lost_comes_back_at_the_check_in_that_runs_and_begins_none() {
    let desk = Desk::welcomed();
    desk.app.lost_its_page();
    assert_eq!(desk.ask("window_request", json!({})), Value::Null);
    desk.begin();
    desk.walk("go-on here");
    desk.app.lost_its_page();
    assert_eq!(desk.ask("window_request", json!({})), "begin");
    assert_eq!(desk.ask("check_in", json!({}))["overlay"]["kind"], "paused");
}

#[test]
fn a_request_waits_for_a_window_and_is_granted_once() {
    let desk = Desk::welcomed();
    let request = || desk.ask("window_request", json!({}));
    assert_eq!(request(), Value::Null);
    for (requests, granted) in [
        (&[WindowRequest::Open][..], "open"),
        (&[WindowRequest::Begin], "begin"),
        // Whoever calls later and only to see it takes nothing from who asked for more.
        (&[WindowRequest::Begin, WindowRequest::Open], "begin"),
        (&[WindowRequest::Open, WindowRequest::Home], "home"),
    ] {
        requests.iter().for_each(|request| desk.app.bring_up(*request));
        assert_eq!(desk.heard(), vec!["bring up"; requests.len()]);
        assert!(desk.app.is_called());
        assert_eq!((request(), request()), (json!(granted), Value::Null));
        assert!(!desk.app.is_called());
    }
    // What was asked before the window was closed is over.
    desk.app.bring_up(WindowRequest::Begin);
    desk.app.say_goodbye(false);
    assert!(!desk.app.is_called());
}

#[test]
fn a_window_that_is_to_close_waits_for_a_screen_that_answers() {
    let desk = Desk::welcomed();
    let first = desk.app.say_goodbye(false);
    assert!(!desk.app.is_answered(first));
    desk.ask("hold_on", json!({}));
    assert!(desk.app.is_answered(first));
    // Asked again, it must answer again, and the first is over.
    let second = desk.app.say_goodbye(false);
    assert!(desk.app.is_answered(first) && !desk.app.is_answered(second));
}

#[test]
fn to_quit_from_outside_ends_the_program_and_to_close_the_window_does_not() {
    let desk = Desk::welcomed();
    stays(&desk, true);
    desk.app.say_goodbye(true);
    assert!(!desk.app.stays());
    // Words could not be saved, they left it open, and closed it by its frame later.
    desk.app.say_goodbye(false);
    assert!(desk.app.stays());
}

#[test]
fn a_turn_that_runs_is_paused_before_the_window_goes() {
    let desk = Desk::welcomed();
    stays(&desk, true);
    desk.begin();
    desk.walk("go-on here go-on go-on");
    desk.pass(60);
    desk.heard();
    desk.ask("leave", json!({}));
    assert_eq!(desk.heard(), ["close"]);
    desk.pass(600);
    assert_eq!(desk.ask("check_in", json!({}))["turn"]["spent"], 60_000);
}

/// Whoever starts next has the store, also while the alarm of this one looks once more.
#[test]
fn what_ends_opens_the_store_no_more() {
    let desk = Desk::welcomed();
    desk.app.quit();
    desk.pass(60);
    assert!(desk.another_copy().app.claim());
}

#[test]
fn the_screen_reads_whether_the_desktop_is_dark_as_it_last_said() {
    let desk = Desk::fresh();
    for dark in [None, Some(true), Some(false)] {
        *desk.world.dark.lock().unwrap() = dark;
        assert_eq!(desk.ask("system_is_dark", json!({})), json!(dark));
    }
}

#[test]
fn the_tray_says_what_comes_and_what_has_come_only_in_the_background() {
    let desk = Desk::welcomed();
    desk.pass(0);
    assert_eq!(*desk.world.tray.lock().unwrap(), None);
    stays(&desk, true);
    let check = |next: &str, due: bool| {
        let seen = desk.world.tray.lock().unwrap().unwrap();
        assert_eq!((seen.item.next.unwrap().to_string(), seen.item.due), (next.to_owned(), due));
        // A week away, the weekday alone would say today.
        assert_eq!(seen.item.near, next == "2026-11-22 19:30:00");
    };
    desk.pass(0);
    check("2026-11-22 19:30:00", false);
    desk.pass(30 * MINUTE);
    check("2026-11-29 19:30:00", true);
    desk.ask("snooze", json!({}));
    desk.pass(15);
    check("2026-11-29 19:30:00", false);
    desk.pass(15 * MINUTE);
    check("2026-11-29 19:30:00", true);
}

#[test]
fn whoever_starts_it_hidden_finds_it_in_the_tray_whatever_closing_means() {
    let desk = Desk::welcomed();
    desk.app.begin_hidden();
    desk.pass(0);
    assert!(desk.world.tray.lock().unwrap().is_some());
    // Closing its window later means what it always means.
    assert!(desk.app.asks_before_closing() && !desk.app.stays());
}

#[test]
fn it_starts_at_login_only_when_asked_to() {
    let desk = Desk::welcomed();
    assert_eq!(desk.ask("start", json!({}))["settings"]["autostart"], false);
    for autostart in [true, true, false] {
        set(&desk, json!({ "autostart": autostart }));
    }
    assert_eq!(desk.heard(), ["start at login: true", "start at login: false"]);
    // Where that could not be written, the settings do not say that it was.
    for (refusal, kind) in [
        (LoginRefusal::Unwritable("a/b".into()), "settings-unwritable"),
        (LoginRefusal::Unsaid("a/b".into()), "login-unsaid"),
    ] {
        *desk.world.login.lock().unwrap() = Err(refusal);
        let trouble = desk.try_ask("save_settings", json!({ "change": { "autostart": true } }));
        assert_eq!(trouble, Err(json!({ "kind": kind, "path": "a/b" })));
        assert_eq!(desk.ask("start", json!({}))["settings"]["autostart"], false);
    }
}
