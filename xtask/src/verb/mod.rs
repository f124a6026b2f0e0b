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
struct Verb {
    name: &'static str,
    more: &'static str,
    does: &'static str,
    perform: fn(&[String]) -> Result<(), Broken>,
}

const VERBS: &[Verb] = &[
    Verb {
        name: "run",
        more: "[--yes] [--release] [-- …]",
        does: "installs what is missing, builds, and opens the program",
        perform: run::perform,
    },
    Verb {
        name: "test",
        more: "[--yes] [stage …]",
        does: "installs what the tests need and runs every stage, or those named",
        perform: test::perform,
    },
    Verb {
        name: "bundle",
        more: "",
        does: "makes the release binary and the package to install it by",
        perform: bundle::perform,
    },
    Verb {
        name: "measure",
        more: "[rounds [openings]]",
        does: "compares start, memory, idleness, what each opening leaves behind, and sizes with a blank window's",
        perform: measure::perform,
    },
    Verb {
        name: "icons",
        more: "",
        does: "renders icons/icon.svg in every size the systems want",
        perform: icons::perform,
    },
    Verb { name: "sounds", more: "", does: "makes the tones, in every timbre", perform: sounds::perform },
    Verb {
        name: "pictures",
        more: "",
        does: "copies the README's pictures from what the tests took",
        perform: pictures::perform,
    },
];

/// Performs the verb that the arguments begin with; without one, lists them all.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", list());
        return Ok(());
    };
    match VERBS.iter().find(|verb| verb.name == name) {
        Some(verb) => (verb.perform)(rest),
        None if matches!(name.as_str(), "help" | "--help" | "-h") => {
            println!("{}", list());
            Ok(())
        }
        None => Err(Broken::Usage(format!("There is no verb {name}.\n\n{}", list()))),
    }
}

fn list() -> String {
    let lines = VERBS.iter().map(|verb| {
        let call = format!("{} {}", verb.name, verb.more);
        format!("  cargo xtask {:<32} {}", call.trim_end(), verb.does)
    });
    std::iter::once("The project's own commands:".to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

/// Refuses words that a verb does not know.
fn nothing_more(arguments: &[String]) -> Result<(), Broken> {
    match arguments.first() {
        Some(word) => Err(Broken::Usage(format!("{word} means nothing here.\n\n{}", list()))),
        None => Ok(()),
    }
}
