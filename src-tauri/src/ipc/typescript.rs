//! Writes the list of commands down for the screen.

use std::collections::BTreeSet;

/// Writes an interface of these lines, with imports for the types that they use.
pub(super) fn interface(lines: &[String], used: &[String]) -> String {
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) && *word != "Array";
    let names: BTreeSet<&str> =
        used.iter().flat_map(|ty| ty.split(|c: char| !c.is_alphanumeric())).filter(is_name).collect();
    let imports: String = names.iter().map(|name| format!("import type {{ {name} }} from './{name}';\n")).collect();
    let head = "// Written by `cargo test` from src-tauri/src/ipc/commands.rs. Do not edit.\n";
    format!("{head}{imports}\nexport interface Commands {{\n{}\n}}\n", lines.join("\n"))
}
