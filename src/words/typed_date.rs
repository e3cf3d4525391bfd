//! Dates and spans of dates as people type them: `i går`, `man`, `uge 48`, `fre uge 48`, `+2u`, `24.11`,
//! `man-fre`. Pure functions of the text, today, and which way an open date leans.

mod expression;
mod reader;
mod span;
mod tokens;

pub use span::{Counting, DateSpan, parse_span};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use self::expression::{Expression, Meaning, Written, expression};
use super::Lang;
use super::text::{clean_line, clip};

/// The longest text looked at, in bytes. Longer is not a date, and a paste must not hold up the keys.
const LONGEST: usize = 200;

/// How much of a text is said back when it is wrong, in columns.
const SAID_BACK: usize = 20;

/// How far a date without a year is looked for, in years: the 29th of February can be eight years away.
const YEARS_AWAY: i32 = 8;

/// How far from today a date without a year is taken when something is written, in days.
pub const REACH: i64 = 60;

/// Which of several dates a text without a year means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lean {
    /// The latest not after today, at most [`REACH`] days back: what is written in a log.
    Past,
    /// The earliest not before today, at most [`REACH`] days ahead: what is planned.
    Future,
    /// The nearest in either direction: going somewhere. Of two equally near, the later.
    Nearest,
}

/// Why a typed date is not a date. Worded by [`super::problems::date_problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing was typed.
    Empty,
    /// Not written as any date is.
    NotUnderstood,
    /// Written as a date, but no calendar has it: 31.2, week 54, beyond 1900 to 2199.
    NoSuchDate {
        /// What was typed, at most 20 columns of it.
        text: String,
    },
    /// Could be two things.
    Ambiguous {
        /// What was typed, at most 20 columns of it.
        text: String,
        /// One thing it could be, as it can be typed.
        first: String,
        /// The other.
        second: String,
    },
    /// No year was typed, and the date that fits is more than [`REACH`] days away.
    FarAway {
        /// The date that fits.
        date: NaiveDate,
        /// Its distance from today, in days; negative before today.
        days: i64,
    },
    /// The weekday beside the date is not the date's.
    OtherWeekday {
        /// The date.
        date: NaiveDate,
    },
    /// The week beside the date is not the date's.
    OtherWeek {
        /// The date.
        date: NaiveDate,
    },
    /// A span whose end is before its start.
    Backwards {
        /// The start.
        from: NaiveDate,
        /// The end, before it.
        to: NaiveDate,
    },
}

/// The date a text means, seen from `today`.
///
/// Danish words are understood in both languages, English ones in English. A weekday that is today's means today
/// with any lean. A week means its Monday, and the current week is this one with any lean. Years are 1900
/// to 2199; two digits are 20xx.
///
/// # Errors
/// What is wrong, as data.
pub fn parse_date(text: &str, today: NaiveDate, lean: Lean, lang: Lang) -> Result<NaiveDate, DateProblem> {
    let (said, pieces) = pieces(text)?;
    let read = expression(&pieces, Written::Alone, &said, today, lang)?;
    within_reach(resolve(read, today, lean, &said)?, read, today, lean)
}

/// Refuses a date that was typed without a year and is too far away to be taken for granted.
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

/// The text as it is said back, and its pieces.
fn pieces(text: &str) -> Result<(String, Vec<tokens::Token>), DateProblem> {
    if text.len() > LONGEST {
        return Err(DateProblem::NotUnderstood);
    }
    let line = clean_line(text);
    let pieces = tokens::tokens(&line).ok_or(DateProblem::NotUnderstood)?;
    if line.is_empty() { Err(DateProblem::Empty) } else { Ok((clip(&line, SAID_BACK), pieces)) }
}

/// Chooses the year or week of what was meant, seen from `anchor`, and checks what was said beside it.
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

/// A day of an ISO week. Its week is on the right side of `anchor` when any day of it is.
fn in_week(week: u32, day: Weekday, anchor: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let monday = anchor.checked_sub_days(Days::new(days_from_monday(anchor.weekday())))?;
    let found = choose(anchor.iso_week().year(), monday, lean, |year| {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
    })?;
    found.checked_add_days(Days::new(days_from_monday(day)))
}

/// The date of the year that the lean asks for, seen from `anchor`.
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

/// The nearer of two dates; the later of two equally near.
fn nearest(anchor: NaiveDate, before: Option<NaiveDate>, after: Option<NaiveDate>) -> Option<NaiveDate> {
    let away = |date: &NaiveDate| date.signed_duration_since(anchor).num_days().abs();
    after.into_iter().chain(before).min_by_key(away)
}

/// The last day of a month.
fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// The weekday that the lean asks for, `anchor` itself included.
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
