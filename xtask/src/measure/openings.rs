//! The window opened again and again: what each opening leaves behind.

use std::path::Path;

use both_heard_driver::{Desk, PATIENCE, Program, until};

use super::background::{bring_up, in_the_background};
use super::round::{as_float, settled_mib, written};
use super::{Budget, Figure, Round};
use crate::broken::Broken;

/// From this opening on nothing should grow any more: what is made once has been made.
const SETTLED: u32 = 3;

/// Opens the window [`SETTLED`] times, and then so many times more: with a seed by a second start of the program, which
/// waits in the background over a copy of it; without, as the blank window does, which comes again by itself.
pub fn openings(binary: &Path, seed: Option<&Path>, count: u32) -> Result<Round, Broken> {
    let desk = Desk::fresh()?;
    let program = match seed {
        None => desk.start(binary, &["--again"])?,
        Some(seed) => in_the_background(&desk, binary, seed)?,
    };
    let display = desk.display()?;
    let open = || match seed {
        None => written(&display, &program),
        Some(_) => bring_up(&desk, &display, &program, binary),
    };
    let again = |window| {
        display.close(window)?;
        until("the window to go", PATIENCE, || Ok((!display.windows()?.contains(&window)).then_some(())))?;
        open()
    };
    let mut window = open()?;
    for _ in 1..SETTLED {
        window = again(window)?;
    }
    let early = held(&program);
    for _ in 0..count {
        window = again(window)?;
    }
    Ok(held(&program).iter().zip(&early).map(|(late, early)| late.growth(early, count)).collect())
}

/// Lists what a program holds while its window is open.
fn held(program: &Program) -> Round {
    let process = program.process();
    // The memory first: it waits until the program has settled.
    let memory = Figure::new("memory, PSS", settled_mib(process), "MiB", Budget::None);
    let count = |name, count: usize| Figure::new(name, as_float(count as u64), "", Budget::None);
    vec![memory, count("file descriptors", process.descriptors()), count("threads", process.threads())]
}
