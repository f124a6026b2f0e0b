//! Sees to it that no picture of the memory, with their words in it, comes onto a disk.

/// Lets no core be dumped, of the program or of the processes that show its page, which take the limit from it.
///
/// `PR_SET_DUMPABLE` is deliberately absent: who may not be dumped may not be looked at either, and the desktop's portal then
/// no longer says whether it is dark. The services that take cores through a pipe (systemd-coredump, apport) heed the limit.
#[cfg(unix)]
pub fn write_nothing_down() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // A limit can always be lowered.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// Leaves it to the system, which dumps nothing unless it was told to.
#[cfg(not(unix))]
pub const fn write_nothing_down() {}
