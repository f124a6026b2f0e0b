//! Other programs that hang: none of them holds up a key, a word, a reminder or the window.

use crate::background::{sunday, wait_for};
use crate::often::threads;
use crate::{files_with, program, store, wait_for_words};
use both_heard_driver::{Desk, Hangs, Outcome, PATIENCE, Portal, evening, until, until_true};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const TRAY: &str = "org.kde.StatusNotifierWatcher";
const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
/// Names whom GTK and WebKit speak to by themselves.
const OTHERS: &[&str] = &[
    "ca.desrt.dconf", "org.a11y.Bus", "org.freedesktop.portal.Documents", "org.freedesktop.secrets",
    "org.gnome.SessionManager", "org.gtk.vfs.Daemon", "org.xfce.SessionManager",
];

/// Lays a desk where something hangs, a minute before the time, with a program that stays in the background.
fn desk_where(hang: fn(&mut Desk) -> Outcome<Hangs>) -> Outcome<(Desk, Hangs)> {
    let (mut desk, _clock) = sunday("2026-11-22 19:29:58")?;
    std::fs::write(store(&desk).with_file_name("settings.json"), r#"{ "background": true }"#).unwrap();
    // Where a screen reader may be, GTK asks for its bus.
    desk.set_env("NO_AT_BRIDGE", "0");
    let hangs = hang(&mut desk)?;
    Ok((desk, hangs))
}

fn evening_where(hang: fn(&mut Desk) -> Outcome<Hangs>) -> Outcome<()> {
    let (desk, _hangs) = desk_where(hang)?;
    let window = desk.open(program())?;
    let display = desk.display()?;
    // What is due is on Home, whoever else could not be told.
    window.wait_for("[data-screen=home]")?;
    window.wait_for_text("It’s time")?;
    evening::begin(&window)?;
    evening::walk_to(&window, "1:floor")?;
    evening::open_field(&window)?;
    // Glances at another window, again and again.
    for _ in 0..5 {
        window.script("window.dispatchEvent(new Event('focus'))")?;
    }
    let words = "said while nobody else answered";
    window.type_text(words)?;
    wait_for_words(&desk, words)?;
    window.press("Enter")?;
    window.wait_gone("[data-screen=checkin] :is(input, textarea)")?;
    window.press("Enter")?;
    evening::at(&window, "2:floor")?;
    // A second start raises the window.
    let on_display = display.windows()?[0];
    display.minimise(on_display)?;
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    until_true("the window up again", || Ok(!display.is_minimised(on_display)?))?;
    // Closed with words just typed, it loses none.
    evening::open_field(&window)?;
    window.type_text("and this just before")?;
    display.close(on_display)?;
    display.wait_for_none()?;
    assert_eq!(files_with(desk.everything(), "and this just before"), [store(&desk)]);
    // From the background it is there again.
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    display.wait_for_window()?;
    window.kill()
}

fn background_where(hang: fn(&mut Desk) -> Outcome<Hangs>) -> Outcome<()> {
    let (desk, _hangs) = desk_where(hang)?;
    let hidden = desk.start(program(), &["--hidden"])?;
    // It is remembered that the time has come, so that Home shows it.
    wait_for("the time that has come", &desk, |tx, now| tx.reminders().pending(now))?;
    desk.start(program(), &[])?.wait_end(PATIENCE)?;
    let display = desk.display()?;
    let window = display.wait_for_window()?;
    until_true("something in it", || Ok(display.ink(window)? > 1000))?;
    hidden.kill()
}

fn check(hang: fn(&mut Desk) -> Outcome<Hangs>) -> Outcome<()> {
    evening_where(hang)?;
    background_where(hang)
}

#[test]
fn a_portal_that_hangs_holds_nothing_up() -> Outcome<()> {
    check(|desk| Hangs::on(desk, &[PORTAL]))
}

#[test]
fn a_tray_host_that_hangs_holds_nothing_up() -> Outcome<()> {
    check(|desk| Hangs::on(desk, &[TRAY]))
}

#[test]
fn a_notification_service_that_hangs_holds_nothing_up() -> Outcome<()> {
    check(|desk| Hangs::on(desk, &[NOTIFICATIONS]))
}

#[test]
fn all_that_hang_at_once_hold_nothing_up() -> Outcome<()> {
    check(|desk| Hangs::on(desk, &[&[PORTAL, TRAY, NOTIFICATIONS], OTHERS].concat()))
}

#[test]
fn a_bus_that_hangs_holds_nothing_up() -> Outcome<()> {
    check(Hangs::bus)
}

#[test]
fn a_sound_server_that_hangs_costs_its_tones_only() -> Outcome<()> {
    let desk = Desk::fresh()?;
    // A device that is opened for ever: nobody reads what it writes to.
    let fifo = desk.home().join("device");
    assert!(desk.command("mkfifo").arg(&fifo).status().unwrap().success());
    let device =
        format!("pcm.!default {{ type file slave.pcm null file {:?} format raw }}\n", fifo.display().to_string());
    std::fs::write(desk.home().join(".asoundrc"), device).unwrap();
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    // They try the tones, more often than anybody does.
    for _ in 0..20 {
        let preview = "const done = arguments[0]; const call = window.__TAURI_INTERNALS__.invoke; \
            call('start').then(({ settings }) => call('preview', { settings })).then(done, done);";
        window.script_async(preview, &[])?;
    }
    let pending = until("tones that wait", PATIENCE, || Ok(threads(window.pid()).remove("tone")))?;
    assert!(pending <= 4, "{pending}");
    evening::begin(&window)?;
    evening::walk_to(&window, "1:floor")?;
    window.close()
}

#[test]
fn the_window_turns_dark_with_the_desktop_which_is_asked_once() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let portal = Portal::on(&desk, 1)?;
    let window = desk.open(program())?;
    let shows = |theme: &str| {
        window.wait_until(theme, &format!("return document.documentElement.dataset.theme === {theme:?}")).map(drop)
    };
    shows("evening")?;
    let asked = portal.asked();
    for (scheme, theme) in [(2, "light"), (1, "evening"), (0, "light"), (1, "evening")] {
        portal.turn(scheme)?;
        shows(theme)?;
        window.script("window.dispatchEvent(new Event('focus'))")?;
    }
    // A portal that ends takes nothing with it; one that comes is asked.
    drop(portal);
    let portal = Portal::on(&desk, 2)?;
    shows("light")?;
    assert_eq!((asked, portal.asked()), (1, 1));
    window.close()
}
