//! The steps of a check-in, from the key to what is committed and painted.

use std::fs;
use std::path::{Path, PathBuf};

use both_heard_driver::{Desk, Hangs, evening};
use serde_json::Value;

use super::round::copy_folder;
use super::{Budget, Figure, median};
use crate::broken::Broken;
use crate::house;

/// Notes in the page when a key goes down, and when the place it leads to has been painted.
const WATCH_STEPS: &str = "
    window.steps = []; let began = null;
    addEventListener('keydown', () => { began = performance.now(); }, true);
    new MutationObserver(() => { if (began !== null) { window.steps.push(performance.now() - began); began = null; } })
        .observe(document.body, { subtree: true, attributeFilter: ['data-place', 'data-part', 'data-overlay'] });";

/// Whom the program speaks to over the session bus while a check-in runs.
const OTHERS: [&str; 3] =
    ["org.freedesktop.portal.Desktop", "org.kde.StatusNotifierWatcher", "org.freedesktop.Notifications"];

/// Plays an evening as usual, and one where the other programs of the desktop take every call and answer none. Gives what
/// a step takes, and a folder with the data after the welcome, to start on Home with.
pub fn steps(program: &Path) -> Result<(Vec<Figure>, PathBuf), Broken> {
    let desk = Desk::fresh()?;
    let mut usual = evening(&desk, program)?;
    let kept = house::target()?.join("xtask/settled");
    if kept.exists() {
        fs::remove_dir_all(&kept).map_err(Broken::file(&kept))?;
    }
    copy_folder(&desk.data_home(), &kept)?;
    let desk = Desk::fresh()?;
    let _hangs = Hangs::on(&desk, &OTHERS)?;
    let hung = median(evening(&desk, program)?).unwrap_or(f64::NAN);

    let name = "a step, median, portal, tray and notifications hanging; beside it without";
    let beside = Figure::new(name, hung, "ms", Budget::Times(1.10)).beside(median(usual.iter().copied()));
    usual.sort_by(f64::total_cmp);
    let p95 = usual.get(usual.len().saturating_sub(1) * 95 / 100).copied().unwrap_or(f64::NAN);
    let name = format!("a step, key to painted, p95 of {}", usual.len());
    Ok((vec![beside, Figure::new(name, p95, "ms", Budget::AtMost(50.0))], kept))
}

/// Lets the driver play an evening and gives how many milliseconds each step of its check-in took.
fn evening(desk: &Desk, program: &Path) -> Result<Vec<f64>, Broken> {
    let window = desk.open(program)?;
    evening::settle_in(&window)?;
    window.close()?;
    let window = desk.open(program)?;
    evening::begin(&window)?;
    window.script(WATCH_STEPS)?;
    evening::check_in(&window, evening::Keep::Nothing, None)?;
    let steps = window.script("return window.steps")?;
    window.press("Enter")?;
    window.wait_for("[data-screen=home]")?;
    window.close()?;
    Ok(steps.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
}
