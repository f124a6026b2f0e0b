//! Tells outside the window what is to be told there, one thing after another, in a thread that nobody waits for: what
//! shows notifications may hang.

use super::App;
use crate::ports::Notification;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

/// Something to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// A time has come.
    Notify(Notification),
    /// Someone acted: what is shown is over.
    Withdraw,
}

/// What waits to be told, in order.
pub(super) struct Queue {
    tell: Sender<Telling>,
    told: Mutex<Receiver<Telling>>,
}

impl Default for Queue {
    fn default() -> Self {
        let (tell, told) = channel();
        Self { tell, told: Mutex::new(told) }
    }
}

impl App {
    /// Lets it be told, and comes back at once.
    pub(super) fn tell(&self, it: Telling) {
        // Who takes it out lives as long as the program.
        let _ = self.telling.tell.send(it);
    }

    /// Tells what waits to be told, as long as that takes.
    pub fn tell_what_waits(&self) {
        let told = self.telling.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.try_iter().for_each(|it| self.tell_now(it));
    }

    /// Waits for something to tell, and tells it.
    pub fn tell_next(&self) {
        let told = self.telling.told.lock().unwrap_or_else(PoisonError::into_inner);
        if let Ok(it) = told.recv() {
            self.tell_now(it);
        }
    }

    fn tell_now(&self, it: Telling) {
        let Telling::Notify(of) = it else { return self.world.notifier.withdraw() };
        let told = self.world.notifier.show(of, self.language());
        if let (Notification::Due { .. }, false) = (of, told) {
            // A service that is there and shows nothing: what it was asked to show waits, as if there were none.
            let now = self.world.clock.now().to_utc();
            let _ = self.with(|open| match open.tx.reminders().pending(now)? {
                Some(reminder) => open.tx.reminders().remember(&reminder.undelivered(now)),
                None => Ok(()),
            });
        }
    }
}
