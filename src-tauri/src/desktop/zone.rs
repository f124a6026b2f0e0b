//! Chooses which zone the program goes by, before anything asks.

/// Where the zones' files lie: chrono and the C library look here for what is no whole path.
#[cfg(target_os = "linux")]
const ZONES: &str = "/usr/share/zoneinfo";

/// Goes by the system's zone without `TZ` where that only names the system's file: what `TZ` names is read once, and they
/// may travel while the program stays in the background. So it does where `TZ` names what is no small file: chrono would
/// read a pipe or a device for ever.
///
/// Must come before a second thread.
#[cfg(target_os = "linux")]
pub(super) fn follow_the_system() {
    if std::env::var_os("TZ").is_some_and(|named| is_the_systems(&named) || is_no_zone(&named)) {
        glib::unsetenv("TZ");
    }
}

/// Leaves the zone to the system, where no variable names one.
#[cfg(not(target_os = "linux"))]
pub(super) const fn follow_the_system() {}

#[cfg(target_os = "linux")]
fn is_the_systems(named: &std::ffi::OsStr) -> bool {
    ["/etc/localtime", ":/etc/localtime", "localtime"].iter().any(|file| named == *file)
}

/// Says whether something is there under this name that cannot be a zone. What is not there may be one of POSIX's rules.
#[cfg(target_os = "linux")]
fn is_no_zone(named: &std::ffi::OsStr) -> bool {
    use std::os::unix::ffi::OsStrExt;
    let name = named.as_bytes();
    let path = std::path::Path::new(ZONES).join(std::ffi::OsStr::from_bytes(name.strip_prefix(b":").unwrap_or(name)));
    path.exists() && both_heard_files::read_small(&path).is_err()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn only_the_systems_own_file_is_the_system_s_zone() {
        for (named, expect) in [
            ("/etc/localtime", true),
            (":/etc/localtime", true),
            ("localtime", true),
            ("", false),
            ("UTC", false),
            ("Asia/Almaty", false),
            ("/usr/share/zoneinfo/Asia/Tokyo", false),
        ] {
            assert_eq!(is_the_systems(named.as_ref()), expect, "{named:?}");
        }
    }
}
