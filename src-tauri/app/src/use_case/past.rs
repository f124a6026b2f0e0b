//! Shows what was kept, writes it out as text, and deletes it.

use super::markdown::{heading, paragraphs, quoted};
use super::{App, Sweep, Trouble};
use crate::path_text::PathText;
use crate::words::{Language, Words};
use both_heard_core::ids::CheckInId;
use both_heard_core::memory::{Agreement, Record, Said, Spoken};
use both_heard_core::people::{Couple, Partner};
use both_heard_core::ritual::FeltHeard;
use both_heard_store::PastPage;
use fluent_bundle::FluentValue;

/// How many check-ins are listed at a time: about two windows full.
const A_PAGE: u32 = 24;

impl App {
    /// Lists kept check-ins, newest first, after the one given.
    pub fn past(&self, after: Option<CheckInId>) -> Result<PastPage, Trouble> {
        self.with(|open| open.tx.records().page(after, A_PAGE))
    }

    /// Shows one kept check-in; none when it was deleted.
    pub fn record(&self, id: CheckInId) -> Result<Option<Record>, Trouble> {
        self.with(|open| open.tx.records().get(id))
    }

    /// Deletes one kept check-in for good.
    pub fn forget(&self, id: CheckInId) -> Result<(), Trouble> {
        self.with(|open| {
            open.sweep = Sweep::Yes;
            open.tx.records().delete(id)
        })
    }

    /// Writes one kept check-in as text into the documents folder; answers the file's path, or none when the check-in
    /// was deleted. A file that is there already is left alone: the new one gets a number.
    ///
    /// # Errors
    /// [`Trouble::TextUnwritable`], or what is wrong with the store.
    pub fn save_as_text(&self, id: CheckInId) -> Result<Option<PathText>, Trouble> {
        let found = self.with(|open| Ok(open.tx.records().get(id)?.zip(open.tx.couple().get()?)))?;
        let Some((record, couple)) = found else { return Ok(None) };
        let words = Words::of(self.start()?.language);
        let name = words.say("text-file", &[("date", record.met.format("%Y-%m-%d").to_string().into())]);
        self.write_document(&name, "md", &as_text(&record, &couple, &words)).map(Some)
    }

    /// Reads the language the program speaks.
    #[must_use]
    pub fn language(&self) -> Language {
        self.settings.now().language.unwrap_or_else(|| Language::of_locale(&self.world.preferences.locale()))
    }
}

/// Writes a kept check-in as Markdown.
fn as_text(record: &Record, couple: &Couple, words: &Words) -> String {
    let name = |who: Partner| FluentValue::from(couple.name(who).as_str());
    let (one, two) = (("one", name(Partner::One)), ("two", name(Partner::Two)));
    let mut blocks =
        vec![heading(1, &words.say("text-title", &[("date", words.date(record.met.date_naive()).into())]))];
    match &record.whole {
        None => blocks.push(paragraphs(&words.say("text-met", &[one, two]))),
        Some(whole) => {
            if let Some((minutes, beginner)) = whole.minutes.zip(whole.beginner) {
                let begins = [one, two, ("minutes", minutes.into()), ("beginner", name(beginner))];
                blocks.push(paragraphs(&words.say("text-together", &begins)));
            }
            for Said { by, text } in &whole.appreciated {
                blocks.push(heading(2, &words.say("text-appreciated", &[("name", name(*by))])));
                blocks.push(quoted(text));
            }
            for Spoken { by, topic, felt } in &whole.spoken {
                let spoke = if topic.is_empty() { "text-spoke" } else { "text-spoke-about" };
                blocks.push(heading(2, &words.say(spoke, &[("name", name(*by))])));
                blocks.push(quoted(topic));
                let felt = felt.map(|felt| match felt {
                    FeltHeard::Yes => "yes",
                    FeltHeard::Mostly => "mostly",
                    FeltHeard::NotYet => "not-yet",
                });
                let felt = felt.map(|felt| words.say("text-felt", &[("name", name(*by)), ("felt", felt.into())]));
                blocks.extend(felt.map(|felt| paragraphs(&felt)));
            }
            if !whole.agreed.is_empty() {
                blocks.push(heading(2, &words.say("text-agreed", &[])));
                let line = |Agreement { by, text, .. }: &Agreement| {
                    words.say("text-agreed-line", &[("name", name(*by)), ("text", text.as_str().into())])
                };
                blocks.push(quoted(&whole.agreed.iter().map(line).collect::<Vec<_>>().join("\n")));
            }
            if !whole.note.is_empty() {
                blocks.push(heading(2, &words.say("text-note", &[])));
                blocks.push(quoted(&whole.note));
            }
            if whole.left_out {
                blocks.push(paragraphs(&words.say("text-left-out", &[])));
            }
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use both_heard_core::ids::AgreementId;
    use both_heard_core::memory::Whole;
    use both_heard_core::ritual::FormatId;
    use chrono::DateTime;
    use uuid::Uuid;

    #[test]
    fn names_that_look_like_markup_and_two_agreements_are_words() {
        let couple = Couple::new("1. Sam", "- Robin", Partner::One).unwrap();
        let id = CheckInId(Uuid::nil());
        let agreement =
            |place, by, text: &str| Agreement { id: AgreementId { check_in: id, place }, by, text: text.into() };
        let whole = Whole {
            minutes: Some(2),
            format: Some(FormatId("weekly".into())),
            format_name: None,
            beginner: Some(Partner::Two),
            spoken: vec![Spoken { by: Partner::Two, topic: String::new(), felt: Some(FeltHeard::Yes) }],
            appreciated: vec![],
            agreed: vec![agreement(0, Partner::One, "a walk"), agreement(1, Partner::Two, "2. tea")],
            note: "one\ntwo".into(),
            left_out: false,
        };
        let mut record = Record { id, met: DateTime::UNIX_EPOCH.into(), whole: Some(whole) };
        assert_eq!(
            as_text(&record, &couple, &Words::of(Language::En)),
            "# Thursday, 1 January 1970\n\n1\\. Sam and - Robin, 2 minutes. - Robin began.\n\n## \\- Robin spoke\n\n\
             \\- Robin felt heard.\n\n## Agreed\n\n> 1\\. Sam: a walk\n>\n> \\- Robin: 2. tea\n\n\
             ## A note from both\n\n> one\n>\n> two\n"
        );
        record.whole.as_mut().unwrap().left_out = true;
        let text = as_text(&record, &couple, &Words::of(Language::En));
        assert!(
            text.ends_with(
                "> two\n\nSomething of this check-in could not be read, and is left out. All else of it is here.\n"
            ),
            "{text}"
        );
    }
}
