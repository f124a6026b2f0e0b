//! The program in the background: before its first window, and after its last.

use std::fs;
use std::path::Path;
use std::time::Instant;

use both_heard_driver::{Desk, Display, Outcome, PATIENCE, Program, XWindow, until};
#[cfg(target_os = "linux")]
use both_heard_driver::{NotificationServer, TrayHost};

use super::round::{copy_folder, idleness, milliseconds, settled_mib, written};
use super::{Budget, Figure, Round};
use crate::broken::Broken;

/// Plays a round over a copy of a data folder.
pub fn background(binary: &Path, seed: &Path) -> Result<Round, Broken> {
    let desk = Desk::fresh()?;
    // As on most desktops: there is a tray, and something that shows notifications.
    #[cfg(target_os = "linux")]
    let _usual = (TrayHost::on(&desk)?, NotificationServer::on(&desk, &["actions"])?);
    let program = in_the_background(&desk, binary, seed)?;
    let before = settled_mib(program.process());
    let (ticks, wakes) = idleness(program.process());

    let display = desk.display()?;
    display.close(bring_up(&desk, &display, &program, binary)?)?;
    until("the window to go", PATIENCE, || Ok(display.windows()?.is_empty().then_some(())))?;
    let after = settled_mib(program.process());
    let started = Instant::now();
    bring_up(&desk, &display, &program, binary)?;
    let back = milliseconds(started.elapsed());
    Ok(vec![
        Figure::new("memory before a window, PSS", before, "MiB", Budget::AtMost(95.0)),
        Figure::new("memory, window destroyed", after, "MiB", Budget::AtMost(140.0)),
        Figure::new("CPU, 20 s idle", ticks, "ticks", Budget::AtMost(0.0)),
        Figure::new("wake-ups a second", wakes, "", Budget::AtMost(0.2)),
        Figure::new("window back by a second start", back, "ms", Budget::AtMost(600.0)),
    ])
}

/// Starts the program without a window, over a copy of a data folder, and waits until it waits.
pub(super) fn in_the_background(desk: &Desk, binary: &Path, seed: &Path) -> Result<Program, Broken> {
    copy_folder(seed, &desk.data_home())?;
    let settings = desk.data_home().join("org.bothheard.BothHeard/settings.json");
    fs::write(&settings, r#"{ "background": true }"#).map_err(Broken::file(&settings))?;
    let program = desk.start(binary, &["--hidden"])?;
    until("the program to settle", PATIENCE, || Ok(program.process().thread_sleeps("alarm").then_some(())))?;
    Ok(program)
}

/// Starts the program once more, which brings the first one's window up.
pub(super) fn bring_up(desk: &Desk, display: &Display, first: &Program, binary: &Path) -> Outcome<XWindow> {
    let _second = desk.start(binary, &[])?;
    written(display, first)
}
