//! Remembers where the window was, and finds a place for the next one on the screens there are then.
//!
//! It must not know what is in the window: the file holds five numbers and a yes or no.

use both_heard_files as files;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Monitor, PhysicalSize, Runtime, Window};

/// The size of a window that was never another.
const USUAL: (f64, f64) = (1100.0, 720.0);
/// The least size, where the screen has room for it.
const LEAST: (f64, f64) = (720.0, 560.0);
/// The height of the frame that a desktop draws over a window, at most; it counts for none of its sizes.
const FRAME: f64 = 40.0;

/// A part of the desktop, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Area {
    fn shared_with(&self, other: &Self) -> f64 {
        let along = |a: f64, b: f64, c: f64, d: f64| ((a + b).min(c + d) - a.max(c)).max(0.0);
        along(self.x, self.width, other.x, other.width) * along(self.y, self.height, other.y, other.height)
    }
}

/// Where a window was.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Place {
    /// Where it was when it was not maximised.
    #[serde(flatten)]
    area: Area,
    maximised: bool,
}

/// How a window is to open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Opening {
    pub(super) size: (f64, f64),
    pub(super) least: (f64, f64),
    /// None where the desktop may choose.
    pub(super) at: Option<(f64, f64)>,
    pub(super) maximised: bool,
}

impl Opening {
    /// Fits a window into the screens there are, the first of them preferred: every side of it can be seen, also where the
    /// screen on which it was is smaller now, or gone.
    fn on(screens: &[Area], last: Option<Place>) -> Self {
        let shared = |screen: &Area| last.map_or(0.0, |place| place.area.shared_with(screen));
        let same = screens.iter().filter(|screen| shared(screen) > 0.0);
        let same = same.max_by(|one, other| shared(one).total_cmp(&shared(other)));
        let (width, height) = last.map_or(USUAL, |place| (place.area.width, place.area.height));
        let maximised = last.is_some_and(|place| place.maximised);
        let Some(screen) = same.or(screens.first()) else {
            return Self { size: USUAL, least: LEAST, at: None, maximised };
        };
        let room = (screen.width.max(1.0), (screen.height - FRAME).max(1.0));
        let least = (LEAST.0.min(room.0), LEAST.1.min(room.1));
        let size = (width.clamp(least.0, room.0), height.clamp(least.1, room.1));
        let within = |at: f64, from: f64, room: f64, length: f64| at.clamp(from, from + room - length);
        let at = same.zip(last).map(|(_, Place { area, .. })| {
            (within(area.x, screen.x, room.0, size.0), within(area.y, screen.y, room.1, size.1))
        });
        Self { size, least, at, maximised }
    }
}

/// The place of the window, from one opening to the next.
pub(super) struct Whereabouts {
    file: PathBuf,
    last: Mutex<Option<Place>>,
}

impl Whereabouts {
    /// Reads it from the folder; a file that cannot be read is as none.
    pub(super) fn in_folder(data: &Path) -> Self {
        let file = data.join("window.json");
        let last = files::read_small(&file).ok().and_then(|text| serde_json::from_slice(&text).ok());
        Self { file, last: Mutex::new(last) }
    }

