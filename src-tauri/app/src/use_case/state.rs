//! The state of the program: the open store and what is held beside it, which change together or not at all.

use super::alone::Alone;
use super::check_in;
use super::tick::LastLook;
use crate::settings::Settings;
use crate::zone::Zone;
use both_heard_core::ritual::Session;
use both_heard_store::{Store, StoreError, Transaction};
use chrono::{DateTime, Utc};
use std::ops::Deref;
use std::path::Path;

pub(super) struct Inner {
    pub(super) state: State,
    pub(super) last_look: LastLook,
}

/// How the program stands to its store.
pub(super) enum State {
    /// Nobody has asked for it yet; the sign that this copy is alone with it may be taken already.
    Starting(Option<Alone>),
    /// It is open.
    Running(Box<Running>),
    /// It could not be opened.
    InTrouble(StoreError),
    /// The program is ending: whoever is next may have it already.
    Ending,
}

/// The open store, and what is held beside it.
pub(super) struct Running {
    pub(super) store: Store,
    pub(super) session: Option<Session>,
    _alone: Alone,
}

impl Running {
    fn open(file: &Path, alone: Option<Alone>, now: DateTime<Utc>) -> Result<Box<Self>, StoreError> {
        let alone = alone.map_or_else(|| Alone::at(file), Ok)?;
        let mut store = Store::open(file)?;
        let session = check_in::take_up(&mut store, now)?;
        Ok(Box::new(Self { store, session, _alone: alone }))
    }
}

impl State {
    fn running(&mut self) -> Result<&mut Running, StoreError> {
        match self {
            Self::Running(running) => Ok(running),
            Self::InTrouble(error) => Err(error.clone()),
            Self::Starting(_) | Self::Ending => Err(StoreError::Locked),
        }
    }
}

/// A use case under way: the transaction it writes in, and what is held beside the file.
pub(super) struct Open<'a> {
    pub(super) tx: &'a Transaction<'a>,
    pub(super) session: Staged<'a, Option<Session>>,
    pub(super) last_look: Staged<'a, LastLook>,
    pub(super) sweep: Sweep,
    pub(super) settings: Settings,
    pub(super) zone: Zone,
}

/// What is to become of the words of what was deleted, once it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sweep {
    /// Nothing was deleted.
    No,
    /// They are overwritten; where that fails it is told, and what was deleted is.
    Yes,
    /// They are overwritten; where that fails it is done when the store is next opened.
    SomeTime,
}

/// A value held in memory, and the one that takes its place when the transaction has succeeded.
pub(super) struct Staged<'a, T> {
    held: &'a T,
    next: Option<T>,
}

impl<'a, T> Staged<'a, T> {
    const fn of(held: &'a T) -> Self {
        Self { held, next: None }
    }

    pub(super) fn set(&mut self, next: T) {
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
    pub(super) fn transact<T>(
        &mut self,
        file: &Path,
        now: &DateTime<Zone>,
        settings: Settings,
        act: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let State::Starting(alone) = &mut self.state {
            // What fails lets go of the sign, so that trying again does not stand in its own way.
            let opened = Running::open(file, alone.take(), now.to_utc());
            self.state = opened.map_or_else(State::InTrouble, State::Running);
        }
        let Self { state, last_look } = self;
        let Running { store, session, .. } = state.running()?;
        let (done, next, looked, sweep) = store.transact(|tx| {
            let (session, last_look) = (Staged::of(&*session), Staged::of(&*last_look));
            let mut open = Open { tx, session, last_look, sweep: Sweep::No, settings, zone: now.timezone() };
            let done = act(&mut open)?;
            Ok((done, open.session.next, open.last_look.next, open.sweep))
        })?;
        if let Some(next) = next {
            *session = next;
        }
        if let Some(looked) = looked {
            *last_look = looked;
        }
        match sweep {
            Sweep::No => {}
            Sweep::Yes => store.sweep()?,
            Sweep::SomeTime => _ = store.sweep(),
        }
        Ok(done)
    }

    /// Does all of it over the rhythm alone, or nothing, while the words cannot be opened. Not where another copy has them: it
    /// has the rhythm, too.
    pub(super) fn with_rhythm<T>(
        &self,
        file: &Path,
        now: &DateTime<Zone>,
        settings: Settings,
        act: impl FnOnce(&mut Open<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let error = match &self.state {
            State::InTrouble(error) => error.clone(),
            _ => return Err(StoreError::Locked),
        };
        if error == StoreError::Locked {
            return Err(error);
        }
        let mut rhythm = Store::open_rhythm(file)?.ok_or(error)?;
        rhythm.transact(|tx| {
            let (session, last_look) = (Staged::of(&None), Staged::of(&self.last_look));
            act(&mut Open { tx, session, last_look, sweep: Sweep::No, settings, zone: now.timezone() })
        })
    }

    /// Lets the store be opened again where what is wrong with it may have passed.
    pub(super) fn forget_passing_trouble(&mut self) {
        if let State::InTrouble(
            StoreError::Locked | StoreError::Full | StoreError::Folder { .. } | StoreError::Disk { .. },
        ) = self.state
        {
            self.state = State::Starting(None);
        }
    }

    /// Does something with the store that is open.
    pub(super) fn opened<T>(&mut self, act: impl FnOnce(&mut Store) -> Result<T, StoreError>) -> Result<T, StoreError> {
        act(&mut self.state.running()?.store)
    }

    pub(super) const fn ends(&self) -> bool {
        matches!(self.state, State::Ending)
    }
}
