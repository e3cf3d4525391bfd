//! The problems of a file, and where they are.

use chrono::NaiveDate;
use trivsel_domain::decide::{Column, Reason, RowReason};
use trivsel_domain::record::TalkKind;
use trivsel_domain::value::{Initials, SchoolYear, Stage};

use super::encoding::Encoding;
use super::heading::Heading;
use super::mapping::letters;
use super::month_name::MonthNamed;
use super::months::Place;
use trivsel_words::text::{clean_line, clip};
use trivsel_words::typed_birth::{BirthProblem, is_cpr};

/// How much of a cell a problem quotes, in columns of the terminal.
pub(super) const SAID_BACK: usize = 40;

/// One problem of a file. Worded by [`super::sentence`].
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The physical line in the file, from 1; `None` for a problem of the whole file.
    pub line: Option<u32>,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
    /// The column of the cell, from 0.
    pub at: Option<usize>,
    /// The heading as the file spells it, unless it is a CPR number.
    pub heading: Option<String>,
    /// The column of that heading, or the missing column.
    pub column: Option<Column>,
    /// The cell's text, shortened; `None` if it is a CPR number.
    pub value: Option<String>,
    /// The value that was probably meant.
    pub near: Option<String>,
    pub fault: Fault,
}

/// Why a cell can't be read, and what was probably meant.
pub(super) struct Wrong {
    pub fault: Fault,
    pub near: Option<String>,
}

impl From<Fault> for Wrong {
    fn from(fault: Fault) -> Self {
        Self { fault, near: None }
    }
}

/// A kind of problem.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The rules refuse the row.
    Rule(RowReason),
    /// The rules refuse the file as a whole.
    Whole(Reason),
    /// The file is empty.
    Empty,
    /// The file is neither a list nor a workbook.
    NotAList,
    BadWorkbook,
    /// The file is a workbook of the old kind, or one behind a password: both begin alike.
    OldOrLocked,
    /// The file has more rows, cells or text than a list may have.
    TooMuch,
    /// The bytes are not UTF-8 and fit several code pages, or none.
    WhichEncoding(
        /// A sample of the text in each code page.
        Vec<(Encoding, String)>,
    ),
    /// The bytes are not valid in the requested encoding.
    NotInEncoding(Encoding),
    /// The letters were already garbled in the file.
    Garbled,
    /// A sheet was requested, but the file has none.
    NoSheets,
    /// The requested sheet does not exist.
    NoSuchSheet {
        /// The sheets that exist.
        names: Vec<String>,
    },
    /// Several sheets of the workbook fit.
    WhichSheet {
        names: Vec<String>,
    },
    /// Merged cells leave some rows without a value.
    Merged {
        /// The first and last cell: `A2:A3`.
        range: String,
    },
    /// The headings are days without a year.
    WhichYear {
        /// The first such heading.
        first: String,
        /// The last such heading.
        last: String,
    },
    /// The day is not in this school year, or on another weekday.
    NotInYear(SchoolYear),
    /// The days are numbers, and their month is not found, or several are.
    WhichMonth {
        /// The first such heading.
        first: String,
        /// The last such heading.
        last: String,
        /// The places that name different ones.
        among: Vec<Place>,
    },
    /// The day is another weekday than the one it stands with.
    OtherWeekday(NaiveDate),
    /// The month has no such day.
    NoSuchDay(MonthNamed),
    /// The same child and day stand on another sheet.
    RepeatsIn {
        sheet: String,
        line: u32,
    },
    /// The cell holds an error such as `#N/A`.
    CellError,
    /// The cell holds a formula whose result was not saved.
    NoResult,
    /// The cell holds true or false, which each spreadsheet writes in its own language.
    Truth,
    /// The cell holds a number or a date where text is expected, and the spreadsheet shows it differently.
    NotText,
    /// The list has no such heading.
    UnknownHeading,
    /// Two columns have the same heading.
    HeadingTwice,
    /// A required heading is missing.
    HeadingMissing,
    /// A cell has no heading above it.
    ExtraCell,
    /// A quotation mark is never closed.
    OpenQuote,
    /// Text follows a closing quotation mark.
    StrayQuote,
    /// The cell holds a control character or a bidi override.
    Control,
    /// The text has a character that no person could see or mean.
    Unseen,
    /// A name without a letter.
    NoLetter,
    /// The text is longer than the field allows.
    TooLong {
        /// The limit, in characters.
        max: usize,
    },
    /// The text can't be read as the expected value.
    NotA(Expected),
    /// The text is not a date of birth.
    Birth(BirthProblem),
    /// A case at this stage does not have this value, so it would be lost.
    NotAtStage(Stage),
    /// A talk of this kind does not have this value, so it would be lost.
    NotOfKind(TalkKind),
    /// The file is not a calendar.
    NotACalendar,
    /// The calendar or an event of it has no end.
    CutOff,
    /// The event lacks a property.
    PropertyMissing,
    /// The property is neither a date nor a moment, or no length.
    NotAMoment,
    /// The property names a time zone that is not known.
    UnknownZone,
    /// The recurrence can't be read, or is within a day.
    Recurrence,
    /// The event has too many occurrences.
    TooOften {
        /// The limit.
        most: usize,
    },
    /// The event ends before it starts.
    EndsBeforeStart,
    /// The file is not a house written by this program.
    NotAHouse,
    /// The file was written by a newer program.
    NewerHouse {
        /// The version of its format.
        version: u64,
    },
    /// The file does not follow the format.
    OutOfFormat {
        /// Where and how, in the terms of the format.
        detail: String,
    },
    /// The file holds an unsigned note, as only files of version 1 do.
    Unsigned {
        /// The day of the talk.
        date: NaiveDate,
        author: Initials,
    },
    /// A record belongs to another one that is not in the file.
    NoParent,
    /// The file has no staff with these initials.
    NoStaff(Initials),
    /// A member of the current staff has left according to the file.
    HasLeft(Initials),
}

