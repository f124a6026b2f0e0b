//! Builds the test programs once and runs the right ones for each stage.
//!
//! Cargo settles features for the packages it is asked about, so `cargo test -p one` after `cargo test
//! --workspace` builds half the graph anew. Therefore cargo builds once and names what it built; the programs
//! are then run from here, each as cargo would run it.

use std::path::PathBuf;

use cargo_metadata::{Artifact, Message};

use super::{Tally, count};
use crate::broken::Broken;
use crate::command::{Heard, cargo, heard, overheard, prepare};
use crate::house;

/// A program that holds tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestProgram {
    /// The folder of its package, where it runs.
    pub package: PathBuf,
    /// The target's name: the crate's for tests among the code, the file's for those beside it.
    pub name: String,
    /// Whether the tests stand beside the code, in `tests/`.
    pub beside: bool,
    executable: PathBuf,
}

/// What to build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everything, with one set of features.
    Workspace,
    /// One package alone, even if others are broken.
    Package(&'static str),
}

/// Builds the test programs and lists them.
pub fn build(extent: Extent) -> Result<Vec<TestProgram>, Broken> {
    let mut command = cargo();
    command.args(["test", "--no-run", "--message-format", "json-render-diagnostics"]);
    match extent {
        Extent::Workspace => command.arg("--workspace"),
        Extent::Package(name) => command.args(["--package", name]),
    };
    println!("$ cargo test --no-run");
    Ok(built(&heard(&mut command)?))
}

/// Runs programs one after the other and adds up what they say.
pub fn run<'a>(programs: impl Iterator<Item = &'a TestProgram>, arguments: &[&str]) -> Result<Tally, Broken> {
    let mut all = count::libtest("");
    for program in programs {
        let Heard { said, well } = overheard(&mut program.command(arguments))?;
        let mut tally = count::libtest(&said);
        if !well && tally.failed == 0 {
            // It ended without a result, by an abort or a signal.
            tally.failed = 1;
        }
        all = all.and(tally);
        if all.failed > 0 {
            break;
        }
    }
    Ok(all)
}

impl TestProgram {
    /// Says whether the program belongs to the package in a folder of the repository.
    pub fn is_of(&self, folder: &str) -> bool {
        self.package == house::at(folder).components().as_path()
    }

    /// Names a program that was built beside this one.
    pub fn beside_it(&self, name: &str) -> Option<PathBuf> {
        let folder = self.executable.parent()?.parent()?;
        Some(folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
    }

    fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = prepare(&self.executable.to_string_lossy());
        command.current_dir(&self.package).env("CARGO_MANIFEST_DIR", &self.package).args(arguments);
        command
    }
}

/// Reads the programs from cargo's messages.
fn built(messages: &str) -> Vec<TestProgram> {
    Message::parse_stream(messages.as_bytes()).filter_map(|message| program(message.ok()?)).collect()
}

fn program(message: Message) -> Option<TestProgram> {
    let Message::CompilerArtifact(Artifact { manifest_path, target, profile, executable, .. }) = message else {
        return None;
    };
    let executable = executable.filter(|_| profile.test)?.into();
    Some(TestProgram {
        package: manifest_path.parent()?.into(),
        beside: target.is_test(),
        name: target.name,
        executable,
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::built;

    /// Writes a message as cargo does, of a target in the folder of a package.
    fn message(folder: &str, kind: &str, name: &str, test: bool, executable: &str) -> String {
        format!(
            r#"{{"reason":"compiler-artifact","package_id":"p","manifest_path":"{folder}/Cargo.toml","target":{{"kind":["{kind}"],"crate_types":["bin"],"name":"{name}","src_path":"/s","edition":"2024","doc":false,"doctest":false,"test":true}},"profile":{{"opt_level":"0","debuginfo":1,"debug_assertions":true,"overflow_checks":true,"test":{test}}},"features":[],"filenames":[],"executable":{executable},"fresh":true}}"#
        )
    }

    #[test]
    fn lists_tests_and_leaves_out_what_is_merely_built() {
        let messages = [
            message("/r/core", "lib", "core", true, r#""/t/core-1""#),
            message("/r/core", "lib", "core", false, "null"),
            message("/r", "bin", "app", false, r#""/t/app""#),
            message("/r", "test", "window", true, r#""/t/window-2""#),
            r#"{"reason":"build-finished","success":true}"#.to_owned(),
        ];
        let found: Vec<_> = built(&messages.join("\n"))
            .into_iter()
            .map(|program| (program.package, program.name, program.beside))
            .collect();
        let expected = [(Path::new("/r/core"), "core", false), (Path::new("/r"), "window", true)]
            .map(|(package, name, beside)| (package.to_owned(), name.to_owned(), beside));
        assert_eq!(found, expected);
    }
}
