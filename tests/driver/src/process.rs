//! Reads `/proc`: who is alive, who descends from whom, how much memory and CPU a family of processes takes.

use procfs_core::FromRead;
use procfs_core::process::{SmapsRollup, Stat, Status};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::{Outcome, until};

/// A process, told apart from a later one with the same number by the time it started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcessId {
    pid: u32,
    /// Clock ticks after boot.
    started: u64,
}

/// How often each thread, by its number, has gone to sleep by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switches(BTreeMap<OsString, u64>);

impl Switches {
    /// Counts what came since an earlier look. A thread that ended meanwhile takes nothing away from the others.
    pub fn since(&self, earlier: &Self) -> u64 {
        self.0.iter().map(|(thread, count)| count - earlier.0.get(thread).unwrap_or(&0).min(count)).sum()
    }
}

impl ProcessId {
    /// Takes note of a process that runs now.
    pub fn of(pid: u32) -> Option<Self> {
        read_stat(pid).map(|stat| Self { pid, started: stat.starttime })
    }

    /// Gives the number the system knows it by.
    pub fn number(self) -> u32 {
        self.pid
    }

    /// Says whether it still runs; a zombie does not.
    pub fn is_running(self) -> bool {
        read_stat(self.pid).is_some_and(|stat| stat.starttime == self.started && stat.state != 'Z')
    }

    /// Lists the process and all that descend from it, parents first.
    pub fn family(self) -> Vec<Self> {
        let everyone: Vec<(u32, Stat)> = all_pids().filter_map(|pid| Some((pid, read_stat(pid)?))).collect();
        let mut family = vec![self];
        let mut next = 0;
        while let Some(&member) = family.get(next) {
            next += 1;
            family.extend(
                everyone
                    .iter()
                    .filter(|(_, stat)| stat.ppid.cast_unsigned() == member.pid)
                    .map(|(pid, stat)| Self { pid: *pid, started: stat.starttime }),
            );
        }
        family
    }

    /// Sums the family's proportional set size, in KiB.
    pub fn family_pss_kib(self) -> u64 {
        self.family().into_iter().map(pss_kib).sum()
    }

    /// Counts the files, sockets and shared memory it holds open.
    pub fn descriptors(self) -> usize {
        self.entries("fd")
    }

    /// Counts its threads.
    pub fn threads(self) -> usize {
        self.entries("task")
    }

    fn entries(self, folder: &str) -> usize {
        fs::read_dir(format!("/proc/{}/{folder}", self.pid)).into_iter().flatten().count()
    }

    /// Sums the family's user and system time so far, in clock ticks (a hundredth of a second each).
    pub fn family_ticks(self) -> u64 {
        self.family().into_iter().filter_map(|member| read_stat(member.pid)).map(|stat| stat.utime + stat.stime).sum()
    }

    /// Says whether a thread, found by its name, sleeps.
    pub fn thread_sleeps(self, name: &str) -> bool {
        self.status_of(name).is_some_and(|status| status.state.starts_with('S'))
    }

    /// Counts how often a thread, found by its name, gave the processor away by itself: each sleep is one.
    pub fn switches_of(self, name: &str) -> u64 {
        self.status_of(name).and_then(|status| status.voluntary_ctxt_switches).unwrap_or(0)
    }

    /// Counts the same for each thread of the family: what wakes the processor.
    pub fn family_switches(self) -> Switches {
        let threads = |member: Self| fs::read_dir(format!("/proc/{}/task", member.pid)).into_iter().flatten().flatten();
        let counted = |path: PathBuf| {
            let count = Status::from_file(path.join("status")).ok()?.voluntary_ctxt_switches?;
            Some((path.file_name()?.to_owned(), count))
        };
        Switches(self.family().into_iter().flat_map(threads).filter_map(|entry| counted(entry.path())).collect())
    }

    fn status_of(self, name: &str) -> Option<Status> {
        let threads = fs::read_dir(format!("/proc/{}/task", self.pid)).ok()?;
        let told = threads.flatten().filter_map(|entry| Status::from_file(entry.path().join("status")).ok());
        told.into_iter().find(|status| status.name == name)
    }

    /// Finds the one of the family that shows the page.
    pub(crate) fn page(self) -> Option<Self> {
        let shows = |member: &Self| read_stat(member.pid).is_some_and(|stat| stat.comm.starts_with("WebKitWebProc"));
        self.family().into_iter().find(shows)
    }

    /// Waits until one of the family shows the page.
    pub fn page_is_there(self) -> Outcome<Self> {
        until("the page's process", crate::PATIENCE, || Ok(self.page()))
    }

    /// Kills the page's process, as a fault of the web view does.
    pub fn kill_page(self) -> Outcome<()> {
        self.page_is_there()?.kill()
    }

    /// Stops it where it is, until it is killed.
    pub(crate) fn stop(self) {
        signal("-STOP", &self.pid.to_string());
    }

    /// Kills the process as a power cut would, and waits until all of its family is gone.
    pub fn kill(self) -> Outcome<()> {
        let family = self.family();
        let is_gone = || Ok((!family.iter().any(|member| member.is_running())).then_some(()));
        signal("-KILL", &self.pid.to_string());
        // Web processes notice that their parent is gone and end by themselves; the stubborn are ended here.
        until("the killed program to be gone", crate::PATIENCE / 4, is_gone).or_else(|_| {
            for member in family.iter().filter(|member| member.is_running()) {
                signal("-KILL", &member.pid.to_string());
            }
            until("the killed program to be gone", crate::PATIENCE, is_gone)
        })
    }
}

/// Sends a signal by `kill`, as std has none for a process it did not start; one that is gone is no error.
pub(crate) fn signal(name: &str, to: &str) {
    let _already_gone = Command::new("kill").args([name, "--", to]).output();
}

fn all_pids() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc").into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

fn pss_kib(process: ProcessId) -> u64 {
    let rollup = SmapsRollup::from_file(format!("/proc/{}/smaps_rollup", process.pid)).ok();
    let bytes = rollup.and_then(|rollup| rollup.memory_map_rollup.0.first()?.extension.map.get("Pss").copied());
    bytes.unwrap_or(0) / 1024
}

fn read_stat(pid: u32) -> Option<Stat> {
    Stat::from_file(format!("/proc/{pid}/stat")).ok()
}
