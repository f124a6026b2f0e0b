//! Fetches the UI's packages and builds the UI, each only when something has changed.

use std::path::PathBuf;

use crate::broken::Broken;
use crate::command::{asked, npm, run};
use crate::house;

/// The oldest Node the UI's tools take.
const NODE: u32 = 20;

/// What the built UI is made of.
const SOURCES: &[&str] = &["ui", "src-tauri/locales", "src-tauri/content", "package-lock.json", "tsconfig.json"];

/// Fetches the UI's packages if the list of them has changed since the last time.
pub fn fetch() -> Result<(), Broken> {
    let version = asked("node", &["--version"]).unwrap_or_default();
    if major(&version).is_none_or(|major| major < NODE) {
        let found = if version.is_empty() { "none is here".to_owned() } else { format!("here is {}", version.trim()) };
        return Err(Broken::Missing(format!("Node.js {NODE} or newer is needed, and {found}: https://nodejs.org")));
    }
    let lock = house::fingerprint(&[house::at("package-lock.json")]);
    let stamp = house::at("node_modules/.both-heard-stamp");
    if house::is_stamped(&stamp, &lock) {
        return Ok(());
    }
    // Not `npm ci`: it refuses a lock that lacks a package meant for another system only, and registries that lag
    // behind make such locks. The versions come from the lock all the same.
    run(npm().args(["install", "--no-audit", "--no-fund"]))?;
    house::leave_stamp(&stamp, &lock)
}

/// Builds the UI that ships into `ui/dist`, if its sources have changed since the last time.
///
/// A build that changes nothing would still cost: the program holds the built files, and would be built anew.
pub fn build() -> Result<(), Broken> {
    build_into("ui/dist", "build")
}

/// Builds the UI that speaks with the program from a plain browser into `ui/dist-desk`: what the screens' tests look at.
pub fn build_for_a_browser() -> Result<(), Broken> {
    build_into("ui/dist-desk", "build:desk")
}

fn build_into(folder: &str, script: &str) -> Result<(), Broken> {
    fetch()?;
    let sources: Vec<PathBuf> = SOURCES.iter().map(|path| house::at(path)).collect();
    let now = house::fingerprint(&sources);
    let stamp = house::at("target/xtask").join(format!("{}.stamp", script.replace(':', "-")));
    if house::is_stamped(&stamp, &now) && house::at(folder).join("index.html").exists() {
        return Ok(());
    }
    run(npm().args(["run", script]))?;
    house::leave_stamp(&stamp, &now)
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_nodes_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major(""), None);
    }
}
