//! A window comes also where the web view can keep nothing of its own.

use crate::background::hidden;
use crate::{program, written};
use both_heard_driver::{Desk, Outcome, PATIENCE};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// The rights hold back an ordinary user only; whoever is root tries the rest.
#[test]
fn a_cache_folder_that_cannot_be_written_is_done_without() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let home = desk.home();
    let (file, closed, full) = (home.join("a-file"), home.join("closed"), home.join("closed-with-ours"));
    fs::write(&file, "").unwrap();
    fs::create_dir(&closed).unwrap();
    let ours = full.join("org.bothheard.BothHeard");
    fs::create_dir_all(&ours).unwrap();
    allow([&closed, &ours, &full], 0o555);
    for place in [&file, &closed, &full, Path::new("/proc/cannot/be")] {
        desk.set_env("XDG_CACHE_HOME", place);
        let shown = desk.start(program(), &[])?;
        written(&desk, shown.process())?;
        shown.kill()?;
        let waits = hidden(&desk)?;
        desk.start(program(), &[])?.wait_end(PATIENCE)?;
        written(&desk, waits.process())?;
        waits.kill()?;
    }
    allow([&full, &ours, &closed], 0o755);
    Ok(())
}

fn allow(folders: [&Path; 3], mode: u32) {
    for folder in folders {
        fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
    }
}
