//! Shows what was kept, writes it out as text, and deletes it.

use super::{App, Trouble};
use crate::words::{Language, Words};
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::{Agreement, Record, Said, Spoken, Whole};
use both_heard_core::people::{Couple, Partner};
use both_heard_core::ritual::FeltHeard;
use both_heard_store::PastPage;
use fluent_bundle::FluentValue;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Is how many check-ins are listed at a time: about two windows full.
const A_PAGE: u32 = 24;

impl App {
    /// Lists kept check-ins, newest first, after the one given.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn past(&self, after: Option<CheckInId>) -> Result<PastPage, Trouble> {
        self.with(|open| open.store.past(after, A_PAGE))
    }

    /// Shows one kept check-in; none when it was deleted.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn record(&self, id: CheckInId) -> Result<Option<Record>, Trouble> {
        self.with(|open| open.store.record(id))
    }

    /// Deletes one kept check-in for good.
    ///
    /// # Errors
    /// Tells what is wrong with the store.
    pub fn forget(&self, id: CheckInId) -> Result<(), Trouble> {
        self.with(|open| open.store.forget(id))
    }

    /// Writes one kept check-in as text into the documents folder; answers the file's path, or none when the check-in
    /// was deleted. A file that is there already is left alone: the new one gets a number.
    ///
    /// # Errors
    /// [`Trouble::TextUnwritable`], or what is wrong with the store.
    pub fn save_as_text(&self, id: CheckInId) -> Result<Option<PathBuf>, Trouble> {
        let found = self.with(|open| Ok(open.store.record(id)?.zip(open.store.couple()?)))?;
        let Some((record, couple)) = found else { return Ok(None) };
        let words = Words::of(self.start()?.language);
        let name = words.say("text-file", &[("date", record.met.format("%Y-%m-%d").to_string().into())]);
        self.write_document(&name, "md", &as_text(&record, &couple, &words)).map(Some)
    }

    /// Reads the language the program speaks.
    pub(crate) fn language(&self) -> Language {
        self.inner().settings.settings().language.unwrap_or_else(Language::of_the_desktop)
    }
}

/// Writes a kept check-in as Markdown.
fn as_text(record: &Record, couple: &Couple, words: &Words) -> String {
    let name = |who: Partner| FluentValue::from(plain(couple.name(who).as_str()));
    let (one, two) = (("one", name(Partner::One)), ("two", name(Partner::Two)));
    let date = words.date(record.met.date_naive());
    let mut text = format!("# {}\n\n", words.say("text-title", &[("date", date.into())]));
    let Some(Whole { minutes, beginner, spoken, appreciated, agreed, note, .. }) = &record.whole else {
        let _ = writeln!(text, "{}", words.say("text-met", &[one, two]));
        return text;
    };
    let minutes = ("minutes", FluentValue::from(*minutes));
    let together = words.say("text-together", &[one, two, minutes, ("beginner", name(*beginner))]);
    let _ = writeln!(text, "{together}");
    for Said { by, text: said } in appreciated {
        let _ = write!(text, "\n## {}\n\n{}", words.say("text-appreciated", &[("name", name(*by))]), quoted(said));
    }
    for Spoken { by, topic, felt } in spoken {
        let heading = if topic.is_empty() { "text-spoke" } else { "text-spoke-about" };
        let _ = write!(text, "\n## {}\n\n{}", words.say(heading, &[("name", name(*by))]), quoted(topic));
        if let Some(felt) = felt {
            let felt = match felt {
                FeltHeard::Yes => "yes",
                FeltHeard::Mostly => "mostly",
                FeltHeard::NotYet => "not-yet",
            };
            let gap = if topic.is_empty() { "" } else { "\n" };
            let said = words.say("text-felt", &[("name", name(*by)), ("felt", felt.into())]);
            let _ = writeln!(text, "{gap}{said}");
        }
    }
    if !agreed.is_empty() {
        let _ = write!(text, "\n## {}\n\n", words.say("text-agreed", &[]));
        for Agreement { by, text: said, .. } in agreed {
            let line = words
                .say("text-agreed-line", &[("name", couple.name(*by).as_str().into()), ("text", said.as_str().into())]);
            text += &quoted(&line);
        }
    }
    if !note.is_empty() {
        let _ = write!(text, "\n## {}\n\n{}", words.say("text-note", &[]), quoted(note));
    }
    text
}

/// Puts words into a Markdown quotation, a paragraph a line, so that nothing in them is taken for markup.
fn quoted(said: &str) -> String {
    said.lines().map(|line| format!("> {}\n", plain(line))).collect()
}

/// Escapes the characters that Markdown reads as markup.
fn plain(words: &str) -> String {
    words.chars().fold(String::new(), |mut text, c| {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~') {
            text.push('\\');
        }
        text.push(c);
        text
    })
}
