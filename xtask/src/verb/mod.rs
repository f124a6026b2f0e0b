//! The verbs of `cargo xtask`, one file each.

mod bundle;
mod icons;
mod measure;
mod pictures;
mod run;
mod sounds;
mod test;

use crate::broken::Broken;

/// A verb: its name, what may follow it, what it does in a line, and how.
struct Verb(&'static str, &'static str, &'static str, fn(&[String]) -> Result<(), Broken>);

const VERBS: &[Verb] = &[
    Verb("run", "[--yes] [--release] [-- …]", "installs what is missing, builds, and opens the program", run::perform),
    Verb(
        "test",
        "[--yes] [stage …]",
        "installs what the tests need and runs every stage, or those named",
        test::perform,
    ),
    Verb("bundle", "", "makes the release binary and the package to install it by", bundle::perform),
    Verb(
        "measure",
        "[rounds [openings]]",
        "compares the program with a blank window: times, memory, sizes",
        measure::perform,
    ),
    Verb("icons", "", "renders icons/icon.svg in every size the systems want", icons::perform),
    Verb("sounds", "", "makes the tones, in every timbre", sounds::perform),
    Verb("pictures", "", "copies the README's pictures from what the tests took", pictures::perform),
];

/// Performs the verb that the arguments begin with; without one, lists them all.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", list());
        return Ok(());
    };
    match VERBS.iter().find(|Verb(verb, ..)| verb == name) {
        Some(Verb(_, _, _, perform)) => perform(rest),
        None if matches!(name.as_str(), "help" | "--help" | "-h") => {
            println!("{}", list());
            Ok(())
        }
        None => Err(Broken::Usage(format!("There is no verb {name}.\n\n{}", list()))),
    }
}

fn list() -> String {
    let lines = VERBS.iter().map(|Verb(name, more, does, _)| format!("  cargo xtask {name:<8} {more:<27} {does}"));
    std::iter::once("The project's own commands:".to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

/// Refuses words that a verb does not know.
fn nothing_more(arguments: &[String]) -> Result<(), Broken> {
    match arguments.first() {
        Some(word) => Err(Broken::Usage(format!("{word} means nothing here.\n\n{}", list()))),
        None => Ok(()),
    }
}
