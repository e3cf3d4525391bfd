//! Notes on how a list was read, for things that are not errors.

use chrono::NaiveDate;
use trivsel_domain::value::Line;

use super::encoding::Encoding;
use super::mapping::MarkMeaning;
use super::months::Place;

/// One note on how a list was read. Worded by [`super::note_sentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The encoding is not marked in the file; this one was assumed.
    TakenFor(Encoding),
    /// These sheets of the workbook were read.
    Sheet {
        names: Vec<String>,
        /// The hidden sheets that were skipped.
        hidden: Vec<String>,
        /// The visible sheets that were skipped.
        visible: Vec<String>,
    },
    /// A row above the headings was skipped.
    Above { line: u32, text: String },
    /// These lines are sums below the children, and were skipped.
    Sums(Vec<u32>),
    /// This column of a register is a sum, and was skipped.
    SumColumn(String),
    /// Names with the last name first were read with the first name first. One of them, as it is written and read.
    Turned {
        written: String,
        read: String,
        /// How many names.
        count: usize,
    },
    /// The answers of this profile were used.
    Profile(String),
    /// These merged cells were read as if each had the value.
    Filled(Vec<String>),
    /// The list has a column for each day.
    Register { days: usize, from: NaiveDate, to: NaiveDate },
    /// Where the month of numbered days was read.
    Month(Place),
    /// Days of the sending school's register, which is kept apart.
    School {
        days: usize,
        /// The school, if it is named.
        name: Option<Line>,
    },
    /// How the marks of such a list were read, and how many cells had each.
    Marks(Vec<(String, MarkMeaning, usize)>),
}
