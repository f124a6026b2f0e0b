//! Shows the decks and lists as the couple has them, draws a card, and keeps the jar.

use super::{Answer, App, Open, Sweep, Trouble};
use crate::content;
use crate::words::Language;
use both_heard_core::cards::{Card, Deck, DeckId, OwnCard, draw, laid_out};
use both_heard_core::ids::{CardId, JarNoteId};
use both_heard_core::memory::JarNote;
use both_heard_core::people::{Partner, TextRefusal};
use both_heard_core::ritual::Source;
use both_heard_core::text::trimmed;
use both_heard_store::StoreError;
use serde::Serialize;
use ts_rs::TS;

/// A deck, or a list, as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, rename = "Deck")]
pub struct DeckView {
    /// Its id; the catalogue says what it is called.
    pub id: DeckId,
    /// Its groups in order; empty when it has none.
    pub groups: Vec<GroupView>,
    /// Its cards in order, hidden ones too.
    pub cards: Vec<Card>,
}

/// A group of a list as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, rename = "Group")]
pub struct GroupView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub text: String,
}

/// All there is to draw from, and to find words in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Decks {
    /// The decks to draw from.
    pub decks: Vec<DeckView>,
    /// The lists: feelings, needs, blocks, repair lines, soothing things.
    pub lists: Vec<DeckView>,
    /// Whether there are cards of theirs that have no place in any.
    pub left_out: bool,
}

impl App {
    /// Shows the decks and lists.
    pub fn decks(&self) -> Result<Decks, Trouble> {
        let language = self.language();
        self.with(|open| open.decks(language))
    }

    /// Keeps what they did with a card. One without an id is new, and gets one.
    ///
    /// # Errors
    /// Tells what is wrong with the store; a card that says nothing where it could show, or too much, is refused, not an error.
    pub fn keep_card(&self, card: OwnCard) -> Result<Answer<Decks, TextRefusal>, Trouble> {
        let id = match card.id.0.is_empty() {
            true => CardId(format!("{}/{}", card.deck.0, self.fresh_id())),
            false => card.id,
        };
        match (OwnCard { id, ..card }).tidied() {
            None => Ok(Answer::Refused(TextRefusal::TooLong { most: OwnCard::MOST })),
            Some(card) if !content::has_place(&card) => Ok(Answer::Refused(TextRefusal::Empty)),
            Some(card) => {
                let language = self.language();
                self.with(|open| {
                    open.tx.cards().keep(&card)?;
                    open.decks(language)
                })
                .map(Answer::Done)
            }
        }
    }

    /// Deletes what they did with a card: one of their own is gone, a shipped one is as it was.
    pub fn delete_card(&self, id: CardId) -> Result<Decks, Trouble> {
        let language = self.language();
        self.with(|open| {
            open.sweep = Sweep::Yes;
            open.tx.cards().delete(&id)?;
            open.decks(language)
        })
    }

    /// Draws a card from a deck, or from all that may come unasked; never the same one twice in a row.
    pub fn draw_card(&self, deck: Option<DeckId>) -> Result<Option<Card>, Trouble> {
        let language = self.language();
        // The lower half of its last eight bytes is random.
        let chance = self.fresh_id().as_u64_pair().1;
        self.with(|open| {
            let own = open.tx.cards().all()?;
            let asked = |one: &&Deck| deck.as_ref().map_or(!one.only_when_chosen, |deck| one.id == *deck);
            let decks = content::decks().iter().filter(asked);
            let cards: Vec<Card> = decks.flat_map(|deck| view(deck, &own, language).cards).collect();
            let session = open.session.as_ref();
            let beside = session.and_then(|session| match &session.prompt(session.step_index())?.from {
                Source::Card { id } => Some(id.clone()),
                Source::Jar { .. } | Source::Agreement => None,
            });
            let unkept = session.is_some_and(|session| session.beginning().no_record);
            let last = beside.map_or_else(|| open.tx.cards().drawn(), |id| Ok(Some(id)))?;
            let drawn = draw(&cards, last.as_ref(), chance);
            // Not even which card was drawn is kept of a check-in without a record.
            if let Some(card) = drawn.filter(|_| !unkept) {
                open.tx.cards().set_drawn(&card.id)?;
            }
            Ok(drawn.cloned())
        })
    }

    /// Lists what one of them put in the jar.
    pub fn jar(&self, by: Partner) -> Result<Vec<JarNote>, Trouble> {
        self.with(|open| open.tx.jar().of(by))
    }

    /// Puts something in the jar, or other words in the place of the note with this id; answers the id.
    ///
    /// # Errors
    /// Tells what is wrong with the store; a note that says nothing, or too much, is refused, not an error.
    pub fn put_in_jar(
        &self,
        by: Partner,
        text: String,
        id: Option<JarNoteId>,
    ) -> Result<Answer<JarNoteId, TextRefusal>, Trouble> {
        let Some(note) = JarNote::new(id.unwrap_or_else(|| JarNoteId(self.fresh_id())), by, &text) else {
            let empty = trimmed(&text).is_empty();
            let refusal = if empty { TextRefusal::Empty } else { TextRefusal::TooLong { most: JarNote::MOST } };
            return Ok(Answer::Refused(refusal));
        };
        self.with(|open| open.tx.jar().put(&note))?;
        Ok(Answer::Done(note.id))
    }

    /// Takes something out of the jar, for good.
    pub fn take_from_jar(&self, id: JarNoteId) -> Result<(), Trouble> {
        self.with(|open| {
            open.sweep = Sweep::Yes;
            open.tx.jar().take(&[id])
        })
    }
}

impl Open<'_> {
    fn decks(&self, language: Language) -> Result<Decks, StoreError> {
        let own = self.tx.cards().all()?;
        let view = |deck: &Deck| view(deck, &own, language);
        Ok(Decks {
            decks: content::decks().iter().map(view).collect(),
            lists: content::lists().iter().map(view).collect(),
            left_out: !own.iter().all(content::has_place),
        })
    }

    /// Counts what each put in the jar.
    pub(super) fn in_jar(&self, by: Partner) -> Result<u32, StoreError> {
        Ok(u32::try_from(self.tx.jar().of(by)?.len()).unwrap_or(u32::MAX))
    }
}

fn view(deck: &Deck, own: &[OwnCard], language: Language) -> DeckView {
    let group = |group: &both_heard_core::cards::Group| GroupView {
        id: group.id.clone(),
        text: group.texts.in_language(language.tag()).to_owned(),
    };
    let cards = laid_out(deck, own, |card| card.texts.in_language(language.tag()).to_owned());
    DeckView { id: deck.id.clone(), groups: deck.groups.iter().map(group).collect(), cards }
}
