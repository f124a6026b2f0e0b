//! Does what the couple asks: one method a command, each a few calls to the ritual, the store and the ports.
//!
//! It must not know Tauri, nor how anything is drawn. The order is always the same: compute on values, commit, and
//! only then change what is shown.

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
mod telling;
mod tick;
mod trouble;
mod typed;
mod window;

pub use cards::{DeckView, Decks, GroupView};
pub use formats::Formats;
pub use home::{Coming, Overview};
pub use rhythm::TimeRefusal;
pub use rhythm::to_come;
pub use settings::{Desktop, Notice, Start};
pub use trouble::Trouble;

use crate::ports::World;
use crate::settings::{Settings, SettingsFile};
use crate::zone::Zone;
use alone::Alone;
use both_heard_core::ritual::{Format, Session};
use both_heard_store::{Store, StoreError};
use chrono::DateTime;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tick::Watch;
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

/// The name of the couple's one file.
pub const STORE: &str = "both-heard.db";

/// Names the folders the program writes to.
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

struct Inner {
    alone: Option<Alone>,
    store: Option<Result<Store, StoreError>>,
    session: Option<Session>,
    watch: Watch,
}

impl App {
    /// Sets up the program over its folders; the store is opened when first asked for.
    #[must_use]
    pub fn new(world: World, folders: Folders, weekly: Format) -> Self {
        let settings = settings::Kept::new(SettingsFile::read(&folders.data));
        let watch = Watch::begin(world.clock.now().to_utc(), world.clock.running());
        let inner = Inner { alone: None, store: None, session: None, watch };
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

    /// Does something with the open store, opening it first.
    fn with<T>(&self, act: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>) -> Result<T, Trouble> {
        self.on(&mut self.inner(), act)
    }

    fn on<T>(&self, inner: &mut Inner, act: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>) -> Result<T, Trouble> {
        let file = self.folders.data.join(STORE);
        let opened = inner.opened(&file, self.world.clock.now(), self.settings.now());
        opened.and_then(|mut open| act(&mut open)).map_err(|error| Trouble::of_store(&error, file.into()))
    }

    /// Makes a name for good, later in the order than those before it.
    fn fresh_id(&self) -> Uuid {
        self.world.ids.fresh(self.world.clock.now().to_utc())
    }

    /// Takes the sign that this copy is alone with the store; false when another has it.
    #[must_use]
    pub fn claim(&self) -> bool {
        let sign = Alone::at(&self.folders.data.join(STORE));
        let taken = matches!(sign, Err(StoreError::Locked));
        // Whatever else is wrong with it is told to the first who asks for the store.
        self.inner().alone = sign.ok();
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

    /// Lets the store be opened again where what is wrong with it may have passed.
    fn forget_passing_trouble(&self) {
        let mut inner = self.inner();
        if let Some(Err(StoreError::Locked | StoreError::Full | StoreError::Folder { .. } | StoreError::Disk { .. })) =
            &inner.store
        {
            inner.store = None;
        }
    }

    /// Lets go of the store, as the end of the process does.
    pub fn close(&self) {
        let mut inner = self.inner();
        (inner.store, inner.session, inner.alone) = (None, None, None);
    }

    /// Lets the store grow to so many pages and no further: how tests fill the disk.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn limit_pages(&self, most: u32) -> Result<(), Trouble> {
        self.with(|open| open.store.limit_pages(most))
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

/// The open store with what is held beside it.
struct Open<'a> {
    store: &'a mut Store,
    session: &'a mut Option<Session>,
    watch: &'a mut Watch,
    settings: Settings,
    zone: Zone,
}

impl Inner {
    fn opened(&mut self, file: &Path, now: DateTime<Zone>, settings: Settings) -> Result<Open<'_>, StoreError> {
        let opened = self.store.get_or_insert_with(|| {
            let alone = self.alone.take().map_or_else(|| Alone::at(file), Ok)?;
            let mut store = Store::open(file)?;
            self.session = check_in::take_up(&mut store, now.to_utc())?;
            // Last: what fails before it lets go of the sign, so that trying again does not stand in its own way.
            self.alone = Some(alone);
            Ok(store)
        });
        match opened {
            Ok(store) => {
                Ok(Open { store, session: &mut self.session, watch: &mut self.watch, settings, zone: now.timezone() })
            }
            Err(error) => Err(error.clone()),
        }
    }
}
