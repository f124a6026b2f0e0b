//! `bundle`: the release binary and the package to install it by.

use std::path::PathBuf;

use crate::broken::Broken;
use crate::command::{npx, run};
use crate::system::{self, Purpose};
use crate::{house, ui};

/// The kind of package each system gets.
const KIND: &str = if cfg!(target_os = "linux") {
    "deb"
} else if cfg!(target_os = "macos") {
    "app"
} else {
    "nsis"
};

/// Builds the package and says where it lies and how large it is.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    super::nothing_more(arguments)?;
    system::provide(Purpose::Build, system::consent(false))?;
    ui::build()?;
    run(npx("tauri").args(["build", "--bundles", KIND]))?;
    println!();
    for path in std::iter::once(house::binary("release", house::PROGRAM)?).chain(packages()?) {
        let shown = path.strip_prefix(house::root()).unwrap_or(&path).to_owned();
        println!("{:>8.1} MB  {}", megabytes(size(&path)), shown.display());
    }
    Ok(())
}

/// Lists the packages that were built, the newest version only where file names carry one.
pub fn packages() -> Result<Vec<PathBuf>, Broken> {
    let folder = house::target()?.join("release/bundle");
    let wanted = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension == KIND || (KIND == "nsis" && extension == "exe"))
    };
    let version = format!("_{}_", env!("CARGO_PKG_VERSION"));
    let files = house::files_below(std::slice::from_ref(&folder));
    let mut found: Vec<PathBuf> = files.into_iter().filter(wanted).collect();
    found.retain(|path| path.to_string_lossy().contains(&version));
    // A Mac's app is a folder, not a file.
    let app = folder.join("macos");
    found.extend(
        std::fs::read_dir(app).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).filter(wanted),
    );
    Ok(found)
}

/// Adds up the bytes of a file, or of all files in a folder.
pub fn size(path: &std::path::Path) -> u64 {
    let files = house::files_below(&[path.to_owned()]);
    files.iter().filter_map(|file| Some(file.metadata().ok()?.len())).sum()
}

/// Gives bytes as megabytes of a million each, as packages are usually counted.
#[allow(clippy::cast_precision_loss)] // no file here comes near 2⁵³ bytes
pub fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
