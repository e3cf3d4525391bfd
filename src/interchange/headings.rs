//! Finds the headings in the first rows of a file, and what each column holds.

use trivsel_domain::decide::Column;

use super::day_head::{DAYS, DayColumn, day_columns};
use super::heading::{Heading, Layout, ListKind, REGISTER, WEEK};
use super::mapping::{ColumnMeaning, Mapping, column_name, place_name};
use super::merged::Merged;
use super::months;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::profile;
use super::question::{Question, Shown};
use super::synonyms::Key;
use super::table::{Row, Table, WIDEST};
use super::told::Reading;
use trivsel_words::text::clean_line;

/// How many rows are searched for the headings.
pub(super) const SOUGHT: usize = 20;

/// What the row or the column is called that counts the marks of a register.
const SUMS: [&str; 9] =
    ["i alt", "sum", "total", "totalt", "antal", "antal i alt", "fravær i alt", "totals", "total absence"];

/// Whether a text is what a row or a column of sums is called.
pub(super) fn is_named_sum(text: &str) -> bool {
    Key::of(text).means_any(&SUMS)
}

/// The row that holds the headings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// The row index, from 0.
    pub at: usize,
    pub rank: Rank,
}

/// How well a row fits as the headings, by what counts most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// Whether a remembered profile has these headings.
    remembered: bool,
    /// Whether every required heading is present.
    complete: bool,
    /// Whether several cells are days.
    days: bool,
    /// How many cells are headings of the list.
    known: usize,
    /// Whether the row has about as many cells as the others.
    wide: bool,
}

/// Finds the headings: the first row with every required heading, otherwise the row that fits best.
pub(super) fn place(rows: &[Row], reading: &Reading<'_>) -> Placed {
    let sought = rows.get(..SOUGHT).unwrap_or(rows);
    let most = sought.iter().map(Row::filled).max().unwrap_or_default();
    let placed = sought.iter().enumerate().map(|(at, row)| Placed { at, rank: rank(row, most, reading) });
    // The first row wins a tie.
    let none = Placed { at: 0, rank: Rank::default() };
    placed.fold(none, |best, row| if row.rank > best.rank { row } else { best })
}

impl Rank {
    /// Whether the row has what the list needs.
    pub fn fits(&self) -> bool {
        self.remembered || self.complete
    }

    /// Whether the row has what a register with a column for each day needs.
    pub fn has_days(&self) -> bool {
        self.days
    }
}

fn rank(row: &Row, most: usize, reading: &Reading<'_>) -> Rank {
    let filled = row.filled();
    // A title stands alone.
    if filled < 2 {
        return Rank::default();
    }
    let layout = reading.layout();
    let heading = |cell: &String| match reading.told.mapping.column(cell) {
        Some(meaning) => meaning.0,
        None => layout.heading(cell),
    };
    let known: Vec<Heading> = row.cells.iter().filter_map(heading).collect();
    let days = match reading.list {
        ListKind::Attendance => day_columns(row, &[]).len(),
        ListKind::Cases | ListKind::Talks => 0,
    };
    let has = |required: &[Column]| required.iter().all(|c| known.contains(&Heading::Of(*c)));
    let complete = has(layout.required) || days > 0 && has(REGISTER.required);
    let remembered = reading.is_remembered(row);
    if complete || remembered {
        return Rank { remembered, complete, days: days >= DAYS, ..Rank::default() };
    }
    Rank { days: days >= DAYS, known: known.len(), wide: filled * 2 >= most, ..Rank::default() }
}

/// The position of each heading in a file, and its name there.
#[derive(Clone, Debug, Default)]
pub(super) struct Headings {
    found: Vec<(Heading, usize, String)>,
    /// The columns that are not read, because the user says so.
    left_out: Vec<usize>,
    /// The columns of a register that are days.
    pub days: Vec<DayColumn>,
    /// What is said about columns and marks.
    pub mapping: Mapping,
    /// The headings that are words.
    pub words: Vec<String>,
}

/// A column whose heading does not say what it holds.
struct Unknown {
    at: usize,
    name: String,
}

impl Headings {
    /// These headings in other places.
    pub fn placed(&self, found: Vec<(Heading, usize, String)>) -> Self {
        Self { found, mapping: self.mapping.clone(), words: self.words.clone(), ..Self::default() }
    }

