//! Why an obligation has its date, as data. `words` makes it a sentence.

use chrono::NaiveDate;

use crate::rules::calendar::NoSchool;

/// How a date was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reckoned {
    /// School days after a date.
    SchoolDays {
        /// The number of school days.
        count: u32,
        /// The date.
        after: NaiveDate,
    },
    /// Days after a date.
    Days {
        /// The number of days.
        count: u32,
        /// The date.
        after: NaiveDate,
    },
    /// Calendar months after a date.
    Months {
        /// The number of months.
        count: u32,
        /// The date.
        after: NaiveDate,
    },
    /// Days before a meeting.
    DaysBefore {
        /// The number of days.
        count: u32,
        /// The day of the meeting.
        meeting: NaiveDate,
    },
    /// Once in the week of this Monday.
    Week(NaiveDate),
    /// The date of a step in a plan.
    Plan,
    /// The last day of a consent.
    RunsOut(NaiveDate),
    /// The day the course is expected to end.
    Ending,
    /// School days after unlawful absence passed a limit in the quarter.
    Passed {
        /// The limit, in per cent.
        percent: u32,
        /// The first day of the quarter.
        quarter: NaiveDate,
        /// The day it was passed.
        on: NaiveDate,
        /// The number of school days.
        count: u32,
    },
    /// School days after sick and unlawful days passed a limit in the quarter.
    PassedDays {
        /// The limit, in days.
        limit: u32,
        /// Whether the limit itself is within what is allowed.
        over: bool,
        /// The first day of the quarter.
        quarter: NaiveDate,
        /// The day it was passed.
        on: NaiveDate,
        /// The number of school days.
        count: u32,
    },
}

/// A date that was moved because the school is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The date before it was moved.
    pub from: NaiveDate,
    /// Why that day is no school day.
    pub because: NoSchool,
}

/// Why an obligation has its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// How it was reckoned.
    pub reckoned: Reckoned,
    /// The move, if it was moved.
    pub moved: Option<Moved>,
}
