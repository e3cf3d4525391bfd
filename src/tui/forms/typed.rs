//! Typed dates and lines: their values, their meaning, and their problems.

use chrono::{Datelike, Days, NaiveDate};
use trivsel_domain::value::{Line, TextProblem};

use crate::forms::{Lookup, Meaning};
use trivsel_words::Words;
use trivsel_words::dates;
use trivsel_words::problems::{date_problem, past_date_problem, text_problem};
use trivsel_words::typed_date::{Lean, parse_date};

/// A date as it would be typed, with its year so that it means the same on any day.
pub(super) fn typed(date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |d| format!("{}.{}.{}", d.day(), d.month(), d.year()))
}

/// Today as it would be typed.
pub(super) fn today(lookup: &Lookup<'_>) -> String {
    dates::relative(lookup.words.lang(), lookup.today(), lookup.today())
}

/// A date as it would be typed: today by its word, any other day with its year.
pub(super) fn today_or(date: NaiveDate, lookup: &Lookup<'_>) -> String {
    let lang = lookup.words.lang();
    if date == lookup.today() { dates::relative(lang, date, date) } else { dates::day_month_year(lang, date) }
}

/// A date as typed.
///
/// # Errors
/// The text beside the field.
pub(super) fn date(text: &str, lean: Lean, lookup: &Lookup<'_>) -> Result<NaiveDate, String> {
    parse_date(text, lookup.today(), lean, lookup.words.lang()).map_err(|p| date_problem(lookup.words, &p))
}

/// A date that is today or earlier.
///
/// # Errors
/// The text beside the field.
pub(super) fn past(text: &str, lookup: &Lookup<'_>) -> Result<NaiveDate, String> {
    let words = lookup.words;
    let date = parse_date(text, lookup.today(), Lean::Past, words.lang());
    let date = date.map_err(|problem| past_date_problem(words, &problem))?;
    if date > lookup.today() { Err(lookup.words.get("case-form-ahead").to_owned()) } else { Ok(date) }
}

/// The weekday, the date and the week.
pub(super) fn day_and_week(date: NaiveDate, lookup: &Lookup<'_>) -> String {
    dates::day_long_and_week(lookup.words.lang(), date)
}

/// Whether a date names its day and year, so that it means the same on any day.
pub(super) fn is_whole(text: &str, lookup: &Lookup<'_>) -> bool {
    let read = |today| parse_date(text, today, Lean::Nearest, lookup.words.lang()).ok();
    let today = lookup.today();
    let other = today.checked_sub_days(Days::new(400)).unwrap_or(today);
    read(today).is_some() && read(today) == read(other)
}

/// A line of text.
///
/// # Errors
/// The text beside the field.
pub(super) fn read_line(text: &str, lookup: &Lookup<'_>) -> Result<Line, String> {
    Line::new(text).map_err(|problem| match problem {
        TextProblem::TooLong { .. } => lookup.words.get("case-form-long").to_owned(),
        problem => text_problem(lookup.words, problem),
    })
}

/// The problem of a line of text, if it has one.
pub(super) fn wrong_line(text: &str, lookup: &Lookup<'_>) -> Meaning {
    let text = text.trim();
    if text.is_empty() { None } else { read_line(text, lookup).err().map(Err) }
}

/// A line of text, with the general messages for its problems.
pub(super) fn line(text: &str, words: &Words) -> Result<Line, String> {
    Line::new(text).map_err(|problem| text_problem(words, problem))
}
