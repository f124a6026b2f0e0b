//! `measure`: the whole program against a blank window of the same Tauri and profile.

use std::fs;
use std::path::{Path, PathBuf};

use super::bundle::{self, megabytes, size};
use crate::broken::Broken;
use crate::command::{cargo, run};
use crate::measure::{Budget, Figure, background, medians, openings, round, steps, table};
use crate::system::{self, Purpose};
use crate::{house, ui};

/// How many rounds each program plays unless told otherwise; odd, so that one is the median.
const ROUNDS: usize = 7;
/// In how many of the rounds idleness is watched: it varies little and takes twenty seconds each.
const IDLE_ROUNDS: usize = 3;

/// How many times the window is opened again unless told otherwise: what grows with each is then plain.
const OPENINGS: u32 = 30;

/// Builds both in release, plays the rounds, and prints the table.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    let (rounds, again) = match arguments {
        [] => (ROUNDS, OPENINGS),
        [rounds] => (number(rounds, "rounds")?, OPENINGS),
        [rounds, again] => (number(rounds, "rounds")?, number(again, "openings")?),
        [_, _, more, ..] => return super::nothing_more(std::slice::from_ref(more)),
    };
    if !cfg!(target_os = "linux") {
        return Err(Broken::Missing("Measuring needs a virtual display, which only Linux has.".to_owned()));
    }
    system::provide(Purpose::Test, system::consent(false))?;
    ui::build()?;
    // One invocation, so that both have the very same Tauri.
    run(cargo().args(["build", "--release", "--package", house::PROGRAM, "--package", house::BLANK]))?;
    let (program, blank) = (house::binary("release", house::PROGRAM)?, house::binary("release", house::BLANK)?);

    warn_if_busy();
    // The first start of each reads its files from disk; it is left out.
    for binary in [&program, &blank] {
        round(binary, None, false)?;
    }
    let mut figures = play("welcome", &program, &blank, None, rounds)?;
    // The figures so far took minutes; they are shown all the same.
    at_home(&mut figures, &program, &blank, (rounds, again))
        .unwrap_or_else(|broken| println!("Home was not measured: {broken}"));
    figures.extend(sizes(&program)?);
    println!("\n{}", table(&figures));
    Ok(())
}

/// Measures what needs a couple's data: an evening, Home, the background, and each opening of the window.
fn at_home(
    figures: &mut Vec<Figure>,
    program: &Path,
    blank: &Path,
    (rounds, again): (usize, u32),
) -> Result<(), Broken> {
    let (steps, data) = steps(program)?;
    figures.extend(steps);
    figures.extend(play("Home", program, blank, Some(&data), rounds)?);
    let waiting = (0..IDLE_ROUNDS).map(|_| background(program, &data)).collect::<Result<Vec<_>, _>>()?;
    figures.extend(medians("background", &waiting, &[]));
    // What each of none leaves behind is no figure; what the blank window leaves, too, is the engine's.
    if again > 0 {
        let (ours, theirs) = (openings(program, Some(&data), again)?, openings(blank, None, again)?);
        figures.extend(medians("each opening", &[ours], &[theirs]));
    }
    Ok(())
}

fn number<T: std::str::FromStr>(argument: &str, of: &str) -> Result<T, Broken> {
    argument.parse().map_err(|_| Broken::Usage(format!("{argument} is no number of {of}.")))
}

/// Says so when other programs keep the machine busy: the ratio of two starts means nothing then.
fn warn_if_busy() {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: f64 = load.split_whitespace().next().and_then(|figure| figure.parse().ok()).unwrap_or(0.0);
    let cores =
        std::thread::available_parallelism().ok().and_then(|cores| u16::try_from(cores.get()).ok()).unwrap_or(1);
    // Our own build has just ended and still counts with about one.
    if load > 1.5 + f64::from(cores) {
        println!("Other programs are busy here (load {load:.1} on {cores} cores): do not trust the times below.");
    }
}

/// Plays the rounds of both in turn, so that a busy minute of the machine falls on both.
fn play(screen: &str, program: &Path, blank: &Path, seed: Option<&Path>, rounds: usize) -> Result<Vec<Figure>, Broken> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..rounds {
        println!("{screen}: round {} of {rounds}", number + 1);
        let idle = number < IDLE_ROUNDS;
        ours.push(round(program, seed, idle)?);
        theirs.push(round(blank, None, idle)?);
    }
    Ok(medians(screen, &ours, &theirs))
}

fn sizes(program: &Path) -> Result<Vec<Figure>, Broken> {
    let figure = |name, size, unit, limit| Figure::new(name, size, unit, Budget::AtMost(limit));
    let mut figures = vec![figure("binary", megabytes(size(program)), "MB", 12.0)];
    match bundle::packages()?.first() {
        Some(package) => figures.push(figure("package", megabytes(size(package)), "MB", 6.0)),
        None => println!("There is no package yet to measure: `cargo xtask bundle` makes it."),
    }
    // The typefaces' licences go with them.
    let is_font = |path: &PathBuf| {
        let is_type = |end: &std::ffi::OsStr| ["woff", "woff2", "ttf", "otf"].iter().any(|font| end == *font);
        path.extension().is_some_and(is_type) || path.components().any(|part| part.as_os_str() == "licences")
    };
    let dist: Vec<PathBuf> =
        fs::read_dir(house::at("ui/dist")).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    let files = house::files_below(&dist).into_iter().filter(|path| !is_font(path));
    let kilobytes = files.map(|path| megabytes(size(&path))).sum::<f64>() * 1000.0;
    figures.push(figure("UI without fonts", kilobytes, "KB", 300.0));
    Ok(figures)
}
