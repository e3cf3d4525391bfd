//! Why two children are not merged, or are not parted again.

use chrono::{NaiveDate, NaiveDateTime};

use crate::value::id::StaffId;
use crate::value::stage::Stage;

/// What stands against making one child of two, or against undoing that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeFault {
    /// The two are one record.
    Itself,
    /// Each has a civil registration number, and they differ.
    OtherCpr,
    /// Each has an open case in one programme.
    OpenTwice {
        /// The stage of the case of the child that stays.
        ours: Stage,
        /// The stage of the other's.
        theirs: Stage,
    },
    /// Each has a course in one programme on the same days.
    CoursesOverlap {
        /// The first day on which both are enrolled.
        from: NaiveDate,
    },
    /// Something was signed in a case of the child since, so the two stay one.
    SignedSince {
        /// The member of staff who signed.
        by: StaffId,
        /// When, in the house's own time zone.
        at: NaiveDateTime,
    },
    /// Something written since joins the cases of the two: a case continues another, or a consent or a letter names a
    /// person of the other.
    JoinedSince,
}
