//! What the forms of papers have in common beside [`gather`](super::gather): how a line and a date are told.

use chrono::NaiveDate;
use trivsel_domain::value::Line;

pub(super) use super::gather::{date, line as line_field, long as long_field, past, pick as pick_field};
use crate::forms::Reading;
use trivsel_words::Words;
use trivsel_words::dates;
use trivsel_words::problems::text_problem;

/// A line, or what is wrong with it.
pub(super) fn line(text: &str, words: &Words) -> Result<Line, String> {
    Line::new(text).map_err(|problem| text_problem(words, problem))
}

/// A date as it stands beside its field.
pub(super) fn echo(date: NaiveDate, reading: &Reading<'_>) -> String {
    dates::day_long_and_week(reading.words.lang(), date)
}

/// A date as a field begins with it: with its year, so that it is read back as the same day.
pub(super) fn typed(date: NaiveDate, reading: &Reading<'_>) -> String {
    let lang = reading.words.lang();
    if date == reading.today() {
        dates::relative(lang, date, date)
    } else {
        dates::day_month_year(lang, date)
    }
}
