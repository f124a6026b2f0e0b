//! Keeps how the program looks and speaks, in a small file beside the store: it must be readable when the store is not.

use crate::small_file;
use crate::words::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// How the program looks and speaks.
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

/// The choice of light.
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

/// What the tones sound like.
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

/// How much of the listener's lines is shown: help that shrinks with practice.
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

/// How much of the listener's lines each is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Lines {
    /// To [`Partner::One`](both_heard_core::people::Partner::One).
    pub one: Help,
    /// To [`Partner::Two`](both_heard_core::people::Partner::Two).
    pub two: Help,
}

/// A loudness in percent, from 5 to 100.
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

/// A text size in percent, from 100 to 200.
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

/// Some of the settings, to be put in the place of those there are: whoever changes one thing says nothing of another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(try_from = "Map<String, Value>")]
#[ts(
    export,
    type = "Partial<Omit<import('./Settings').Settings, 'lines'>> & { lines?: Partial<import('./Lines').Lines> }"
)]
pub struct SettingsChange(Map<String, Value>);

impl TryFrom<Map<String, Value>> for SettingsChange {
    type Error = &'static str;
    fn try_from(change: Map<String, Value>) -> Result<Self, &'static str> {
        let known = object(&Settings::default());
        let is_known = change.keys().all(|key| known.contains_key(key));
        let makes_sense = is_known && Settings::default().taking(&change).is_some();
        if makes_sense { Ok(Self(change)) } else { Err("these are no settings") }
    }
}

impl Settings {
    /// Puts what is to change in its place.
    #[must_use]
    pub fn changed(self, change: &SettingsChange) -> Self {
        // What makes sense by itself makes sense beside all others.
        self.taking(&change.0).unwrap_or(self)
    }

    fn taking(self, some: &Map<String, Value>) -> Option<Self> {
        let mut all = object(&self);
        lay_over(&mut all, some);
        serde_json::from_value(all.into()).ok()
    }
}

/// Tells whether there is no file, also since there can be none of that name.
fn is_not_there(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename)
}

fn object(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(all)) => all,
        _ => Map::new(),
    }
}

/// Puts some values in the place of others of the same names, inside of one another too.
fn lay_over(all: &mut Map<String, Value>, some: &Map<String, Value>) {
    for (key, value) in some {
        match (all.get_mut(key), value) {
            (Some(Value::Object(all)), Value::Object(some)) => lay_over(all, some),
            _ => _ = all.insert(key.clone(), value.clone()),
        }
    }
}

/// The settings' file, with what was found in it.
#[derive(Debug)]
pub struct SettingsFile {
    path: PathBuf,
    settings: Settings,
    /// All that was in it, also what this version does not know.
    found: Map<String, Value>,
    unreadable: bool,
}

impl SettingsFile {
    /// Reads the settings of a folder; what cannot be read leaves the usual ones, and the file is left as it is.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let path = folder.join("settings.json");
        let found = match small_file::read(&path) {
            Ok(text) => serde_json::from_slice(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text)).ok(),
            Err(error) => is_not_there(&error).then(Map::new),
        };
        let mut unreadable = found.is_none();
        let found = found.unwrap_or_default();
        let mut settings = Settings::default();
        for one in one_by_one(&found) {
            match settings.taking(&one) {
                Some(taken) => settings = taken,
                None => unreadable = true,
            }
        }
        Self { path, settings, found, unreadable }
    }

    /// Reads the settings.
    #[must_use]
    pub const fn settings(&self) -> Settings {
        self.settings
    }

    /// Names the file, when something in it could not be read.
    #[must_use]
    pub fn unreadable(&self) -> Option<&Path> {
        self.unreadable.then_some(self.path.as_path())
    }

    /// Names the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the settings whole or not at all, with what else was in the file. One that could not be read is first put
    /// aside under a name that nothing has; where a link stands in its place, what it leads to is written.
    ///
    /// # Errors
    /// Passes on what the disk says; the settings stay as they were then.
    pub fn write(&mut self, settings: Settings) -> io::Result<()> {
        let mut found = self.found.clone();
        lay_over(&mut found, &object(&settings));
        let text = serde_json::to_vec_pretty(&found)?;
        let path = match self.path.metadata() {
            // A folder or a device is not what a link should lead to: the link itself makes room.
            Ok(about) if !about.is_file() => self.path.clone(),
            _ => behind_links(&self.path),
        };
        small_file::write(&path, &text, || {
            if self.unreadable {
                put_aside(&path)?;
                self.unreadable = false;
            }
            Ok(())
        })?;
        (self.settings, self.found) = (settings, found);
        Ok(())
    }
}

