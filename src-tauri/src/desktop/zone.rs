//! Chooses which zone the program goes by, before anything asks.

/// Goes by the system's zone without `TZ` where that only names the system's file: what `TZ` names is read once, and they
/// may travel while the program stays in the background.
///
/// Must come before a second thread.
#[cfg(target_os = "linux")]
pub(super) fn follow_the_system() {
    if std::env::var_os("TZ").is_some_and(|named| is_the_systems(&named)) {
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
