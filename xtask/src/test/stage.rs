//! What each stage does.

use std::fs;
use std::path::PathBuf;

use super::programs::{self, Extent, TestProgram};
use super::{Ending, Kind, Tally, count, graph};
use crate::broken::Broken;
use crate::command::{Heard, cargo, is_there, npm, overheard, run};
use crate::{house, system, ui};

/// A stage of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The layout of the code.
    Format,
    /// Who may know whom.
    Purity,
    /// Everything clippy knows, as errors.
    Clippy,
    /// The ritual and the rhythm.
    Core,
    /// Private files.
    Files,
    /// What is stored.
    Store,
    /// The use cases.
    App,
    /// What a desktop adds without a window.
    Desktop,
    /// Commands, catalogue, the window's own parts.
    Shell,
    /// The types the UI shares with Rust.
    Types,
    /// Types and accessibility of the UI's code.
    Check,
    /// The UI's logic.
    Ui,
    /// Every screen in a browser.
    Screens,
    /// The driver and these commands.
    Tools,
    /// The real program in a real window.
    Window,
}

/// All stages, in the order they run: what is quick and near the ground comes first.
pub const STAGES: &[Stage] = &[
    Stage::Format,
    Stage::Purity,
    Stage::Clippy,
    Stage::Core,
    Stage::Files,
    Stage::Store,
    Stage::App,
    Stage::Desktop,
    Stage::Shell,
    Stage::Types,
    Stage::Check,
    Stage::Ui,
    Stage::Screens,
    Stage::Tools,
    Stage::Window,
];

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

    fn test(&mut self, package: &'static str, folder: &str) -> Result<Ending, Broken> {
        let alone: Vec<TestProgram>;
        let programs = if self.chosen && self.programs.is_none() {
            alone = programs::build(Extent::Package(package))?;
            &alone
        } else {
            self.programs()?
        };
        programs::run(programs.iter().filter(|program| program.is_of(folder)), &[]).map(Ending::Ran)
    }
}

impl Stage {
    /// Finds a stage by its name.
    pub fn named(name: &str) -> Option<Self> {
        STAGES.iter().copied().find(|stage| stage.name() == name)
    }

    /// Gives the name by which it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Purity => "purity",
            Self::Clippy => "clippy",
            Self::Core => "core",
            Self::Files => "files",
            Self::Store => "store",
            Self::App => "app",
            Self::Desktop => "desktop",
            Self::Shell => "shell",
            Self::Types => "types",
            Self::Check => "check",
            Self::Ui => "ui",
            Self::Screens => "screens",
            Self::Tools => "tools",
            Self::Window => "window",
        }
    }

    /// Says in a line what it checks.
    pub fn checks(self) -> &'static str {
        match self {
            Self::Format => "rustfmt and Biome",
            Self::Purity => "the rooms know none above them, nor a window; the program knows no network",
            Self::Clippy => "clippy, warnings as errors",
            Self::Core => "the ritual and the rhythm as values",
            Self::Files => "private files: made, replaced, put aside",
            Self::Store => "the two files: the couple's words, and the rhythm",
            Self::App => "the use cases",
            Self::Desktop => "what a desktop adds without a window",
            Self::Shell => "commands, catalogue and the window's parts",
            Self::Types => "the UI's generated types are up to date",
            Self::Check => "svelte-check, warnings as errors",
            Self::Ui => "the UI's logic",
            Self::Screens => "every screen in Chromium, with axe-core",
            Self::Tools => "what plays the program to a browser or a window, and these commands",
            Self::Window => "the real program in a real window",
        }
    }

    /// Does the stage's work.
    pub fn perform(self, bench: &mut Bench) -> Result<Ending, Broken> {
        match self {
            Self::Format => format(),
            Self::Purity => purity(),
            Self::Clippy => clippy(),
            Self::Core => bench.test("both-heard-core", CORE),
            Self::Files => bench.test("both-heard-files", FILES),
            Self::Store => bench.test("both-heard-store", STORE),
            Self::App => bench.test("both-heard-app", APP),
            Self::Desktop => bench.test("both-heard-desktop", DESKTOP),
            Self::Shell => {
                let ours = |program: &&TestProgram| program.is_of(SHELL) && !is_in_window(program);
                programs::run(bench.programs()?.iter().filter(ours), &[]).map(Ending::Ran)
            }
            Self::Types => types(bench),
            Self::Check => check(),
            Self::Ui => vitest("test", None),
            Self::Screens if cfg!(target_os = "linux") => {
                // The screens are those of the built UI, served as files, with the program itself behind them.
                ui::build_for_a_browser()?;
                let desk = bench.programs()?.iter().find(|program| program.is_of(DESK));
                vitest("screens", desk.and_then(|program| program.beside_it("both-heard-desk")))
            }
            Self::Tools => {
                let own = ["xtask", DESK, "tests/driver", "benches/blank"];
                let ours = |program: &&TestProgram| own.iter().any(|folder| program.is_of(folder));
                programs::run(bench.programs()?.iter().filter(ours), &[]).map(Ending::Ran)
            }
            Self::Window if cfg!(target_os = "linux") => {
                let ours = |program: &&TestProgram| program.is_of(SHELL) && is_in_window(program);
                programs::run(bench.programs()?.iter().filter(ours), &["--test-threads=6"]).map(Ending::Ran)
            }
            Self::Screens | Self::Window => Ok(Ending::NotHere),
        }
    }
}

