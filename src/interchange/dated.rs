//! The dates of the columns of a register, with the school year where they have none.

use chrono::NaiveDate;
use trivsel_domain::value::SchoolYear;

use super::day_head::{DayColumn, DayHead};
use super::month_name::{MonthNamed, YearNamed};
use super::months::date_of;
use super::problem::{Expected, Fault, Problem};
use super::question::Question;
use super::told::Reading;
use super::value;
use trivsel_words::Lang;
use trivsel_words::typed_date::{DateProblem, Lean, parse_date};

/// How many school years back the days of a register may be.
const YEARS_BACK: i32 = 5;

/// The day without a year in a school year; `None` if it does not exist there, or falls on another weekday.
pub(super) fn in_year(text: &str, year: SchoolYear) -> Option<NaiveDate> {
    let text = value::without_midnight(text.trim());
    let date = match parse_date(text, year.first_day(), Lean::Future, Lang::En) {
        Ok(date) | Err(DateProblem::FarAway { date, .. }) => Some(date),
        Err(_) => None,
    };
    date.filter(|date| year.includes(*date))
}

/// A column's date, or the month that has no such day.
pub(super) type Dated = Result<NaiveDate, MonthNamed>;

/// What is wrong with the dates, and what to ask.
pub(super) type Undated = Box<(Vec<Problem>, Option<Question>)>;

/// The dates of the columns. A month without a year needs the school year, as a day without one does.
pub(super) fn dated(days: &[DayColumn], head: u32, reading: &Reading<'_>) -> Result<Vec<Dated>, Undated> {
    let open: Vec<&DayColumn> = days.iter().filter(|day| is_open(day)).collect();
    if let ([first, ..], None) = (open.as_slice(), reading.told.year) {
        return Err(which_year(&open, first, head, reading));
    }
    let (mut dates, mut problems) = (Vec::new(), Vec::new());
    for day in days {
        match date(day, reading.told.year) {
            Ok(date) => dates.push(date),
            Err(fault) => {
                problems.push(Problem::on_line(head, fault).headed(&day.name).in_column(day.at));
            }
        }
    }
    // In a wrong month every day is another weekday, which is one fault.
    let shifted = |problem: &Problem| matches!(problem.fault, Fault::OtherWeekday(_));
    if days.iter().filter(|day| day.weekday.is_some()).count() == problems.len()
        && problems.iter().all(shifted)
    {
        problems.truncate(1);
    }
    if problems.is_empty() { Ok(dates) } else { Err(Box::new((problems, None))) }
}

fn is_open(day: &DayColumn) -> bool {
    match day.head {
        DayHead::Open => true,
        DayHead::OfMonth { month, .. } => month.is_some_and(|month| month.year.is_none()),
        DayHead::On(_) | DayHead::Wrong => false,
    }
}

fn date(day: &DayColumn, year: Option<SchoolYear>) -> Result<Dated, Fault> {
    match (day.head, year) {
        (DayHead::On(date), _) => Ok(Ok(date)),
        (DayHead::Open, Some(year)) => in_year(&day.name, year).map(Ok).ok_or(Fault::NotInYear(year)),
        (DayHead::OfMonth { day: number, month: Some(month) }, year) => {
            let month = year.map_or(month, |year| month.in_year(YearNamed::School(year)));
            match date_of(number, day.weekday, month) {
                Ok(date) => Ok(date.ok_or(month)),
                Err(date) => Err(Fault::OtherWeekday(date)),
            }
        }
        (DayHead::Open | DayHead::OfMonth { .. }, _) | (DayHead::Wrong, _) => {
            Err(Fault::NotA(Expected::Date))
        }
    }
}

/// Asks for the school year, of those in which the weekdays fit.
fn which_year(open: &[&DayColumn], first: &DayColumn, head: u32, reading: &Reading<'_>) -> Undated {
    let last = open.last().copied().unwrap_or(first);
    let now = SchoolYear::of(reading.today).starting();
    let years: Vec<SchoolYear> =
        (0..=YEARS_BACK).map(|back| SchoolYear::from_starting(now.saturating_sub(back))).collect();
    // The first of numbered days can't be ahead, or nothing would be registered.
    let fits = |year: SchoolYear| {
        open.iter().enumerate().all(|(place, day)| match date(day, Some(year)) {
            Ok(Ok(date)) => place > 0 || day.number().is_none() || date <= reading.today,
            Ok(Err(_)) => true,
            Err(_) => false,
        })
    };
    let fitting: Vec<SchoolYear> = years.iter().copied().filter(|year| fits(*year)).collect();
    let (first, last) = (shown(first), shown(last));
    let fault = Fault::WhichYear { first: first.clone(), last: last.clone() };
    let years = if fitting.is_empty() { years } else { fitting };
    Box::new((vec![Problem::on_line(head, fault)], Some(Question::Year { first, last, years })))
}

/// A day without a year as it is asked about.
fn shown(day: &DayColumn) -> String {
    match day.head {
        DayHead::OfMonth { day, month: Some(month) } => format!("{day}/{}", month.month),
        _ => day.name.clone(),
    }
}
