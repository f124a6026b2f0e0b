//! Says how the program looks and speaks, as values; [`file`] keeps them.

mod file;

pub use file::SettingsFile;

use crate::words::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
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
#[serde(try_from = "u8")]
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
    type Error = &'static str;
    fn try_from(percent: u8) -> Result<Self, &'static str> {
        if (5..=100).contains(&percent) { Ok(Self(percent)) } else { Err("a volume is 5 to 100 %") }
    }
}

/// A text size in percent, from 100 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "u16")]
#[ts(export, type = "number")]
pub struct TextSize(u16);

impl TryFrom<u16> for TextSize {
    type Error = &'static str;
    fn try_from(percent: u16) -> Result<Self, &'static str> {
        if (100..=200).contains(&percent) { Ok(Self(percent)) } else { Err("a text size is 100 to 200 %") }
    }
}

impl Settings {
    /// The settings before anything was chosen.
    pub const USUAL: Self = Self {
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
}

impl Default for Settings {
    fn default() -> Self {
        Self::USUAL
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

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Settings = Settings::USUAL;
    const EVENING: Settings = Settings { theme: Theme::Evening, ..USUAL };

    fn change(text: &str) -> Option<SettingsChange> {
        serde_json::from_str(text).ok()
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
    }

    #[test]
    fn a_change_that_makes_no_sense_is_none() {
        for text in [r#"{"theme":"purple"}"#, r#"{"text":1}"#, r#"{"of":1}"#, "[]", "null", r#"{"lines":{"one":7}}"#] {
            assert_eq!(change(text), None, "{text}");
        }
    }
}
