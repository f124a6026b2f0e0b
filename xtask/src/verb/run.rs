//! `run`: from a fresh clone to an open window in one command.

use crate::broken::Broken;
use crate::command::{cargo, run};
use crate::system::{self, Purpose};
use crate::{demo, house, ui};

/// What may be said after `run`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    yes: bool,
    release: bool,
    /// For the program itself.
    passed_on: Vec<String>,
}

/// Installs what is missing, builds, and opens the program; without a display it plays a demonstration.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    let options = parse(arguments)?;
    let display = has_display();
    if !display {
        println!(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n\
             Instead, a whole check-in is played in the real window on a virtual display."
        );
    }
    let purpose = if display { Purpose::Build } else { Purpose::Test };
    system::provide(purpose, system::consent(options.yes))?;
    ui::build()?;
    if !display {
        run(cargo().args(["build", "--package", house::PROGRAM]))?;
        return demo::play();
    }
    let mut command = cargo();
    command.args(["run", "--package", house::PROGRAM, "--bin", house::PROGRAM]);
    if options.release {
        command.arg("--release");
    }
    run(command.arg("--").args(&options.passed_on))
}

fn parse(arguments: &[String]) -> Result<Options, Broken> {
    let mut options = Options::default();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--yes" | "-y" => options.yes = true,
            "--release" => options.release = true,
            "--" => options.passed_on = words.by_ref().cloned().collect(),
            _ => super::nothing_more(std::slice::from_ref(word))?,
        }
    }
    Ok(options)
}

fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::{Options, parse};

    #[test]
    fn reads_what_is_asked_for() {
        let check = |words: &[&str], expected: Option<Options>| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(parse(&words).ok(), expected);
        };
        check(&[], Some(Options::default()));
        check(&["--yes"], Some(Options { yes: true, ..Options::default() }));
        check(
            &["--release", "--", "--hidden", "--yes"],
            Some(Options { yes: false, release: true, passed_on: vec!["--hidden".into(), "--yes".into()] }),
        );
        check(&["--fast"], None);
    }
}
