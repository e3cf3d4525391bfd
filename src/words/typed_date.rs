//! Parses typed dates and spans: `i går`, `man`, `uge 48`, `fre uge 48`, `+2u`, `24.11`, `man-fre`.
//!
//! The result depends only on the text, today, the language, and the lean that resolves an open date.

mod expression;
mod leading;
mod reader;
mod span;
mod tokens;

pub use leading::{leading_date, leading_day_ahead, leading_span, typed_week, weekday_of};
pub use span::{Counting, DateSpan, parse_span};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use self::expression::{Expression, Meaning, Written, expression};
use super::Lang;
use super::text::{clean_line, clip};

/// The longest text that is parsed, in bytes. A longer text is not a date, and a paste must not block the keyboard.
const LONGEST: usize = 200;

/// How much of a wrong text the error quotes, in columns.
const SAID_BACK: usize = 20;

/// How far to search for a date without a year, in years: the next 29 February can be eight years away.
const YEARS_AWAY: i32 = 8;

/// The furthest a date without a year may be from today when it is written to a record, in days.
pub const REACH: i64 = 60;

/// Chooses between the dates that a text without a year can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lean {
    /// The latest date not after today, at most [`REACH`] days back. For log entries.
    Past,
    /// The earliest date not before today, at most [`REACH`] days ahead. For plans.
    Future,
    /// The nearest date in either direction, the later on a tie. For navigation.
    Nearest,
}

/// Why a typed date was not accepted. Worded by [`super::problems::date_problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateProblem {
    Empty,
    /// The text is not in any date format.
    NotUnderstood,
    /// The text is in a date format, but the date does not exist: 31.2, week 54, or outside 1900 to 2199.
    NoSuchDate {
        /// What was typed, cut to 20 columns.
        text: String,
    },
    /// The text has two readings.
    Ambiguous {
        /// What was typed, cut to 20 columns.
        text: String,
        /// One reading, in a form that can be typed.
        first: String,
        /// The other reading.
        second: String,
    },
    /// The text has no year, and the matching date is more than [`REACH`] days away.
    FarAway {
        date: NaiveDate,
        /// Distance from today in days; negative before today.
        days: i64,
    },
    /// The typed weekday does not match the date.
    OtherWeekday {
        /// The date that was read.
        date: NaiveDate,
    },
    /// The typed week does not match the date.
    OtherWeek {
        /// The date that was read.
        date: NaiveDate,
    },
    /// The span ends before it starts.
    Backwards {
        from: NaiveDate,
        to: NaiveDate,
    },
}

/// Parses a date, relative to `today`.
///
/// Danish words are understood in both languages, English words only in English. Today's weekday means today with
/// any lean. A week means its Monday, and the current week means this one with any lean. Years are 1900 to 2199;
/// two digits mean 20xx.
pub fn parse_date(text: &str, today: NaiveDate, lean: Lean, lang: Lang) -> Result<NaiveDate, DateProblem> {
    let (said, pieces) = pieces(text)?;
    let read = expression(&pieces, Written::Alone, &said, today, lang)?;
    within_reach(resolve(read, today, lean, &said)?, read, today, lean)
}

/// Parses a date on or after `today`, however far away.
fn parse_ahead(text: &str, today: NaiveDate, lang: Lang) -> Result<NaiveDate, DateProblem> {
    let (said, pieces) = pieces(text)?;
    let read = expression(&pieces, Written::Alone, &said, today, lang)?;
    resolve(read, today, Lean::Future, &said)
}

/// Rejects a date without a year that is too far from today.
fn within_reach(
    date: NaiveDate,
    read: Expression,
    today: NaiveDate,
    lean: Lean,
) -> Result<NaiveDate, DateProblem> {
    let days = date.signed_duration_since(today).num_days();
    let taken = lean == Lean::Nearest || !read.meaning.lacks_year() || days.abs() <= REACH;
    if taken { Ok(date) } else { Err(DateProblem::FarAway { date, days }) }
}

