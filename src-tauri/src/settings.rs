//! Keeps how the program looks and speaks, in a small file beside the store: it must be readable when the store is not.

use crate::words::Language;
use serde::{Deserialize, Serialize};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Is how the program looks and speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Settings {
    /// Light, evening, or as the desktop is.
    pub theme: Theme,
    /// The language, or none for the desktop's.
    pub language: Option<Language>,
    /// The size of the text.
    pub text: TextSize,
    /// Whether turns have a time.
    pub timers: bool,
    /// Whether a beginning, a turn's end and the return from a break sound.
    pub tones: bool,
    /// What they sound like.
    pub timbre: Timbre,
    /// How loud.
    pub volume: Volume,
    /// How much of the listener's lines each is shown.
    pub lines: Lines,
    /// Whether the program stays in the background when its window is closed; none while they were not asked.
    pub background: Option<bool>,
    /// Whether the program starts, in the background, when they log in.
    pub autostart: bool,
}

/// Is the choice of light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Theme {
    /// As the desktop is.
    #[default]
    System,
    /// Warm paper.
    Light,
    /// Ink blue.
    Evening,
}

/// Is what the tones sound like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Timbre {
    /// A bowl, struck softly.
    #[default]
    Bowl,
    /// A wooden bar.
    Wood,
    /// A breath of air.
    Air,
}

/// Is how much of the listener's lines is shown: help that shrinks with practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Help {
    /// The whole line.
    #[default]
    Full,
    /// A few words.
    Hint,
    /// None.
    Off,
}

/// Is how much of the listener's lines each is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Lines {
    /// To [`Partner::One`](both_heard_core::people::Partner::One).
    pub one: Help,
    /// To [`Partner::Two`](both_heard_core::people::Partner::Two).
    pub two: Help,
}

/// Is a loudness in percent, from 5 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "u8", into = "u8")]
#[ts(export, type = "number")]
pub struct Volume(u8);

impl Volume {
    /// Reads it as a factor, from 0.05 to 1.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl TryFrom<u8> for Volume {
    type Error = String;
    fn try_from(percent: u8) -> Result<Self, String> {
        if (5..=100).contains(&percent) { Ok(Self(percent)) } else { Err(format!("volume {percent} %: 5 to 100")) }
    }
}

impl From<Volume> for u8 {
    fn from(volume: Volume) -> Self {
        volume.0
    }
}

/// Is a text size in percent, from 100 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "u16", into = "u16")]
#[ts(export, type = "number")]
pub struct TextSize(u16);

impl TryFrom<u16> for TextSize {
    type Error = String;
    fn try_from(percent: u16) -> Result<Self, String> {
        if (100..=200).contains(&percent) {
            Ok(Self(percent))
        } else {
            Err(format!("text size {percent} %: 100 to 200"))
        }
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            language: None,
            text: TextSize(100),
            timers: true,
            tones: true,
            timbre: Timbre::Bowl,
            volume: Volume(60),
            lines: Lines::default(),
            background: None,
            autostart: false,
        }
    }
}

/// Is the settings' file, with what was found in it.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
    settings: Settings,
    unreadable: bool,
}

impl SettingsFile {
    /// Reads the settings of a folder; a file that cannot be read leaves the usual ones, and is left as it is.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let path = folder.join("settings.json");
        let (settings, unreadable) = match fs::read(&path) {
            Ok(text) => serde_json::from_slice(&text).map_or((Settings::default(), true), |settings| (settings, false)),
            Err(e) => (Settings::default(), e.kind() != io::ErrorKind::NotFound),
        };
        Self { path, settings, unreadable }
    }

    /// Reads the settings.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.settings
    }

    /// Names the file, when what is in it could not be read.
    #[must_use]
    pub fn unreadable(&self) -> Option<&Path> {
        self.unreadable.then_some(self.path.as_path())
    }

    /// Names the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the settings whole or not at all. A file that could not be read is first put aside under another name.
    ///
    /// # Errors
    /// Passes on what the disk says; the settings stay as they were then.
    pub fn write(&mut self, settings: Settings) -> io::Result<()> {
        if self.unreadable {
            fs::rename(&self.path, self.path.with_extension("json.unreadable"))?;
            self.unreadable = false;
        }
        let beside = self.path.with_extension("json.new");
        write_private(&beside, &serde_json::to_vec_pretty(&settings)?)?;
        fs::rename(&beside, &self.path)?;
        self.settings = settings;
        Ok(())
    }
}

/// Writes a file that only this user can read, in a folder that only this user can enter.
fn write_private(path: &Path, text: &[u8]) -> io::Result<()> {
    let (mut folder, mut file) = (fs::DirBuilder::new(), OpenOptions::new());
    folder.recursive(true);
    file.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    }
    path.parent().map_or(Ok(()), |parent| folder.create(parent))?;
    let mut file = file.open(path)?;
    file.write_all(text)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: Option<&str>) -> (tempfile::TempDir, SettingsFile) {
        let folder = tempfile::tempdir().unwrap();
        if let Some(text) = text {
            fs::write(folder.path().join("settings.json"), text).unwrap();
        }
        let file = SettingsFile::read(folder.path());
        (folder, file)
    }

    #[track_caller]
    fn check(text: Option<&str>, theme: Theme, unreadable: bool) {
        let (_folder, file) = written(text);
        assert_eq!((file.settings().theme, file.unreadable().is_some()), (theme, unreadable), "{text:?}");
    }

    #[test]
    fn a_file_of_garbage_leaves_the_usual_settings() {
        check(None, Theme::System, false);
        check(Some("{}"), Theme::System, false);
        check(Some(r#"{"theme":"evening","from-a-later-version":1}"#), Theme::Evening, false);
        check(Some(""), Theme::System, true);
        check(Some("\0\u{1}garbage"), Theme::System, true);
        check(Some(r#"{"theme":"purple"}"#), Theme::System, true);
        check(Some(r#"{"text":99}"#), Theme::System, true);
        check(Some(r#"{"text":"#), Theme::System, true);
    }

    #[test]
    fn garbage_is_put_aside_and_never_written_over() {
        let (folder, mut file) = written(Some("garbage"));
        let evening = Settings { theme: Theme::Evening, ..file.settings() };
        file.write(evening).unwrap();
        let aside = fs::read_to_string(folder.path().join("settings.json.unreadable")).unwrap();
        assert_eq!((aside.as_str(), file.unreadable()), ("garbage", None));
        assert_eq!(SettingsFile::read(folder.path()).settings(), evening);
    }
}
