//! Names things for good: UUIDv7 newtypes, made by the shell, so that two laptops never name two things alike.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Identifies one check-in, running or kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CheckInId(pub Uuid);