    /// Finds how a window is to open.
    pub(super) fn opening<R: Runtime>(&self, handle: &AppHandle<R>) -> Opening {
        let primary = handle.primary_monitor().ok().flatten();
        let others = handle.available_monitors().unwrap_or_default();
        let screens: Vec<Area> = primary.iter().chain(&others).map(work_area).collect();
        Opening::on(&screens, *self.last.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Notes where a window is that was moved, or what size it has that was sized. On the thread that draws.
    pub(super) fn note<R: Runtime>(&self, window: &Window<R>, sized: Option<PhysicalSize<u32>>) {
        // Minimised it is nowhere.
        if window.is_minimized().unwrap_or(true) {
            return;
        }
        let maximised = window.is_maximized().unwrap_or(false) || window.is_fullscreen().unwrap_or(false);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let before = last.filter(|_| maximised || sized.is_none()).map(|place| place.area);
        *last = match before {
            Some(area) if maximised => Some(Place { area, maximised }),
            before => area(window, sized, before).map(|area| Place { area, maximised }).or(*last),
        };
    }

    /// Writes it down; where that fails the next window opens as usual.
    pub(super) fn keep(&self) {
        // Held all the while: whoever else keeps it now may end the program.
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(text) = last.and_then(|place| serde_json::to_vec(&place).ok()) else { return };
        let _ = files::replace(&self.file, &text, || Ok(()));
    }
}

/// Reads where a window is. Its size is only sure when it is told that it was sized; until then it is as it was.
fn area<R: Runtime>(window: &Window<R>, sized: Option<PhysicalSize<u32>>, before: Option<Area>) -> Option<Area> {
    let scale = window.scale_factor().ok()?;
    let at = window.outer_position().ok()?.to_logical::<f64>(scale);
    let (width, height) = match (sized, before) {
        (None, Some(before)) => (before.width, before.height),
        (sized, _) => sized.or_else(|| window.inner_size().ok())?.to_logical::<f64>(scale).into(),
    };
    Some(Area { x: at.x, y: at.y, width, height })
}

/// Reads what of a screen is free of the desktop's own bars.
fn work_area(monitor: &Monitor) -> Area {
    let (area, scale) = (monitor.work_area(), monitor.scale_factor());
    let (at, size) = (area.position.to_logical::<f64>(scale), area.size.to_logical::<f64>(scale));
    Area { x: at.x, y: at.y, width: size.width, height: size.height }
}

#[cfg(test)]
mod tests {
    use super::{Area, Opening, Place};

    fn area((x, y, width, height): (f64, f64, f64, f64)) -> Area {
        Area { x, y, width, height }
    }

    #[test]
    fn every_window_can_be_seen_whole() {
        type Four = (f64, f64, f64, f64);
        let check = |screens: &[Four], last: Option<Four>, size: (f64, f64), at: Option<(f64, f64)>| {
            let screens: Vec<Area> = screens.iter().copied().map(area).collect();
            let last = last.map(|last| Place { area: area(last), maximised: false });
            let opening = Opening::on(&screens, last);
            assert_eq!((opening.size, opening.at), (size, at), "{screens:?} {last:?}");
            assert!(opening.least.0 <= size.0 && opening.least.1 <= size.1, "{opening:?}");
        };
        let (large, above) = ((0.0, 0.0, 1920.0, 1080.0), (0.0, -1080.0, 1920.0, 1080.0));
        // The first time, on screens of every size.
        check(&[large], None, (1100.0, 720.0), None);
        check(&[(0.0, 0.0, 1366.0, 768.0)], None, (1100.0, 720.0), None);
        check(&[(0.0, 27.0, 1366.0, 741.0)], None, (1100.0, 701.0), None);
        check(&[(0.0, 0.0, 1024.0, 600.0)], None, (1024.0, 560.0), None);
        check(&[(0.0, 0.0, 960.0, 540.0)], None, (960.0, 500.0), None);
        check(&[(0.0, 0.0, 683.0, 384.0)], None, (683.0, 344.0), None);
        check(&[], None, (1100.0, 720.0), None);
        // Where it was, it is again.
        check(&[large], Some((300.0, 200.0, 900.0, 600.0)), (900.0, 600.0), Some((300.0, 200.0)));
        check(&[large, above], Some((50.0, -900.0, 900.0, 600.0)), (900.0, 600.0), Some((50.0, -900.0)));
        // It is brought back from beyond the edge, made smaller, and comes over from a screen that is gone.
        check(&[large], Some((1800.0, 900.0, 900.0, 600.0)), (900.0, 600.0), Some((1020.0, 440.0)));
        check(&[large], Some((-100.0, -30.0, 900.0, 600.0)), (900.0, 600.0), Some((0.0, 0.0)));
        check(&[(0.0, 0.0, 1024.0, 600.0)], Some((300.0, 200.0, 1500.0, 900.0)), (1024.0, 560.0), Some((0.0, 0.0)));
        check(&[large], Some((50.0, -900.0, 900.0, 600.0)), (900.0, 600.0), None);
        check(&[], Some((50.0, 50.0, 900.0, 600.0)), (1100.0, 720.0), None);
        // Nonsense in the file.
        check(&[large], Some((0.0, 0.0, -5.0, 1e300)), (720.0, 1040.0), None);
        check(&[large], Some((1e300, 1e300, 900.0, 600.0)), (900.0, 600.0), None);
    }
}
