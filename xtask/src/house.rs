//! Knows where things lie in the repository.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand};

use crate::broken::Broken;

/// The program's package and binary.
pub const PROGRAM: &str = "both-heard";
/// The blank window's package and binary.
pub const BLANK: &str = "blank-window";

/// Gives the folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Gives a path in the repository.
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// Asks cargo where it builds.
pub fn target() -> Result<PathBuf, Broken> {
    Ok(metadata()?.target_directory.into())
}

/// Counts the workspace's crates.
pub fn crate_count() -> Result<usize, Broken> {
    Ok(metadata()?.packages.len())
}

/// Gives the path of a built binary.
pub fn binary(profile: &str, name: &str) -> Result<PathBuf, Broken> {
    Ok(target()?.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

fn metadata() -> Result<Metadata, Broken> {
    let asked = MetadataCommand::new().current_dir(root()).no_deps().exec();
    asked.map_err(|error| Broken::Unreadable { who: "cargo metadata", what: error.to_string() })
}

/// Lists every file below the paths, sorted; folders that are built or fetched are left out.
pub fn files_below(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = paths.to_vec();
    while let Some(path) = open.pop() {
        if path.is_file() {
            found.push(path);
        } else if !is_made(&path) {
            open.extend(fs::read_dir(&path).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())));
        }
    }
    found.sort();
    found
}

fn is_made(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| {
        name.to_string_lossy().starts_with("dist")
            || ["node_modules", "target", ".git"].iter().any(|made| name == *made)
    })
}

/// Boils the names and contents of files down to one number, the same for the same files.
pub fn fingerprint(paths: &[PathBuf]) -> String {
    let mut hasher = DefaultHasher::new();
    for file in files_below(paths) {
        file.hash(&mut hasher);
        fs::read(&file).unwrap_or_default().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Says whether the stamp holds this fingerprint already.
pub fn is_stamped(stamp: &Path, fingerprint: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|held| held == fingerprint)
}

/// Leaves a fingerprint for the next time.
pub fn leave_stamp(stamp: &Path, fingerprint: &str) -> Result<(), Broken> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder).map_err(Broken::file(folder))?;
    }
    fs::write(stamp, fingerprint).map_err(Broken::file(stamp))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{fingerprint, is_stamped, leave_stamp};

    #[test]
    fn a_fingerprint_follows_contents_and_ignores_what_is_built() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let paths = [folder.path().to_owned()];
        fs::write(folder.path().join("a"), "one")?;
        let first = fingerprint(&paths);
        fs::create_dir(folder.path().join("dist"))?;
        fs::write(folder.path().join("dist/built"), "x")?;
        assert_eq!(fingerprint(&paths), first);
        fs::write(folder.path().join("a"), "two")?;
        assert_ne!(fingerprint(&paths), first);
        Ok(())
    }

    #[test]
    fn a_stamp_holds_until_something_changes() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let stamp = folder.path().join("deep/stamp");
        assert!(!is_stamped(&stamp, "1"));
        leave_stamp(&stamp, "1")?;
        assert!(is_stamped(&stamp, "1"));
        assert!(!is_stamped(&stamp, "2"));
        Ok(())
    }
}
