//! Speaks to the desktop's notification service over the session bus, after the Desktop Notifications Specification 1.2.
//!
//! By hand and not through a library: what is wanted is to know whether there is a service, when one appears, and what
//! was chosen, with one connection and one thread that only waits.

use super::{Chosen, Said};
use crate::ports::{Notifier, Reminder};
use crate::words::Language;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message::Type;
use zbus::names::BusName;
use zbus::zvariant::Value;
use zbus::{MatchRule, Message};

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// Is how long the service may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Is the name of the desktop file in the package, by which a desktop finds its own rules for the program.
const DESKTOP_FILE: &str = "Both Heard";
/// Is the name of the icon.
const ICON: &str = "both-heard";
/// Lets the desktop choose how long it is shown.
const AS_USUAL: i32 = -1;

/// Is the desktop's notifications.
pub(in crate::desktop) struct DesktopNotifier {
    shared: Arc<Shared>,
}

struct Shared {
    bus: Mutex<Option<Connection>>,
    /// The reminder on the screen: another takes its place.
    shown: Mutex<u32>,
    chosen: Box<dyn Fn(Chosen) + Send + Sync>,
    appeared: Box<dyn Fn() + Send + Sync>,
}

impl DesktopNotifier {
    /// Speaks to the desktop; `chosen` is called with what they chose, `appeared` when a service appears.
    pub(in crate::desktop) fn new(
        chosen: impl Fn(Chosen) + Send + Sync + 'static,
        appeared: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let (chosen, appeared) = (Box::new(chosen), Box::new(appeared));
        Self { shared: Arc::new(Shared { bus: Mutex::new(None), shown: Mutex::new(0), chosen, appeared }) }
    }
}

impl Notifier for DesktopNotifier {
    fn is_there(&self) -> bool {
        self.shared.is_there().is_some()
    }

    fn remind(&self, of: Reminder, language: Language) -> bool {
        self.shared.show(&Said::of(of, language)).is_some()
    }

    fn withdraw(&self) {
        self.shared.close();
    }
}

impl Shared {
    fn shown(&self) -> MutexGuard<'_, u32> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers the bus, connecting where there was none; from then on somebody listens.
    fn bus(self: &Arc<Self>) -> Option<Connection> {
        let mut bus = self.bus.lock().unwrap_or_else(PoisonError::into_inner);
        if bus.is_none() {
            // A service that hangs must not hold up the thread that looks.
            let fresh = connection::Builder::session().ok()?.method_timeout(PATIENCE).build().ok()?;
            self.listen(&fresh)?;
            *bus = Some(fresh);
        }
        bus.clone()
    }

    /// Finds a service that runs, or one that the bus would start.
    fn is_there(self: &Arc<Self>) -> Option<()> {
        let proxy = DBusProxy::new(&self.bus()?).ok()?;
        let runs = proxy.name_has_owner(BusName::try_from(SERVICE).ok()?);
        if runs.is_err() {
            // The bus is gone; perhaps there is another the next time.
            *self.bus.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        let starts = || proxy.list_activatable_names().is_ok_and(|all| all.iter().any(|name| name.as_str() == SERVICE));
        (runs.ok()? || starts()).then_some(())
    }

    fn show(self: &Arc<Self>, said: &Said) -> Option<()> {
        let bus = self.bus()?;
        let call = |method: &str| bus.call_method(Some(SERVICE), PATH, Some(SERVICE), method, &());
        let can: Vec<String> = call("GetCapabilities").ok()?.body().deserialize().ok()?;
        // A click on the whole of it is an action, too; where there are none, there is nothing to offer.
        let mut actions = vec![];
        if can.iter().any(|can| can == "actions") {
            actions.extend(["default", ""]);
            for (chosen, words) in &said.choices {
                actions.extend([key(*chosen), words]);
            }
        }
        let hints = HashMap::from([("desktop-entry", Value::from(DESKTOP_FILE))]);
        let mut shown = self.shown();
        let what = ("Both Heard", *shown, ICON, &said.title, &said.body, actions, hints, AS_USUAL);
        match bus.call_method(Some(SERVICE), PATH, Some(SERVICE), "Notify", &what) {
            Ok(reply) => *shown = reply.body().deserialize().ok()?,
            // It has been asked, and shows it when it comes to: asked again, it would show it twice.
            Err(error) if is_late(&error) => {}
            Err(_) => return None,
        }
        Some(())
    }

    /// Takes it off the screen, if it was shown and the service that did is still the same.
    fn close(&self) {
        let bus = self.bus.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let id = std::mem::take(&mut *self.shown());
        if let Some(bus) = bus.filter(|_| id != 0) {
            let _ = bus.call_method(Some(SERVICE), PATH, Some(SERVICE), "CloseNotification", &id);
        }
    }

    /// Waits, in a thread of its own, for what they choose and for a service that appears; ends with the bus.
    fn listen(self: &Arc<Self>, bus: &Connection) -> Option<()> {
        let of = |interface: &'static str, member: &'static str| {
            MatchRule::builder().msg_type(Type::Signal).interface(interface).ok()?.member(member).ok()
        };
        let chosen = of(SERVICE, "ActionInvoked")?.build();
        let appeared = of("org.freedesktop.DBus", "NameOwnerChanged")?.arg(0, SERVICE).ok()?.build();
        // Before the first is shown, so that no answer comes too early.
        let dbus = DBusProxy::new(bus).ok()?;
        dbus.add_match_rule(chosen).ok()?;
        dbus.add_match_rule(appeared).ok()?;
        let (all, shared) = (MessageIterator::from(bus), Arc::downgrade(self));
        let wait = move || {
            for message in all.map_while(Result::ok) {
                let Some(shared) = shared.upgrade() else { return };
                shared.hear(&message);
            }
        };
        thread::Builder::new().name("notifications".into()).spawn(wait).ok().map(drop)
    }

    fn hear(&self, message: &Message) {
        let header = message.header();
        match header.member().map(|member| member.as_str()) {
            Some("ActionInvoked") => {
                let Ok((id, key)) = message.body().deserialize::<(u32, String)>() else { return };
                if id == *self.shown()
                    && let Some(chosen) =
                        [Chosen::Open, Chosen::Begin, Chosen::Snooze].into_iter().find(|c| self::key(*c) == key)
                {
                    (self.chosen)(chosen);
                }
            }
            Some("NameOwnerChanged") => {
                let Ok((_, _, owner)) = message.body().deserialize::<(String, String, String)>() else { return };
                // Another service counts anew: its numbers are other programs'.
                *self.shown() = 0;
                if !owner.is_empty() {
                    (self.appeared)();
                }
            }
            _ => {}
        }
    }
}

/// Tells whether an answer only did not come in time.
fn is_late(error: &zbus::Error) -> bool {
    matches!(error, zbus::Error::InputOutput(error) if error.kind() == ErrorKind::TimedOut)
}

const fn key(chosen: Chosen) -> &'static str {
    match chosen {
        Chosen::Open => "default",
        Chosen::Begin => "begin",
        Chosen::Snooze => "snooze",
    }
}
