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
        match ProcessId::of(tool.pid()) {
            Some(process) => Ok(Self { tool, process }),
            None => {
                Err(DriveError::NotReady { tool: "program".to_owned(), last_words: "it was gone at once".to_owned() })
            }
        }
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

    /// Kills it as a power cut would.
    pub fn kill(&mut self) -> Outcome<()> {
        // Reaped here, as it is our own child; its family ends with it.
        let family = self.process.family();
        crate::process::signal("-KILL", &self.process.number().to_string());
        until("the killed program to be gone", crate::PATIENCE, || {
            let ours = self.tool.is_running();
            Ok((!ours && !family.iter().any(|member| member.is_running())).then_some(()))
        })
    }
}
