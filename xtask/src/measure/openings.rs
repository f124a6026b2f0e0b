//! The window opened again and again: what each opening leaves behind.

use std::path::Path;

use both_heard_driver::{Desk, Outcome, PATIENCE, Program, until};

use super::background::in_the_background;
use super::round::{WRITING, settled_kib};

/// From this opening on nothing should grow any more: what is made once has been made.
const SETTLED: u32 = 3;

/// How the next window comes up, once the one before is closed.
#[derive(Debug, Clone, Copy)]
pub enum Comes<'a> {
    /// By itself, as the blank one does.
    ByItself,
    /// By a second start of the program, which waits in the background over a copy of this data.
    BySecondStart(&'a Path),
}

/// What a program holds while its window is open.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Files, sockets and shared memory.
    pub descriptors: usize,
    /// Threads.
    pub threads: usize,
    /// Proportional memory of the family, in KiB.
    pub kib: u64,
}

impl Held {
    fn by(program: &Program) -> Self {
        let process = program.process();
        // The memory first: it waits until the program has settled.
        let kib = settled_kib(process);
        Self { descriptors: process.descriptors(), threads: process.threads(), kib }
    }
}

/// What it held early and late.
#[derive(Debug, Clone, Copy)]
pub struct Growth {
    early: Held,
    late: Held,
    /// How many openings lie between.
    openings: u32,
}

impl Growth {
    /// Gives what came with each opening.
    pub fn each(&self, figure: fn(&Held) -> f64) -> f64 {
        (figure(&self.late) - figure(&self.early)) / f64::from(self.openings)
    }
}

/// Opens the window [`SETTLED`] times, and then so many times more.
pub fn openings(binary: &Path, comes: Comes<'_>, count: u32) -> Outcome<Growth> {
    let desk = Desk::fresh()?;
    let program = match comes {
        Comes::ByItself => desk.start(binary, &["--again"])?,
        Comes::BySecondStart(seed) => in_the_background(&desk, binary, seed)?,
    };
    let display = desk.display()?;
    let open = || {
        if let Comes::BySecondStart(_) = comes {
            desk.start(binary, &[])?.wait_end(PATIENCE)?;
        }
        let window = until("a window", PATIENCE, || display.window_of(program.process()))?;
        until("writing on the screen", PATIENCE, || Ok((display.ink(window)? >= WRITING).then_some(window)))
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
    let early = Held::by(&program);
    for _ in 0..count {
        window = again(window)?;
    }
    Ok(Growth { early, late: Held::by(&program), openings: count })
}
