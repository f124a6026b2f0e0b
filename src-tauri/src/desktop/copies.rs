//! Lets one copy run over the same folder: a second start raises the first's window, and ends.
//!
//! On Linux over the session bus, as the Desktop Entry Specification's `org.freedesktop.Application`. Where there is no
//! bus, the lock beside the store stands alone. (The usual plugin brings network code into the program, hence by hand.)

use crate::ports::Wish;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use tauri::{AppHandle, Runtime};

/// Is the name of this copy, by which another finds it: another folder, another couple, another name.
pub(super) fn name(data_dir: Option<&Path>) -> String {
    let folder = data_dir.map(|folder| folder.canonicalize().unwrap_or_else(|_| folder.to_owned()));
    let Some(folder) = folder else { return super::IDENTIFIER.to_owned() };
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("{}.In{:x}", super::IDENTIFIER, hasher.finish())
}

#[cfg(target_os = "linux")]
mod bus {
    use super::{AppHandle, Runtime, Wish};
    use crate::desktop::window;
    use std::collections::HashMap;
    use tauri::Manager;
    use zbus::blocking::{Connection, connection};
    use zbus::zvariant::OwnedValue;

    const INTERFACE: &str = "org.freedesktop.Application";
    const BEGIN: &str = "begin";
    type Data = HashMap<String, OwnedValue>;

    struct Called<R: Runtime> {
        handle: AppHandle<R>,
    }

    #[zbus::interface(name = "org.freedesktop.Application")]
    impl<R: Runtime> Called<R> {
        fn activate(&self, _platform_data: Data) {
            window::bring_up(&self.handle, Wish::Open);
        }

        fn activate_action(&self, name: &str, _parameter: Vec<OwnedValue>, _platform_data: Data) {
            window::bring_up(&self.handle, if name == BEGIN { Wish::Begin } else { Wish::Open });
        }

        fn open(&self, _uris: Vec<String>, _platform_data: Data) {
            window::bring_up(&self.handle, Wish::Open);
        }
    }

    /// Keeps the name for as long as the program runs.
    struct Kept {
        _bus: Connection,
    }

    fn path(name: &str) -> String {
        format!("/{}", name.replace('.', "/"))
    }

    /// Raises the window of the copy that runs; false when there is none, or nobody to ask.
    pub(in crate::desktop) fn call(name: &str, wish: Wish) -> bool {
        let call = || {
            let bus = Connection::session().ok()?;
            let owned = zbus::names::BusName::try_from(name).ok()?;
            if !zbus::blocking::fdo::DBusProxy::new(&bus).ok()?.name_has_owner(owned).ok()? {
                return None;
            }
            let (none, data) = (Vec::<OwnedValue>::new(), Data::new());
            let (name, path, interface) = (Some(name), path(name), Some(INTERFACE));
            match wish {
                Wish::Begin => bus.call_method(name, path, interface, "ActivateAction", &(BEGIN, none, data)).ok(),
                _ => bus.call_method(name, path, interface, "Activate", &(data,)).ok(),
            }
        };
        call().is_some()
    }

    /// Takes the name; false when another copy was faster.
    pub(in crate::desktop) fn register<R: Runtime>(handle: &AppHandle<R>, name: &str) -> bool {
        let called = Called { handle: handle.clone() };
        let take = || {
            let builder = connection::Builder::session()?.replace_existing_names(false).allow_name_replacements(false);
            builder.serve_at(path(name), called)?.name(name)?.build()
        };
        match take() {
            Ok(bus) => handle.manage(Kept { _bus: bus }),
            Err(zbus::Error::NameTaken) => false,
            // No bus, nobody to meet there.
            Err(_) => true,
        }
    }
}

#[cfg(target_os = "linux")]
pub(super) use bus::{call, register};

/// Finds nobody: macOS keeps to one copy by itself, and on Windows the lock stands alone.
#[cfg(not(target_os = "linux"))]
pub(super) const fn call(_: &str, _: Wish) -> bool {
    false
}

/// Takes no name.
#[cfg(not(target_os = "linux"))]
pub(super) const fn register<R: Runtime>(_: &AppHandle<R>, _: &str) -> bool {
    true
}
