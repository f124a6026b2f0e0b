//! Holds what two people agreed, to look back on.

use crate::ids::AgreementId;
use crate::people::Partner;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing they agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// Who asked for it, or means to do it.
    pub by: Partner,
    /// What it says, in a line.
    pub text: String,
}
