//! Closing the window: asked once, then as they said; and the way back.

use crate::background::{hidden, plan, sunday};
use crate::{ask_store, at_home, pictures, program, store};
use both_heard_core::ritual::Event;
use both_heard_driver::{Desk, NotificationServer, Outcome, PATIENCE, evening, until, until_true};
use std::fs;

#[test]
fn the_first_closing_asks_and_staying_keeps_the_program_and_lets_the_window_go() -> Outcome<()> {
    let (desk, window) = at_home()?;
    let (display, on_display) = window.on_display()?;
    let process = window.process();
    display.close(on_display)?;
    window.wait_for("dialog [data-do=stay]")?;
    let mut pictures = pictures("closing")?;
    pictures.take(&window, "asked")?;
    evening::focus_and_press(&window, "dialog [data-do=stay]")?;
    display.wait_for_none()?;
    assert!(process.is_running());
    assert!(fs::read_to_string(store(&desk).with_file_name("settings.json")).unwrap().contains("\"background\": true"));
    // Started again, its window is back.
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    display.wait_for_window()?;
    process.kill()
}

#[test]
fn a_second_click_on_the_frame_is_no_answer_and_a_screen_that_cannot_ask_lets_it_go() -> Outcome<()> {
    let (_desk, window) = at_home()?;
    let (display, on_display) = window.on_display()?;
    display.close(on_display)?;
    display.close(on_display)?;
    window.wait_for_text("This desktop has no tray.")?;
    display.close(on_display)?;
    evening::focus_and_press(&window, "dialog [data-do=cancel]")?;
    window.wait_gone("dialog")?;
    assert!(window.is_running());
    let screen = window.freeze()?;
    display.close(on_display)?;
    until_true("the program to end", || Ok(!window.is_running()))?;
    screen.kill()
}

#[test]
fn words_that_cannot_be_saved_keep_the_window_open_until_they_are() -> Outcome<()> {
    let desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    fs::write(store(&desk).with_file_name("settings.json"), r#"{ "background": false }"#).unwrap();
    let window = desk.open(program())?;
    evening::begin(&window)?;
    evening::walk_to(&window, "1:floor")?;
    evening::open_field(&window)?;
    // Another program has the file, such as one that makes a copy of it.
    let other = rusqlite::Connection::open(store(&desk)).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let words = "typed while the file could not be written";
    window.type_text(words)?;
    let (display, on_display) = window.on_display()?;
    display.close(on_display)?;
    window.wait_for("dialog [data-do=again]")?;
    pictures("closing-unsaved")?.take(&window, "asked")?;
    other.execute_batch("ROLLBACK").unwrap();
    // A key that ends the program need not be answered: what it did is seen below.
    let _ = window.press("Enter");
    until_true("the program to end", || Ok(!window.is_running()))?;
    let kept = ask_store(&desk, |tx| tx.running().get()).flatten().unwrap();
    let written = kept.events.iter().any(|logged| matches!(&logged.event, Event::Write { text, .. } if text == words));
    assert!(written, "{:?}", kept.events);
    Ok(())
}

#[test]
fn begin_on_the_reminder_from_the_background_opens_the_window_on_the_check_in() -> Outcome<()> {
    let (mut desk, _clock) = sunday("2026-11-22 19:29:58")?;
    let service = NotificationServer::on(&desk, &["actions"])?;
    let program = hidden(&desk)?;
    let told = until("the reminder", PATIENCE, || Ok(service.asked().first().cloned()))?;
    let display = desk.display()?;
    assert!(display.windows()?.is_empty());
    service.activate(told.id, "the-click_TIME7")?;
    service.choose(told.id, "begin")?;
    // The screen itself begins, once it is there: nothing else does.
    until("the check-in", PATIENCE, || Ok(ask_store(&desk, |tx| tx.running().get()).flatten()))?;
    assert_eq!(display.windows()?.len(), 1);
    let raised_with = |token: &str| until_true(token, || Ok(display.startup_id(display.windows()?[0])? == token));
    raised_with("the-click_TIME7")?;
    // Whoever starts it again was given another for it.
    desk.set_env("XDG_ACTIVATION_TOKEN", "the-launcher_TIME8");
    desk.start(crate::program(), &[])?.wait_end(PATIENCE)?;
    raised_with("the-launcher_TIME8")?;
    program.kill()
}

#[test]
fn begin_on_the_reminder_opens_the_window_on_the_check_in() -> Outcome<()> {
    let (desk, _clock) = sunday("2026-11-22 19:29:58")?;
    let service = NotificationServer::on(&desk, &["actions"])?;
    let window = desk.open(program())?;
    window.wait_for("[data-screen=home]")?;
    let told = until("the reminder", PATIENCE, || Ok(service.asked().first().cloned()))?;
    service.choose(told.id, "begin")?;
    window.wait_for("[data-place]")?;
    window.close()
}
