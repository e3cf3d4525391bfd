//! Reads the cells of one row as values, and collects faults with line and column.

use std::borrow::Cow;

use chrono::NaiveDate;
use trivsel_domain::decide::{Column, RowReason};
use trivsel_domain::record::Staff;
use trivsel_domain::value::{Initials, Line, LongText, Mark, PersonName, StaffId, TextProblem, is_hostile};

use super::heading::Heading;
use super::headings::Headings;
use super::mark::mark;
use super::near::near;
use super::problem::{Expected, Fault, Problem, Wrong};
use super::table::{Row, Special};
use super::value;
use trivsel_words::Lang;
use trivsel_words::text::{clean_line, clean_text};
use trivsel_words::typed_birth::parse_birth;

pub(super) struct Cells<'t> {
    headings: &'t Headings,
    row: &'t Row,
    /// The problems found so far.
    pub problems: Vec<Problem>,
}

impl<'t> Cells<'t> {
    pub fn new(headings: &'t Headings, row: &'t Row) -> Self {
        Self { headings, row, problems: headings.extra(row).into_iter().collect() }
    }

    /// Whether the list has the column.
    pub fn has(&self, heading: Heading) -> bool {
        self.headings.place(heading).is_some()
    }

    pub fn line(&self) -> u32 {
        self.row.line
    }

    /// The cell as one clean line; `None` if it is blank or can't be used.
    pub fn text(&mut self, heading: Heading) -> Option<String> {
        let raw = self.raw(heading)?;
        let clean = one_line(raw);
        (!clean.is_empty()).then_some(clean)
    }

    /// The cell as text of several lines. It must not be blank.
    pub fn long_text(&mut self, column: Column) -> Option<LongText> {
        let heading = Heading::Of(column);
        let before = self.problems.len();
        let raw = self.raw(heading).unwrap_or_default();
        if self.problems.len() > before {
            return None;
        }
        LongText::new(&clean_text(raw)).map_err(|problem| self.fault(heading, raw, text_fault(problem))).ok()
    }

    /// The raw text of a cell without faults.
    fn raw(&mut self, heading: Heading) -> Option<&'t str> {
        let at = self.headings.place(heading)?;
        let raw = self.row.cells.get(at).map_or("", |c| c.trim());
        let special = match self.row.special(at) {
            Some(Special::Error) => Some(Fault::CellError),
            Some(Special::NoResult) => Some(Fault::NoResult),
            Some(Special::Truth) => Some(Fault::Truth),
            Some(Special::ShownOtherwise) if heading.is_text() => Some(Fault::NotText),
            Some(Special::ShownOtherwise) | None => None,
        };
        if let Some(fault) = special {
            self.fault(heading, raw, fault);
            return None;
        }
        if raw.chars().any(|c| is_hostile(c) && !matches!(c, '\n' | '\r' | '\t')) {
            self.fault(heading, raw, Fault::Control);
            return None;
        }
        Some(raw)
    }

    /// Adds a fault of a cell.
    pub fn fault(&mut self, heading: Heading, value: &str, wrong: impl Into<Wrong>) {
        let Wrong { fault, near } = wrong.into();
        let problem = Problem::on_line(self.row.line, fault).at(heading).saying(&clean_line(value));
        let problem = self.headings.locate(problem.almost(near), heading);
        // A cell may be read twice, but its fault is reported once.
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Reads the cell as a value.
    pub fn read<T, E: Into<Wrong>>(
        &mut self,
        heading: Heading,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.text(heading)?;
        read(&text).map_err(|wrong| self.fault(heading, &text, wrong)).ok()
    }

    /// Reads the cell as a value. It must not be blank.
    pub fn must<T, E: Into<Wrong>>(
        &mut self,
        column: Column,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let before = self.problems.len();
        let found = self.read(Heading::Of(column), read);
        if found.is_none() && self.problems.len() == before {
            self.fault(Heading::Of(column), "", Fault::Rule(RowReason::Missing));
        }
        found
    }

    pub fn date(&mut self, column: Column) -> Option<NaiveDate> {
        self.read(Heading::Of(column), date)
    }

    pub fn born(&mut self, today: NaiveDate) -> Option<NaiveDate> {
        self.read(Heading::Of(Column::Born), |text| {
            parse_birth(value::without_midnight(text), today, Lang::En).map_err(Fault::Birth)
        })
    }

    pub fn must_date(&mut self, column: Column) -> Option<NaiveDate> {
        self.must(column, date)
    }

    pub fn mark(&mut self, column: Column) -> Option<Mark> {
        let mapping = &self.headings.mapping;
        self.read(Heading::Of(column), |text| mark(text, mapping)).flatten()
    }

    pub fn line_of(&mut self, column: Column) -> Option<Line> {
        self.read(Heading::Of(column), |t| Line::new(t).map_err(text_fault))
    }

    pub fn name(&mut self) -> Option<PersonName> {
        self.must(Column::Child, |t| PersonName::new(&in_order(t)).map_err(text_fault))
    }
}

/// A name with the first name first, if it is written as `Last, First`.
pub(super) fn in_order(name: &str) -> Cow<'_, str> {
    let mut parts = name.split(',').map(str::trim);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(last), Some(first), None) if has_letter(last) && has_letter(first) => {
            let turned = format!("{first} {last}");
            // A mark on the letter before the comma is none at the start of a name.
            if PersonName::new(&turned).is_ok() { Cow::Owned(turned) } else { Cow::Borrowed(name) }
        }
        _ => Cow::Borrowed(name),
    }
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// A cell as one clean line.
pub(super) fn one_line(raw: &str) -> String {
    clean_line(raw).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn date(text: &str) -> Result<NaiveDate, Fault> {
    value::date(text).ok_or(Fault::NotA(Expected::Date))
}

pub(super) fn text_fault(problem: TextProblem) -> Fault {
    match problem {
        TextProblem::Empty => Fault::Rule(RowReason::Missing),
        TextProblem::TooLong { max } => Fault::TooLong { max },
        TextProblem::Control | TextProblem::Character => Fault::Control,
        TextProblem::Unseen => Fault::Unseen,
        TextProblem::NoLetter => Fault::NoLetter,
    }
}

/// Finds the member of staff by initials. On failure, suggests the closest initials or the member with that full
/// name.
pub(super) fn staff_of(text: &str, staff: &[Staff]) -> Result<StaffId, Wrong> {
    let initials = Initials::new(text).ok();
    if let Some(found) = staff.iter().find(|s| Some(&s.initials) == initials.as_ref()) {
        return Ok(found.id);
    }
    let words = staff.iter().flat_map(|s| {
        let first = s.name.as_str().split(' ').next().unwrap_or_default();
        [s.initials.as_str(), s.name.as_str(), first].map(|word| (word, s.initials.as_str()))
    });
    Err(Wrong { fault: Fault::Rule(RowReason::Unknown), near: near(text, words).map(str::to_owned) })
}
