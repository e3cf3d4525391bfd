//! Erasures: that the records of children were erased, when, by whom and why, and nothing of what was erased.

use alloc::vec::Vec;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::id::{AnyKey, ChildId, ErasureId, StaffId};
use crate::value::text::Line;

/// An erasure. It is written once, and never changed or removed. Source: protection of the people in the records (a record
/// says that, not what).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Its identity.
    pub id: ErasureId,
    /// When, in the house's own time zone, to the second.
    pub at: NaiveDateTime,
    /// The member of staff who decided it, or who restored a backup from before it.
    pub by: StaffId,
    /// The identities that the children had. They name nobody; by them the erasure is done again in a restored backup.
    pub children: Vec<ChildId>,
    /// The number of cases.
    pub cases: u32,
    /// The reason.
    pub reason: Line,
}

impl Record for Erasure {
    type Key = ErasureId;

    fn key(&self) -> ErasureId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        None
    }

    /// The children are on record no longer.
    fn references(&self) -> Vec<AnyKey> {
        [self.by.into()].into()
    }
}
