//! What can keep a verb from its work.

use std::path::PathBuf;

use both_heard_driver::DriveError;

/// Why a verb stopped; its words go to the person as they are.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The arguments mean nothing.
    #[error("{0}")]
    Usage(String),
    /// A program is not there or cannot start.
    #[error("cannot start `{command}`: {source}{}", hint(command))]
    CannotStart {
        /// The command as it would be typed.
        command: String,
        /// Why the system refused.
        source: std::io::Error,
    },
    /// A program ended with a failure; it has said why itself.
    #[error("`{command}` failed")]
    Failed {
        /// The command as it would be typed.
        command: String,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// A program answered in a way that was not foreseen.
    #[error("cannot make sense of what {who} said: {what}")]
    Unreadable {
        /// The program.
        who: &'static str,
        /// What it said, or what was missing from it.
        what: String,
    },
    /// Something must be installed that this command cannot or may not install.
    #[error("{0}")]
    Missing(String),
    /// The real window could not be driven.
    #[error("{0}")]
    Window(#[from] DriveError),
    /// A stage of the tests found something; the summary has told it.
    #[error("the stage {stage} is broken")]
    Stage {
        /// The stage's name.
        stage: &'static str,
    },
}

impl Broken {
    /// Says which file an I/O error is about.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// Says how to get a program that is not there.
fn hint(command: &str) -> &'static str {
    match command.split_whitespace().next() {
        Some("npm" | "npm.cmd" | "node" | "npx" | "npx.cmd") => "\nNode.js 20 or newer is needed: https://nodejs.org",
        _ => "",
    }
}