    /// Removes the headings and everything above them from the table, leaving its rows.
    pub fn take(table: &mut Table, reading: &Reading<'_>) -> Self {
        let mut headings = Self::default();
        if table.rows.is_empty() {
            return headings;
        }
        let at = place(&table.rows, reading).at;
        let titles: Vec<Row> = table.rows.drain(..at).collect();
        let mut row = table.rows.remove(0);
        table.head = row.line;
        table.merged.retain(|merged| merged.last.0 >= row.line);
        headings.words = profile::headings(&row, reading.today);
        let before = table.notes.len();
        let profile = reading.profile(&headings.words);
        headings.mapping = reading.mapping(profile);
        table.notes.extend(profile.map(|named| Note::Profile(named.name.clone())));
        let mut read = Vec::new();
        if reading.list == ListKind::Attendance && !headings.has_dates(&row, reading.layout()) {
            headings.days = day_columns(&row, &table.merged);
            read = headings.settle(&titles, &mut row, table, reading);
        }
        let above = titles.into_iter().filter(|row| !read.contains(&row.line));
        let above: Vec<Note> = above.map(|row| Note::Above { line: row.line, text: row.said() }).collect();
        table.notes.splice(before..before, above);
        let layout = if headings.days.is_empty() { reading.layout() } else { &REGISTER };
        let unknown = headings.read(&row, layout, table);
        let missing = headings.missing(layout);
        for column in &missing {
            table.problems.push(Problem::on_line(row.line, Fault::HeadingMissing).at(Heading::Of(*column)));
        }
        let question = headings.question(&missing, unknown, layout, table);
        table.question = question.or(table.question.take());
        headings.merged(table, row.line);
        headings
    }

    /// Finds the months of the days, and returns the lines above that were read for it. The row of the headings gets those
    /// that stand above its blank cells, and loses its months.
    fn settle(
        &mut self,
        titles: &[Row],
        row: &mut Row,
        table: &mut Table,
        reading: &Reading<'_>,
    ) -> Vec<u32> {
        let mut found = months::settle(&mut self.days, titles, row, table, &self.mapping, reading);
        table.notes.append(&mut found.notes);
        table.problems.append(&mut found.problems);
        table.question = table.question.take().or(found.question);
        if self.days.iter().any(|day| day.number().is_some()) {
            for at in (0..row.cells.len()).filter(|at| !self.is_day(*at)) {
                if !months::of(&row.cells[at], reading.today).is_empty() {
                    row.cells[at].clear();
                }
            }
        }
        if let Some(above) = titles.last().filter(|above| above.line + 1 == row.line) {
            let heads = |at: &usize| REGISTER.heading(&above.cells[*at]).is_some();
            let taken: Vec<usize> =
                above.own().filter(|at| !row.has(*at) && !self.is_day(*at)).filter(heads).collect();
            for at in taken {
                row.put(at, above.cells[at].clone(), None);
                found.lines.push(above.line);
            }
        }
        found.lines
    }

    /// Whether a column holds the dates, so that a row is one day.
    fn has_dates(&self, row: &Row, layout: &Layout) -> bool {
        let date = Heading::Of(Column::Date);
        let cells = row.cells.iter().take(WIDEST).enumerate();
        cells.filter(|(_, cell)| !cell.trim().is_empty()).any(|(at, cell)| {
            match self.said(at, &column_name(row, at)) {
                Some(meaning) => meaning.0 == Some(date),
                None => layout.heading(cell) == Some(date),
            }
        })
    }

    /// What is said about a column, by its name or its place.
    fn said(&self, at: usize, name: &str) -> Option<ColumnMeaning> {
        self.mapping.column(name).or_else(|| self.mapping.column(&place_name(at)))
    }

