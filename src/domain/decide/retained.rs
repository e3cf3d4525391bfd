//! Why the records of a child are not erased, or a case is not removed.

use chrono::NaiveDate;

use crate::value::name::PersonName;
use crate::value::stage::Stage;

/// Why records stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retained {
    /// The child has an open case.
    Open {
        /// The child's name.
        child: PersonName,
        /// The stage of the case.
        stage: Stage,
    },
    /// The years after the last case have not passed.
    TooEarly {
        /// The child's name.
        child: PersonName,
        /// The first day on which it may be erased.
        from: NaiveDate,
    },
    /// The house is municipal, and no decision of an archive is about the child's last case.
    NoArchiveDecision {
        /// The child's name.
        child: PersonName,
        /// The day on which the last case ended.
        ended: NaiveDate,
    },
    /// The case has had a seat.
    Seated,
    /// The case has signed notes.
    Notes {
        /// How many; at least 1.
        count: usize,
    },
    /// A later case of the child continues this one.
    Continued,
}
