//! Splits a register with several rows of headings into one for each: months under each other, beside each other with
//! their own names, and on several sheets.

use trivsel_domain::decide::Column;

use super::day_head::{DAYS, DayColumn, day_columns, weekdays};
use super::heading::{Heading, ListKind, REGISTER};
use super::headings::place;
use super::mapping::same;
use super::months;
use super::table::{Row, Table};
use super::told::Reading;

/// How many rows above the headings may be a title of them.
const TITLES: usize = 3;
/// The fewest numbers beside each other that are headings though nothing stands with them.
const NUMBERS: usize = 5;

/// Whether a sheet has a column for each day, and none for the dates.
pub(super) fn is_register(rows: &[Row], reading: &Reading<'_>) -> bool {
    reading.list == ListKind::Attendance
        && head(rows, reading)
            .is_some_and(|at| place(rows, reading).rank.has_days() && !has_dates(&rows[at], reading))
}

fn head(rows: &[Row], reading: &Reading<'_>) -> Option<usize> {
    (!rows.is_empty()).then(|| place(rows, reading).at)
}

fn has_dates(row: &Row, reading: &Reading<'_>) -> bool {
    row.cells.iter().any(|cell| reading.layout().heading(cell) == Some(Heading::Of(Column::Date)))
}

/// The parts of a list, each with its headings: one for a list without a column for each day.
pub(super) fn blocks(mut table: Table, reading: &Reading<'_>) -> Vec<Table> {
    let more = std::mem::take(&mut table.more);
    let sheets = std::iter::once(table).chain(more);
    sheets
        .flat_map(|sheet| if is_register(&sheet.rows, reading) { split(sheet, reading) } else { vec![sheet] })
        .collect()
}

/// Splits a register at its rows of headings, and each part at its columns of names.
fn split(mut table: Table, reading: &Reading<'_>) -> Vec<Table> {
    let Some(first) = head(&table.rows, reading) else { return vec![table] };
    let days = day_columns(&table.rows[first], &[]);
    let heads =
        (first + 1..table.rows.len()).filter(|at| is_head(&table.rows[*at], &table.rows[first], reading));
    let heads: Vec<usize> = heads.collect();
    let mut parts = Vec::new();
    for (number, at) in heads.iter().enumerate().rev() {
        let after = if number == 0 { first } else { heads[number - 1] };
        let titles = table.rows[after + 1..*at].iter().rev().take(TITLES);
        let titles = titles.take_while(|row| is_title(row, &days, reading)).count();
        let rows = table.rows.split_off(at - titles);
        parts.push(part(&table, rows));
    }
    parts.push(table);
    parts.into_iter().rev().flat_map(|part| beside(part, reading)).collect()
}

/// A part of the table with these rows.
fn part(table: &Table, rows: Vec<Row>) -> Table {
    Table { rows, merged: table.merged.clone(), sheet: table.sheet.clone(), ..Table::default() }
}

/// Whether a row below the headings is one of headings too: days, and beside them only what headings say.
fn is_head(row: &Row, first: &Row, reading: &Reading<'_>) -> bool {
    let days = day_columns(row, &[]);
    if days.len() < DAYS {
        return false;
    }
    let heading = |at: usize| {
        let cell = row.cells[at].trim();
        let above = first.cells.get(at).is_some_and(|head| same(head, cell));
        above || REGISTER.heading(cell).is_some() || !months::of(cell, reading.today).is_empty()
    };
    let mut beside = row.own().filter(|at| !days.iter().any(|day| day.at == *at)).peekable();
    match beside.peek() {
        Some(_) => beside.all(heading),
        None => {
            days.len() >= NUMBERS
                && days.windows(2).all(|two| two[0].number() < two[1].number() || two[1].number().is_none())
        }
    }
}

/// Whether a row above a row of headings belongs to it: a title with a month, or weekdays. With marks on the days it is
/// one only if its month has a year: a child may be called August.
fn is_title(row: &Row, days: &[DayColumn], reading: &Reading<'_>) -> bool {
    let months = |at: usize| months::of(&row.cells[at], reading.today);
    let marked = days.iter().any(|day| row.has(day.at) && months(day.at).is_empty());
    let titles = |at: usize| months(at).iter().any(|month| !marked || month.first_day().is_some());
    row.own().any(titles) || weekdays(row, days).is_some()
}

/// Splits a part whose headings name the child again beside its first days.
fn beside(table: Table, reading: &Reading<'_>) -> Vec<Table> {
    let Some(at) = head(&table.rows, reading) else { return vec![table] };
    let row = &table.rows[at];
    let days = day_columns(row, &[]);
    let of_child = |at: &usize| REGISTER.heading(&row.cells[*at]) == Some(Heading::Of(Column::Child));
    let starts: Vec<usize> = row.own().filter(of_child).collect();
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let spans: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
    let has_days = |(from, to): &(usize, usize)| {
        days.iter().filter(|day| (*from..*to).contains(&day.at)).count() >= DAYS
    };
    if spans.len() < 2 || !spans.iter().all(has_days) {
        return vec![table];
    }
    let mut parts = Vec::new();
    for (number, (from, to)) in spans.into_iter().enumerate() {
        // What stands left of the first name belongs to it.
        let from = if number == 0 { 0 } else { from };
        let rows =
            table.rows.iter().map(|row| columns(row, from, to)).filter(|row| !row.is_blank()).collect();
        let mut part = part(&table, rows);
        part.merged.retain(|merged| (from..to).contains(&merged.first.1));
        if number == 0 {
            part.problems.clone_from(&table.problems);
            part.notes.clone_from(&table.notes);
        }
        parts.push(part);
    }
    parts
}

/// A row with only the cells of some columns, in their places.
fn columns(row: &Row, from: usize, to: usize) -> Row {
    let within = |at: &usize| (from..to).contains(at);
    let cells = row.cells.iter().enumerate().take(to);
    let cells = cells.map(|(at, cell)| if at < from { String::new() } else { cell.clone() }).collect();
    Row {
        line: row.line,
        cells,
        special: row.special.iter().filter(|(at, _)| within(at)).copied().collect(),
        from_above: row.from_above.iter().filter(|at| within(at)).copied().collect(),
    }
}
