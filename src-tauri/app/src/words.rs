//! Speaks the catalogue outside the window: the title, the notification, a check-in as text.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Joins what a language's folder has for the screen; `desktop.ftl` is said here, the rest is said there.
macro_rules! screen {
    ($language:literal) => {
        screen!($language: "app", "cards", "checkin", "formats", "home", "jar", "over", "past", "rhythm", "safety",
            "settings", "trouble", "unreadable", "welcome")
    };
    ($language:literal: $($file:literal),*) => {
        concat!($(include_str!(concat!("../../locales/", $language, "/", $file, ".ftl")), "\n"),*)
    };
}

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

impl Language {
    /// Lists all of them.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// Finds the language of a locale such as `de_AT.UTF-8`; English when the program does not speak it.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|l| l.tag().eq_ignore_ascii_case(language)).unwrap_or_default()
    }

    /// Reads its tag, which is also its folder's name.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// Reads the catalogue of the screen.
    #[must_use]
    pub const fn screen(self) -> &'static str {
        match self {
            Self::En => screen!("en"),
            Self::De => screen!("de"),
        }
    }

    const fn desktop(self) -> &'static str {
        match self {
            Self::En => include_str!("../../locales/en/desktop.ftl"),
            Self::De => include_str!("../../locales/de/desktop.ftl"),
        }
    }
}

/// The catalogue in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Opens the catalogue.
    #[must_use]
    pub fn of(language: Language) -> Self {
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // What comes out goes to the desktop and into files, where isolation marks would only be in the way.
        bundle.set_use_isolating(false);
        // A broken message is left out here and stops the catalogue's test, long before a person sees it.
        let resource = FluentResource::try_new(language.desktop().to_owned()).unwrap_or_else(|(whole, _)| whole);
        let _ = bundle.add_resource(resource);
        Self { bundle }
    }

    /// Says a message with a day of the week and a time in it.
    #[must_use]
    pub fn at(&self, key: &str, time: NaiveDateTime) -> String {
        let day = self.say("desktop-weekday", &[("weekday", time.format("%a").to_string().into())]);
        self.say(key, &[("day", day.into()), ("time", time.format("%H:%M").to_string().into())])
    }

    /// Says a message with a date and a time in it: for a time too far away for its weekday alone.
    #[must_use]
    pub fn on(&self, key: &str, time: NaiveDateTime) -> String {
        self.say(key, &[("day", self.date(time.date()).into()), ("time", time.format("%H:%M").to_string().into())])
    }

    /// Says a date.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        let args = [
            ("weekday", date.format("%a").to_string().into()),
            ("day", date.day().into()),
            ("month", date.month().into()),
            ("year", date.format("%Y").to_string().into()),
        ];
        self.say("text-date", &args)
    }

    /// Says a message; the key itself when there is none, which the catalogue's test does not let through.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let given: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, Some(&given), &mut vec![]).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desktops_language_is_found_or_english() {
        for (locale, expect) in [
            ("de_AT.UTF-8", Language::De),
            ("de", Language::De),
            ("DE-ch", Language::De),
            ("en-GB", Language::En),
            ("fr-FR", Language::En),
            ("deu", Language::En),
            ("C", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(Language::of_locale(locale), expect, "{locale}");
        }
    }
}
