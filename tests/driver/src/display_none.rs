//! Stands where there is no virtual display: everything refuses.

use crate::{DriveError, Outcome, ProcessId};

/// A connection to a display; there is none here.
#[derive(Debug)]
pub struct Display(());

/// A top-level window on a display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct XWindow(());

const HERE: DriveError = DriveError::NotOnThisSystem;

impl Display {
    /// Refuses.
    pub fn connect(_name: &str) -> Outcome<Self> {
        Err(HERE)
    }

    /// Refuses.
    pub fn windows(&self) -> Outcome<Vec<XWindow>> {
        Err(HERE)
    }

    /// Refuses.
    pub fn window_of(&self, _program: ProcessId) -> Outcome<Option<XWindow>> {
        Err(HERE)
    }

    /// Refuses.
    pub fn is_active(&self, _window: XWindow) -> Outcome<bool> {
        Err(HERE)
    }

    /// Refuses.
    pub fn is_minimised(&self, _window: XWindow) -> Outcome<bool> {
        Err(HERE)
    }

    /// Refuses.
    pub fn title(&self, _window: XWindow) -> Outcome<String> {
        Err(HERE)
    }

    /// Refuses.
    pub fn close(&self, _window: XWindow) -> Outcome<()> {
        Err(HERE)
    }

    /// Refuses.
    pub fn minimise(&self, _window: XWindow) -> Outcome<()> {
        Err(HERE)
    }

    /// Refuses.
    pub fn bring_up(&self, _window: XWindow) -> Outcome<()> {
        Err(HERE)
    }

    /// Refuses.
    pub fn move_to(&self, _window: XWindow, _place: [u32; 4]) -> Outcome<()> {
        Err(HERE)
    }

    /// Refuses.
    pub fn place(&self, _window: XWindow) -> Outcome<[i32; 4]> {
        Err(HERE)
    }

    /// Refuses.
    pub fn picture(&self, _window: XWindow) -> Outcome<Vec<u8>> {
        Err(HERE)
    }

    /// Refuses.
    pub fn ink(&self, _window: XWindow) -> Outcome<usize> {
        Err(HERE)
    }
}
