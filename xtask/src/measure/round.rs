//! One round: starts a program on a fresh desk, watches it, closes it.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use both_heard_driver::{Desk, DriveError, Outcome, PATIENCE, ProcessId, until};

use super::figures::Figures;

/// Edges that make writing: a short word has some hundred, an empty page none.
pub(super) const WRITING: usize = 60;
/// Memory has settled when so many looks in a row, half a second apart, differ by at most a hundredth.
const SETTLED_LOOKS: usize = 4;
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);
/// How long idleness is watched.
pub const IDLE: Duration = Duration::from_secs(20);

/// How a round goes.
#[derive(Debug, Clone, Copy)]
pub struct Settings<'a> {
    /// The program.
    pub binary: &'a Path,
    /// A data folder to begin with; without one it is the first start.
    pub seed: Option<&'a Path>,
    /// Whether idleness is watched too, which takes twenty seconds.
    pub idle: bool,
}

/// Plays a round without WebDriver, which would weigh on what it measures.
pub fn measure(settings: Settings<'_>) -> Outcome<Figures> {
    let desk = Desk::fresh()?;
    if let Some(seed) = settings.seed {
        copy_folder(seed, &desk.data_home())?;
    }
    let display = desk.display()?;
    let started = Instant::now();
    let mut program = desk.start(settings.binary, &[])?;
    let window = until("a window", PATIENCE, || display.window_of(program.process()))?;
    until("writing on the screen", PATIENCE, || Ok((display.ink(window)? >= WRITING).then_some(())))?;
    let start = started.elapsed();

    let open_kib = settled_kib(program.process());
    let idle_ticks = settings.idle.then(|| {
        let before = program.process().family_ticks();
        std::thread::sleep(IDLE);
        program.process().family_ticks().saturating_sub(before)
    });
    let closing = Instant::now();
    display.close(window)?;
    // One that asks first what closing is to mean does not end; what it takes in the background is measured by itself.
    let ended = match program.wait_end(PATIENCE / 4) {
        Ok(()) => Some(closing.elapsed()),
        Err(DriveError::TimedOut { .. }) => None,
        Err(other) => return Err(other),
    };
    Ok(Figures { start, open_kib, idle_ticks, ended })
}

/// Reads the family's memory once it has stopped moving, or after fifteen seconds as it is.
pub(super) fn settled_kib(program: ProcessId) -> u64 {
    let mut looks: Vec<u64> = Vec::new();
    for _ in 0..30 {
        std::thread::sleep(BETWEEN_LOOKS);
        looks.push(program.family_pss_kib());
        let recent = looks.iter().rev().take(SETTLED_LOOKS);
        let (low, high) = (recent.clone().min().unwrap_or(&0), recent.max().unwrap_or(&0));
        if looks.len() >= SETTLED_LOOKS && high - low <= high / 100 {
            break;
        }
    }
    looks.last().copied().unwrap_or(0)
}

/// Copies a folder and all in it.
pub fn copy_folder(from: &Path, to: &Path) -> Outcome<()> {
    let io = |path: &Path| {
        let doing = format!("copying {}", path.display());
        move |source| DriveError::Io { doing, source }
    };
    fs::create_dir_all(to).map_err(io(to))?;
    for entry in fs::read_dir(from).map_err(io(from))? {
        let entry = entry.map_err(io(from))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else if path.is_file() {
            // A socket is left there, too, on which nobody listens any more.
            fs::copy(&path, &target).map_err(io(&path))?;
        }
    }
    Ok(())
}
