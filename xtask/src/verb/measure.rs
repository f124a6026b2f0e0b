//! `measure`: the whole program against a blank window of the same Tauri and profile.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use both_heard_driver::{Desk, Hangs, evening};

use super::bundle::{self, megabytes, size};
use crate::broken::Broken;
use crate::command::{cargo, run};
use crate::measure::{
    Background, Budget, Comes, Figures, Growth, Row, Settings, Table, background, measure, median, openings,
};
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
    let mut table = Table::default();
    // The first start of each reads its files from disk; it is left out.
    for binary in [&program, &blank] {
        measure(Settings { binary, seed: None, idle: false })?;
    }
    let welcome = play(&program, &blank, None, rounds)?;
    add(&mut table, "welcome", &welcome);
    match settled_data(&program) {
        Ok((data, steps)) => {
            let hung = steps_where_others_hang(&program)?;
            table.add(Row {
                name: "a step, median, portal, tray and notifications hanging; beside it without".to_owned(),
                ours: median(hung).unwrap_or(f64::NAN),
                blank: median(steps.iter().copied()),
                unit: "ms",
                budget: Budget::Times(1.10),
            });
            table.add(step_row(steps));
            let home = play(&program, &blank, Some(&data), rounds)?;
            add(&mut table, "Home", &home);
            let rounds = (0..IDLE_ROUNDS).map(|_| background(&program, &data)).collect::<Result<Vec<_>, _>>()?;
            add_background(&mut table, &rounds);
            // What each of none leaves behind is no figure.
            if again > 0 {
                let ours = openings(&program, Comes::BySecondStart(&data), again)?;
                add_openings(&mut table, &ours, &openings(&blank, Comes::ByItself, again)?);
            }
        }
        // The figures so far took minutes; they are shown all the same.
        Err(broken) => println!("Home was not measured: {broken}"),
    }
    add_sizes(&mut table, &program)?;
    println!("\n{}", table.text());
    Ok(())
}

fn number<T: std::str::FromStr>(argument: &str, of: &str) -> Result<T, Broken> {
    argument.parse().map_err(|_| Broken::Usage(format!("{argument} is no number of {of}.")))
}

