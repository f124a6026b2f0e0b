//! Looks through dependency graphs for what must not be in them.

use std::collections::BTreeSet;
use std::fs;

use crate::broken::Broken;
use crate::command::{self, cargo};
use crate::house;

/// What each room may not know of, besides what those below it may not: the core no database, the use cases no desktop,
/// and what a desktop adds no window.
const WALLS: &[(&str, &[&str])] = &[
    ("both-heard-files", &["both-heard-core", "serde"]),
    ("both-heard-core", &["async-std", "libsqlite3-sys", "rusqlite", "smol", "tokio"]),
    ("both-heard-app", &["dirs", "ksni", "rodio", "rustix", "sys-locale", "zbus"]),
    ("both-heard-desktop", &["gdk", "glib", "gtk", "tauri", "webkit2gtk", "wry"]),
];

/// The systems the program is made for; each has a graph of its own.
const SYSTEMS: &[&str] = &["aarch64-apple-darwin", "x86_64-pc-windows-msvc", "x86_64-unknown-linux-gnu"];

/// Looks through the graphs of the rooms and of the program and gives how many crates were seen.
pub fn look_through() -> Result<Result<usize, String>, Broken> {
    let mut seen = BTreeSet::new();
    for (index, (package, _)) in WALLS.iter().enumerate() {
        let graph = crates_of(package, "all")?;
        let foreign = WALLS[index..].iter().flat_map(|(_, foreign)| *foreign);
        if let Some(name) = foreign.into_iter().find(|name| graph.contains(**name)) {
            return Ok(Err(format!(
                "{package} must not know {name}; `cargo tree -p {package} -i {name}` says why it does"
            )));
        }
        seen.extend(graph);
    }
    let path = house::at("deny.toml");
    let banned = banned(&fs::read_to_string(&path).map_err(Broken::file(&path))?);
    if banned.is_empty() {
        return Ok(Err("deny.toml bans nothing, or is no longer written one ban a line".to_owned()));
    }
    for system in SYSTEMS {
        let graph = crates_of(house::PROGRAM, system)?;
        if let Some(name) = banned.iter().find(|name| graph.contains(*name)) {
            return Ok(Err(format!(
                "deny.toml bans {name}; `cargo tree -p both-heard -e normal --target {system} -i {name}` says who brings it"
            )));
        }
        seen.extend(graph);
    }
    Ok(Ok(seen.len()))
}

/// Lists the crates that go into a package on a system, itself among them; not what only builds or tests it.
fn crates_of(package: &str, system: &str) -> Result<BTreeSet<String>, Broken> {
    let mut tree = cargo();
    tree.args(["tree", "--package", package, "--edges", "normal", "--target", system]);
    Ok(names(&command::heard(tree.args(["--prefix", "none", "--format", "{p}"]))?))
}

/// Reads names from lines such as `serde v1.0.229 (*)`.
fn names(tree: &str) -> BTreeSet<String> {
    tree.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// Reads the banned names from deny.toml, which is written one ban a line; so there is one list only.
fn banned(deny: &str) -> Vec<String> {
    let bans = deny.split_once("\n[bans]").map_or("", |(_, rest)| rest);
    let bans = bans.split_once("\n[").map_or(bans, |(section, _)| section);
    bans.lines()
        .filter_map(|line| line.trim_start().strip_prefix("{ crate = \"")?.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{banned, names};

    #[test]
    fn reads_a_tree() {
        let tree =
            "both-heard v0.1.0 (/repo)\nserde v1.0.229\nserde_derive v1.0.229 (proc-macro)\nserde v1.0.229 (*)\n";
        assert_eq!(names(tree).into_iter().collect::<Vec<_>>(), ["both-heard", "serde", "serde_derive"]);
    }

    #[test]
    fn reads_the_bans_and_nothing_else() {
        let deny = "[licenses]\n  { crate = \"x\" },\n\n[bans]\ndeny = [\n  { crate = \"hyper\", reason = \"HTTP\" },\n  \
                    # { crate = \"ring\" },\n  { crate = \"ureq\" },\n]\n\n[sources]\n  { crate = \"y\" },\n";
        assert_eq!(banned(deny), ["hyper", "ureq"]);
    }
}
