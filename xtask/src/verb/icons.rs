//! `icons`: every size of the icon from one drawing.

use std::fs;

use crate::broken::Broken;
use crate::command::{npx, run};
use crate::{house, ui};

/// What Linux, macOS and Windows take; Tauri's command makes those of phones and shops as well.
const KEPT: &[&str] = &["32x32.png", "64x64.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.ico", "icon.icns"];

/// Renders `icons/icon.svg` and keeps the sizes the desktops need.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    super::nothing_more(arguments)?;
    ui::fetch()?;
    let rendered = house::target()?.join("xtask/icons");
    run(npx("tauri").args(["icon", "icons/icon.svg", "--output"]).arg(&rendered))?;
    for name in KEPT {
        let to = house::at("icons").join(name);
        fs::copy(rendered.join(name), &to).map_err(Broken::file(&to))?;
    }
    println!("icons/: {}", KEPT.join(", "));
    Ok(())
}
