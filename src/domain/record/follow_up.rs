//! Follow-ups (opfølgninger): what was agreed in a talk, who does it and by when.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, FollowUpId, StaffId, TalkId};
use crate::value::text::Line;

/// Who shall do what was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// A member of staff.
    Staff(StaffId),
    /// Anyone else, as written.
    Other(Line),
}

impl Doer {
    /// The record of who it is, for a member of staff.
    pub(crate) fn key(&self) -> Option<AnyKey> {
        match self {
            Self::Staff(id) => Some((*id).into()),
            Self::Other(_) => None,
        }
    }
}

coded! {
    "follow-up end"
    /// How a follow-up ended.
    pub enum FollowUpEnd {
        /// It was done.
        Done = "done",
        /// It is no longer to be done.
        Dropped = "dropped",
    }
}

/// That a follow-up has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpClosing {
    /// How.
    pub how: FollowUpEnd,
    /// Who said so.
    pub by: StaffId,
    /// When, in the house's own time zone.
    pub at: NaiveDateTime,
    /// What came of it, in a line.
    pub note: Option<Line>,
}

/// Something agreed in a talk. What, who and when are signed with the talk; only its end is written later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Which.
    pub id: FollowUpId,
    /// In which talk it was agreed.
    pub talk: TalkId,
    /// Whose case; nothing where the talk was a consultation.
    pub case: Option<CaseId>,
    /// What.
    pub what: Line,
    /// Who.
    pub who: Doer,
    /// By when.
    pub due: NaiveDate,
    /// How it ended, if it has.
    pub closing: Option<FollowUpClosing>,
}

impl FollowUp {
    /// Whether it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closing.is_none()
    }

    /// Whether its day has passed without an end.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due < today
    }
}

impl Record for FollowUp {
    type Key = FollowUpId;

    fn key(&self) -> FollowUpId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        let closed = self.closing.as_ref().map(|c| c.by.into());
        let others = [self.case.map(AnyKey::from), self.who.key(), closed];
        core::iter::once(self.talk.into()).chain(others.into_iter().flatten()).collect()
    }
}
