//! The result of reading a list: its rows and problems.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::decide::{Column, ImportedCase, ImportedDay, ImportedTalk, Reason, Refusal, RowReason};
use trivsel_domain::record::{Child, Origin, Programme, Staff};

use super::cells::{Cells, in_order, one_line};
use super::heading::{Heading, ListKind};
use super::headings::Headings;
use super::near::near;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::profile::Profile;
use super::question::Question;
use super::register::by_day;
use super::source::{self, Source};
use super::spots::Spots;
use super::table::{Row, Table};
use super::told::{Reading, Told};
use super::{blocks, cases, days, mark, talks};
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
    /// What the user could say about it, if something is open.
    pub question: Option<Question>,
    list: ListKind,
    /// The names of the sheets in a workbook.
    names: Vec<String>,
    headings: Headings,
    /// The rows, in line order.
    read: Vec<Row>,
    /// Where the rows of a register stand in the file.
    spots: Option<Spots>,
}

/// Reads a list of cases: CSV (UTF-8, UTF-16 or a code page; semicolons, commas or tabs) or a sheet of a
/// workbook (XLSX, ODS).
#[must_use]
pub fn read_cases(
    bytes: &[u8],
    told: &Told,
    context: &Context<'_>,
    mint: &mut dyn FnMut() -> u128,
) -> Sheet<ImportedCase> {
    let reading = Reading { list: ListKind::Cases, told, today: context.today, in_one: true };
    read(bytes, &reading, |cells| cases::row(cells, context, mint))
}

/// Reads a list of attendance, in the same file formats.
#[must_use]
pub fn read_days(bytes: &[u8], told: &Told, today: NaiveDate) -> Sheet<ImportedDay> {
    let reading = Reading { list: ListKind::Attendance, told, today, in_one: true };
    let origin = Source::origin(told.source.as_ref());
    let mut sheet = read(bytes, &reading, |cells| days::row(cells, today, origin));
    source::named(&mut sheet.rows, told.source.as_ref());
    let marks = sheet.marks();
    if sheet.question.is_none() {
        sheet.question = mark::unknown(&marks, &sheet.headings.mapping);
    }
    if sheet.spots.is_some() {
        let said = mark::tally(&marks, &sheet.headings.mapping);
        sheet.notes.extend((!said.is_empty()).then_some(Note::Marks(said)));
    }
    let school = sheet.rows.iter().filter(|row| row.origin == Origin::SendingSchool).count();
    let name = told.source.as_ref().and_then(Source::name).cloned();
    sheet.notes.extend((school > 0).then_some(Note::School { days: school, name }));
    sheet
}

/// Reads a list of talks, in the same file formats.
#[must_use]
pub fn read_talks(
    bytes: &[u8],
    told: &Told,
    context: &Context<'_>,
    mint: &mut dyn FnMut() -> u128,
) -> Sheet<ImportedTalk> {
    let reading = Reading { list: ListKind::Talks, told, today: context.today, in_one: true };
    read(bytes, &reading, |cells| talks::row(cells, context, mint))
}

