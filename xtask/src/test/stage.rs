//! What each stage does.

use std::fs;
use std::path::PathBuf;

use super::programs::{self, Extent, TestProgram};
use super::{Ending, Kind, Tally, count, graph};
use crate::broken::Broken;
use crate::command::{Heard, cargo, find, npm, overheard, run};
use crate::{house, system, ui};

/// A stage of the tests.
pub struct Stage {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// What it checks, in a line.
    pub checks: &'static str,
    work: fn(&mut Bench) -> Ending,
}

/// All stages, in the order they run: what is quick and near the ground comes first.
pub const STAGES: &[Stage] = &[
    stage("format", "rustfmt and Biome", |_| format()),
    stage("purity", "the rooms know none above them, nor a window; the program knows no network", |_| purity()),
    stage("clippy", "clippy, warnings as errors", |_| clippy()),
    stage("core", "the ritual and the rhythm as values", |bench| bench.test("both-heard-core", CORE)),
    stage("files", "private files: made, replaced, put aside", |bench| bench.test("both-heard-files", FILES)),
    stage("store", "the two files: the couple's words, and the rhythm", |bench| bench.test("both-heard-store", STORE)),
    stage("app", "the use cases", |bench| bench.test("both-heard-app", APP)),
    stage("desktop", "what a desktop adds without a window", |bench| bench.test("both-heard-desktop", DESKTOP)),
    stage("shell", "commands, catalogue and the window's parts", |bench| {
        bench.run(|program| program.is_of(SHELL) && !is_in_window(program), &[])
    }),
    stage("types", "the UI's generated types are up to date", types),
    stage("check", "svelte-check, warnings as errors", |_| check()),
    stage("ui", "the UI's logic", |_| vitest("test", None)),
    stage("screens", "every screen in Chromium, with axe-core", screens),
    stage("tools", "what plays the program to a browser or a window, and these commands", |bench| {
        bench.run(|program| ["xtask", DESK, "tests/driver", "benches/blank"].iter().any(|own| program.is_of(own)), &[])
    }),
    stage("window", "the real program in a real window", |bench| {
        if !cfg!(target_os = "linux") {
            return Ok(None);
        }
        bench.run(|program| program.is_of(SHELL) && is_in_window(program), &["--test-threads=6"])
    }),
];

const fn stage(name: &'static str, checks: &'static str, work: fn(&mut Bench) -> Ending) -> Stage {
    Stage { name, checks, work }
}

const CORE: &str = "src-tauri/core";
const FILES: &str = "src-tauri/files";
const STORE: &str = "src-tauri/store";
const APP: &str = "src-tauri/app";
const DESKTOP: &str = "src-tauri/desktop";
const SHELL: &str = "";
const DESK: &str = "tests/desk";
const GENERATED: &str = "ui/src/backend/generated";

/// What the stages share: the programs, built once, and the state things were in at the start.
#[derive(Debug)]
pub struct Bench {
    programs: Option<Vec<TestProgram>>,
    /// Whether few stages were asked for, so that a core's tests need not wait for the shell to compile.
    chosen: bool,
    types_before: String,
}

impl Bench {
    /// Notes how things stand before anything runs.
    pub fn lay(chosen: bool) -> Self {
        Self { programs: None, chosen, types_before: house::fingerprint(&[house::at(GENERATED)]) }
    }

    /// Gives every test program, built at the first call.
    fn programs(&mut self) -> Result<&[TestProgram], Broken> {
        if self.programs.is_none() {
            ui::build()?;
            self.programs = Some(programs::build(Extent::Workspace)?);
        }
        Ok(self.programs.as_deref().unwrap_or_default())
    }

    /// Runs the programs that are asked for.
    fn run(&mut self, are_asked_for: impl Fn(&TestProgram) -> bool, arguments: &[&str]) -> Ending {
        programs::run(self.programs()?.iter().filter(|program| are_asked_for(program)), arguments).map(Some)
    }

    /// Runs a package's own tests.
    fn test(&mut self, package: &'static str, folder: &str) -> Ending {
        if self.chosen && self.programs.is_none() {
            return programs::run(programs::build(Extent::Package(package))?.iter(), &[]).map(Some);
        }
        self.run(|program| program.is_of(folder), &[])
    }
}

impl Stage {
    /// Does the stage's work.
    pub fn perform(&self, bench: &mut Bench) -> Ending {
        (self.work)(bench)
    }
}

