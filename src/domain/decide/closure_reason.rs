//! The reasons against a change of the school's closures.

use chrono::NaiveDate;

/// Why a closure can't be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosureReason {
    /// Its rule gives no day, or its dates are too many.
    Days {
        /// The most days that it can have.
        most: u16,
    },
    /// Children have marks in the register on days that the change closes.
    Marked {
        /// The number of days, at least 1.
        days: usize,
        /// The first of them.
        first: NaiveDate,
    },
}
