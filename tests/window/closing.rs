//! Closing the window: asked once, then as they said; and the way back.

use crate::rhythm::plan;
use crate::{pictures, program, store};
use both_heard_driver::{Desk, NotificationService, Outcome, PATIENCE, WallClock, evening, until};
use std::fs;

#[test]
fn the_first_closing_asks_and_staying_keeps_the_program_and_lets_the_window_go() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    let (display, on_display) = window.on_display()?;
    let process = window.process();
    display.close(on_display)?;
    window.wait_for("dialog [data-do=stay]")?;
    let mut pictures = pictures("closing")?;
    pictures.take(&window, "asked")?;
    evening::focus_and_press(&window, "dialog [data-do=stay]")?;
    until("the window to go", PATIENCE, || Ok(display.windows()?.is_empty().then_some(())))?;
    assert!(process.is_running());
    assert!(fs::read_to_string(store(&desk).with_file_name("settings.json")).unwrap().contains("\"background\": true"));
    // Started again, its window is back.
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    until("the window", PATIENCE, || Ok(display.windows()?.first().copied()))?;
    process.kill()
}

#[test]
fn whoever_closes_it_again_at_once_needs_no_answer() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    let (display, on_display) = window.on_display()?;
    display.close(on_display)?;
    window.wait_for("dialog [data-do=stay]")?;
    display.close(on_display)?;
    until("the program to end", PATIENCE, || Ok((!window.is_running()).then_some(())))
}

#[test]
fn begin_on_the_reminder_opens_the_window_on_the_check_in() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let clock = WallClock::on(&mut desk)?;
    clock.set(crate::rhythm::at("2026-11-22 19:29:58"))?;
    plan(&desk, "Sun 19:30", |_| {});
    let service = NotificationService::on(&desk, &["actions"])?;
    let window = desk.open(program())?;
    window.wait_for("[data-screen=home]")?;
    let told = until("the reminder", PATIENCE, || Ok(service.asked().first().cloned()))?;
    service.choose(told.id, "begin")?;
    window.wait_for("[data-place]")?;
    window.close()
}
