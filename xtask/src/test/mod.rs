//! The stages of the tests: what each checks, in which order, and how many things it looked at.

mod count;
mod graph;
mod programs;
mod stage;
mod summary;
#[cfg(test)]
mod words;

pub use stage::{Bench, STAGES, Stage};
pub use summary::Report;

use crate::broken::Broken;

/// What a stage looked at, and how it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Things that are as they should be.
    pub passed: usize,
    /// Things that are not.
    pub failed: usize,
    /// What they are.
    pub kind: Kind,
}

/// The kind of thing a stage counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Tests proper; these make the total.
    Tests,
    /// Source files.
    Files,
    /// Packages of a dependency graph, or of the workspace.
    Crates,
}

/// How a stage ended: with what it looked at, or with nothing where this system lacks what it needs and always will.
pub type Ending = Result<Option<Tally>, Broken>;

impl Tally {
    /// Counts things that are all as they should be.
    pub fn passed(passed: usize, kind: Kind) -> Self {
        Self { passed, failed: 0, kind }
    }

    /// Takes in what else the same stage counted.
    pub fn and(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed, kind: self.kind }
    }
}
