//! Follow-ups (opfølgninger): tasks agreed in a talk, with a responsible person and a due date.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, FollowUpId, StaffId, TalkId};
use crate::value::moment::Moment;
use crate::value::text::Line;

/// The person responsible for a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doer {
    /// A member of staff.
    Staff(StaffId),
    /// Another person, as written.
    Other(Line),
}

impl Doer {
    /// The key of the member of staff; `None` for another person.
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
        /// It is no longer needed.
        Dropped = "dropped",
    }
}

/// The end of a follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpClosing {
    /// How it ended.
    pub how: FollowUpEnd,
    /// The member of staff who recorded the end.
    pub by: StaffId,
    /// When the end was recorded, in the house's own time zone.
    pub at: Moment,
    /// The result, in one line.
    pub note: Option<Line>,
}

/// A task agreed in a talk. Task, person and due date are signed with the talk; only the end is written later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Its identity.
    pub id: FollowUpId,
    /// The talk in which it was agreed.
    pub talk: TalkId,
    /// The case it belongs to; `None` for a consultation.
    pub case: Option<CaseId>,
    /// The task.
    pub what: Line,
    /// The person responsible.
    pub who: Doer,
    /// The day it is due.
    pub due: NaiveDate,
    /// Its end; `None` while it is open.
    pub closing: Option<FollowUpClosing>,
}

impl FollowUp {
    /// Whether it has not ended.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closing.is_none()
    }

    /// Whether it is open and its due date is before `today`.
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

    fn owner(&self) -> Option<AnyKey> {
        Some(self.talk.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        let closed = self.closing.as_ref().map(|c| c.by.into());
        let others = [self.case.map(AnyKey::from), self.who.key(), closed];
        core::iter::once(self.talk.into()).chain(others.into_iter().flatten()).collect()
    }
}
