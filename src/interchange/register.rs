//! A register with a column for each day: finds the days among the headings, and turns its rows into one for each day.

use chrono::NaiveDate;
use trivsel_domain::decide::{Column, RowReason};
use trivsel_domain::value::SchoolYear;

use super::bounds::Room;
use super::heading::Heading;
use super::headings::Headings;
use super::merged::Merged;
use super::note::Note;
use super::problem::{Expected, Fault, Problem};
use super::question::Question;
use super::table::{Row, Special, Table, WIDEST};
use super::told::Reading;
use super::value;
use trivsel_words::Lang;
use trivsel_words::text::clean_line;
use trivsel_words::typed_date::{DateProblem, Lean, parse_date, typed_week, weekday_of};

/// How many school years back the days of a register may be.
const YEARS_BACK: i32 = 5;

/// A heading that is a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DayHead {
    On(NaiveDate),
    /// A day and month without a year.
    Open,
    /// Written like a day, but there is none such.
    Wrong,
}

/// Reads a heading as a day: `16-11-2026`, `man 16/11`, `1.9.26`. A week, a bare number or a phrase is none.
pub(super) fn day_head(text: &str) -> Option<DayHead> {
    let text = value::without_midnight(text.trim());
    let (word, number) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count();
    let month_named = text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let dated = numbers >= 2 || numbers == 1 && month_named;
    if !dated || text.starts_with(['+', '-']) || typed_week(&[word.trim(), number.trim()], Lang::En).is_some()
    {
        return None;
    }
    let [one, other] = value::SEEN_FROM.map(|today| parse_date(text, today, Lean::Past, Lang::En));
    match (one, other) {
        (Err(DateProblem::NotUnderstood | DateProblem::Empty), _) => None,
        (Ok(one), Ok(other)) if one == other => Some(DayHead::On(one)),
        (one, other) if one == other => Some(DayHead::Wrong),
        _ => Some(DayHead::Open),
    }
}

/// The day without a year in a school year; `None` if it does not exist there, or falls on another weekday.
fn in_year(text: &str, year: SchoolYear) -> Option<NaiveDate> {
    let text = value::without_midnight(text.trim());
    let date = match parse_date(text, year.first_day(), Lean::Future, Lang::En) {
        Ok(date) | Err(DateProblem::FarAway { date, .. }) => Some(date),
        Err(_) => None,
    };
    date.filter(|date| year.includes(*date))
}

/// A column that is a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DayColumn {
    pub at: usize,
    /// Its heading.
    pub name: String,
    pub head: DayHead,
}

/// The columns whose headings are days. A heading over several columns is one of each.
pub(super) fn day_columns(row: &Row, merged: &[Merged]) -> Vec<DayColumn> {
    let day = |at: usize, cell: &String| {
        let name = clean_line(cell.trim());
        day_head(&name).map(|head| DayColumn { at, name, head })
    };
    let cells = row.cells.iter().take(WIDEST).enumerate();
    let mut days: Vec<DayColumn> = cells.filter_map(|(at, cell)| day(at, cell)).collect();
    if !days.iter().any(|day| day.head != DayHead::Wrong) {
        return Vec::new();
    }
    let over = |merged: &&Merged| (merged.first.0..=merged.last.0).contains(&row.line);
    for merged in merged.iter().filter(over) {
        let Some(day) = days.iter().find(|day| day.at == merged.first.1).cloned() else { continue };
        let covered = (merged.first.1 + 1..=merged.last.1).filter(|at| *at < WIDEST && !row.has(*at));
        days.extend(covered.map(|at| DayColumn { at, ..day.clone() }));
    }
    days.sort_by_key(|day| day.at);
    days
}

/// A day of the register, and the columns of its marks.
#[derive(Clone, Debug)]
struct Day {
    date: NaiveDate,
    name: String,
    first: Option<usize>,
    second: Option<usize>,
}

/// The columns of the rows that a register is turned into.
const FOUND: [Column; 6] =
    [Column::Child, Column::Born, Column::Origin, Column::Date, Column::First, Column::Second];

/// Where the row of a child on a day stands in the file.
#[derive(Clone, Debug)]
struct Spot {
    line: u32,
    day: usize,
}

/// Where each row stands in the file, by its number from 1.
#[derive(Clone, Debug, Default)]
pub(super) struct Spots {
    spots: Vec<Spot>,
    days: Vec<Day>,
    /// The columns of child, birth and origin.
    places: [Option<usize>; 3],
}

impl Spots {
    fn spot(&self, line: u32) -> Option<&Spot> {
        self.spots.get(usize::try_from(line).ok()?.checked_sub(1)?)
    }

