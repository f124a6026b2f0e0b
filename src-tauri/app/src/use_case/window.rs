//! Lets the window come and go: what they want of it, its last words, and whether the program stays without it.

use super::{App, State, Trouble};
use crate::ports::WindowRequest;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How the program stands to its window.
#[derive(Default)]
pub(super) struct Stance(Mutex<Window>);

#[derive(Default)]
struct Window {
    /// What they want of it and it has not asked for yet.
    request: Option<WindowRequest>,
    /// Whether the program was started to be in the background.
    hidden: bool,
    /// How often it was to go.
    goodbyes: u32,
    becomes: Becomes,
}

/// What becomes of the window.
#[derive(Default)]
enum Becomes {
    /// It is there, or may come.
    #[default]
    Open,
    /// It is to go, and then what they said of that happens.
    Closing(Screen),
    /// It is to go, and the program with it, whatever they said of that.
    Quitting(Screen),
}

/// What the screen has said to it.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Screen {
    #[default]
    Nothing,
    /// That it will let the window go itself.
    HoldsOn,
}

impl App {
    /// Holds a request until a window asks for it, so that none is lost while one is just being made or just going.
    pub fn request_window(&self, request: WindowRequest) {
        let mut window = self.window();
        window.request = window.request.max(Some(request));
    }

    /// Brings the window up, or makes one, for what they want of it.
    pub fn bring_up(&self, request: WindowRequest) {
        self.request_window(request);
        self.world.window.bring_up();
    }

    /// Takes what they want of the window.
    pub fn window_request(&self) -> Result<Option<WindowRequest>, Trouble> {
        Ok(self.window().request.take())
    }

    /// Notes that the window's page ended by itself. The check-in that runs is paused, and is what the next page shows:
    /// the same two sit there.
    pub fn lost_its_page(&self) {
        // A pause that cannot be written is told to the next page, by whatever it asks first.
        let _ = self.pause();
        let runs = matches!(&self.inner().state, State::Running(running) if running.session.is_some());
        if runs {
            self.request_window(WindowRequest::Begin);
        }
    }

    /// Tells whether they called a window that has not answered: one that is gone must come back.
    #[must_use]
    pub fn is_called(&self) -> bool {
        self.window().request.is_some()
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
    /// asked before is over. Answers a number for [`Self::is_answered`].
    pub fn say_goodbye(&self, quits: bool) -> u32 {
        let mut window = self.window();
        window.request = None;
        window.becomes = if quits { Becomes::Quitting(Screen::Nothing) } else { Becomes::Closing(Screen::Nothing) };
        window.goodbyes += 1;
        window.goodbyes
    }

    /// Keeps the window until the screen lets it go: it is writing its last words, or asks what to do with those that
    /// cannot be written.
    pub fn hold_on(&self) -> Result<(), Trouble> {
        if let Becomes::Closing(screen) | Becomes::Quitting(screen) = &mut self.window().becomes {
            *screen = Screen::HoldsOn;
        }
        Ok(())
    }

    /// Tells whether the screen will let the window go itself, or was asked again since.
    #[must_use]
    pub fn is_answered(&self, goodbye: u32) -> bool {
        let window = self.window();
        let waits = matches!(window.becomes, Becomes::Closing(Screen::Nothing) | Becomes::Quitting(Screen::Nothing));
        !waits || window.goodbyes != goodbye
    }

    /// Lets the window go, its last words being written: the program stays in the background, or ends. A turn that runs
    /// is paused first.
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

    /// Notes that it was started to be in the background, whatever becomes of windows later.
    pub fn begin_hidden(&self) {
        self.window().hidden = true;
    }

    /// Tells whether it stands in the tray: it stays in the background, or was started there.
    pub(super) fn is_in_tray(&self, stays: Option<bool>) -> bool {
        stays == Some(true) || self.window().hidden
    }

    /// Tells whether the program stays when its window is closed.
    #[must_use]
    pub fn stays(&self) -> bool {
        !matches!(self.window().becomes, Becomes::Quitting(_)) && self.settings.now().background == Some(true)
    }

    /// Tells whether they are to be asked first what closing is to mean: once, when there is something to remind of.
    #[must_use]
    pub fn asks_before_closing(&self) -> bool {
        let asked = self.settings.now().background.is_some();
        !asked && self.with(|open| Ok(open.tx.couple().get()?.is_some())).unwrap_or(false)
    }

    fn window(&self) -> MutexGuard<'_, Window> {
        self.stance.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
