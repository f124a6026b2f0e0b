//! Keeps a tool of the desk running and ends it, by id, when the desk is cleared.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;

use crate::{DriveError, Outcome, PATIENCE, process::signal};

/// A tool that runs in a process group of its own, so that what it starts ends with it.
#[derive(Debug)]
pub(crate) struct Tool {
    name: String,
    child: Child,
    log: PathBuf,
}

impl Tool {
    /// Starts a tool whose errors, and whose words unless they are piped, go to a log in `logs`.
    pub(crate) fn start(name: &str, command: &mut Command, logs: &Path, words: Words) -> Outcome<Self> {
        let log = logs.join(format!("{name}.log"));
        let file = File::options()
            .create(true)
            .append(true)
            .open(&log)
            .map_err(DriveError::io(format!("opening {}", log.display())))?;
        let errors = file.try_clone().map_err(DriveError::io("sharing a log"))?;
        command.stdin(Stdio::null()).stderr(errors).stdout(match words {
            Words::Logged => Stdio::from(file),
            Words::Piped => Stdio::piped(),
        });
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command.spawn().map_err(|source| DriveError::CannotStart { tool: name.to_owned(), source })?;
        Ok(Self { name: name.to_owned(), child, log })
    }

    /// Gives the process's number.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Says whether it still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits for the first line a piped tool says, such as the number of a display.
    pub(crate) fn first_line(&mut self) -> Outcome<String> {
        let Some(words) = self.child.stdout.take() else {
            return Err(self.not_ready());
        };
        let (say, hear) = mpsc::channel();
        std::thread::spawn(move || forward_first_line(words, &say));
        match hear.recv_timeout(PATIENCE) {
            Ok(line) if !line.trim().is_empty() => Ok(line.trim().to_owned()),
            _ => Err(self.not_ready()),
        }
    }

    /// Says that the tool did not get ready, with the end of its log.
    pub(crate) fn not_ready(&self) -> DriveError {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        DriveError::not_ready(&self.name, lines[lines.len().saturating_sub(8)..].join(" | "))
    }
}

/// Where a tool's standard output goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// Into its log.
    Logged,
    /// To us, for [`Tool::first_line`].
    Piped,
}

/// Passes on the first line and then reads on to the end: a tool whose pipe closes may end with it.
fn forward_first_line(words: ChildStdout, say: &mpsc::Sender<String>) {
    let mut lines = BufReader::new(words).lines();
    if let Some(Ok(line)) = lines.next() {
        let _nobody_waits = say.send(line);
    }
    lines.for_each(drop);
}

impl Drop for Tool {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        signal("-TERM", &group);
        let gone = crate::until("a tool to end", PATIENCE / 10, || {
            Ok(matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)).then_some(()))
        });
        // Also after a polite end: what the tool itself started may be slower than it.
        signal("-KILL", &group);
        if gone.is_err() {
            let _reaped = self.child.wait();
        }
    }
}
