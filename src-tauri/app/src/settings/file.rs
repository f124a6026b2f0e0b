//! Keeps the settings in a small file beside the store: they must be readable when the store is not.

use super::{Settings, lay_over, object};
use both_heard_files::{behind_links, put_aside, replace};
use serde_json::{Map, Value};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The settings' file, with what was found in it.
#[derive(Debug, Clone)]
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
        let found = match both_heard_files::read_small(&path) {
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
        let path = behind_links(&self.path);
        replace(&path, &text, || {
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

/// Tells whether there is no file, also since there can be none of that name.
fn is_not_there(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Help, Lines, Theme};
    use std::fs;

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

    const USUAL: Settings = Settings::USUAL;
    const EVENING: Settings = Settings { theme: Theme::Evening, ..USUAL };

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
        // Not to a device of the machine: a fault may write there, and root may.
        let elsewhere = tempfile::tempdir().unwrap();
        let device = elsewhere.path().join("device");
        pipe(&device);
        let kinds: [&dyn Fn(&Path); 3] =
            [&pipe, &|path| fs::create_dir(path).unwrap(), &|path| symlink(&device, path).unwrap()];
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
