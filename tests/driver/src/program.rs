//! Runs the program without WebDriver: a second copy, a hidden start, a measured one.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::child::{Tool, Words};
use crate::{DriveError, Outcome, ProcessId, until};

/// A running copy of the program; it is killed when dropped.
#[derive(Debug)]
pub struct Program {
    tool: Tool,
    process: ProcessId,
}

impl Program {
    pub(crate) fn start(command: &mut Command, logs: &Path) -> Outcome<Self> {
        let tool = Tool::start("program", command, logs, Words::Logged)?;
        let gone = || DriveError::not_ready("program", "it was gone at once");
        let process = ProcessId::of(tool.pid()).ok_or_else(gone)?;
        Ok(Self { tool, process })
    }

    /// Names the process.
    pub fn process(&self) -> ProcessId {
        self.process
    }

    /// Says whether it still runs.
    pub fn is_running(&mut self) -> bool {
        self.tool.is_running()
    }

    /// Waits until it has ended by itself.
    pub fn wait_end(&mut self, patience: Duration) -> Outcome<()> {
        until("the program to end", patience, || Ok((!self.tool.is_running()).then_some(())))
    }

    /// Kills it as a power cut would, and waits until all of it is gone.
    pub fn kill(&self) -> Outcome<()> {
        self.process.kill()
    }
}
