//! Two children who look like one that was entered twice, and are two.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::id::{AnyKey, ChildId, StaffId, TwoChildrenId};

/// That two records which may be of one child are of two. From then on nobody is asked about them. Source: our own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwoChildren {
    /// Its identity.
    pub id: TwoChildrenId,
    /// The one child. It may have been merged into another since.
    pub one: ChildId,
    /// The other child, which may have been merged or removed since.
    pub other: ChildId,
    /// The leader who found it.
    pub by: StaffId,
}

impl TwoChildren {
    /// Whether it is about a child, by one of the identities that its record has had.
    #[must_use]
    pub fn names(&self, identities: &[ChildId]) -> bool {
        identities.contains(&self.one) || identities.contains(&self.other)
    }
}

impl Record for TwoChildren {
    type Key = TwoChildrenId;

    fn key(&self) -> TwoChildrenId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.one.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.by.into()].into()
    }
}
