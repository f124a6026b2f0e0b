//! Lets the window come and go: what they wish of it, its last words, and whether the program stays without it.

use super::{App, Trouble};
use crate::ports::Wish;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How the program stands to its window.
#[derive(Default)]
pub(super) struct Stance {
    /// What they wish of the window and it has not asked for yet.
    wish: Mutex<Option<Wish>>,
    /// Whether it was started to be in the background.
    hidden: AtomicBool,
    /// Whether it ends with its window, whatever the settings say.
    quits: AtomicBool,
    /// Whether the screen has said that it will let the window go itself.
    held: AtomicBool,
    /// How often the window was to go.
    goodbyes: AtomicU32,
    /// Whether it is ending: who calls now is told so by silence, and starts anew.
    ends: AtomicBool,
}

impl App {
    /// Holds a wish until a window asks for it, so that none is lost while one is just being made or just going.
    pub fn wish_for(&self, wish: Wish) {
        let mut held = self.wishes();
        *held = (*held).max(Some(wish));
    }

    /// Brings the window up, or makes one, for what they wish of it.
    pub fn bring_up(&self, wish: Wish) {
        self.wish_for(wish);
        self.world.window.bring_up();
    }

    /// Takes what they wish of the window.
    ///
    /// # Errors
    /// Never; commands share one shape.
    pub fn wish(&self) -> Result<Option<Wish>, Trouble> {
        Ok(self.wishes().take())
    }

    /// Notes that the window's page ended by itself. The check-in that runs is paused, and is what the next page shows:
    /// the same two sit there.
    pub fn lost_its_page(&self) {
        // A pause that cannot be written is told to the next page, by whatever it asks first.
        let _ = self.pause();
        if self.inner().session.is_some() {
            self.wish_for(Wish::Begin);
        }
    }

    /// Tells whether they called a window that has not answered: one that is gone must come back.
    #[must_use]
    pub fn is_called(&self) -> bool {
        self.wishes().is_some()
    }

    /// Takes the window off the screen at once; a running check-in is paused first.
    ///
    /// # Errors
    /// Tells why the pause could not be written; the window is gone all the same.
    pub fn hide(&self) -> Result<(), Trouble> {
        self.world.window.hide();
        self.pause()
    }

    /// Notes that the window is to go, and the program with it or not as they said; `quits` whatever they said. What they
    /// wished before is over. Answers a number for [`Self::is_answered`].
    pub fn say_goodbye(&self, quits: bool) -> u32 {
        self.wishes().take();
        self.stance.held.store(false, Relaxed);
        self.stance.quits.store(quits, Relaxed);
        self.stance.goodbyes.fetch_add(1, Relaxed) + 1
    }

    /// Keeps the window until the screen lets it go: it is writing its last words, or asks what to do with those that
    /// cannot be written.
    ///
    /// # Errors
    /// Never; commands share one shape.
    pub fn hold_on(&self) -> Result<(), Trouble> {
        self.stance.held.store(true, Relaxed);
        Ok(())
    }

    /// Tells whether the screen will let the window go itself, or was asked again since.
    #[must_use]
    pub fn is_answered(&self, goodbye: u32) -> bool {
        self.stance.held.load(Relaxed) || self.stance.goodbyes.load(Relaxed) != goodbye
    }

    /// Lets the window go, its last words being written: the program stays in the background, or ends. A turn that runs
    /// is paused first.
    ///
    /// # Errors
    /// Never; commands share one shape.
    pub fn leave(&self) -> Result<(), Trouble> {
        // A pause that cannot be written is no reason to stay: whoever comes back finds the check-in paused all the same.
        let _ = self.pause();
        if self.stays() {
            self.world.window.close();
        } else {
            self.quit();
        }
        Ok(())
    }

    /// Ends the program.
    pub fn quit(&self) {
        self.stance.ends.store(true, Relaxed);
        self.close();
        self.world.window.quit();
    }

    /// Tells whether the program is ending.
    #[must_use]
    pub fn ends(&self) -> bool {
        self.stance.ends.load(Relaxed)
    }

    /// Notes that it was started to be in the background, whatever becomes of windows later.
    pub fn begin_hidden(&self) {
        self.stance.hidden.store(true, Relaxed);
    }

    /// Tells whether it stands in the tray: it stays in the background, or was started there.
    pub(super) fn is_in_tray(&self, stays: Option<bool>) -> bool {
        stays == Some(true) || self.stance.hidden.load(Relaxed)
    }

    /// Tells whether the program stays when its window is closed.
    #[must_use]
    pub fn stays(&self) -> bool {
        !self.stance.quits.load(Relaxed) && self.settings.now().background == Some(true)
    }

    /// Tells whether they are to be asked first what closing is to mean: once, when there is something to remind of.
    #[must_use]
    pub fn asks_before_closing(&self) -> bool {
        let asked = self.settings.now().background.is_some();
        !asked && self.with(|open| Ok(open.tx.couple().get()?.is_some())).unwrap_or(false)
    }

    fn wishes(&self) -> MutexGuard<'_, Option<Wish>> {
        self.stance.wish.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
