//! A real notification daemon (dunst): what it shows is clicked, snoozed, ignored, held back.

use super::{at, hidden, plan, wait_for_snooze};
use crate::{ask_store, program};
use both_heard_driver::{Desk, Outcome, WallClock, evening, until_true};

/// Lays a desk with a daemon that knows the true time, and a clock for all that comes after it.
fn with_daemon() -> Outcome<(Desk, WallClock)> {
    let mut desk = Desk::fresh()?;
    desk.start_notifications()?;
    let clock = WallClock::on(&mut desk)?;
    Ok((desk, clock))
}

#[test]
fn the_time_comes_and_a_click_brings_the_window_home() -> Outcome<()> {
    let (desk, clock) = with_daemon()?;
    clock.set(at("2026-11-22 19:10:00"))?;
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    let (display, on_display) = window.on_display()?;
    evening::to_page(&window, 1, "past")?;
    display.minimise(on_display)?;
    clock.set(at("2026-11-22 19:29:59"))?;

    let shown = desk.wait_for_notifications(1)?;
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!(shown[0].summary, "Your time together");
    for name in ["Sam", "Robin"] {
        assert!(!shown[0].body.contains(name) && !shown[0].summary.contains(name), "{shown:?}");
    }

    desk.click_notification()?;
    until_true("the window up again", || Ok(!display.is_minimised(on_display)? && display.is_active(on_display)?))?;
    window.wait_for("[data-screen=home]")?;
    // Ready to begin: it is due, and Enter begins.
    let due = "const done = arguments[arguments.length - 1]; \
               window.__TAURI_INTERNALS__.invoke('overview', {}).then((home) => done(home.schedule.due?.planned ?? null))";
    assert_eq!(window.script_async(due, &[])?, "2026-11-22T19:30:00");
    evening::begin(&window)?;
    assert_eq!(desk.notifications()?.len(), 1);
    window.close()
}

#[test]
fn snoozed_killed_and_started_again_a_real_daemon_shows_it_at_the_snoozed_instant() -> Outcome<()> {
    let (desk, clock) = with_daemon()?;
    clock.set(at("2026-11-22 19:29:58"))?;
    plan(&desk, "Sun 19:30", |_| {});
    let first = hidden(&desk)?;
    desk.wait_for_notifications(1)?;
    desk.choose_on_notification("In 15 minutes")?;
    let repeat = wait_for_snooze(&desk)?;
    first.kill()?;
    clock.set(repeat - 30)?;
    let second = hidden(&desk)?;
    assert_eq!(desk.notifications()?.len(), 1, "not before");
    clock.jump(&second, repeat + 1)?;
    let shown = desk.wait_for_notifications(2)?;
    assert_eq!(shown[1].body, "You two had planned Sunday, 19:30.");
    // Ignored, it is shown once more.
    clock.jump(&second, repeat + 31 * 60)?;
    assert_eq!(desk.wait_for_notifications(3)?.len(), 3);
    Ok(())
}

#[test]
fn what_do_not_disturb_holds_back_is_on_home_and_comes_when_it_is_over() -> Outcome<()> {
    let (desk, clock) = with_daemon()?;
    desk.do_not_disturb(true)?;
    clock.set(at("2026-11-22 19:29:59"))?;
    plan(&desk, "Sun 19:30", |_| {});
    let window = desk.open(program())?;
    window.wait_for_text("It’s time")?;
    let then = chrono::DateTime::from_timestamp(at("2026-11-22 19:30:30"), 0).unwrap();
    let reminder = ask_store(&desk, |tx| tx.reminders().pending(then)).unwrap();
    assert!(reminder.is_some_and(|reminder| reminder.repeat.is_some()), "it was sent, and is told once more");
    assert!(desk.notifications()?.is_empty());
    desk.do_not_disturb(false)?;
    assert_eq!(desk.wait_for_notifications(1)?.len(), 1);
    window.close()
}
