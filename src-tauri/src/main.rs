//! Starts Both Heard.

// A console window beside the program would be a stranger at the table.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    both_heard_shell::run()
}