    /// Reads what each column holds, and returns those that do not say it.
    fn read(&mut self, row: &Row, layout: &Layout, table: &mut Table) -> Vec<Unknown> {
        let mut unknown = Vec::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let cell = cell.trim();
            let name = if at < WIDEST { column_name(row, at) } else { cell.to_owned() };
            let said = self.said(at, &name);
            if said == Some(ColumnMeaning(None)) {
                self.left_out.push(at);
                self.days.retain(|day| day.at != at);
                continue;
            }
            let said = said.and_then(|meaning| meaning.0).filter(|heading| layout.headings.contains(heading));
            if self.is_day(at) || cell.is_empty() && said.is_none() {
                continue;
            }
            if !self.days.is_empty() && said.is_none() && is_named_sum(cell) {
                self.left_out.push(at);
                table.notes.push(Note::SumColumn(clean_line(cell)));
                continue;
            }
            let problem = |fault| Problem::on_line(row.line, fault).headed(cell).in_column(at);
            match said.or_else(|| layout.heading(cell)) {
                Some(heading) if self.place(heading).is_none() => {
                    self.found.push((heading, at, if cell.is_empty() { name } else { cell.to_owned() }));
                    continue;
                }
                Some(_) => table.problems.push(problem(Fault::HeadingTwice)),
                None => {
                    let near = layout.near(cell).map(str::to_owned);
                    table.problems.push(problem(Fault::UnknownHeading).almost(near));
                }
            }
            unknown.push(Unknown { at, name });
        }
        // Columns that hold something without a heading.
        let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default().min(WIDEST);
        for at in 0..width {
            if row.has(at) || self.covers(at) || !table.rows.iter().any(|row| row.has(at)) {
                continue;
            }
            let name = column_name(row, at);
            match self.said(at, &name) {
                Some(ColumnMeaning(Some(heading)))
                    if layout.headings.contains(&heading) && self.place(heading).is_none() =>
                {
                    self.found.push((heading, at, name));
                }
                Some(ColumnMeaning(None)) => self.left_out.push(at),
                _ => unknown.push(Unknown { at, name }),
            }
        }
        unknown
    }

    /// The required columns that are not there. A list has all weekdays or none.
    fn missing(&self, layout: &Layout) -> Vec<Column> {
        let week = WEEK.iter().any(|d| self.place(Heading::Of(*d)).is_some());
        let asked = layout.required.iter().chain(WEEK.iter().filter(|_| week));
        asked.copied().filter(|column| self.place(Heading::Of(*column)).is_none()).collect()
    }

    /// What to ask about the columns: first where a required one is, then what each other one holds.
    fn question(
        &self,
        missing: &[Column],
        unknown: Vec<Unknown>,
        layout: &Layout,
        table: &Table,
    ) -> Option<Question> {
        let shown = |column: Unknown| Shown::of(column.at, column.name, &table.rows);
        let required = missing.iter().find(|column| layout.required.contains(column));
        if let Some(column) = required {
            let among: Vec<Shown> = unknown.into_iter().map(shown).collect();
            let wanted = Heading::Of(*column);
            return (!among.is_empty()).then_some(Question::Column { wanted, among });
        }
        let column = unknown.into_iter().next().map(shown)?;
        let open = layout.headings.iter().copied().filter(|heading| self.place(*heading).is_none());
        Some(Question::Meaning { column, options: open.collect() })
    }

    /// Where a heading is, and its name in the file.
    fn found(&self, heading: Heading) -> Option<(usize, &str)> {
        self.found.iter().find(|(h, ..)| *h == heading).map(|(_, at, name)| (*at, name.as_str()))
    }

    /// The index of a heading in the row, from 0.
    pub fn place(&self, heading: Heading) -> Option<usize> {
        self.found(heading).map(|(at, _)| at)
    }

    /// The name of a heading in the file.
    pub fn name(&self, heading: Heading) -> Option<&str> {
        self.found(heading).map(|(_, name)| name)
    }

    /// Adds to a problem where the column of a heading is.
    pub fn locate(&self, problem: Problem, heading: Heading) -> Problem {
        match self.found(heading) {
            Some((at, name)) => problem.headed(name).in_column(at),
            None => problem,
        }
    }

    /// Whether an index in the row is a day.
    pub fn is_day(&self, at: usize) -> bool {
        self.days.iter().any(|day| day.at == at)
    }

    /// The first cell of a row that stands outside the headings, as a problem.
    pub fn extra(&self, row: &Row) -> Option<Problem> {
        let at = (0..row.cells.len()).find(|at| row.has(*at) && !self.covers(*at))?;
        let problem = Problem::on_line(row.line, Fault::ExtraCell).saying(&clean_line(&row.cells[at]));
        Some(problem.in_column(at))
    }

    /// Whether an index in the row has a heading, or is left out.
    pub fn covers(&self, at: usize) -> bool {
        self.found.iter().any(|(_, place, _)| *place == at) || self.left_out.contains(&at) || self.is_day(at)
    }

    /// Says which merged cells are read as filled, and refuses those of a text that would become one of each row.
    fn merged(&self, table: &mut Table, line: u32) {
        let texts = [Column::Text, Column::Remark].map(|column| self.place(Heading::Of(column)));
        let (unclear, filled): (Vec<&Merged>, Vec<&Merged>) = (table.merged.iter())
            .filter(|merged| merged.is_tall() && merged.last.0 > line && merged.first.1 < WIDEST)
            .partition(|merged| texts.contains(&Some(merged.first.1)));
        let ranges: Vec<String> = filled.into_iter().map(Merged::range).collect();
        if let Some(merged) = unclear.first() {
            table.problems.push(Problem::of_file(Fault::Merged { range: merged.range() }));
        }
        if !ranges.is_empty() {
            table.notes.push(Note::Filled(ranges));
        }
    }
}
