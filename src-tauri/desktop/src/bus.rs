//! Reaches the session bus, and says who is there.
//!
//! Whoever is spoken to over the bus may hang, and so may the bus itself. So nothing here is called on a thread that
//! draws, answers the window or looks at the clock: each of those who are spoken to has a thread of its own, and all
//! others read what it knows.

use std::time::Duration;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, connection};
use zbus::message::Type;
use zbus::names::BusName;
use zbus::{MatchRule, Message};

/// How long another program may take to answer.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Connects to the session bus; whoever is called over it has `patience` to answer. Connecting itself has no limit: a bus that
/// hangs is waited for.
pub fn connect(patience: Duration) -> Option<Connection> {
    connection::Builder::session().ok()?.method_timeout(patience).build().ok()
}

/// Lets the signals of an interface with this name be heard.
pub fn hear(bus: &Connection, interface: &'static str, signal: &'static str) -> zbus::Result<()> {
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member(signal)?;
    Ok(DBusProxy::new(bus)?.add_match_rule(rule.build())?)
}

/// Lets it be heard when a name changes hands.
pub fn hear_owner(bus: &Connection, name: &'static str) -> zbus::Result<()> {
    let rule = MatchRule::builder().msg_type(Type::Signal).interface("org.freedesktop.DBus")?;
    Ok(DBusProxy::new(bus)?.add_match_rule(rule.member("NameOwnerChanged")?.arg(0, name)?.build())?)
}

/// Reads from a message that this name changed hands: true when it has an owner now.
pub fn owned(message: &Message, name: &str) -> Option<bool> {
    if message.header().member()?.as_str() != "NameOwnerChanged" {
        return None;
    }
    let (of, _, owner) = message.body().deserialize::<(String, String, String)>().ok()?;
    (of == name).then_some(!owner.is_empty())
}

/// Tells whether a name has an owner.
pub fn has_owner(bus: &Connection, name: &'static str) -> zbus::Result<bool> {
    Ok(DBusProxy::new(bus)?.name_has_owner(BusName::try_from(name)?)?)
}

/// Tells whether the bus would start an owner of a name that is called.
pub fn would_start(bus: &Connection, name: &str) -> zbus::Result<bool> {
    Ok(DBusProxy::new(bus)?.list_activatable_names()?.iter().any(|one| one.as_str() == name))
}
