//! A list that was read: its rows, and everything that is wrong with it.

use chrono::NaiveDate;
use trivsel_domain::intake::{Intake, IntakeDay, IntakeTalk};
use trivsel_domain::{Programme, Reason, Refusal, Staff};

use super::cells::Cells;
use super::heading::{CASES, DAYS, Heading, Headings, Layout, TALKS};
use super::problem::{Fault, Problem};
use super::table::{Row, Table};
use super::{cases, days, talks};
use trivsel_words::text::clean_line;

/// What the reading of a list needs to know of the house.
#[derive(Clone, Copy, Debug)]
pub struct Context<'h> {
    /// Today, which says the school year of a class.
    pub today: NaiveDate,
    /// The staff, whom lists name by initials.
    pub staff: &'h [Staff],
    /// The programmes the house runs, which lists name by code or name.
    pub programmes: &'h [Programme],
}

/// A list that was read. It may be taken in only without problems; until then its rows are those that could be read,
/// so that the rules can be asked about them too.
#[derive(Clone, Debug)]
pub struct Sheet<T> {
    /// The rows that could be read.
    pub rows: Vec<T>,
    /// What is wrong, by line.
    pub problems: Vec<Problem>,
    headings: Headings,
    read: Vec<Row>,
}

/// Reads a list of cases: CSV (UTF-8, UTF-16 or Windows-1252; semicolons, commas or tabs) or the first sheet of an XLSX.
#[must_use]
pub fn read_cases(bytes: &[u8], context: &Context<'_>, mint: &mut dyn FnMut() -> u128) -> Sheet<Intake> {
    read(bytes, &CASES, |cells| cases::row(cells, context, mint))
}

/// Reads a list of attendance, in the same kinds of file.
#[must_use]
pub fn read_days(bytes: &[u8]) -> Sheet<IntakeDay> {
    read(bytes, &DAYS, days::row)
}

/// Reads a list of talks, in the same kinds of file.
#[must_use]
pub fn read_talks(bytes: &[u8], context: &Context<'_>, mint: &mut dyn FnMut() -> u128) -> Sheet<IntakeTalk> {
    read(bytes, &TALKS, |cells| talks::row(cells, context, mint))
}

fn read<T>(bytes: &[u8], layout: &Layout, mut row: impl FnMut(&mut Cells<'_>) -> Option<T>) -> Sheet<T> {
    let mut table = Table::read(bytes);
    let headings = Headings::take(&mut table, layout);
    let mut sheet = Sheet { rows: Vec::new(), problems: table.problems, headings, read: Vec::new() };
    // Under headings that are wrong every row would be wrong in the same way.
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
    /// Everything that is wrong: what was found in reading, and what the rules have against the rows, by line.
    #[must_use]
    pub fn problems_with(&self, refusal: Option<&Refusal>) -> Vec<Problem> {
        let mut all = self.problems.clone();
        all.extend(refusal.iter().flat_map(|r| r.reasons()).map(|reason| self.problem(reason)));
        all.sort_by_key(|p| p.line);
        all
    }

    /// What stands in the file.
    fn cell(&self, line: u32, heading: Heading) -> Option<&str> {
        let row = self.read.iter().find(|r| r.line == line)?;
        self.headings.place(heading).and_then(|at| row.cells.get(at)).map(String::as_str)
    }

    fn problem(&self, reason: &Reason) -> Problem {
        match reason {
            Reason::InRow { line, column, why } => {
                let heading = Heading::Of(*column);
                let problem = Problem::on_line(*line, Fault::Rule(why.clone())).at(heading);
                let problem = match self.cell(*line, heading) {
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
