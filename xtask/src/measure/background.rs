//! The program in the background: before its first window, and after its last.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use both_heard_driver::{Desk, Display, DriveError, Outcome, PATIENCE, Program, XWindow, until};
#[cfg(target_os = "linux")]
use both_heard_driver::{NotificationServer, TrayHost};

use super::round::{IDLE, WRITING, copy_folder, settled_kib};

/// What one round in the background gave.
#[derive(Debug, Clone, Copy)]
pub struct Background {
    /// Proportional memory of the family before there was a window, in KiB.
    pub before_kib: u64,
    /// CPU ticks (hundredths of a second) in twenty idle seconds then.
    pub ticks: u64,
    /// How often a thread woke up in a second then.
    pub wakes: f64,
    /// Proportional memory after the window was destroyed, in KiB.
    pub after_kib: u64,
    /// From a second start to the first writing in the window that is back.
    pub back: Duration,
}

/// Plays a round over a copy of a data folder.
pub fn background(binary: &Path, seed: &Path) -> Outcome<Background> {
    let desk = Desk::fresh()?;
    // As on most desktops: there is a tray, and something that shows notifications.
    #[cfg(target_os = "linux")]
    let _usual = (TrayHost::on(&desk)?, NotificationServer::on(&desk, &["actions"])?);
    let program = in_the_background(&desk, binary, seed)?;
    let before_kib = settled_kib(program.process());
    let (ticks, switches) = (program.process().family_ticks(), program.process().family_switches());
    thread::sleep(IDLE);
    let ticks = program.process().family_ticks().saturating_sub(ticks);
    let switches = program.process().family_switches().since(&switches);
    let wakes = u32::try_from(switches).map_or(f64::INFINITY, f64::from) / IDLE.as_secs_f64();

    let display = desk.display()?;
    let (window, _) = bring_up(&desk, &display, &program, binary)?;
    display.close(window)?;
    until("the window to go", PATIENCE, || Ok(display.windows()?.is_empty().then_some(())))?;
    let after_kib = settled_kib(program.process());
    let (_, back) = bring_up(&desk, &display, &program, binary)?;
    Ok(Background { before_kib, ticks, wakes, after_kib, back })
}

/// Starts the program without a window, over a copy of a data folder, and waits until it waits.
pub(super) fn in_the_background(desk: &Desk, binary: &Path, seed: &Path) -> Outcome<Program> {
    copy_folder(seed, &desk.data_home())?;
    let settings = desk.data_home().join("org.bothheard.BothHeard/settings.json");
    fs::write(&settings, r#"{ "background": true }"#)
        .map_err(|source| DriveError::Io { doing: "writing the settings".to_owned(), source })?;
    let program = desk.start(binary, &["--hidden"])?;
    until("the program to settle", PATIENCE, || Ok(program.process().thread_sleeps("alarm").then_some(())))?;
    Ok(program)
}

/// Starts the program once more, which brings the window up; answers it, and how long that took.
fn bring_up(desk: &Desk, display: &Display, first: &Program, binary: &Path) -> Outcome<(XWindow, Duration)> {
    let started = Instant::now();
    let _second = desk.start(binary, &[])?;
    let window = until("a window", PATIENCE, || display.window_of(first.process()))?;
    until("writing on the screen", PATIENCE, || Ok((display.ink(window)? >= WRITING).then_some(())))?;
    Ok((window, started.elapsed()))
}
