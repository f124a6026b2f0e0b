//! Speaks to the desktop's notification service over the session bus, after the Desktop Notifications Specification 1.3.
//!
//! By hand and not through a library: what is wanted is to know whether there is a service, when one appears, and what
//! was chosen, with one connection and one thread that only listens.

use super::{Chosen, Heard, Said};
use crate::bus::{self, PATIENCE};
use both_heard_app::ports::{Notification, Notifier};
use both_heard_app::words::Language;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Thread};
use zbus::Message;
use zbus::blocking::{Connection, MessageIterator};
use zbus::zvariant::Value;

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// The name of the desktop file in the package, by which a desktop finds its own rules for the program.
const DESKTOP_FILE: &str = "Both Heard";
/// The name of the icon.
const ICON: &str = "both-heard";
/// Lets the desktop choose how long it is shown.
const AS_USUAL: i32 = -1;

/// The desktop's notifications.
pub struct DesktopNotifier {
    shared: Arc<Shared>,
    listener: Option<Thread>,
}

struct Shared {
    bus: Mutex<Bus>,
    settled: Condvar,
    /// Whether there is a service, or one that the bus would start.
    is_there: AtomicBool,
    /// The reminder on the screen: another takes its place.
    shown: Mutex<u32>,
    heard: Box<dyn Fn(Heard) + Send + Sync>,
}

/// The session bus, as far as it is reached.
enum Bus {
    /// It is being reached.
    Sought,
    /// There is none, or it is gone.
    None,
    There(Connection),
}

impl DesktopNotifier {
    /// Listens to the desktop; `heard` is called with what it says.
    pub fn new(heard: impl Fn(Heard) + Send + Sync + 'static) -> Self {
        let shared = Arc::new(Shared {
            bus: Mutex::new(Bus::Sought),
            settled: Condvar::new(),
            is_there: AtomicBool::new(false),
            shown: Mutex::new(0),
            heard: Box::new(heard),
        });
        let listens = Arc::clone(&shared);
        let listener = thread::Builder::new().name("notifications".into()).spawn(move || listens.listen());
        Self { shared, listener: listener.ok().map(|listener| listener.thread().clone()) }
    }
}

impl Notifier for DesktopNotifier {
    fn is_there(&self) -> bool {
        let there = self.shared.is_there.load(Relaxed);
        if !there && let Some(listener) = &self.listener {
            // The bus may be there by now.
            listener.unpark();
        }
        there
    }

    fn show(&self, of: Notification, language: Language) -> bool {
        self.shared.show(&Said::of(of, language)).is_some()
    }

    fn withdraw(&self) {
        self.shared.close();
    }
}

impl Shared {
    fn bus(&self) -> MutexGuard<'_, Bus> {
        self.bus.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn shown(&self) -> MutexGuard<'_, u32> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the bus, as long as another program may take.
    fn reached(&self) -> Option<Connection> {
        let sought = |bus: &mut Bus| matches!(bus, Bus::Sought);
        let reached = self.settled.wait_timeout_while(self.bus(), PATIENCE, sought);
        match &*reached.unwrap_or_else(PoisonError::into_inner).0 {
            Bus::There(bus) => Some(bus.clone()),
            Bus::Sought | Bus::None => None,
        }
    }

    fn settle(&self, bus: Bus) {
        *self.bus() = bus;
        self.settled.notify_all();
    }

    /// Listens for as long as the program runs; a bus that is gone is sought again when somebody asks for a service.
    fn listen(&self) {
        loop {
            let _ = self.listen_once();
            self.is_there.store(false, Relaxed);
            self.settle(Bus::None);
            thread::park();
            *self.bus() = Bus::Sought;
        }
    }

    /// Listens for a service that appears and for what they choose, until the bus is gone.
    fn listen_once(&self) -> zbus::Result<()> {
        let bus = bus::connect(PATIENCE).ok_or(zbus::Error::InvalidReply)?;
        // Before the first is shown, so that no answer comes too early.
        bus::hear(&bus, SERVICE, "ActionInvoked")?;
        bus::hear(&bus, SERVICE, "ActivationToken")?;
        bus::hear_owner(&bus, SERVICE)?;
        let all = MessageIterator::from(&bus);
        let there = bus::has_owner(&bus, SERVICE)? || bus::would_start(&bus, SERVICE)?;
        self.settle(Bus::There(bus.clone()));
        self.is(there);
        for message in all {
            self.hear(&bus, &message?);
        }
        Ok(())
    }

    fn is(&self, there: bool) {
        self.is_there.store(there, Relaxed);
        if there {
            (self.heard)(Heard::Appeared);
        }
    }

    fn show(&self, said: &Said) -> Option<()> {
        let bus = self.reached()?;
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
        // Held while it is shown: the listener may hear of a choice before the answer with its number is here.
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
        let id = std::mem::take(&mut *self.shown());
        if id != 0
            && let Some(bus) = self.reached()
        {
            let _ = bus.call_method(Some(SERVICE), PATH, Some(SERVICE), "CloseNotification", &id);
        }
    }

    fn hear(&self, bus: &Connection, message: &Message) {
        if let Some(there) = bus::owned(message, SERVICE) {
            // Another service counts anew: its numbers are other programs'.
            *self.shown() = 0;
            self.is(there || bus::would_start(bus, SERVICE).unwrap_or(false));
            return;
        }
        let header = message.header();
        let Some(member) = header.member().map(|member| member.as_str()) else { return };
        let Ok((id, said)) = message.body().deserialize::<(u32, String)>() else { return };
        if id != *self.shown() {
            return;
        }
        match member {
            // Comes before the choice that it is for.
            "ActivationToken" => (self.heard)(Heard::Activation(said)),
            "ActionInvoked" => {
                let choice = |chosen: &Chosen| key(*chosen) == said;
                if let Some(chosen) = [Chosen::Open, Chosen::Begin, Chosen::Snooze].into_iter().find(choice) {
                    (self.heard)(Heard::Chosen(chosen));
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