/// What a cell should have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Date,
    /// The plan of a weekday.
    DayPlan,
    Mark,
    /// The time of a *late* mark.
    LateTime,
    /// The hours of a *partial* mark.
    PartialHours,
    Class,
    SchoolYear,
    Stage,
    Outcome,
    Priority,
    Mood,
    /// Whose register a day belongs to.
    Origin,
    TalkKind,
    Time,
    Minutes,
}

impl Problem {
    #[must_use]
    pub fn of_file(fault: Fault) -> Self {
        Self {
            line: None,
            sheet: None,
            at: None,
            heading: None,
            column: None,
            value: None,
            near: None,
            fault,
        }
    }

    #[must_use]
    pub fn on_line(line: u32, fault: Fault) -> Self {
        Self { line: Some(line), ..Self::of_file(fault) }
    }

    pub(super) fn at(mut self, heading: Heading) -> Self {
        self.column = Some(heading.column());
        self
    }

    pub(super) fn in_column(mut self, at: usize) -> Self {
        self.at = Some(at);
        self
    }

    /// The cell in its spreadsheet: `B12`.
    pub(super) fn cell(&self) -> Option<String> {
        Some(format!("{}{}", letters(self.at?), self.line?))
    }

    pub(super) fn headed(mut self, heading: &str) -> Self {
        self.heading = quoted(&clean_line(heading));
        self
    }

    pub(super) fn almost(mut self, near: Option<String>) -> Self {
        self.near = near;
        self
    }

    pub(super) fn saying(mut self, value: &str) -> Self {
        self.value = quoted(value).filter(|v| !v.is_empty());
        self
    }
}

/// What a problem quotes of a text. A CPR number is never quoted.
fn quoted(text: &str) -> Option<String> {
    (!is_cpr(text)).then(|| clip(text, SAID_BACK))
}

impl Problem {
    /// Whether the problem makes the rows below unreadable.
    pub(super) fn is_of_headings(&self) -> bool {
        matches!(
            self.fault,
            Fault::UnknownHeading
                | Fault::HeadingTwice
                | Fault::HeadingMissing
                | Fault::Merged { .. }
                | Fault::WhichYear { .. }
                | Fault::NotInYear(_)
                | Fault::WhichMonth { .. }
                | Fault::OtherWeekday(_)
        )
    }
}
