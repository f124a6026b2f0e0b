//! Asks those whom GTK and WebKit ask, ahead of them: on the thread that draws each of them waits 25 s for one that hangs.

use both_heard_desktop::bus::{self, PATIENCE};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Instant;
use zbus::blocking::Connection;

/// Names the session bus, for all who read the environment.
const SESSION: &str = "DBUS_SESSION_BUS_ADDRESS";
/// Names the bus of screen readers.
const ACCESSIBILITY: &str = "AT_SPI_BUS_ADDRESS";
/// An address that leads nowhere, which is known at once.
const NOWHERE: &str = "unix:path=/nonexistent";

/// Lets GTK begin; it waits for nobody who hangs. Where the bus of screen readers is not told of in time, nothing is read
/// aloud; where the portal does not answer, GTK does without the session bus while it begins, and where that bus does
/// not, all do without it.
///
/// Must come before anything of GTK: all this is told by the environment, which other threads may read.
pub(super) fn begin<T>(gtk: impl FnOnce() -> T) -> T {
    let until = Instant::now() + PATIENCE;
    let left = || until.saturating_duration_since(Instant::now());
    // A variable that cannot be set changes nothing: whoever asks then waits.
    let set = |name: &str, value: &str| drop(glib::setenv(name, value, true));
    // Longer than anybody waits, so that what hangs is not taken for nobody.
    let bus = match apart(|| bus::connect(PATIENCE * 2)).recv_timeout(left()) {
        Ok(bus) => bus,
        Err(RecvTimeoutError::Timeout) => {
            set(SESSION, NOWHERE);
            return gtk();
        }
        Err(RecvTimeoutError::Disconnected) => return gtk(),
    };
    let (asks, portal_asks) = (bus.clone(), bus);
    let (accessibility, portal) = (apart(move || accessibility(&asks)), apart(move || portal(&portal_asks)));
    match accessibility.recv_timeout(left()) {
        Ok(address) => set(ACCESSIBILITY, &address),
        Err(RecvTimeoutError::Timeout) => set(ACCESSIBILITY, NOWHERE),
        // There is none, and whoever asks is told so at once.
        Err(RecvTimeoutError::Disconnected) => {}
    }
    if portal.recv_timeout(left()) != Err(RecvTimeoutError::Timeout) {
        return gtk();
    }
    let session = std::env::var(SESSION);
    set(SESSION, NOWHERE);
    let begun = gtk();
    match session {
        Ok(session) => set(SESSION, &session),
        Err(_) => glib::unsetenv(SESSION),
    }
    begun
}

/// Finds something out in a thread of its own, which may hang. The channel closes without an answer where there is none.
fn apart<T: Send + 'static>(find: impl FnOnce() -> Option<T> + Send + 'static) -> Receiver<T> {
    let (tell, told) = channel();
    // Where there is no thread nobody is asked, and whoever hangs is waited for.
    let _ = thread::Builder::new().name("ahead".into()).spawn(move || tell.send(find()?).ok());
    told
}

fn accessibility(bus: &Connection) -> Option<String> {
    let name = Some("org.a11y.Bus");
    bus.call_method(name, "/org/a11y/bus", name, "GetAddress", &()).ok()?.body().deserialize().ok()
}

/// Asks what GTK asks of the portal; that it answers is all that counts.
fn portal(bus: &Connection) -> Option<()> {
    let (name, path) = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
    let (properties, of) = (Some("org.freedesktop.DBus.Properties"), ("org.freedesktop.portal.Inhibit",));
    bus.call_method(Some(name), path, properties, "GetAll", &of).ok().map(drop)
}
