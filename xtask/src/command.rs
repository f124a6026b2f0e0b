//! Starts other programs, lets the person see them work and, where asked, listens in.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::broken::Broken;
use crate::house;

/// What `cargo run` tells this program about itself; another cargo, or a test, must not take it for its own.
const OURS_ALONE: &[&str] =
    &["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_", "OUT_DIR"];

/// What a program said, and whether it was content.
pub struct Heard {
    /// Everything on its standard output.
    pub said: String,
    /// Whether it ended well.
    pub well: bool,
}

/// Prepares cargo, the one this was started by, in the repository.
pub fn cargo() -> Command {
    prepare(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// Prepares npm, which on Windows has a name of its own.
pub fn npm() -> Command {
    prepare(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Prepares a program of `node_modules/.bin`, never one from the network.
pub fn npx(name: &str) -> Command {
    let mut command = prepare(if cfg!(windows) { "npx.cmd" } else { "npx" });
    command.args(["--no-install", name]);
    command
}

/// Prepares any program, in the repository and with an environment as the person's own.
pub fn prepare(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(house::root());
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| OURS_ALONE.iter().any(|start| name.starts_with(start))) {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command before the person's eyes; its failure is ours.
pub fn run(command: &mut Command) -> Result<(), Broken> {
    println!("$ {}", as_typed(command));
    let status = command.status().map_err(|source| Broken::CannotStart { command: as_typed(command), source })?;
    if status.success() { Ok(()) } else { Err(Broken::Failed { command: as_typed(command) }) }
}

/// Runs a command before the person's eyes and listens in on its standard output.
pub fn overheard(command: &mut Command) -> Result<Heard, Broken> {
    println!("$ {}", as_typed(command));
    let typed = as_typed(command);
    let cannot = |source| Broken::CannotStart { command: typed.clone(), source };
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(cannot)?;
    let mut said = String::new();
    if let Some(words) = child.stdout.take() {
        for line in BufReader::new(words).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            said.push_str(&line);
            said.push('\n');
        }
    }
    let status = child.wait().map_err(cannot)?;
    Ok(Heard { said, well: status.success() })
}

/// Runs a command and keeps its standard output to ourselves; its failure is ours.
pub fn heard(command: &mut Command) -> Result<String, Broken> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| Broken::CannotStart { command: as_typed(command), source })?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Broken::Failed { command: as_typed(command) })
    }
}

/// Asks a program quietly; nothing is heard when it is not there or ends badly.
pub fn asked(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Finds a program on the person's path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|program| program.is_file())
}

/// Writes a command as a person would type it.
fn as_typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    // cargo calls itself by its whole path; nobody types that.
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    let words = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name).chain(words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::as_typed;

    #[test]
    fn a_command_reads_as_it_is_typed() {
        let mut command = Command::new("/opt/rust/bin/cargo");
        command.args(["test", "--no-run"]);
        assert_eq!(as_typed(&command), "cargo test --no-run");
    }
}
