//! The two marks of a day: which half a column is, and which columns are of one day.

use trivsel_domain::decide::Column;

use super::dated::Dated;
use super::day_head::{DayColumn, is_of_days, weekdays};
use super::headings::Headings;
use super::problem::{Fault, Problem};
use super::spots::Day;
use super::table::Row;
use trivsel_words::Lang;
use trivsel_words::typed_date::weekday_of;

/// Which half of the day a column is, where a row below the headings says so.
pub(super) type Halves = Vec<(usize, Column)>;

/// Whether a row only says halves or weekdays below the days: `fm`, `em`, `ma`, `ti`.
pub(super) fn is_subheading(row: &Row, headings: &Headings) -> bool {
    let says = |cell: &str| half(cell).is_some() || weekday_of(cell.trim(), Lang::En).is_some();
    let mut cells = row.own().peekable();
    let halves = cells.peek().is_some() && cells.all(|at| headings.is_day(at) && says(&row.cells[at]));
    halves || is_of_days(row, &headings.days) && weekdays(row, &headings.days).is_some()
}

pub(super) fn halves(row: &Row) -> Halves {
    row.cells.iter().enumerate().filter_map(|(at, cell)| half(cell).map(|half| (at, half))).collect()
}

fn half(cell: &str) -> Option<Column> {
    let column = super::heading::ListKind::Attendance.heading(cell)?.column();
    [Column::First, Column::Second].contains(&column).then_some(column)
}

/// The days with their columns: one column is the whole day or its first mark, two are both.
pub(super) fn paired(
    columns: &[DayColumn],
    dates: &[Dated],
    halves: &Halves,
    head: u32,
    problems: &mut Vec<Problem>,
) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for (column, date) in columns.iter().zip(dates) {
        let half = halves.iter().find(|(at, _)| *at == column.at).map(|(_, half)| *half);
        let at = match days.iter().position(|day| date.is_ok() && day.date == *date) {
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
