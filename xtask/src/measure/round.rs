//! One round: starts a program on a fresh desk, watches it, closes it.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use both_heard_driver::{Desk, Display, DriveError, Outcome, PATIENCE, ProcessId, Program, XWindow, until};

use super::{Budget, Figure, Round};
use crate::broken::Broken;
use crate::command::{heard, prepare};

/// Edges that make writing: a short word has some hundred, an empty page none.
const WRITING: usize = 60;
/// Memory has settled when so many readings in a row, half a second apart, differ by at most a hundredth.
const SETTLED_READINGS: usize = 4;
const BETWEEN_READINGS: Duration = Duration::from_millis(500);
/// How long idleness is watched.
const IDLE: Duration = Duration::from_secs(20);

/// Plays a round without WebDriver, which would weigh on what it measures: over a copy of a data folder, or as a first
/// start. Idleness takes twenty seconds more.
pub fn round(binary: &Path, seed: Option<&Path>, idle: bool) -> Result<Round, Broken> {
    let desk = Desk::fresh()?;
    if let Some(seed) = seed {
        copy_folder(seed, &desk.data_home())?;
    }
    let display = desk.display()?;
    let started = Instant::now();
    let mut program = desk.start(binary, &[])?;
    let window = written(&display, &program)?;
    let start = milliseconds(started.elapsed());
    let mut round = vec![
        Figure::new("start to first content", start, "ms", Budget::Times(1.15)),
        Figure::new("memory open, PSS", settled_mib(program.process()), "MiB", Budget::Times(1.10)),
    ];
    if idle {
        let (ticks, _) = idleness(program.process());
        round.push(Figure::new("CPU, 20 s idle, open", ticks, "ticks", Budget::AtMost(4.0)));
    }
    let closing = Instant::now();
    display.close(window)?;
    // One that asks first what closing is to mean does not end; what it takes in the background is measured by itself.
    match program.wait_end(PATIENCE / 4) {
        Ok(()) => {
            let ended = milliseconds(closing.elapsed());
            round.push(Figure::new("window closed, ended after", ended, "ms", Budget::None));
        }
        Err(DriveError::TimedOut { .. }) => {}
        Err(other) => return Err(other.into()),
    }
    Ok(round)
}

/// Waits until a program's window has something to read.
pub(super) fn written(display: &Display, program: &Program) -> Outcome<XWindow> {
    let window = until("a window", PATIENCE, || display.window_of(program.process()))?;
    until("writing on the screen", PATIENCE, || Ok((display.ink(window)? >= WRITING).then_some(window)))
}

/// Reads the family's proportional memory in MiB once it has stopped moving, or after fifteen seconds as it is.
pub(super) fn settled_mib(program: ProcessId) -> f64 {
    let mut readings: Vec<u64> = Vec::new();
    for _ in 0..30 {
        thread::sleep(BETWEEN_READINGS);
        readings.push(program.family_pss_kib());
        let recent = readings.iter().rev().take(SETTLED_READINGS);
        let (low, high) = (recent.clone().min().unwrap_or(&0), recent.max().unwrap_or(&0));
        if readings.len() >= SETTLED_READINGS && high - low <= high / 100 {
            break;
        }
    }
    as_float(readings.last().copied().unwrap_or(0)) / 1024.0
}

/// Counts, while nobody touches the family, its CPU ticks (hundredths of a second) and how often a second a thread wakes.
pub(super) fn idleness(program: ProcessId) -> (f64, f64) {
    let (ticks, switches) = (program.family_ticks(), program.family_switches());
    thread::sleep(IDLE);
    let wakes = as_float(program.family_switches().since(&switches)) / IDLE.as_secs_f64();
    (as_float(program.family_ticks().saturating_sub(ticks)), wakes)
}

/// Copies a folder and all in it.
pub(super) fn copy_folder(from: &Path, to: &Path) -> Result<(), Broken> {
    std::fs::create_dir_all(to).map_err(Broken::file(to))?;
    heard(prepare("cp").arg("-r").arg(from.join(".")).arg(to)).map(drop)
}

pub(super) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[allow(clippy::cast_precision_loss)] // no figure here comes near 2⁵³
pub(super) fn as_float(figure: u64) -> f64 {
    figure as f64
}
