//! Dates and spans of dates as people type them: `i går`, `man`, `uge 48`, `fre uge 48`, `+2u`, `24.11`,
//! `man-fre`. Pure functions of the text, today, and which way an open date leans.

mod expression;
mod reader;
mod span;
mod tokens;

pub use span::{Counting, DateSpan, parse_span};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use self::expression::{Expression, Meaning, expression};
use super::Lang;
use super::text::{clean_line, clip};

/// The longest text looked at, in bytes. Longer is not a date, and a paste must not hold up the keys.
const LONGEST: usize = 200;

/// How much of a text is said back when it is wrong, in columns.
const SAID_BACK: usize = 20;

/// How far a date without a year is looked for, in years: the 29th of February can be eight years away.
const YEARS_AWAY: i32 = 8;

/// Which way a date that could be several leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lean {
    /// The latest not after today: what is written in a log.
    Past,
    /// The earliest not before today: what is planned.
    Future,
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
/// with either lean. A week means its Monday, and the current week is this one with either lean. Years are 1900
/// to 2199; two digits are 20xx.
///
/// # Errors
/// What is wrong, as data.
pub fn parse_date(text: &str, today: NaiveDate, lean: Lean, lang: Lang) -> Result<NaiveDate, DateProblem> {
    let (said, pieces) = pieces(text)?;
    resolve(expression(&pieces, &said, today, lang)?, today, lean, &said)
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
        Meaning::DayMonth { day, month } => years(anchor.year(), lean)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|date| not_beyond(*date, anchor, lean)),
        Meaning::Week { week, weekday } => years(anchor.iso_week().year(), lean)
            .filter_map(|year| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon))
            // A week is on the right side when any day of it is.
            .find(|monday| match lean {
                Lean::Past => *monday <= anchor,
                Lean::Future => anchor.signed_duration_since(*monday).num_days() < 7,
            })
            .and_then(|monday| {
                monday.checked_add_days(Days::new(days_from_monday(weekday.unwrap_or(Weekday::Mon))))
            }),
        Meaning::WeekOf(monday) => Some(monday),
        Meaning::MonthEnd(month) => years(anchor.year(), lean)
            .filter_map(|year| last_of_month(year, month))
            .find(|date| not_beyond(*date, anchor, lean)),
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

/// The last day of a month.
fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// The nearest such weekday that way, `anchor` itself included.
fn toward(day: Weekday, anchor: NaiveDate, lean: Lean) -> Option<NaiveDate> {
    let ahead = (days_from_monday(day) + 7 - days_from_monday(anchor.weekday())) % 7;
    match lean {
        Lean::Future => anchor.checked_add_days(Days::new(ahead)),
        Lean::Past => anchor.checked_sub_days(Days::new((7 - ahead) % 7)),
    }
}

fn days_from_monday(day: Weekday) -> u64 {
    u64::from(day.num_days_from_monday())
}

/// The years to try, nearest first.
fn years(from: i32, lean: Lean) -> impl Iterator<Item = i32> {
    (0..=YEARS_AWAY).map(move |away| match lean {
        Lean::Past => from - away,
        Lean::Future => from + away,
    })
}

fn not_beyond(date: NaiveDate, anchor: NaiveDate, lean: Lean) -> bool {
    match lean {
        Lean::Past => date <= anchor,
        Lean::Future => date >= anchor,
    }
}
