//! The tray: what stands there, and what is chosen there.

use super::{asked, at, hidden, plan, sunday};
use crate::program;
use both_heard_driver::{Desk, NotificationServer, Outcome, PATIENCE, TrayHost, until, until_true};

#[test]
fn the_tray_says_what_comes_and_what_can_be_done() -> Outcome<()> {
    let (desk, clock) = sunday("2026-11-22 19:20:00")?;
    let service = NotificationServer::on(&desk, &["actions"])?;
    let mut program = hidden(&desk)?;
    // The desktop is not there yet when the program is, as it often is not after a login.
    until_true("the tray to be waited for", || Ok(program.process().thread_sleeps("tray")))?;
    let tray = TrayHost::on(&desk)?;
    let menu = |expect: &[&str]| {
        until(&format!("{expect:?} in the tray"), PATIENCE, || {
            let lines = tray.menu();
            let said: Vec<_> = lines.iter().map(|line| line.label.as_str()).filter(|label| !label.is_empty()).collect();
            Ok((said == expect).then_some(lines.first().is_some_and(|line| !line.enabled)))
        })
    };
    let next = "Next: Sunday, 19:30";
    assert!(menu(&[next, "Begin", "Open", "Quit"])?, "the first line only says something");
    clock.jump(&program, at("2026-11-22 19:30:01"))?;
    asked(&service, 1)?;
    menu(&["It is the time you two planned", "Begin", "In 15 minutes", "Open", "Quit"])?;
    tray.choose("In 15 minutes")?;
    menu(&["Next: Sunday, 29 November 2026, 19:30", "Begin", "Open", "Quit"])?;
    let display = desk.display()?;
    assert!(display.windows()?.is_empty());
    tray.choose("Open")?;
    display.wait_for_window()?;
    tray.choose("Quit")?;
    program.wait_end(PATIENCE)
}

#[test]
fn started_hidden_it_stands_in_the_tray_also_before_they_were_asked() -> Outcome<()> {
    let desk = Desk::fresh()?;
    plan(&desk, "Sun 19:30", |_| {});
    let tray = TrayHost::on(&desk)?;
    let mut program = desk.start(program(), &["--hidden"])?;
    until("Quit in the tray", PATIENCE, || Ok(tray.choose("Quit").ok()))?;
    program.wait_end(PATIENCE)
}
