//! Starts Both Heard.

// A console window beside the program would be a stranger at the table.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// Overwrites whatever the program lets go of: what they do not keep does not stay in memory by its hand.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> std::process::ExitCode {
    both_heard_shell::run()
}
