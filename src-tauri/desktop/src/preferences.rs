//! Knows what they chose for the whole desktop: dark or light, and the language. WebKitGTK often says light where the
//! desktop is dark; the portal knows.

use both_heard_app::ports::Preferences;

#[cfg(target_os = "linux")]
mod portal {
    use crate::bus;
    use std::sync::{Arc, Mutex, OnceLock, PoisonError};
    use std::thread;
    use std::time::Duration;
    use zbus::Message;
    use zbus::blocking::{Connection, MessageIterator};
    use zbus::zvariant::{OwnedValue, Value};

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    const PATH: &str = "/org/freedesktop/portal/desktop";
    const SETTINGS: &str = "org.freedesktop.portal.Settings";
    const SCHEME: (&str, &str) = ("org.freedesktop.appearance", "color-scheme");
    /// How long the portal may take: nobody waits for it, and at a login it is often started by being asked.
    const PATIENCE: Duration = Duration::from_secs(60);

    /// The desktop's colour scheme, as it last said.
    pub(super) struct Scheme {
        dark: Arc<Mutex<Option<bool>>>,
        listens: OnceLock<()>,
        changed: Arc<dyn Fn() + Send + Sync>,
    }

    impl Scheme {
        /// Calls `changed` when the desktop turns dark or light.
        pub(super) fn new(changed: impl Fn() + Send + Sync + 'static) -> Self {
            Self { dark: Arc::default(), listens: OnceLock::new(), changed: Arc::new(changed) }
        }

        /// Reads it; none where nobody answered yet or nothing is preferred. From the first time on it is listened for.
        pub(super) fn is_dark(&self) -> Option<bool> {
            self.listens.get_or_init(|| {
                let (dark, changed) = (Arc::clone(&self.dark), Arc::clone(&self.changed));
                let tell = move |now: Option<bool>| {
                    let before = std::mem::replace(&mut *dark.lock().unwrap_or_else(PoisonError::into_inner), now);
                    if before != now {
                        changed();
                    }
                };
                // Without a bus there is nobody to ask, and the window itself knows what it knows.
                let _ = thread::Builder::new().name("theme".into()).spawn(move || listen(tell));
            });
            *self.dark.lock().unwrap_or_else(PoisonError::into_inner)
        }
    }

    /// Asks once, and hears of each change from then on; ends with the bus.
    fn listen(tell: impl Fn(Option<bool>)) -> Option<()> {
        let bus = bus::connect(PATIENCE)?;
        bus::hear(&bus, SETTINGS, "SettingChanged").ok()?;
        bus::hear_owner(&bus, PORTAL).ok()?;
        let all = MessageIterator::from(&bus);
        if let Some(scheme) = ask(&bus) {
            tell(scheme);
        }
        for message in all.map_while(Result::ok) {
            if let Some(scheme) = change(&message) {
                tell(scheme);
            } else if bus::owned(&message, PORTAL) == Some(true)
                && let Some(scheme) = ask(&bus)
            {
                tell(scheme);
            }
        }
        Some(())
    }

    /// Asks the portal; none when it does not answer.
    fn ask(bus: &Connection) -> Option<Option<bool>> {
        let reply = bus.call_method(Some(PORTAL), PATH, Some(SETTINGS), "ReadOne", &SCHEME).ok()?;
        Some(scheme(&*reply.body().deserialize::<OwnedValue>().ok()?))
    }

    /// Reads from a message that the scheme has changed.
    fn change(message: &Message) -> Option<Option<bool>> {
        if message.header().member()?.as_str() != "SettingChanged" {
            return None;
        }
        let body = message.body();
        let (space, key, value) = body.deserialize::<(String, String, OwnedValue)>().ok()?;
        ((space.as_str(), key.as_str()) == SCHEME).then(|| scheme(&value))
    }

    /// Reads the portal's values: 0 no preference, 1 dark, 2 light.
    fn scheme(value: &Value<'_>) -> Option<bool> {
        match u32::try_from(value).ok()? {
            1 => Some(true),
            2 => Some(false),
            _ => None,
        }
    }
}

#[cfg(target_os = "linux")]
use portal::Scheme;

/// The desktop's own settings.
pub struct DesktopPreferences(Scheme);

impl DesktopPreferences {
    /// Calls `changed` when the desktop turns dark or light.
    pub fn new(changed: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Scheme::new(changed))
    }
}

impl Preferences for DesktopPreferences {
    fn is_dark(&self) -> Option<bool> {
        self.0.is_dark()
    }

    fn locale(&self) -> String {
        sys_locale::get_locale().unwrap_or_default()
    }
}

/// The desktop's colour scheme, of which the window itself knows on this system.
#[cfg(not(target_os = "linux"))]
struct Scheme;

#[cfg(not(target_os = "linux"))]
impl Scheme {
    /// Hears of nothing.
    fn new(_: impl Fn() + Send + Sync + 'static) -> Self {
        Self
    }

    /// Answers none.
    const fn is_dark(&self) -> Option<bool> {
        None
    }
}
