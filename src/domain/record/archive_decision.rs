//! Decisions of an archive that a municipal house may erase cases.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::id::{AnyKey, ArchiveDecisionId, StaffId};
use crate::value::text::Line;

/// A decision of an archive on the cases that ended up to a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveDecision {
    /// Its identity.
    pub id: ArchiveDecisionId,
    /// The archive, or whoever has its authority.
    pub archive: Line,
    /// What it decided, and where that is written.
    pub what: Line,
    /// The day of the decision.
    pub on: NaiveDate,
    /// It is about the cases that ended on this day or before.
    pub ended_until: NaiveDate,
    /// The member of staff who recorded it.
    pub by: StaffId,
}

impl Record for ArchiveDecision {
    type Key = ArchiveDecisionId;

    fn key(&self) -> ArchiveDecisionId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.by.into()].into()
    }
}
