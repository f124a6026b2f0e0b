//! Says how the screen is to look and speak.

use super::{App, Trouble};
use crate::ports::Tone;
use crate::settings::Settings;
use crate::words::Language;
use serde::Serialize;
use std::path::PathBuf;
use ts_rs::TS;

/// Is what the screen needs before anything else. It needs no store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Start {
    /// The settings as chosen.
    pub settings: Settings,
    /// The language they come to.
    pub language: Language,
    /// Where everything is kept.
    pub data_folder: PathBuf,
    /// What the couple should know, once, without anything being in the way.
    pub notices: Vec<Notice>,
}

/// Is something the couple should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum Notice {
    /// The settings' file could not be read; the usual settings are in use, and the file is as it was.
    SettingsUnreadable {
        /// The file.
        path: PathBuf,
    },
}

impl App {
    /// Says how the screen is to look and speak.
    ///
    /// # Errors
    /// Never; commands share one shape.
    pub fn start(&self) -> Result<Start, Trouble> {
        let inner = self.inner();
        let settings = inner.settings.settings();
        let unreadable = inner.settings.unreadable();
        Ok(Start {
            settings,
            language: settings.language.unwrap_or_else(Language::of_the_desktop),
            data_folder: self.folders.data.clone(),
            notices: unreadable.map(|path| Notice::SettingsUnreadable { path: path.to_owned() }).into_iter().collect(),
        })
    }

    /// Says whether the desktop is dark just now; none when it does not tell.
    ///
    /// # Errors
    /// Never; commands share one shape.
    pub fn system_is_dark(&self) -> Result<Option<bool>, Trouble> {
        Ok(crate::desktop::system_is_dark())
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// [`Trouble::SettingsUnwritable`]; the settings stay as they were.
    pub fn save_settings(&self, settings: Settings) -> Result<Start, Trouble> {
        let mut inner = self.inner();
        let written = inner.settings.write(settings);
        written.map_err(|_| Trouble::SettingsUnwritable { path: inner.settings.path().to_owned() })?;
        drop(inner);
        self.start()
    }

    /// Sounds the tones as they would be with these settings.
    ///
    /// # Errors
    /// Never; commands share one shape.
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

    /// Takes the window off the screen at once; a running check-in is paused first.
    ///
    /// # Errors
    /// Tells why the pause could not be written; the window is gone all the same.
    pub fn hide(&self) -> Result<(), Trouble> {
        self.world.screen.hide();
        self.pause()
    }

    /// Ends the program.
    ///
    /// # Errors
    /// Never; commands share one shape.
    pub fn leave(&self) -> Result<(), Trouble> {
        self.close();
        self.world.screen.leave();
        Ok(())
    }
}
