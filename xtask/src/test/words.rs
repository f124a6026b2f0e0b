//! Reads the code as a stranger would: docs that read at sight, names that say something.

use std::fs;

use crate::house::{at, files_below};

/// Endings of names that say nothing of what a thing is.
const SAY_NOTHING: [&str; 4] = ["Helper", "Manager", "Service", "Util"];
/// Beginnings of docs that are neither a noun phrase nor a third person's doing.
const BEGIN_BADLY: [&str; 3] = ["Are ", "Is ", "We "];

/// Says what is wrong with a line of code, if something is.
fn fault(line: &str) -> Option<String> {
    let line = line.trim_start();
    if line.starts_with("// ") {
        return None;
    }
    let doc = line.strip_prefix("/// ").or_else(|| line.strip_prefix("//! "));
    if doc.is_some_and(|doc| BEGIN_BADLY.iter().any(|begin| doc.starts_with(begin))) {
        return Some(format!("a doc that begins badly: {line}"));
    }
    let mut words = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    let is_before_it = |word: &&str| ["pub", "crate", "super"].contains(word);
    let kind = words.find(|word| !is_before_it(word));
    let names_a_type = kind.is_some_and(|kind| ["enum", "struct", "trait"].contains(&kind));
    let says_nothing = |name: &str| SAY_NOTHING.iter().any(|ending| name.ends_with(ending));
    (names_a_type && words.next().is_some_and(says_nothing)).then(|| format!("a name that says nothing: {line}"))
}

#[test]
fn docs_and_names_read_at_sight() {
    let rust = |path: &std::path::PathBuf| path.extension().is_some_and(|ending| ending == "rs");
    let mut faults = vec![];
    let mut lines = 0;
    for path in files_below(&[at("src-tauri"), at("xtask/src")]).into_iter().filter(rust) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        lines += text.lines().count();
        // A doc's first line, and not one in the middle of a sentence.
        let first = text.lines().zip(std::iter::once("").chain(text.lines()));
        let first = first.filter(|(_, before)| !before.trim_start().starts_with("//"));
        faults.extend(first.filter_map(|(line, _)| Some(format!("{}: {}", path.display(), fault(line)?))));
    }
    assert!(lines > 10_000, "only {lines} lines were read");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn what_is_wrong_with_a_line() {
    let check = |line: &str, wrong: bool| assert_eq!(fault(line).is_some(), wrong, "{line}");
    check("    /// Is the window open?", true);
    check("//! We keep it here.", true);
    check("/// The weekly rule.", false);
    check("/// Issues a name.", false);
    check("pub struct WindowManager {", true);
    check("pub(crate) enum FileUtil {", true);
    check("pub struct Manage;", false);
    check("// struct Manager would be one", false);
    check("use tauri::Manager;", false);
}
