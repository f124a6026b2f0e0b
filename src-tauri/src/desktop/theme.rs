//! Asks the desktop whether it is dark. WebKitGTK often says light where the desktop is dark; the portal knows.

/// Reads the desktop's colour scheme; none where nobody answers or nothing is preferred.
#[cfg(target_os = "linux")]
pub(crate) fn system_is_dark() -> Option<bool> {
    let bus = zbus::blocking::Connection::session().ok()?;
    let asked = ("org.freedesktop.appearance", "color-scheme");
    let portal = Some("org.freedesktop.portal.Desktop");
    let path = "/org/freedesktop/portal/desktop";
    let reply = bus.call_method(portal, path, Some("org.freedesktop.portal.Settings"), "ReadOne", &asked).ok()?;
    let scheme: zbus::zvariant::OwnedValue = reply.body().deserialize().ok()?;
    // The portal's values: 0 no preference, 1 dark, 2 light.
    match u32::try_from(scheme).ok()? {
        1 => Some(true),
        2 => Some(false),
        _ => None,
    }
}

/// Answers none: on this system the window itself knows.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn system_is_dark() -> Option<bool> {
    None
}
