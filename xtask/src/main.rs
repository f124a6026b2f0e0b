//! The project's own commands: `cargo xtask` lists them.
//!
//! Each verb is a file in `verb/`; what several need lies beside it. Nothing in here is part of the program.

// A command-line tool speaks by printing.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod broken;
mod command;
mod demo;
mod house;
mod measure;
mod system;
mod test;
mod ui;
mod verb;

use std::process::ExitCode;

use broken::Broken;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match verb::perform(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        // It has said so itself, at length.
        Err(Broken::Stage { .. }) => ExitCode::FAILURE,
        Err(broken) => {
            eprintln!("\n{broken}");
            ExitCode::FAILURE
        }
    }
}
