//! Reviews of the access log: what a leader found of a look at a case. Each is written once; a later one about the same
//! look counts, and the earlier stay.
//!
//! They name the looks of one house by their numbers, so an export of the records leaves them out.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::code::coded;
use crate::value::id::{AccessReviewId, AnyKey, CaseId, StaffId};
use crate::value::moment::Moment;
use crate::value::text::Line;

coded! {
    "verdict"
    /// What was found of a look. Source: our own; the supervision asks that somebody judges the looks.
    pub enum Verdict {
        /// It belonged to the work.
        WorkRelated = "work-related",
        /// The reader was asked why, and the answer is awaited.
        Asked = "asked",
        /// It did not belong to the work.
        NotWorkRelated = "not-work-related",
    }
}

/// What a leader found of a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessReview {
    /// Its identity.
    pub id: AccessReviewId,
    /// The number of the look in the access log, from 1.
    pub look: i64,
    /// The case that was looked at.
    pub case: CaseId,
    /// The member of staff who looked.
    pub reader: StaffId,
    /// The day of the look.
    pub on: NaiveDate,
    /// What was found.
    pub verdict: Verdict,
    /// Why, or what the reader answered.
    pub note: Option<Line>,
    /// The leader who reviewed it.
    pub by: StaffId,
    /// When it was reviewed, in the house's own time zone.
    pub at: Moment,
}

impl Record for AccessReview {
    type Key = AccessReviewId;

    fn key(&self) -> AccessReviewId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into(), self.reader.into(), self.by.into()].into()
    }
}
