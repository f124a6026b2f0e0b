//! Reads the code as a stranger would: docs that read at sight, names that say something, a wall within a room.

use std::fs;

use crate::house::{at, files_below};

/// Endings of names that say nothing of what a thing is.
const SAY_NOTHING: [&str; 4] = ["Helper", "Manager", "Service", "Util"];
/// With what a type's doc begins: a noun phrase.
const BEGIN_A_TYPE: &str =
    "A All An Every Everything How One Some Something Somewhere The What When Where Whether Which Who Whose Why";

/// An item of the code: its doc, or nothing, and the line that declares it.
struct Item<'a> {
    doc: &'a str,
    declared: &'a str,
}

/// Takes the code apart; tests are left out, as their names say what they hold.
fn items(text: &str) -> impl Iterator<Item = Item<'_>> {
    let (mut doc, mut is_test) = (None, false);
    text.lines().map(str::trim).filter_map(move |line| {
        if let Some(line) = line.strip_prefix("///") {
            doc = doc.or(Some(line.trim()));
            return None;
        }
        if line.starts_with("//") {
            return None;
        }
        if line.starts_with("#[") {
            is_test |= line == "#[test]";
            return None;
        }
        let item = Item { doc: doc.take().unwrap_or_default(), declared: line };
        (!std::mem::take(&mut is_test)).then_some(item)
    })
}

/// Says what is wrong with an item, if something is.
fn fault(Item { doc, declared }: &Item<'_>) -> Option<String> {
    let mut words = declared.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    let is_before_it = |word: &&str| ["pub", "crate", "super", "const", "async"].contains(word);
    let (kind, name) = (words.find(|word| !is_before_it(word))?, words.next().unwrap_or_default());
    let begins = doc.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ':', '.']);
    let begins_well = match kind {
        "enum" | "struct" | "trait" | "type" => BEGIN_A_TYPE.split(' ').any(|begin| begin == begins),
        // Somebody does something.
        "fn" => begins.ends_with('s') && begins != "Is",
        _ => return None,
    };
    if kind != "fn" && SAY_NOTHING.iter().any(|ending| name.ends_with(ending)) {
        return Some(format!("a name that says nothing: {name}"));
    }
    (!doc.is_empty() && !begins_well).then(|| format!("a doc of {name} that begins badly: {doc}"))
}

#[test]
fn docs_and_names_read_at_sight() {
    let product = |path: &std::path::PathBuf| {
        !path.components().any(|part| ["tests", "benches"].iter().any(|folder| part.as_os_str() == *folder))
    };
    let tools = files_below(&["tests/driver", "tests/desk", "xtask"].map(at));
    let product = files_below(&[at("src-tauri")]).into_iter().filter(product);
    let (mut faults, mut count) = (vec![], 0);
    for path in product.chain(tools).filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for item in items(&text) {
            count += 1;
            faults.extend(fault(&item).map(|fault| format!("{}: {fault}", path.display())));
        }
    }
    assert!(count > 10_000, "only {count} lines were read");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn of_the_desktop_one_file_reads_the_store() {
    let files = files_below(&[at("src-tauri/desktop/src")]).into_iter();
    let who = files.filter(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("both_heard_store")));
    assert_eq!(who.collect::<Vec<_>>(), [at("src-tauri/desktop/src/next.rs")]);
}

#[test]
fn what_is_wrong_with_an_item() {
    let check = |text: &str, wrong: bool| {
        let faults: Vec<_> = items(text).filter_map(|item| fault(&item)).collect();
        assert_eq!(faults.is_empty(), !wrong, "{text}: {faults:?}");
    };
    check("/// Is the window open?\npub fn is_open() {", true);
    check("    /// The window.\n    #[must_use]\n    pub const fn window(&self) {", true);
    check("/// Opens the window.\nfn open() {", false);
    check("/// The window opens.\n#[test]\nfn opens() {", false);
    check("fn open() {", false);
    check("/// The weekly rule.\n#[derive(Debug)]\npub struct Rule {", false);
    check("/// Holds the weekly rule.\npub(crate) struct Rule {", true);
    check("/// We keep it here.\nenum Place {", true);
    check("pub struct WindowManager {", true);
    check("pub(crate) enum FileUtil {", true);
    check("pub struct Manage;", false);
    check("// struct Manager would be one", false);
    check("use tauri::Manager;", false);
}
