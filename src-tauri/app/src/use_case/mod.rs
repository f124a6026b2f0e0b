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
use both_heard_store::{Store, StoreError, Transaction};
use chrono::DateTime;
use serde::Serialize;
use std::ops::Deref;
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
        self.open();
        self.in_file(|_| self.inner().opened(|store| store.limit_pages(most)))
    }

    /// Lets one statement fail, that which comes after so many from now, see [`Store::fail_statement`].
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn fail_statement(&self, after: Option<u32>) -> Result<(), Trouble> {
        self.open();
        self.in_file(|_| {
            self.inner().opened(|store| {
                store.fail_statement(after);
                Ok(())
            })
        })
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

/// A use case under way: the transaction it writes in, and what is held beside the file.
struct Open<'a> {
    tx: &'a Transaction<'a>,
    session: Staged<'a, Option<Session>>,
    watch: Staged<'a, Watch>,
    sweep: Sweep,
    settings: Settings,
    zone: Zone,
}

/// What is to become of the words of what was deleted, once it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sweep {
    /// Nothing was deleted that nobody is to read.
    No,
    /// They are overwritten; where that fails it is told, and what was deleted is.
    Yes,
    /// They are overwritten; where that fails it is done when the store is next opened.
    SomeTime,
}

/// A value held in memory, and the one that takes its place when the transaction has succeeded.
struct Staged<'a, T> {
    held: &'a T,
    next: Option<T>,
}

impl<'a, T> Staged<'a, T> {
    const fn of(held: &'a T) -> Self {
        Self { held, next: None }
    }

    fn set(&mut self, next: T) {
        self.next = Some(next);
    }
}

impl<T> Deref for Staged<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.next.as_ref().unwrap_or(self.held)
    }
}

impl Inner {
    /// Does all of it, or nothing, in the file and in memory alike; opens the file first.
    fn transact<T>(
        &mut self,
        file: &Path,
        now: &DateTime<Zone>,
        settings: Settings,
        act: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let Self { alone, store, session, watch } = self;
        let opened = store.get_or_insert_with(|| {
            let sign = alone.take().map_or_else(|| Alone::at(file), Ok)?;
            let mut store = Store::open(file)?;
            *session = check_in::take_up(&mut store, now.to_utc())?;
            // Last: what fails before it lets go of the sign, so that trying again does not stand in its own way.
            *alone = Some(sign);
            Ok(store)
        });
        let store = opened.as_mut().map_err(|error| error.clone())?;
        let (done, next, looked, sweep) = store.transact(|tx| {
            let (session, watch) = (Staged::of(&*session), Staged::of(&*watch));
            let mut open = Open { tx, session, watch, sweep: Sweep::No, settings, zone: now.timezone() };
            let done = act(&mut open)?;
            Ok((done, open.session.next, open.watch.next, open.sweep))
        })?;
        if let Some(next) = next {
            *session = next;
        }
        if let Some(looked) = looked {
            *watch = looked;
        }
        match sweep {
            Sweep::No => {}
            Sweep::Yes => store.sweep()?,
            Sweep::SomeTime => _ = store.sweep(),
        }
        Ok(done)
    }

    /// Does something with the store that is open.
    fn opened<T>(&mut self, act: impl FnOnce(&mut Store) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match &mut self.store {
            Some(Ok(store)) => act(store),
            Some(Err(error)) => Err(error.clone()),
            None => Err(StoreError::Locked),
        }
    }
}