/// Splits the text into tokens, and returns the text to quote in errors.
fn pieces(text: &str) -> Result<(String, Vec<tokens::Token>), DateProblem> {
    if text.len() > LONGEST {
        return Err(DateProblem::NotUnderstood);
    }
    let line = clean_line(text);
    let pieces = tokens::tokens(&line).ok_or(DateProblem::NotUnderstood)?;
    if line.is_empty() { Err(DateProblem::Empty) } else { Ok((clip(&line, SAID_BACK), pieces)) }
}

/// Chooses the year or week relative to `anchor`, and checks the typed weekday and week against the date.
fn resolve(said: Expression, anchor: NaiveDate, lean: Lean, text: &str) -> Result<NaiveDate, DateProblem> {
    let date = match said.meaning {
        Meaning::Fixed(date) => Some(date),
        Meaning::Weekday(day) => toward(day, anchor, lean),
        Meaning::DayMonth { day, month } => {
            choose(anchor.year(), anchor, lean, |year| NaiveDate::from_ymd_opt(year, month, day))
        }
        Meaning::Week { week, weekday } => in_week(week, weekday.unwrap_or(Weekday::Mon), anchor, lean),
        Meaning::WeekOf(monday) => Some(monday),
        Meaning::MonthEnd(month) => choose(anchor.year(), anchor, lean, |year| last_of_month(year, month)),
        Meaning::Month { .. } | Meaning::Number(_) => return Err(DateProblem::NotUnderstood),
    };
    let date = date.ok_or_else(|| DateProblem::NoSuchDate { text: text.to_owned() })?;
    if said.weekday.is_some_and(|day| day != date.weekday()) {
        return Err(DateProblem::OtherWeekday { date });
    }
    if said.week.is_some_and(|week| week != date.iso_week().week()) {
        return Err(DateProblem::OtherWeek { date });
    }
    Ok(date)
}

/// A day of an ISO week. The week is on the right side of `anchor` if any of its days is.
fn in_week(week: u32, day: Weekday, anchor: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let monday = anchor.checked_sub_days(Days::new(days_from_monday(anchor.weekday())))?;
    let found = choose(anchor.iso_week().year(), monday, lean, |year| {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
    })?;
    found.checked_add_days(Days::new(days_from_monday(day)))
}

/// Chooses the year of a date according to the lean, relative to `anchor`.
fn choose(
    year: i32,
    anchor: NaiveDate,
    lean: Lean,
    of: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let before = || (0..=YEARS_AWAY).filter_map(|away| of(year - away)).find(|date| *date <= anchor);
    let after = || (0..=YEARS_AWAY).filter_map(|away| of(year + away)).find(|date| *date >= anchor);
    match lean {
        Lean::Past => before(),
        Lean::Future => after(),
        Lean::Nearest => nearest(anchor, before(), after()),
    }
}

/// The nearer of two dates, the later on a tie.
fn nearest(anchor: NaiveDate, before: Option<NaiveDate>, after: Option<NaiveDate>) -> Option<NaiveDate> {
    let away = |date: &NaiveDate| date.signed_duration_since(anchor).num_days().abs();
    after.into_iter().chain(before).min_by_key(away)
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// The weekday in the direction of the lean, including `anchor` itself.
fn toward(day: Weekday, anchor: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let ahead = (days_from_monday(day) + 7 - days_from_monday(anchor.weekday())) % 7;
    let after = || anchor.checked_add_days(Days::new(ahead));
    let before = || anchor.checked_sub_days(Days::new((7 - ahead) % 7));
    match lean {
        Lean::Past => before(),
        Lean::Future => after(),
        Lean::Nearest => nearest(anchor, before(), after()),
    }
}

fn days_from_monday(day: Weekday) -> u64 {
    u64::from(day.num_days_from_monday())
}
