//! Does what the couple asks: one method a command, each a few calls to the ritual, the store and the ports.
//!
//! It must not know Tauri, nor how anything is drawn. The order is always the same: compute on values, commit, and
//! only then change what is shown. An error tells what is wrong with the store, where a method says nothing else of it; those
//! that need no store answer none, since commands share one shape.

#![expect(clippy::needless_pass_by_value, reason = "a command owns what came over the wire")]

mod alone;
mod cards;
mod check_in;
mod documents;
mod formats;
mod home;
mod markdown;
mod past;
mod rhythm;
mod settings;
mod state;
mod telling;
mod tick;
mod trouble;
mod typed;
mod window;

pub use cards::{DeckView, Decks, GroupView};
pub use formats::Formats;
pub use home::Overview;
pub use rhythm::to_come;
pub use rhythm::{Coming, Schedule, TimeRefusal};
pub use settings::{Desktop, Notice, Start};
pub use trouble::Trouble;

use crate::ports::World;
use crate::settings::SettingsFile;
use alone::Alone;
use both_heard_core::ritual::Format;
use both_heard_core::watch::Clocks;
use both_heard_store::StoreError;
use serde::Serialize;
use state::{Inner, Open, State, Sweep};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;
use tick::LastLook;
use ts_rs::TS;
use uuid::Uuid;

/// What a command answers where a refusal is to be expected: it is not an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Answer<T, R> {
    /// It was done.
    Done(T),
    /// It was not, for this reason; nothing changed.
    Refused(R),
}

/// The name of the file with the couple's words; the rhythm's lies beside it.
pub const STORE: &str = "both-heard.db";

/// The folders the program writes to.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The store and the settings.
    pub data: PathBuf,
    /// Where a check-in saved as text goes.
    pub documents: PathBuf,
}

/// The running program: the store, the check-in that runs, and the world around it.
pub struct App {
    world: World,
    folders: Folders,
    weekly: Format,
    settings: settings::Kept,
    inner: Mutex<Inner>,
    woken: (Mutex<bool>, Condvar),
    stance: window::Stance,
    telling: telling::Queue,
}

impl App {
    /// Sets up the program over its folders; the store is opened when first asked for.
    #[must_use]
    pub fn new(world: World, folders: Folders, weekly: Format) -> Self {
        let settings = settings::Kept::new(SettingsFile::read(&folders.data));
        let last_look = LastLook::at(Clocks { wall: world.clock.now().to_utc(), running: world.clock.running() });
        let inner = Inner { state: State::Starting(None), last_look };
        Self {
            world,
            folders,
            weekly,
            settings,
            inner: Mutex::new(inner),
            woken: (Mutex::new(false), Condvar::new()),
            stance: window::Stance::default(),
            telling: telling::Queue::default(),
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        // Panics abort the process, so no thread ever leaves the lock poisoned.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does all of a use case in one transaction, opening the store first.
    fn with<T>(&self, act: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>) -> Result<T, Trouble> {
        self.on(&mut self.inner(), act)
    }

    fn on<T>(&self, inner: &mut Inner, act: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>) -> Result<T, Trouble> {
        self.in_file(|file| inner.transact(file, &self.world.clock.now(), self.settings.now(), act))
    }

    fn in_file<T>(&self, act: impl FnOnce(&Path) -> Result<T, StoreError>) -> Result<T, Trouble> {
        let file = self.folders.data.join(STORE);
        act(&file).map_err(|error| Trouble::of_store(&error, file.into()))
    }

    /// Makes an id that sorts after those before it.
    fn fresh_id(&self) -> Uuid {
        self.world.ids.fresh(self.world.clock.now().to_utc())
    }

    /// Takes the sign that this copy is alone with the store; false when another has it.
    #[must_use]
    pub fn claim(&self) -> bool {
        let sign = Alone::at(&self.folders.data.join(STORE));
        let taken = matches!(sign, Err(StoreError::Locked));
        // Whatever else is wrong with it is told to the first who asks for the store.
        if let State::Starting(alone) = &mut self.inner().state {
            *alone = sign.ok();
        }
        !taken
    }

    /// Opens the store ahead of the first question.
    pub fn open(&self) {
        // Whatever is wrong is told to the first who asks.
        let _ = self.with(|_| Ok(()));
    }

    /// Lets go of the store and opens it again after trouble; the check-in that runs is read again from it, paused.
    ///
    /// # Errors
    /// Tells what is still wrong.
    pub fn try_again(&self) -> Result<(), Trouble> {
        self.close();
        self.with(|_| Ok(()))
    }

    /// Lets go of the store, as the end of the process does; it is opened when next asked for.
    pub fn close(&self) {
        self.inner().state = State::Starting(None);
    }

    /// Ends the program.
    pub fn quit(&self) {
        self.inner().state = State::Ending;
        self.world.window.quit();
    }

    /// Tells whether the program is ending: who calls now is told so by silence, and starts anew.
    #[must_use]
    pub fn ends(&self) -> bool {
        self.inner().ends()
    }

    /// Lets the store grow to so many pages and no further: how tests fill the disk.
    pub fn limit_pages(&self, most: u32) -> Result<(), Trouble> {
        self.open();
        self.in_file(|_| self.inner().opened(|store| store.limit_pages(most)))
    }

    /// Lets one statement fail, that which comes after so many from now, see [`Store::fail_statement`].
    pub fn fail_statement(&self, after: Option<u32>) -> Result<(), Trouble> {
        self.open();
        self.in_file(|_| {
            self.inner().opened(|store| {
                store.fail_statement(after);
                Ok(())
            })
        })
    }

    /// Tells whether nobody is in the middle of a use case: how tests see that no other program is asked for anything meanwhile.
    #[must_use]
    pub fn is_free(&self) -> bool {
        !matches!(self.inner.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Wakes the one thread that sleeps: when it must next look has changed.
    pub fn wake(&self) {
        *self.woken.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.woken.1.notify_one();
    }

    /// Sleeps until `most` has passed, or something changed.
    pub fn sleep(&self, most: Duration) {
        let woken = self.woken.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut woken, _) =
            self.woken.1.wait_timeout_while(woken, most, |woken| !*woken).unwrap_or_else(PoisonError::into_inner);
        *woken = false;
    }
}
