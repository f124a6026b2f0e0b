//! Plays a whole check-in in the real window on a virtual display, for a machine that has none of its own.

use std::fs;

use both_heard_driver::{Desk, Pictures, evening};

use crate::broken::Broken;
use crate::house;

/// Plays the check-in and leaves its pictures and what was kept under `target/demo/`.
pub fn play() -> Result<(), Broken> {
    let folder = house::at("target/demo");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Broken::file(&folder))?;
    }
    let desk = Desk::fresh()?;
    let window = desk.open(&house::binary("debug", house::PROGRAM)?)?;
    let mut pictures = Pictures::into_folder(&folder)?;
    let kept = evening::play(&desk, &window, &mut pictures)?;
    let page = folder.join("check-in.md");
    fs::write(&page, kept).map_err(Broken::file(&page))?;

    println!("\nPlayed. A picture of every screen, and the check-in that was kept:");
    for path in pictures.taken().iter().chain([&page]) {
        println!("  {}", path.strip_prefix(house::root()).unwrap_or(path).display());
    }
    Ok(())
}
