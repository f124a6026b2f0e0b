//! Stands in for the other programs of a desktop where they hang, and for the portal where it does not.

use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use zbus::blocking::{Connection, connection};
use zbus::zvariant::{OwnedValue, Value};

use crate::{Desk, DriveError, Outcome};

/// A program that has a name on a desk's bus and never answers anybody, until it is dropped.
#[derive(Debug)]
pub struct Hangs {
    _bus: Connection,
}

impl Hangs {
    /// Takes the names.
    pub fn on(desk: &Desk, names: &[&'static str]) -> Outcome<Self> {
        let take = || {
            let builder = connection::Builder::address(desk.bus_address().as_str())?;
            // It serves nothing, so whoever calls it waits.
            names.iter().try_fold(builder, |builder, name| builder.name(*name))?.build()
        };
        Ok(Self { _bus: take().map_err(|error| not_ready("what hangs", &error))? })
    }
}

/// Lays a session bus in the place of the desk's own: it takes every call and answers none.
pub fn bus_that_hangs(desk: &mut Desk) -> Outcome<()> {
    let path: PathBuf = desk.everything().join("runtime/hangs");
    let listener = UnixListener::bind(&path).map_err(DriveError::io("laying a bus that hangs"))?;
    desk.set_env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", path.display()));
    // Those who call are kept, or they would be told that the line is dead.
    let keep = move || {
        let mut kept = vec![];
        for caller in listener.incoming() {
            kept.push(caller);
        }
    };
    thread::Builder::new().name("bus".into()).spawn(keep).map(drop).map_err(DriveError::io("a bus that hangs"))
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
        let start = || {
            let builder = connection::Builder::address(desk.bus_address().as_str())?;
            builder.serve_at(PATH, served)?.name(PORTAL)?.build()
        };
        Ok(Self { bus: start().map_err(|error| not_ready("the portal", &error))?, scheme })
    }

    /// Lets the desktop prefer another.
    pub fn turn(&self, scheme: u32) -> Outcome<()> {
        open(&self.scheme).scheme = scheme;
        let what = (SPACE, KEY, Value::from(scheme));
        let told = self.bus.emit_signal(None::<&str>, PATH, "org.freedesktop.portal.Settings", "SettingChanged", &what);
        told.map_err(|error| not_ready("the portal", &error))
    }

    /// Counts how often it was asked.
    pub fn asked(&self) -> u32 {
        open(&self.scheme).times
    }
}

fn not_ready(tool: &str, error: &zbus::Error) -> DriveError {
    DriveError::NotReady { tool: tool.to_owned(), last_words: error.to_string() }
}
