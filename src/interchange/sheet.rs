//! The result of reading a list: its rows and problems.

use chrono::NaiveDate;
use trivsel_domain::decide::{Column, ImportedCase, ImportedDay, ImportedTalk, Reason, Refusal, RowReason};
use trivsel_domain::record::{Child, Programme, Staff};

use super::cells::Cells;
use super::heading::{CASES, DAYS, Heading, Headings, Layout, TALKS};
use super::near::near;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::table::{Row, Table, Told};
use super::{cases, days, talks};
use trivsel_words::text::clean_line;

/// What reading a list needs to know about the house.
#[derive(Clone, Copy, Debug)]
pub struct Context<'h> {
    /// Gives the school year of a class.
    pub today: NaiveDate,
    /// Lists name staff by initials.
    pub staff: &'h [Staff],
    /// Lists name programmes by code or name.
    pub programmes: &'h [Programme],
}

/// A list that was read. It may only be imported without problems. Until then it holds the rows that could be read,
/// so that the rules can check them too.
#[derive(Clone, Debug)]
pub struct Sheet<T> {
    /// The rows that could be read.
    pub rows: Vec<T>,
    /// In line order.
    pub problems: Vec<Problem>,
    /// Notes on how the list was read.
    pub notes: Vec<Note>,
    headings: Headings,
    read: Vec<Row>,
}

/// Reads a list of cases: CSV (UTF-8, UTF-16 or a code page; semicolons, commas or tabs) or a sheet of an XLSX
/// file.
#[must_use]
pub fn read_cases(
    bytes: &[u8],
    told: &Told,
    context: &Context<'_>,
    mint: &mut dyn FnMut() -> u128,
) -> Sheet<ImportedCase> {
    read(bytes, told, &CASES, |cells| cases::row(cells, context, mint))
}

/// Reads a list of attendance, in the same file formats.
#[must_use]
pub fn read_days(bytes: &[u8], told: &Told, today: NaiveDate) -> Sheet<ImportedDay> {
    read(bytes, told, &DAYS, |cells| days::row(cells, today))
}

/// Reads a list of talks, in the same file formats.
#[must_use]
pub fn read_talks(
    bytes: &[u8],
    told: &Told,
    context: &Context<'_>,
    mint: &mut dyn FnMut() -> u128,
) -> Sheet<ImportedTalk> {
    read(bytes, told, &TALKS, |cells| talks::row(cells, context, mint))
}

fn read<T>(
    bytes: &[u8],
    told: &Told,
    layout: &Layout,
    mut row: impl FnMut(&mut Cells<'_>) -> Option<T>,
) -> Sheet<T> {
    let mut table = Table::read(bytes, told, layout);
    let headings = Headings::take(&mut table, layout);
    let (problems, notes) = (table.problems, table.notes);
    let mut sheet = Sheet { rows: Vec::new(), problems, notes, headings, read: Vec::new() };
    // With wrong headings every row would have the same fault.
    if sheet.problems.iter().any(Problem::is_of_headings) {
        return sheet;
    }
    if table.rows.is_empty() && sheet.problems.is_empty() {
        sheet.problems.push(Problem::of_file(Fault::Empty));
    }
    for each in &table.rows {
        let mut cells = Cells::new(&sheet.headings, each);
        let read = row(&mut cells);
        if cells.problems.is_empty() {
            sheet.rows.extend(read);
        } else {
            sheet.problems.append(&mut cells.problems);
        }
    }
    sheet.problems.sort_by_key(|p| p.line);
    sheet.read = table.rows;
    sheet
}

impl<T> Sheet<T> {
    /// Every problem in line order: those found in reading and those the rules report. A name that nearly matches a
    /// child gets that child as a suggestion.
    #[must_use]
    pub fn problems_with(&self, refusal: Option<&Refusal>, children: &[Child]) -> Vec<Problem> {
        let mut all = self.problems.clone();
        let reasons = refusal.iter().flat_map(|r| r.reasons());
        all.extend(reasons.map(|reason| self.problem(reason, children)));
        all.sort_by_key(|p| p.line);
        all
    }

    /// The text in the file.
    fn cell(&self, line: u32, heading: Heading) -> Option<&str> {
        let row = self.read.iter().find(|r| r.line == line)?;
        self.headings.place(heading).and_then(|at| row.cells.get(at)).map(String::as_str)
    }

    fn problem(&self, reason: &Reason, children: &[Child]) -> Problem {
        match reason {
            Reason::InRow { line, column, why } => {
                let heading = Heading::Of(*column);
                let problem = Problem::on_line(*line, Fault::Rule(why.clone())).at(heading);
                let problem = match self.cell(*line, heading) {
                    Some(cell) if *column == Column::Child && *why == RowReason::Unknown => {
                        let names = children.iter().map(|c| (c.name.as_str(), c.name.as_str()));
                        problem.saying(&clean_line(cell)).almost(near(cell, names).map(str::to_owned))
                    }
                    Some(cell) => problem.saying(&clean_line(cell)),
                    None => problem,
                };
                match self.headings.name(heading) {
                    Some(name) => problem.headed(name),
                    None => problem,
                }
            }
            other => Problem::of_file(Fault::Whole(other.clone())),
        }
    }
}
