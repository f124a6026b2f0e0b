//! Stands in for a desktop's notification service where a test must say what it can and when it is there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zbus::blocking::Connection;
use zbus::zvariant::OwnedValue;

use crate::foreign::on_bus;
use crate::{Desk, Outcome};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// A notification as the service was asked to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The number it got.
    pub id: u32,
    /// Its heading.
    pub summary: String,
    /// Its words.
    pub body: String,
    /// What can be chosen on it: a key, then its words.
    pub actions: Vec<String>,
}

/// A notification service on a desk's bus, until it is dropped.
#[derive(Debug)]
pub struct NotificationServer {
    bus: Connection,
    asked: Arc<Mutex<Vec<Asked>>>,
}

struct Served {
    capabilities: Vec<String>,
    answers: bool,
    asked: Arc<Mutex<Vec<Asked>>>,
}

fn open(asked: &Mutex<Vec<Asked>>) -> MutexGuard<'_, Vec<Asked>> {
    asked.lock().unwrap_or_else(PoisonError::into_inner)
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Served {
    fn get_capabilities(&self) -> Vec<String> {
        self.capabilities.clone()
    }

    #[expect(clippy::too_many_arguments, reason = "the specification's own")]
    async fn notify(
        &self,
        _app_name: String,
        replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let id = {
            let mut asked = open(&self.asked);
            let next = u32::try_from(asked.len()).unwrap_or(u32::MAX).saturating_add(1);
            let id = if replaces == 0 { next } else { replaces };
            asked.push(Asked { id, summary, body, actions });
            id
        };
        if !self.answers {
            std::future::pending::<()>().await;
        }
        id
    }
}

impl NotificationServer {
    /// Starts a service that can do these things, such as `actions`.
    pub fn on(desk: &Desk, capabilities: &[&str]) -> Outcome<Self> {
        Self::start(desk, capabilities, true)
    }

    /// Starts a service that takes what it is to show, and never says so: a desktop that is busy.
    pub fn without_answers(desk: &Desk) -> Outcome<Self> {
        Self::start(desk, &[], false)
    }

    fn start(desk: &Desk, capabilities: &[&str], answers: bool) -> Outcome<Self> {
        let asked = Arc::new(Mutex::new(vec![]));
        let served = Served {
            answers,
            capabilities: capabilities.iter().map(|&can| can.to_owned()).collect(),
            asked: Arc::clone(&asked),
        };
        let bus = on_bus(desk, &[NAME], |bus| bus.serve_at(PATH, served))?;
        Ok(Self { bus, asked })
    }

    /// Lists what it was asked to show, oldest first.
    pub fn asked(&self) -> Vec<Asked> {
        open(&self.asked).clone()
    }

    /// Hands out what lets a window come to the front, as a desktop does just before a choice.
    pub fn activate(&self, id: u32, token: &str) -> Outcome<()> {
        Ok(self.bus.emit_signal(None::<&str>, PATH, NAME, "ActivationToken", &(id, token))?)
    }

    /// Chooses something on a notification, as a click does.
    pub fn choose(&self, id: u32, key: &str) -> Outcome<()> {
        Ok(self.bus.emit_signal(None::<&str>, PATH, NAME, "ActionInvoked", &(id, key))?)
    }
}