/// Tells the tests in the real window from the others of the shell: by their file's name.
fn is_in_window(program: &TestProgram) -> bool {
    program.beside && program.name.starts_with("window")
}

fn format() -> Ending {
    ui::fetch()?;
    run(cargo().args(["fmt", "--all", "--check"]))?;
    let Heard { said, well } = overheard(npm().args(["run", "--silent", "lint"]))?;
    if !well {
        return Err(Broken::Failed { command: "npm run lint".to_owned() });
    }
    let rust = house::files_below(&[house::root()]).iter().filter(|path| is_rust(path)).count();
    Ok(Some(Tally::passed(rust + count::biome(&said).unwrap_or(0), Kind::Files)))
}

fn is_rust(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn purity() -> Ending {
    // Alone: beside the others a package would be given what only they ask for, such as chrono's clock.
    for package in ["both-heard-core", "both-heard-app"] {
        run(cargo().args(["check", "--package", package]))?;
    }
    let crates = graph::look_through()?.map_err(Broken::Missing)?;
    // Not installed for this alone: it takes minutes to build. What it knows of the network is looked for above in any case.
    if find("cargo-deny").is_some() {
        run(cargo().args(["deny", "check", "bans", "licenses", "sources"]))?;
    } else {
        println!("cargo-deny is not here, so the licences were not looked at: `cargo install cargo-deny` brings it.");
    }
    Ok(Some(Tally::passed(crates, Kind::Crates)))
}

fn clippy() -> Ending {
    ui::build()?;
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))?;
    Ok(Some(Tally::passed(house::crate_count()?, Kind::Crates)))
}

/// Lets the tests that write types write them again, and compares with how they stood at the very start.
fn types(bench: &mut Bench) -> Ending {
    let rooms = [CORE, STORE, APP, SHELL];
    let exports = |program: &&TestProgram| rooms.iter().any(|room| program.is_of(room)) && !program.beside;
    let lists = |program: &&TestProgram| program.beside && program.name == "generated";
    let writers = bench.programs()?;
    let written = programs::run(writers.iter().filter(exports), &["export_bindings", "--quiet"])?
        .and(programs::run(writers.iter().filter(lists), &["--quiet"])?);
    if written.failed > 0 {
        return Ok(Some(written));
    }
    if house::fingerprint(&[house::at(GENERATED)]) != bench.types_before {
        return Err(Broken::Missing(format!("{GENERATED} was out of date and has been rewritten: commit it")));
    }
    Ok(Some(Tally::passed(house::files_below(&[house::at(GENERATED)]).len(), Kind::Files)))
}

fn screens(bench: &mut Bench) -> Ending {
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    // The screens are those of the built UI, served as files, with the program itself behind them.
    ui::build_for_a_browser()?;
    let desk = bench.programs()?.iter().find(|program| program.is_of(DESK));
    vitest("screens", desk.and_then(|program| program.beside_it("both-heard-desk")))
}

fn check() -> Ending {
    ui::fetch()?;
    let Heard { said, well } = overheard(npm().args(["run", "--silent", "check", "--", "--output", "machine"]))?;
    if !well {
        return Err(Broken::Failed { command: "npm run check".to_owned() });
    }
    Ok(Some(Tally::passed(count::svelte_check(&said).unwrap_or(0), Kind::Files)))
}

/// Runs one of the two halves of the UI's tests, and reads its report.
fn vitest(script: &str, desk: Option<PathBuf>) -> Ending {
    ui::fetch()?;
    let report: PathBuf = house::target()?.join(format!("xtask/{script}.json"));
    if report.exists() {
        fs::remove_file(&report).map_err(Broken::file(&report))?;
    }
    let mut command = npm();
    command.args(["run", "--silent", script, "--", "--reporter=default", "--reporter=json"]);
    command.arg(format!("--outputFile.json={}", report.display()));
    if let Some(browser) = system::browser() {
        command.env("BOTH_HEARD_CHROMIUM", browser);
    }
    if let Some(desk) = desk {
        command.env("BOTH_HEARD_DESK", desk);
    }
    let Heard { well, .. } = overheard(&mut command)?;
    let tally = fs::read_to_string(&report).ok().and_then(|report| count::vitest(&report));
    match tally {
        Some(tally) if well || tally.failed > 0 => Ok(Some(tally)),
        _ => Err(Broken::Failed { command: format!("npm run {script}") }),
    }
}