    /// Turns the row of a child into one for each day with a mark, and takes room for their text before it is copied.
    fn turn(&mut self, row: &Row, made: &mut Vec<Row>, room: &mut Room) -> Result<(), Fault> {
        for (number, day) in self.days.iter().enumerate() {
            let marks = [day.first, day.second];
            if !marks.iter().flatten().any(|at| row.has(*at) || row.special(*at).is_some()) {
                continue;
            }
            let from = self.places.into_iter().chain([None]).chain(marks);
            let text = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
            room.take(1, FOUND.len(), from.clone().map(|at| text(at).len()).sum())?;
            let line = u32::try_from(made.len() + 1).unwrap_or(u32::MAX);
            let mut one = Row { line, ..Row::default() };
            for (place, at) in from.enumerate() {
                one.put(place, text(at).to_owned(), at.and_then(|at| row.special(at)));
            }
            one.put(DATE, day.date.format("%Y-%m-%d").to_string(), None);
            made.push(one);
            self.spots.push(Spot { line: row.line, day: number });
        }
        Ok(())
    }

    /// A problem of such a row as one of its cell in the file.
    pub fn in_file(&self, mut problem: Problem) -> Problem {
        let Some(spot) = problem.line.and_then(|line| self.spot(line)) else { return problem };
        let day = &self.days[spot.day];
        problem.line = Some(spot.line);
        let of_child = problem.at.and_then(|at| self.places.get(at).copied().flatten());
        if of_child.is_none() {
            let second = problem.at.is_some_and(|at| FOUND.get(at) == Some(&Column::Second));
            let at = if second { day.second } else { day.first };
            problem.at = at.or(day.first).or(day.second);
            problem = problem.headed(&day.name);
            if problem.column == Some(Column::Date) {
                problem.value = None;
            }
        } else {
            problem.at = of_child;
        }
        if let Fault::Rule(RowReason::Repeats { line }) = &mut problem.fault
            && let Some(other) = self.spot(*line)
        {
            *line = other.line;
        }
        problem
    }
}

/// Turns the rows of a register into one for each child and day. `None` if no headings are days, or with a problem of
/// theirs.
pub(super) fn by_day(
    table: &mut Table,
    headings: &Headings,
    reading: &Reading<'_>,
) -> Option<(Headings, Spots)> {
    if headings.days.is_empty() {
        return None;
    }
    let rows = std::mem::take(&mut table.rows);
    let head = table.head;
    let mut problems = Vec::new();
    let days = match dated(&headings.days, head, reading) {
        Ok(dates) => dates,
        Err((problem, question)) => {
            table.problems.extend(problem);
            table.question = question;
            return None;
        }
    };
    let mut rows = rows.into_iter().peekable();
    let halves = rows.next_if(|row| is_subheading(row, headings)).map(|row| halves(&row));
    let days = paired(&headings.days, &days, &halves.unwrap_or_default(), head, &mut problems);
    let places =
        [Column::Child, Column::Born, Column::Origin].map(|column| headings.place(Heading::Of(column)));
    let mut spots = Spots { spots: Vec::new(), days, places };
    let (mut made, mut room) = (Vec::new(), Room::default());
    for mut row in rows {
        problems.extend(headings.extra(&row));
        let filled = fill_right(&mut row, headings, &table.merged, &mut room);
        if let Err(fault) = filled.and_then(|()| spots.turn(&row, &mut made, &mut room)) {
            problems = vec![Problem::of_file(fault)];
            made.clear();
            break;
        }
    }
    let dates = spots.days.iter().map(|day| day.date);
    if let (Some(from), Some(to)) = (dates.clone().min(), dates.clone().max()) {
        table.notes.push(Note::Register { days: dates.count(), from, to });
    }
    table.rows = made;
    table.problems.append(&mut problems);
    let name = |column| headings.name(Heading::Of(column)).unwrap_or_default().to_owned();
    let found = FOUND.iter().enumerate().filter(|(at, _)| places.get(*at).is_none_or(Option::is_some));
    let found = found.map(|(at, column)| (Heading::Of(*column), at, name(*column))).collect();
    Some((headings.placed(found), spots))
}

/// The place of the date among [`FOUND`].
const DATE: usize = 3;

