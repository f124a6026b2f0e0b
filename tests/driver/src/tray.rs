//! Stands in for a desktop's tray: knows what registers there, reads its menu, and chooses from it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::blocking::Connection;
use zbus::message::Header;
use zbus::zvariant::{OwnedValue, Value};

use crate::foreign::on_bus;
use crate::{Desk, DriveError, Outcome};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const ITEM: &str = "/StatusNotifierItem";
const MENU: &str = "com.canonical.dbusmenu";

/// A part of a menu: its number, what is known of it, and what is in it.
type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// A line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuLine {
    id: i32,
    /// What it says; nothing for a line between.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
}

/// A tray on a desk's bus, until it is dropped.
#[derive(Debug)]
pub struct TrayHost {
    bus: Connection,
    items: Arc<Mutex<Vec<String>>>,
}

struct Watcher {
    items: Arc<Mutex<Vec<String>>>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    #[expect(clippy::needless_pass_by_value, reason = "the macro hands it over so")]
    fn register_status_notifier_item(&self, _service: &str, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        self.items.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

impl TrayHost {
    /// Puts a tray on the desk.
    pub fn on(desk: &Desk) -> Outcome<Self> {
        let items = Arc::new(Mutex::new(vec![]));
        let watcher = Watcher { items: Arc::clone(&items) };
        let bus = on_bus(desk, &[WATCHER], |bus| bus.serve_at("/StatusNotifierWatcher", watcher))?;
        Ok(Self { bus, items })
    }

    /// Reads the menu of what registered last; empty while nothing did, or when it is gone.
    pub fn menu(&self) -> Vec<MenuLine> {
        self.read_menu().unwrap_or_default()
    }

    /// Chooses the line that says this.
    pub fn choose(&self, label: &str) -> Outcome<()> {
        let choose = || {
            let line = self.menu().into_iter().find(|line| line.label == label)?;
            let (item, path) = self.item()?;
            let event = (line.id, "clicked", Value::from(0), 0_u32);
            // What ends the program may end it before it answers.
            let _ = self.bus.call_method(Some(item.as_str()), path.as_str(), Some(MENU), "Event", &event);
            Some(())
        };
        choose().ok_or_else(|| DriveError::not_ready("the tray", format!("no {label} in it")))
    }

    /// Finds the item, and the path of its menu.
    fn item(&self) -> Option<(String, String)> {
        let item = self.items.lock().unwrap_or_else(PoisonError::into_inner).last()?.clone();
        let asked = ("org.kde.StatusNotifierItem", "Menu");
        let properties = Some("org.freedesktop.DBus.Properties");
        let reply = self.bus.call_method(Some(item.as_str()), ITEM, properties, "Get", &asked).ok()?;
        let path: OwnedValue = reply.body().deserialize().ok()?;
        let path = zbus::zvariant::ObjectPath::try_from(path).ok()?.to_string();
        Some((item, path))
    }

    fn read_menu(&self) -> Option<Vec<MenuLine>> {
        let (item, path) = self.item()?;
        let all = (0, -1, Vec::<&str>::new());
        let reply = self.bus.call_method(Some(item.as_str()), path.as_str(), Some(MENU), "GetLayout", &all).ok()?;
        let (_, (_, _, lines)): (u32, Layout) = reply.body().deserialize().ok()?;
        Some(lines.into_iter().filter_map(line).collect())
    }
}

fn line(value: OwnedValue) -> Option<MenuLine> {
    let (id, known, _) = Layout::try_from(Value::from(value).downcast::<zbus::zvariant::Structure<'_>>().ok()?).ok()?;
    let text = |name: &str| known.get(name).and_then(|value| <&str>::try_from(&**value).ok());
    let enabled = known.get("enabled").and_then(|value| bool::try_from(&**value).ok()).unwrap_or(true);
    // An underscore marks the key of a menu.
    Some(MenuLine { id, label: text("label").unwrap_or_default().replace('_', ""), enabled })
}