fn read<T>(
    bytes: &[u8],
    reading: &Reading<'_>,
    mut row: impl FnMut(&mut Cells<'_>) -> Option<T>,
) -> Sheet<T> {
    let tables = blocks::blocks(Table::read(bytes, reading), reading);
    let reading = &Reading { in_one: tables.len() == 1, ..*reading };
    let mut blocks: Vec<(Table, Headings)> = Vec::new();
    for mut table in tables {
        let headings = Headings::take(&mut table, reading);
        blocks.push((table, headings));
    }
    // With wrong headings every row would have the same fault.
    let wrong = blocks.iter().flat_map(|(table, _)| &table.problems).any(Problem::is_of_headings);
    let turned = if wrong { None } else { by_day(&mut blocks, reading) };
    let readable = !wrong && blocks.iter().all(|(_, headings)| headings.days.is_empty()) || turned.is_some();
    let (table, headings) = joined(blocks);
    let (headings, spots) = match turned {
        Some((headings, spots)) => (headings, Some(spots)),
        None => (headings, None),
    };
    let mut sheet = Sheet {
        rows: Vec::new(),
        problems: table.problems,
        notes: table.notes,
        question: table.question,
        list: reading.list,
        names: table
            .sheet
            .into_iter()
            .chain(table.more.into_iter().filter_map(|table| table.sheet))
            .collect(),
        headings,
        read: Vec::new(),
        spots,
    };
    if readable {
        sheet.read_rows(table.rows, &mut row);
    }
    let problems = std::mem::take(&mut sheet.problems);
    sheet.problems = sheet.in_order(problems);
    sheet
}

/// The first block with the problems, notes and names of all, and its headings.
fn joined(blocks: Vec<(Table, Headings)>) -> (Table, Headings) {
    let mut blocks = blocks.into_iter();
    let (mut all, headings) = blocks.next().unwrap_or_default();
    name(&mut all);
    for (mut table, _) in blocks {
        name(&mut table);
        all.problems.append(&mut table.problems);
        all.notes.extend(
            std::mem::take(&mut table.notes)
                .into_iter()
                .filter(|note| !all.notes.contains(note))
                .collect::<Vec<_>>(),
        );
        all.question = all.question.take().or(table.question.take());
        all.more.push(Table { sheet: table.sheet, ..Table::default() });
    }
    (all, headings)
}

/// Names the sheet in the problems of a table.
fn name(table: &mut Table) {
    for problem in table.problems.iter_mut().filter(|problem| problem.line.is_some()) {
        problem.sheet.clone_from(&table.sheet);
    }
}

impl<T> Sheet<T> {
    fn read_rows(&mut self, rows: Vec<Row>, row: &mut dyn FnMut(&mut Cells<'_>) -> Option<T>) {
        if rows.is_empty() && self.problems.is_empty() {
            self.problems.push(Problem::of_file(Fault::Empty));
        }
        for each in &rows {
            let mut cells = Cells::new(&self.headings, each);
            let read = row(&mut cells);
            let problems = cells.problems;
            if problems.is_empty() {
                self.rows.extend(read);
            } else {
                let problems = problems.into_iter().map(|problem| self.in_file(problem));
                self.problems.extend(problems.collect::<Vec<_>>());
            }
        }
        self.read = rows;
        self.notes.extend(self.turned());
    }

    /// How many names were written with the last name first.
    fn turned(&self) -> Option<Note> {
        let at = self.headings.place(Heading::Of(Column::Child))?;
        let cells = self.read.iter().filter_map(|row| row.cells.get(at)).map(|cell| one_line(cell));
        let names: BTreeMap<String, String> = cells
            .filter_map(|cell| match in_order(&cell) {
                Cow::Owned(name) => Some((cell.clone(), name)),
                Cow::Borrowed(_) => None,
            })
            .collect();
        let count = names.len();
        let (written, read) = names.into_iter().next()?;
        Some(Note::Turned { written, read, count })
    }

    /// A problem of a row, where the row stands in the file.
    fn in_file(&self, problem: Problem) -> Problem {
        match &self.spots {
            Some(spots) => spots.in_file(problem),
            None => problem,
        }
    }

    /// The problems in the order of the file, each once and with its sheet.
    fn in_order(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        for problem in problems.iter_mut().filter(|problem| problem.line.is_some()) {
            problem.sheet = problem.sheet.take().or_else(|| self.names.first().cloned());
        }
        let place = |p: &Problem| self.names.iter().position(|name| Some(name) == p.sheet.as_ref());
        problems.sort_by_key(|p| (place(p), p.line, self.spots.as_ref().and(p.at)));
        // A name of a register is read on each of its days.
        if self.spots.is_some() {
            let mut once: Vec<Problem> = Vec::new();
            for problem in problems {
                let line = once.iter().rev().take_while(|other| other.line == problem.line);
                if !line.into_iter().any(|other| *other == problem) {
                    once.push(problem);
                }
            }
            return once;
        }
        problems
    }

    /// Whether a column says whose register each row is of.
    #[must_use]
    pub fn names_registers(&self) -> bool {
        self.headings.place(Heading::Of(Column::Origin)).is_some()
    }

    /// The marks of all rows, as they are read.
    fn marks(&self) -> Vec<String> {
        let places = [Column::First, Column::Second].map(|column| self.headings.place(Heading::Of(column)));
        let cells = self.read.iter().flat_map(|row| places.map(|at| row.cells.get(at?)));
        cells.flatten().map(|cell| one_line(cell)).filter(|cell| !cell.is_empty()).collect()
    }

    /// The answers that were used, to be remembered for the next list with these headings.
    #[must_use]
    pub fn profile(&self) -> Profile {
        let mapping = self.headings.mapping.clone();
        Profile { list: self.list, headings: self.headings.words.clone(), mapping }
    }

    /// Every problem in line order: those found in reading and those the rules report. A name that nearly matches a
    /// child gets that child as a suggestion.
    #[must_use]
    pub fn problems_with(&self, refusal: Option<&Refusal>, children: &[Child]) -> Vec<Problem> {
        let mut all = self.problems.clone();
        // In a register the same name is unknown on each day.
        let mut known: BTreeMap<&str, Option<String>> = BTreeMap::new();
        let names = || children.iter().map(|c| (c.name.as_str(), c.name.as_str()));
        for reason in refusal.iter().flat_map(|r| r.reasons()) {
            let mut problem = self.problem(reason);
            if let Reason::InRow { line, column: Column::Child, why: RowReason::Unknown } = reason
                && let Some(cell) = self.cell(*line, Heading::Of(Column::Child))
            {
                let near = || near(&in_order(cell), names()).map(str::to_owned);
                problem = problem.almost(known.entry(cell).or_insert_with(near).clone());
            }
            all.push(self.in_file(problem));
        }
        self.in_order(all)
    }

    /// The text in the file.
    fn cell(&self, line: u32, heading: Heading) -> Option<&str> {
        let row = &self.read[self.read.binary_search_by_key(&line, |row| row.line).ok()?];
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
                self.headings.locate(problem, heading)
            }
            other => Problem::of_file(Fault::Whole(other.clone())),
        }
    }
}