/// Says so when other programs keep the machine busy: the ratio of two starts means nothing then.
fn warn_if_busy() {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: f64 = load.split_whitespace().next().and_then(|figure| figure.parse().ok()).unwrap_or(0.0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    // Our own build has just ended and still counts with about one.
    if load > 1.5 + as_float(cores as u64) {
        println!("Other programs are busy here (load {load:.1} on {cores} cores): do not trust the times below.");
    }
}

/// The rounds of both programs.
struct Played {
    ours: Vec<Figures>,
    blank: Vec<Figures>,
}

/// Plays the rounds in turn, so that a busy minute of the machine falls on both.
fn play(program: &Path, blank: &Path, seed: Option<&Path>, rounds: usize) -> Result<Played, Broken> {
    let mut played = Played { ours: Vec::new(), blank: Vec::new() };
    for round in 0..rounds {
        let idle = round < IDLE_ROUNDS;
        let ours = measure(Settings { binary: program, seed, idle })?;
        let theirs = measure(Settings { binary: blank, seed: None, idle })?;
        println!(
            "round {:>2} of {rounds}: {:>4} ms and {:>4} ms, {:>3} MB and {:>3} MB",
            round + 1,
            ours.start.as_millis(),
            theirs.start.as_millis(),
            ours.open_kib / 1024,
            theirs.open_kib / 1024,
        );
        played.ours.push(ours);
        played.blank.push(theirs);
    }
    Ok(played)
}

fn add(table: &mut Table, screen: &str, played: &Played) {
    let mut row = |name: &str, unit, budget, figure: fn(&Figures) -> Option<f64>| {
        let middle = |figures: &[Figures]| median(figures.iter().filter_map(figure));
        if let Some(ours) = middle(&played.ours) {
            table.add(Row { name: format!("{screen}: {name}"), ours, blank: middle(&played.blank), unit, budget });
        }
    };
    row("start to first content", "ms", Budget::Times(1.15), |figures| Some(milliseconds(figures.start)));
    row("memory open, PSS", "MiB", Budget::Times(1.10), |figures| Some(mebibytes(figures.open_kib)));
    row("CPU, 20 s idle, open", "ticks", Budget::AtMost(4.0), |figures| figures.idle_ticks.map(as_float));
    row("window closed, ended after", "ms", Budget::None, |figures| figures.ended.map(milliseconds));
}

fn add_background(table: &mut Table, rounds: &[Background]) {
    let mut row = |name: &str, unit, limit, figure: fn(&Background) -> f64| {
        if let Some(ours) = median(rounds.iter().map(figure)) {
            table.add(Row {
                name: format!("background: {name}"),
                ours,
                blank: None,
                unit,
                budget: Budget::AtMost(limit),
            });
        }
    };
    row("memory before a window, PSS", "MiB", 95.0, |figures| mebibytes(figures.before_kib));
    row("memory, window destroyed", "MiB", 140.0, |figures| mebibytes(figures.after_kib));
    row("CPU, 20 s idle", "ticks", 0.0, |figures| as_float(figures.ticks));
    row("wake-ups a second", "", 0.2, |figures| figures.wakes);
    row("window back by a second start", "ms", 600.0, |figures| milliseconds(figures.back));
}

/// Adds what each opening of the window leaves behind; what the blank window leaves, too, is the engine's.
fn add_openings(table: &mut Table, ours: &Growth, blank: &Growth) {
    let mut row = |name: &str, unit, figure| {
        let name = format!("each opening: {name}");
        table.add(Row { name, ours: ours.each(figure), blank: Some(blank.each(figure)), unit, budget: Budget::None });
    };
    row("file descriptors", "", |held| as_float(held.descriptors as u64));
    row("threads", "", |held| as_float(held.threads as u64));
    row("memory, PSS", "MiB", |held| mebibytes(held.kib));
}

fn add_sizes(table: &mut Table, program: &Path) -> Result<(), Broken> {
    let mut row = |name: &str, ours, unit, limit| {
        table.add(Row { name: name.to_owned(), ours, blank: None, unit, budget: Budget::AtMost(limit) });
    };
    row("binary", megabytes(size(program)), "MB", 12.0);
    match bundle::packages()?.first() {
        Some(package) => row("package", megabytes(size(package)), "MB", 6.0),
        None => println!("There is no package yet to measure: `cargo xtask bundle` makes it."),
    }
    // The typefaces' licences go with them.
    let is_font = |path: &PathBuf| {
        path.components().any(|part| part.as_os_str() == "licences")
            || path
                .extension()
                .is_some_and(|extension| matches!(extension.to_str(), Some("woff" | "woff2" | "ttf" | "otf")))
    };
    let dist: Vec<PathBuf> =
        fs::read_dir(house::at("ui/dist")).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    let files = house::files_below(&dist).into_iter().filter(|path| !is_font(path));
    row("UI without fonts", files.map(|path| megabytes(size(&path))).sum::<f64>() * 1000.0, "KB", 300.0);
    Ok(())
}

/// Says how long a step takes, from the key to what is committed and painted: nineteen of twenty take no longer.
fn step_row(mut steps: Vec<f64>) -> Row {
    steps.sort_by(f64::total_cmp);
    let p95 = steps.get(steps.len().saturating_sub(1) * 95 / 100).copied().unwrap_or(f64::NAN);
    let name = format!("a step, key to painted, p95 of {}", steps.len());
    Row { name, ours: p95, blank: None, unit: "ms", budget: Budget::AtMost(50.0) }
}

/// Notes in the page when a key goes down, and when the place it leads to has been painted.
const WATCH_STEPS: &str = "
    window.steps = []; let began = null;
    addEventListener('keydown', () => { began = performance.now(); }, true);
    new MutationObserver(() => { if (began !== null) { window.steps.push(performance.now() - began); began = null; } })
        .observe(document.body, { subtree: true, attributeFilter: ['data-place', 'data-part', 'data-overlay'] });";

/// Whom the program speaks to over the session bus while a check-in runs.
const OTHERS: [&str; 3] =
    ["org.freedesktop.portal.Desktop", "org.kde.StatusNotifierWatcher", "org.freedesktop.Notifications"];

/// Lets the driver play an evening once. Keeps the data after the welcome, to start on Home with, and gives how many
/// milliseconds each step of the check-in took.
fn settled_data(program: &Path) -> Result<(PathBuf, Vec<f64>), Broken> {
    let desk = Desk::fresh()?;
    let steps = play_evening(&desk, program)?;
    let kept = house::target()?.join("xtask/settled");
    if kept.exists() {
        fs::remove_dir_all(&kept).map_err(Broken::file(&kept))?;
    }
    crate::measure::copy_folder(&desk.data_home(), &kept)?;
    Ok((kept, steps))
}

/// Plays the same evening where the other programs of the desktop take every call and answer none.
fn steps_where_others_hang(program: &Path) -> Result<Vec<f64>, Broken> {
    let desk = Desk::fresh()?;
    let _hangs = Hangs::on(&desk, &OTHERS)?;
    play_evening(&desk, program)
}

fn play_evening(desk: &Desk, program: &Path) -> Result<Vec<f64>, Broken> {
    let window = desk.open(program)?;
    evening::settle_in(&window)?;
    window.close()?;
    let window = desk.open(program)?;
    evening::begin(&window)?;
    window.script(WATCH_STEPS)?;
    evening::check_in(&window, evening::Keep::Nothing, None)?;
    let steps = window.script("return window.steps")?;
    window.press("Enter")?;
    window.wait_for("[data-screen=home]")?;
    window.close()?;
    Ok(steps.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn mebibytes(kib: u64) -> f64 {
    as_float(kib) / 1024.0
}

#[allow(clippy::cast_precision_loss)] // no figure here comes near 2⁵³
fn as_float(figure: u64) -> f64 {
    figure as f64
}
