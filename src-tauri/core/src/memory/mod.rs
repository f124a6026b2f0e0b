//! Says what is remembered of a check-in, and between two of them. It must not know where.

mod agreement;
mod jar;
mod record;

pub use agreement::Agreement;
pub use jar::JarNote;
pub use record::{Record, Said, Spoken, Whole};
