//! What is wrong with a file, and where.

use chrono::NaiveDate;
use trivsel_domain::intake::Column;
use trivsel_domain::refusal::{Reason, RowReason};
use trivsel_domain::{Initials, Stage, TalkKind};

use super::encoding::Encoding;
use super::heading::Heading;
use trivsel_words::text::{clean_line, clip};
use trivsel_words::typed_birth::BirthProblem;

/// How much of a cell is said back, in columns of the terminal.
pub(super) const SAID_BACK: usize = 40;

/// One thing that is wrong with a file. Worded by [`super::sentence`].
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The physical line in the file, from 1; nothing where it is the whole file.
    pub line: Option<u32>,
    /// The column as the file names it.
    pub heading: Option<String>,
    /// Which column that is, or which one should have been there.
    pub column: Option<Column>,
    /// What stands there, shortened.
    pub value: Option<String>,
    /// What was meant, where what stands there almost is that.
    pub near: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// Why a cell can't be read, and what was perhaps meant.
pub(super) struct Wrong {
    pub fault: Fault,
    pub near: Option<String>,
}

impl From<Fault> for Wrong {
    fn from(fault: Fault) -> Self {
        Self { fault, near: None }
    }
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The rules refuse the row.
    Rule(RowReason),
    /// The rules refuse the file as a whole.
    Whole(Reason),
    /// There is nothing in it.
    Empty,
    /// Neither a list nor a workbook.
    NotAList,
    /// The workbook can't be read.
    BadWorkbook,
    /// More rows, cells or text than a list has.
    TooMuch,
    /// The bytes are not UTF-8 and could be of several code pages, or of none.
    WhichEncoding(
        /// A part of the text in each code page.
        Vec<(Encoding, String)>,
    ),
    /// The bytes are not in the encoding that was asked for.
    NotInEncoding(Encoding),
    /// The letters were spoilt before the file came here.
    Garbled,
    /// A sheet was asked for, of a file that has none.
    NoSheets,
    /// The workbook does not have the sheet that was asked for.
    NoSuchSheet {
        /// The sheets it has.
        names: Vec<String>,
    },
    /// The workbook has several sheets that could be meant.
    WhichSheet {
        /// Their names.
        names: Vec<String>,
    },
    /// Cells are merged in the rows of a list, so that some rows lack their value.
    Merged {
        /// The first and last cell: `A2:A3`.
        range: String,
    },
    /// The days of a register stand as headings, one a column.
    DayColumns {
        /// The first such heading.
        first: String,
        /// The last.
        last: String,
    },
    /// The workbook's cell holds an error such as `#N/A`.
    CellError,
    /// The workbook's cell holds a formula whose result was not saved.
    NoResult,
    /// The workbook's cell holds true or false, which each spreadsheet writes in its own language.
    Truth,
    /// The workbook's cell holds a number or a date that the spreadsheet shows in another way, where a text belongs.
    NotText,
    /// A heading that the list does not know.
    UnknownHeading,
    /// Two columns for one thing.
    HeadingTwice,
    /// A heading that must be there is missing.
    HeadingMissing,
    /// A cell outside the headings.
    ExtraCell,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// Text after a closing quotation mark.
    StrayQuote,
    /// A control character or one that turns the direction of reading.
    Control,
    /// Longer than the field holds.
    TooLong {
        /// The most it holds, in characters.
        max: usize,
    },
    /// The text can't be read as what the column holds.
    NotA(Expected),
    /// The text is no date of birth.
    Birth(BirthProblem),
    /// A value that a case at this stage does not have, and that would be lost.
    NotAtStage(Stage),
    /// A value that a talk of this kind does not have, and that would be lost.
    NotOfKind(TalkKind),
    /// The file is not a house written by this program.
    NotAHouse,
    /// The file was written by a newer program.
    NewerHouse {
        /// The version of its format.
        version: u64,
    },
    /// The file does not follow the format.
    OutOfFormat {
        /// Where and how, in the words of the format.
        detail: String,
    },
    /// A draft: a note that nobody has signed. Only files of version 1 hold any.
    Unsigned {
        /// The day of the talk.
        date: NaiveDate,
        /// Who wrote it.
        author: Initials,
    },
    /// A record belongs to another one that is not in the file.
    NoParent,
    /// Initials that no staff in the file has.
    NoStaff(Initials),
    /// Somebody who works here has left in the file.
    HasLeft(Initials),
}

/// What a cell should have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A date.
    Date,
    /// The plan of a weekday.
    DayPlan,
    /// A mark.
    Mark,
    /// The time that goes with *late*.
    LateTime,
    /// The hours that go with *partial*.
    PartialHours,
    /// A class.
    Class,
    /// A school year.
    SchoolYear,
    /// A stage.
    Stage,
    /// An outcome.
    Outcome,
    /// A priority.
    Priority,
    /// A mood.
    Mood,
    /// Whose register.
    Origin,
    /// A kind of talk.
    TalkKind,
    /// A time of day.
    Time,
    /// A number of minutes.
    Minutes,
}

impl Problem {
    /// A problem of the whole file.
    #[must_use]
    pub fn of_file(fault: Fault) -> Self {
        Self { line: None, heading: None, column: None, value: None, near: None, fault }
    }

    /// A problem on a line.
    #[must_use]
    pub fn on_line(line: u32, fault: Fault) -> Self {
        Self { line: Some(line), ..Self::of_file(fault) }
    }

    pub(super) fn at(mut self, heading: Heading) -> Self {
        self.column = Some(heading.column());
        self
    }

    pub(super) fn headed(mut self, heading: &str) -> Self {
        self.heading = Some(clip(&clean_line(heading), SAID_BACK));
        self
    }

    pub(super) fn almost(mut self, near: Option<String>) -> Self {
        self.near = near;
        self
    }

    pub(super) fn saying(mut self, value: &str) -> Self {
        self.value = Some(clip(value, SAID_BACK)).filter(|v| !v.is_empty());
        self
    }
}

impl Problem {
    /// Whether it makes the rows below unreadable.
    pub(super) fn is_of_headings(&self) -> bool {
        matches!(
            self.fault,
            Fault::UnknownHeading
                | Fault::HeadingTwice
                | Fault::HeadingMissing
                | Fault::Merged { .. }
                | Fault::DayColumns { .. }
        )
    }
}
