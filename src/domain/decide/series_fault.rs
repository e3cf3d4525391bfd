//! What is wrong with a series of the house, or with a score in it.

use crate::record::measure::Tenths;
use crate::value::text::Tag;

/// A fault of a series, or of a score in it.
#[derive(Clone, Debug, PartialEq)]
pub enum SeriesFault {
    /// The house has no series with the name.
    Unknown(Tag),
    /// The value is outside the series, or between its steps.
    Outside {
        /// The series.
        series: Tag,
        /// The lowest value.
        low: Tenths,
        /// The highest value.
        high: Tenths,
    },
    /// The score has another number of lines than the series, or another number that they make.
    Lines {
        /// The series.
        series: Tag,
        /// Its lines, 1 to 12.
        lines: usize,
    },
    /// The series has scores, so its lines, range, number and direction stay as they are.
    InUse(Tag),
    /// The series has scores, so it stays on record; it can be retired.
    Kept(Tag),
    /// The series is retired, and the course has no score in it.
    Retired(Tag),
    /// Two series have one name.
    Twice(Tag),
}