/// Tells the tests in the real window from the others of the shell: by their file's name.
fn is_in_window(program: &TestProgram) -> bool {
    program.beside && program.name.starts_with("window")
}

fn format() -> Result<Ending, Broken> {
    ui::fetch()?;
    run(cargo().args(["fmt", "--all", "--check"]))?;
    let Heard { said, well } = overheard(npm().args(["run", "--silent", "lint"]))?;
    if !well {
        return Err(Broken::Failed { command: "npm run lint".to_owned() });
    }
    let rust = house::files_below(&[house::root()]).iter().filter(|path| is_rust(path)).count();
    Ok(Ending::Ran(Tally::passed(rust + count::biome(&said).unwrap_or(0), Kind::Files)))
}

fn is_rust(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn purity() -> Result<Ending, Broken> {
    // Alone: beside the others a package would be given what only they ask for, such as chrono's clock.
    for package in ["both-heard-core", "both-heard-app"] {
        run(cargo().args(["check", "--package", package]))?;
    }
    let crates = graph::look_through()?.map_err(Broken::Missing)?;
    // Not installed for this alone: it takes minutes to build. What it knows of the network is looked for above in any case.
    if is_there("cargo-deny") {
        run(cargo().args(["deny", "check", "bans", "licenses", "sources"]))?;
    } else {
        println!("cargo-deny is not here, so the licences were not looked at: `cargo install cargo-deny` brings it.");
    }
    Ok(Ending::Ran(Tally::passed(crates, Kind::Crates)))
}

fn clippy() -> Result<Ending, Broken> {
    ui::build()?;
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))?;
    Ok(Ending::Ran(Tally::passed(house::crate_count()?, Kind::Crates)))
}

/// Lets the tests that write types write them again, and compares with how they stood at the very start.
fn types(bench: &mut Bench) -> Result<Ending, Broken> {
    let writers = bench.programs()?;
    let written = programs::run(
        writers
            .iter()
            .filter(|program| [CORE, STORE, APP, SHELL].iter().any(|folder| program.is_of(folder)) && !program.beside),
        &["export_bindings", "--quiet"],
    )?
    .and(programs::run(writers.iter().filter(|program| program.beside && program.name == "generated"), &["--quiet"])?);
    if written.failed > 0 {
        return Ok(Ending::Ran(written));
    }
    if house::fingerprint(&[house::at(GENERATED)]) != bench.types_before {
        return Err(Broken::Missing(format!("{GENERATED} was out of date and has been rewritten: commit it")));
    }
    Ok(Ending::Ran(Tally::passed(house::files_below(&[house::at(GENERATED)]).len(), Kind::Files)))
}

fn check() -> Result<Ending, Broken> {
    ui::fetch()?;
    let Heard { said, well } = overheard(npm().args(["run", "--silent", "check", "--", "--output", "machine"]))?;
    if !well {
        return Err(Broken::Failed { command: "npm run check".to_owned() });
    }
    Ok(Ending::Ran(Tally::passed(count::svelte_check(&said).unwrap_or(0), Kind::Files)))
}

/// Runs one of the two halves of the UI's tests, and reads its report.
fn vitest(script: &str, desk: Option<PathBuf>) -> Result<Ending, Broken> {
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
        Some(tally) if well || tally.failed > 0 => Ok(Ending::Ran(tally)),
        _ => Err(Broken::Failed { command: format!("npm run {script}") }),
    }
}
