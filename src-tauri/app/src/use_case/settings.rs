//! Says how the screen is to look and speak.

use super::{App, Trouble};
use crate::path_text::PathText;
use crate::ports::{LoginRefusal, Notification, Tone};
use crate::settings::{Settings, SettingsChange, SettingsFile};
use crate::words::Language;
use serde::Serialize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// What the screen needs before anything else. It needs no store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Start {
    /// The settings as chosen.
    pub settings: Settings,
    /// The language they come to.
    pub language: Language,
    /// The catalogue in it, as Fluent writes it.
    pub catalogue: &'static str,
    /// Where everything is kept.
    pub data_folder: PathText,
    /// What the couple should know, once, without anything being in the way.
    pub notices: Vec<Notice>,
}

/// Something the couple should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Notice {
    /// The settings' file could not be read; the usual settings are in use, and the file is as it was.
    SettingsUnreadable {
        /// The file.
        path: PathText,
    },
}

/// What this desktop has for a program in the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Desktop {
    /// A tray, where it stands while there is no window.
    pub tray: bool,
    /// Something that shows notifications.
    pub notifications: bool,
}

/// The settings: their file, and what was last read or written there, which nobody waits for.
pub(super) struct Kept {
    file: Mutex<SettingsFile>,
    said: Mutex<SettingsFile>,
}

impl Kept {
    pub(super) fn new(file: SettingsFile) -> Self {
        Self { said: Mutex::new(file.clone()), file: Mutex::new(file) }
    }

    /// Reads the settings.
    pub(super) fn now(&self) -> Settings {
        self.said().settings()
    }

    fn said(&self) -> MutexGuard<'_, SettingsFile> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self) -> MutexGuard<'_, SettingsFile> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Says how the screen is to look and speak.
    pub fn start(&self) -> Result<Start, Trouble> {
        let said = self.settings.said().clone();
        let language = self.language();
        Ok(Start {
            settings: said.settings(),
            language,
            catalogue: language.screen(),
            data_folder: self.folders.data.as_path().into(),
            notices: said
                .unreadable()
                .map(|path| Notice::SettingsUnreadable { path: path.into() })
                .into_iter()
                .collect(),
        })
    }

    /// Says whether the desktop is dark, as it last said; none when it does not tell.
    pub fn system_is_dark(&self) -> Result<Option<bool>, Trouble> {
        Ok(self.world.preferences.is_dark())
    }

    /// Keeps some of the settings in place of what they were; all others stay.
    ///
    /// # Errors
    /// [`Trouble::SettingsUnwritable`] or [`Trouble::LoginUnsaid`]; the settings stay as they were.
    pub fn save_settings(&self, change: SettingsChange) -> Result<Start, Trouble> {
        // Not the app's lock: whatever needs no file goes on while the disk is slow.
        let mut file = self.settings.file();
        let unwritable = Trouble::SettingsUnwritable(file.path().into());
        let before = file.settings();
        let settings = before.changed(&change);
        file.write(settings).map_err(|_| unwritable)?;
        if before.autostart != settings.autostart
            && let Err(refusal) = self.world.login_item.set(settings.autostart)
        {
            // What the settings say of the login is what is so.
            let _ = file.write(before);
            return Err(match refusal {
                LoginRefusal::Unwritable(path) => Trouble::SettingsUnwritable(path.into()),
                LoginRefusal::Unsaid(path) => Trouble::LoginUnsaid(path.into()),
            });
        }
        *self.settings.said() = file.clone();
        drop(file);
        // What stands in the tray may be another, or none.
        self.wake();
        self.start()
    }

    /// Sounds the tones as they would be with these settings.
    pub fn preview(&self, settings: Settings) -> Result<(), Trouble> {
        self.sound(Tone::SoftEnd, Settings { tones: true, ..settings });
        Ok(())
    }

    /// Sounds a tone, if they want tones.
    pub(super) fn sound(&self, tone: Tone, settings: Settings) {
        if settings.tones {
            self.world.chime.sound(tone, settings.timbre, settings.volume);
        }
    }

    /// Tells what this desktop has for a program in the background.
    pub fn desktop(&self) -> Result<Desktop, Trouble> {
        Ok(Desktop { tray: self.world.tray.is_there(), notifications: self.world.notifier.is_there() })
    }

    /// Sends a reminder to look at; answers whether there is something that shows it.
    pub fn test_reminder(&self) -> Result<bool, Trouble> {
        let there = self.world.notifier.is_there();
        Ok(there && self.world.notifier.show(Notification::Test, self.language()))
    }
}
