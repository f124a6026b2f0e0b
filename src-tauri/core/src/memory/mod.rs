//! Says what is remembered of a check-in. It must not know where.

mod record;

pub use record::{Record, Said, Spoken, Whole};