/// Takes what was found apart, so that one thing that makes no sense costs no other.
fn one_by_one(found: &Map<String, Value>) -> impl Iterator<Item = Map<String, Value>> {
    found.iter().flat_map(|(key, value)| {
        let alone = |value: Value| Map::from_iter([(key.clone(), value)]);
        match value {
            Value::Object(within) => {
                let one = |(key, value): (&String, &Value)| Map::from_iter([(key.clone(), value.clone())]).into();
                within.iter().map(one).map(alone).collect()
            }
            value => vec![alone(value.clone())],
        }
    })
}

/// Finds what a link leads to, also when nothing is there yet. Forty is where Linux ends as well.
fn behind_links(path: &Path) -> PathBuf {
    let next = |path: &PathBuf| {
        let to = fs::read_link(path).ok()?;
        Some(path.parent().map_or_else(|| to.clone(), |folder| folder.join(&to)))
    };
    std::iter::successors(Some(path.to_owned()), next).take(40).last().unwrap_or_else(|| path.to_owned())
}

/// Gives a file a name that nothing has.
fn put_aside(path: &Path) -> io::Result<()> {
    let named = |number: u32| match number {
        1 => path.with_extension("json.unreadable"),
        _ => path.with_extension(format!("json.unreadable-{number}")),
    };
    let free = (1..1_000).map(named).find(|name| name.symlink_metadata().is_err());
    fs::rename(path, free.ok_or(ErrorKind::AlreadyExists)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: Option<&[u8]>) -> (tempfile::TempDir, SettingsFile) {
        let folder = tempfile::tempdir().unwrap();
        if let Some(text) = text {
            fs::write(folder.path().join("settings.json"), text).unwrap();
        }
        let file = SettingsFile::read(folder.path());
        (folder, file)
    }

    fn names(folder: &tempfile::TempDir) -> Vec<String> {
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(name).collect();
        names.sort();
        names
    }

    fn change(text: &str) -> Option<SettingsChange> {
        serde_json::from_str(text).ok()
    }

    const EVENING: Settings = Settings { theme: Theme::Evening, ..USUAL };
    const USUAL: Settings = Settings {
        theme: Theme::System,
        language: None,
        text: TextSize(100),
        timers: true,
        tones: true,
        timbre: Timbre::Bowl,
        volume: Volume(60),
        lines: Lines { one: Help::Full, two: Help::Full },
        background: None,
        autostart: false,
    };

    #[track_caller]
    fn check(text: &str, theme: Theme, unreadable: bool) {
        let (_folder, file) = written(Some(text.as_bytes()));
        assert_eq!((file.settings().theme, file.unreadable().is_some()), (theme, unreadable), "{text:?}");
    }

    #[test]
    fn what_cannot_be_read_leaves_the_usual_settings_and_costs_no_other() {
        assert_eq!(written(None).1.unreadable(), None);
        check("{}", Theme::System, false);
        check(r#"{"theme":"evening","from-a-later-version":1}"#, Theme::Evening, false);
        check("\u{feff}{\"theme\":\"evening\"}", Theme::Evening, false);
        check("", Theme::System, true);
        check("\0\u{1}garbage", Theme::System, true);
        check("[]", Theme::System, true);
        check(r#"["evening"]"#, Theme::System, true);
        check("null", Theme::System, true);
        check("\"evening\"", Theme::System, true);
        check(r#"{"theme":"purple"}"#, Theme::System, true);
        check(r#"{"theme":"evening","text":99}"#, Theme::Evening, true);
        check(r#"{"text":{},"theme":"evening","timers":null}"#, Theme::Evening, true);
        check(r#"{"text":"#, Theme::System, true);
        check(&format!("{{\"theme\":\"evening\"}}{}", " ".repeat(256 * 1024)), Theme::System, true);
        check(&format!("{{\"theme\":\"evening\"}}{}", " ".repeat(200 * 1024)), Theme::Evening, false);
        let (_folder, file) = written(Some(br#"{"lines":{"one":"shout","two":"hint"}}"#));
        assert_eq!(file.settings().lines, Lines { one: Help::Full, two: Help::Hint });
    }

    #[test]
    fn each_file_that_cannot_be_read_is_put_aside_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for garbage in ["one", "two", "[3]"] {
            fs::write(folder.path().join("settings.json"), garbage).unwrap();
            let mut file = SettingsFile::read(folder.path());
            file.write(EVENING).unwrap();
            assert_eq!(file.unreadable(), None);
            assert_eq!(SettingsFile::read(folder.path()).settings(), EVENING);
        }
        let aside =
            ["settings.json", "settings.json.unreadable", "settings.json.unreadable-2", "settings.json.unreadable-3"];
        assert_eq!(names(&folder), aside);
        let held = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!([held(aside[1]), held(aside[2]), held(aside[3])], ["one", "two", "[3]"]);
    }

    #[test]
    fn what_a_later_version_wrote_is_kept() {
        let (folder, mut file) =
            written(Some(br#"{"later":[1,{"a":null}],"lines":{"three":"x","one":"hint"},"theme":"light"}"#));
        file.write(EVENING).unwrap();
        let seen: Value = serde_json::from_slice(&fs::read(folder.path().join("settings.json")).unwrap()).unwrap();
        assert_eq!((&seen["later"], &seen["lines"]["three"]), (&serde_json::json!([1, { "a": null }]), &"x".into()));
        assert_eq!((&seen["theme"], &seen["lines"]["one"]), (&"evening".into(), &"full".into()));
    }

    #[test]
    fn two_changes_do_not_undo_one_another() {
        let check = |changes: &[&str], expect: Settings| {
            let seen = changes.iter().fold(USUAL, |settings, text| settings.changed(&change(text).unwrap()));
            assert_eq!(seen, expect, "{changes:?}");
        };
        check(&["{}"], USUAL);
        check(&[r#"{"theme":"evening"}"#, r#"{"tones":false}"#], Settings { tones: false, ..EVENING });
        let lines = Lines { one: Help::Hint, two: Help::Off };
        check(&[r#"{"lines":{"one":"hint"}}"#, r#"{"lines":{"two":"off"}}"#], Settings { lines, ..USUAL });
        check(&[r#"{"background":true}"#, r#"{"background":null}"#], USUAL);
        assert_eq!(Settings::default(), USUAL);
    }

    #[test]
    fn a_change_that_makes_no_sense_is_none() {
        for text in [r#"{"theme":"purple"}"#, r#"{"text":1}"#, r#"{"of":1}"#, "[]", "null", r#"{"lines":{"one":7}}"#] {
            assert_eq!(change(text), None, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        // A folder stands where the settings go, and it is not empty: nothing can be put in its place.
        fs::create_dir_all(folder.path().join("settings.json/in")).unwrap();
        let mut file = SettingsFile::read(folder.path());
        assert!(file.unreadable().is_some());
        file.unreadable = false;
        assert!(file.write(EVENING).is_err());
        assert_eq!((names(&folder), file.settings()), (vec!["settings.json".to_owned()], USUAL));
    }

    #[cfg(unix)]
    #[test]
    fn where_there_can_be_no_file_there_is_none() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        for name in ["nothing", "file", &"x".repeat(300)] {
            let file = SettingsFile::read(&folder.path().join(name));
            assert_eq!((file.unreadable(), file.settings()), (None, USUAL), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_waited_for_and_is_put_aside() {
        use std::os::unix::fs::{MetadataExt, symlink};
        let pipe = |path: &Path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
        let kinds: [&dyn Fn(&Path); 3] =
            [&pipe, &|path| fs::create_dir(path).unwrap(), &|path| symlink("/dev/zero", path).unwrap()];
        for put in kinds {
            for name in ["settings.json", "settings.json.new"] {
                let folder = tempfile::tempdir().unwrap();
                put(&folder.path().join(name));
                let before = folder.path().join(name).symlink_metadata().unwrap().mode();
                let mut file = SettingsFile::read(folder.path());
                assert_eq!(file.unreadable().is_some(), name == "settings.json");
                let written = file.write(EVENING).is_ok();
                // Only a folder in the place of the new file stands in the way: it may be someone's.
                assert_eq!(written, name == "settings.json" || !folder.path().join(name).is_dir());
                assert_eq!(SettingsFile::read(folder.path()).settings(), if written { EVENING } else { USUAL });
                let aside = folder.path().join("settings.json.unreadable");
                let put_aside = aside.symlink_metadata().is_ok_and(|about| about.mode() == before);
                assert_eq!(put_aside, name == "settings.json");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_stays_one() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (link, real) = (folder.path().join("settings.json"), elsewhere.path().join("mine.json"));
        symlink(elsewhere.path().join("on.json"), &link).unwrap();
        symlink("mine.json", elsewhere.path().join("on.json")).unwrap();
        // First nothing is there, then something, then something that cannot be read.
        for text in [None, Some(r#"{"theme":"light","later":1}"#), Some("garbage")] {
            if let Some(text) = text {
                fs::write(&real, text).unwrap();
            }
            let mut file = SettingsFile::read(folder.path());
            file.write(EVENING).unwrap();
            assert_eq!(SettingsFile::read(folder.path()).settings(), EVENING);
            assert!(link.symlink_metadata().unwrap().is_symlink() && real.symlink_metadata().unwrap().is_file());
            assert_eq!(real.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(names(&folder), ["settings.json"]);
        assert_eq!(names(&elsewhere), ["mine.json", "mine.json.unreadable", "on.json"]);
    }
}
