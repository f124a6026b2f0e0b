//! Moves the wall clock of a running program, as a lid, a border or a wrong battery does (libfaketime).

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::{Desk, DriveError, Outcome, PATIENCE, Program, until};

/// Where distributions keep the library; the variant for threads.
const LIBRARIES: &[&str] = &[
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib64/faketime/libfaketimeMT.so.1",
    "/usr/lib/faketime/libfaketimeMT.so.1",
];

/// How long a program may take to notice that the clock has jumped. QUALITY.md: a reminder is shown 20 s after waking.
const NOTICED: Duration = Duration::from_secs(20);

/// The wall clock of every program that is started on a desk from now on.
#[derive(Debug)]
pub struct WallClock {
    file: PathBuf,
}

impl WallClock {
    /// Lays a clock on the desk; it shows the true time until it is set.
    pub fn on(desk: &mut Desk) -> Outcome<Self> {
        let missing = || DriveError::not_ready("libfaketime", "it is not installed; `cargo xtask test` does");
        let library = LIBRARIES.iter().find(|path| Path::new(path).exists()).ok_or_else(missing)?;
        let clock = Self { file: desk.everything().join("wall-clock") };
        clock.shift(0)?;
        desk.set_env("LD_PRELOAD", library);
        desk.set_env("FAKETIME_TIMESTAMP_FILE", &clock.file);
        // The file is read at every look at the clock, so that a process that runs sees it jump.
        desk.set_env("FAKETIME_NO_CACHE", "1");
        // Rust waits by the clock that only runs; that one stands still in sleep and is not to be moved.
        desk.set_env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        Ok(clock)
    }

    /// Sets it to an instant, in seconds since 1970; it runs on from there.
    pub fn set(&self, to: i64) -> Outcome<()> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs().cast_signed();
        self.shift(to - now)
    }

    /// Sets it while a program runs, and waits until the program has looked at it.
    pub fn jump(&self, program: &Program, to: i64) -> Outcome<()> {
        // Not in the middle of a look: that one may have read the clock before.
        until("the alarm to sleep", PATIENCE, || Ok(program.process().thread_sleeps("alarm").then_some(())))?;
        let before = program.process().switches_of("alarm");
        self.set(to)?;
        until("the alarm to look", NOTICED, || {
            let process = program.process();
            Ok((process.switches_of("alarm") > before && process.thread_sleeps("alarm")).then_some(()))
        })
    }

    fn shift(&self, seconds: i64) -> Outcome<()> {
        // Moved into place, so that nobody reads half of it.
        let part = self.file.with_extension("part");
        fs::write(&part, format!("{seconds:+}\n"))
            .and_then(|()| fs::rename(&part, &self.file))
            .map_err(DriveError::io("setting the wall clock"))
    }
}
