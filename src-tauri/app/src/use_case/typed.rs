//! Remembers what is being typed, in any field, until it is kept or given up.

use super::{Answer, App, Trouble};
use both_heard_core::people::TextRefusal;
use both_heard_core::typed::{FieldName, Typed};

impl App {
    /// Lists the words that stand in fields and are not kept yet.
    pub fn typed(&self) -> Result<Vec<Typed>, Trouble> {
        self.with(|open| open.tx.typed().all())
    }

    /// Remembers what stands in a field until it is kept; an empty text forgets it. A field of the check-in is forgotten at
    /// its end, and of a check-in without a record only its events are written.
    ///
    /// # Errors
    /// Tells what is wrong with the store; more than can be remembered is refused, not an error.
    pub fn keep_typed(&self, field: FieldName, text: String) -> Result<Answer<(), TextRefusal>, Trouble> {
        if !Typed::fits(&text) {
            return Ok(Answer::Refused(TextRefusal::TooLong { most: Typed::MOST }));
        }
        self.with(|open| {
            let recorded = open.session.as_ref().is_some_and(|session| !session.beginning().no_record);
            if field.is_of_the_check_in() && !recorded {
                return Ok(());
            }
            open.tx.typed().keep(&field, &text)
        })
        .map(Answer::Done)
    }
}