/// The dates of the columns, with the school year where they have none. Otherwise what is wrong, and what to ask.
fn dated(
    days: &[DayColumn],
    head: u32,
    reading: &Reading<'_>,
) -> Result<Vec<NaiveDate>, (Vec<Problem>, Option<Question>)> {
    let open: Vec<&DayColumn> = days.iter().filter(|day| day.head == DayHead::Open).collect();
    if let ([first, ..], None) = (open.as_slice(), reading.told.year) {
        let last = open.last().unwrap_or(first);
        let now = SchoolYear::of(reading.today).starting();
        let years: Vec<SchoolYear> =
            (0..=YEARS_BACK).map(|back| SchoolYear::from_starting(now.saturating_sub(back))).collect();
        let fits = |year: &&SchoolYear| open.iter().all(|day| in_year(&day.name, **year).is_some());
        let fitting: Vec<SchoolYear> = years.iter().filter(fits).copied().collect();
        let (first, last) = (first.name.clone(), last.name.clone());
        let fault = Fault::WhichYear { first: first.clone(), last: last.clone() };
        let years = if fitting.is_empty() { years } else { fitting };
        let question = Question::Year { first, last, years };
        return Err((vec![Problem::on_line(head, fault)], Some(question)));
    }
    let (mut dates, mut problems) = (Vec::new(), Vec::new());
    for day in days {
        let (date, fault) = match (&day.head, reading.told.year) {
            (DayHead::On(date), _) => (Some(*date), Fault::NotA(Expected::Date)),
            (DayHead::Open, Some(year)) => (in_year(&day.name, year), Fault::NotInYear(year)),
            (DayHead::Open, None) | (DayHead::Wrong, _) => (None, Fault::NotA(Expected::Date)),
        };
        match date {
            Some(date) => dates.push(date),
            None => problems.push(Problem::on_line(head, fault).headed(&day.name).in_column(day.at)),
        }
    }
    if problems.is_empty() { Ok(dates) } else { Err((problems, None)) }
}

/// Which half of the day a column is, where a row below the headings says so.
type Halves = Vec<(usize, Column)>;

/// Whether a row only says halves or weekdays below the days: `fm`, `em`, `ma`, `ti`.
fn is_subheading(row: &Row, headings: &Headings) -> bool {
    let says = |cell: &str| half(cell).is_some() || weekday_of(cell.trim(), Lang::En).is_some();
    let mut cells = (0..row.cells.len()).filter(|at| row.has(*at) && !row.from_above.contains(at)).peekable();
    cells.peek().is_some() && cells.all(|at| headings.is_day(at) && says(&row.cells[at]))
}

fn halves(row: &Row) -> Halves {
    row.cells.iter().enumerate().filter_map(|(at, cell)| half(cell).map(|half| (at, half))).collect()
}

fn half(cell: &str) -> Option<Column> {
    let column = super::heading::ListKind::Attendance.heading(cell)?.column();
    [Column::First, Column::Second].contains(&column).then_some(column)
}

/// The days with their columns: one column is the whole day or its first mark, two are both.
fn paired(
    columns: &[DayColumn],
    dates: &[NaiveDate],
    halves: &Halves,
    head: u32,
    problems: &mut Vec<Problem>,
) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for (column, date) in columns.iter().zip(dates) {
        let half = halves.iter().find(|(at, _)| *at == column.at).map(|(_, half)| *half);
        let at = match days.iter().position(|day| day.date == *date) {
            Some(at) => at,
            None => {
                let name = column.name.clone();
                days.push(Day { date: *date, name, first: None, second: None });
                days.len() - 1
            }
        };
        let day = &mut days[at];
        let place = match half {
            Some(Column::Second) => &mut day.second,
            Some(_) => &mut day.first,
            None if day.first.is_none() => &mut day.first,
            None => &mut day.second,
        };
        if place.is_some() {
            let problem = Problem::on_line(head, Fault::HeadingTwice).headed(&column.name);
            problems.push(problem.in_column(column.at));
        } else {
            *place = Some(column.at);
        }
    }
    days
}

/// Fills the days that merged cells reach over with their mark.
fn fill_right(row: &mut Row, headings: &Headings, merged: &[Merged], room: &mut Room) -> Result<(), Fault> {
    let here = |merged: &&Merged| (merged.first.0..=merged.last.0).contains(&row.line);
    for merged in merged.iter().filter(here).copied().collect::<Vec<_>>() {
        let Some(text) = row.cells.get(merged.first.1).filter(|cell| !cell.trim().is_empty()).cloned() else {
            continue;
        };
        let special: Option<Special> = row.special(merged.first.1);
        if !headings.is_day(merged.first.1) {
            continue;
        }
        for at in (merged.first.1 + 1..=merged.last.1).filter(|at| headings.is_day(*at)) {
            if !row.has(at) {
                room.take(0, 1, text.len())?;
                row.put(at, text.clone(), special);
            }
        }
    }
    Ok(())
}
