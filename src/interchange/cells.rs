//! One row of a list under its headings: cells read as values, faults noted with line and column.

use chrono::NaiveDate;
use trivsel_domain::intake::Column;
use trivsel_domain::refusal::RowReason;
use trivsel_domain::text::is_hostile;
use trivsel_domain::{Initials, Line, LongText, PersonName, TextProblem};

use super::heading::{Heading, Headings};
use super::problem::{Expected, Fault, Problem};
use super::table::Row;
use super::value;
use trivsel_words::text::{clean_line, clean_text};

/// One row being read.
pub(super) struct Cells<'t> {
    headings: &'t Headings,
    row: &'t Row,
    /// What was wrong with it so far.
    pub problems: Vec<Problem>,
}

impl<'t> Cells<'t> {
    pub fn new(headings: &'t Headings, row: &'t Row) -> Self {
        let outside = |(at, cell): &(usize, &String)| !cell.trim().is_empty() && !headings.covers(*at);
        let extra = row.cells.iter().enumerate().find(outside);
        let problems =
            extra.map(|(_, cell)| Problem::on_line(row.line, Fault::ExtraCell).saying(&clean_line(cell)));
        Self { headings, row, problems: problems.into_iter().collect() }
    }

    pub fn line(&self) -> u32 {
        self.row.line
    }

    /// A cell as one clean line; nothing where it is blank or can't be used.
    pub fn text(&mut self, heading: Heading) -> Option<String> {
        let raw = self.raw(heading)?;
        let clean = clean_line(raw).split_whitespace().collect::<Vec<_>>().join(" ");
        (!clean.is_empty()).then_some(clean)
    }

    /// A cell as a text of many lines, which it must hold.
    pub fn long_text(&mut self, column: Column) -> Option<LongText> {
        let heading = Heading::Of(column);
        let before = self.problems.len();
        let raw = self.raw(heading).unwrap_or_default();
        if self.problems.len() > before {
            return None;
        }
        LongText::new(&clean_text(raw)).map_err(|problem| self.fault(heading, raw, text_fault(problem))).ok()
    }

    /// A cell as it stands, where there is nothing against it.
    fn raw(&mut self, heading: Heading) -> Option<&'t str> {
        let at = self.headings.place(heading)?;
        let raw = self.row.cells.get(at).map_or("", |c| c.trim());
        if self.row.errors.contains(&at) {
            self.fault(heading, raw, Fault::CellError);
            return None;
        }
        if raw.chars().any(|c| is_hostile(c) && !matches!(c, '\n' | '\r' | '\t')) {
            self.fault(heading, raw, Fault::Control);
            return None;
        }
        Some(raw)
    }

    /// Notes a fault of a cell.
    pub fn fault(&mut self, heading: Heading, value: &str, fault: Fault) {
        let problem = Problem::on_line(self.row.line, fault).at(heading).saying(&clean_line(value));
        let problem = match self.headings.name(heading) {
            Some(name) => problem.headed(name),
            None => problem,
        };
        // A cell may be asked for twice; it is wrong once.
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// A cell read as a value.
    pub fn read<T>(&mut self, heading: Heading, read: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        let text = self.text(heading)?;
        read(&text).map_err(|fault| self.fault(heading, &text, fault)).ok()
    }

    /// A cell read as a value that it must hold.
    pub fn must<T>(&mut self, column: Column, read: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
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

    pub fn must_date(&mut self, column: Column) -> Option<NaiveDate> {
        self.must(column, date)
    }

    pub fn line_of(&mut self, column: Column) -> Option<Line> {
        self.read(Heading::Of(column), |t| Line::new(t).map_err(text_fault))
    }

    pub fn name(&mut self) -> Option<PersonName> {
        self.must(Column::Child, |t| PersonName::new(t).map_err(text_fault))
    }
}

fn date(text: &str) -> Result<NaiveDate, Fault> {
    value::date(text).ok_or(Fault::NotA(Expected::Date))
}

pub(super) fn text_fault(problem: TextProblem) -> Fault {
    match problem {
        TextProblem::Empty => Fault::Rule(RowReason::Missing),
        TextProblem::TooLong { max } => Fault::TooLong { max },
        TextProblem::Control | TextProblem::Character => Fault::Control,
    }
}

/// Initials as a list writes them.
pub(super) fn initials(text: &str) -> Result<Initials, Fault> {
    Initials::new(text).map_err(|_| Fault::Rule(RowReason::Unknown))
}
