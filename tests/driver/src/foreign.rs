//! Stands in for the other programs of a desktop where they hang, and for the portal where it does not.

use std::os::unix::net::UnixListener;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedValue, Value};

use crate::{Desk, DriveError, Outcome};

/// Takes names on a desk's bus, and lays there what else is wanted.
pub(crate) fn on_bus<'a>(
    desk: &Desk,
    names: &[&'a str],
    lay: impl FnOnce(Builder<'a>) -> zbus::Result<Builder<'a>>,
) -> Outcome<Connection> {
    let bus = lay(Builder::address(desk.bus_address().as_str())?)?;
    Ok(names.iter().try_fold(bus, |bus, name| bus.name(*name))?.build()?)
}

/// What takes every call and answers none, until it is dropped.
#[derive(Debug)]
pub struct Hangs {
    _bus: Option<Connection>,
}

impl Hangs {
    /// Takes the names of programs. It serves nothing, so whoever calls it waits.
    pub fn on(desk: &Desk, names: &[&'static str]) -> Outcome<Self> {
        Ok(Self { _bus: Some(on_bus(desk, names, Ok)?) })
    }

    /// Lays a session bus in the place of the desk's own.
    pub fn bus(desk: &mut Desk) -> Outcome<Self> {
        let path = desk.everything().join("runtime/hangs");
        let listener = UnixListener::bind(&path).map_err(DriveError::io("laying a bus that hangs"))?;
        desk.set_env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", path.display()));
        // Those who call are kept, or they would be told that the line is dead.
        thread::spawn(move || listener.incoming().collect::<Vec<_>>());
        Ok(Self { _bus: None })
    }
}

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SPACE: &str = "org.freedesktop.appearance";
const KEY: &str = "color-scheme";

/// A desktop's portal, which says whether it is dark.
#[derive(Debug)]
pub struct Portal {
    bus: Connection,
    scheme: Arc<Mutex<Asked>>,
}

#[derive(Debug)]
struct Asked {
    scheme: u32,
    times: u32,
}

struct Settings {
    scheme: Arc<Mutex<Asked>>,
}

fn open(asked: &Mutex<Asked>) -> MutexGuard<'_, Asked> {
    asked.lock().unwrap_or_else(PoisonError::into_inner)
}

#[zbus::interface(name = "org.freedesktop.portal.Settings")]
impl Settings {
    #[expect(clippy::needless_pass_by_value, reason = "the macro hands it over so")]
    fn read_one(&self, namespace: String, key: String) -> zbus::fdo::Result<OwnedValue> {
        if (namespace.as_str(), key.as_str()) != (SPACE, KEY) {
            return Err(zbus::fdo::Error::Failed("no such setting".to_owned()));
        }
        let mut asked = open(&self.scheme);
        asked.times += 1;
        Ok(OwnedValue::from(asked.scheme))
    }
}

impl Portal {
    /// Puts a portal on the desk, of a desktop that prefers this: 0 nothing, 1 dark, 2 light.
    pub fn on(desk: &Desk, scheme: u32) -> Outcome<Self> {
        let scheme = Arc::new(Mutex::new(Asked { scheme, times: 0 }));
        let served = Settings { scheme: Arc::clone(&scheme) };
        let bus = on_bus(desk, &[PORTAL], |bus| bus.serve_at(PATH, served))?;
        Ok(Self { bus, scheme })
    }

    /// Lets the desktop prefer another.
    pub fn turn(&self, scheme: u32) -> Outcome<()> {
        open(&self.scheme).scheme = scheme;
        let what = (SPACE, KEY, Value::from(scheme));
        let settings = "org.freedesktop.portal.Settings";
        Ok(self.bus.emit_signal(None::<&str>, PATH, settings, "SettingChanged", &what)?)
    }

    /// Counts how often it was asked.
    pub fn asked(&self) -> u32 {
        open(&self.scheme).times
    }
}
