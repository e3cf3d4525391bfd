//! The date that a line begins with, before the time and the rest: `ons 13 forældre`, `25. nov 9-10`.

use chrono::{NaiveDate, Weekday};

use super::tokens::{Found, is_week, weekday};
use super::{DateProblem, Lean, parse_ahead, parse_date};
use crate::Lang;
use crate::text::fold;

/// The most words in a date: `ons 25. nov 2026 · uge 48`.
const MOST: usize = 7;

/// The fewest letters of a weekday on its own.
const LEAST: usize = 2;

/// How many words make up the longest date at the start of a line, and the date.
///
/// A bare number of one or two digits at the end belongs to the date only after the word for week: `ons 13` is
/// Wednesday at 13, and `25. nov 13` is not a day in 2013. A bare number on its own is not a date.
#[must_use]
pub fn leading_date(words: &[&str], today: NaiveDate, lean: Lean, lang: Lang) -> Option<(usize, NaiveDate)> {
    longest(words, lang, |text| parse_date(text, today, lean, lang))
}

/// As [`leading_date`] for plans, but a date without a year may be a year away: the last day of a series.
#[must_use]
pub fn leading_day_ahead(words: &[&str], today: NaiveDate, lang: Lang) -> Option<(usize, NaiveDate)> {
    longest(words, lang, |text| parse_ahead(text, today, lang))
}

/// The weekday that a word begins: `man`, `tors`. Nothing for a word that begins two or none.
#[must_use]
pub fn weekday_of(word: &str, lang: Lang) -> Option<Weekday> {
    let folded = fold(word);
    match weekday(folded.trim_end_matches('.'), lang) {
        Found::One(day) if folded.chars().count() >= LEAST => Some(day),
        _ => None,
    }
}

fn longest(
    words: &[&str],
    lang: Lang,
    parse: impl Fn(&str) -> Result<NaiveDate, DateProblem>,
) -> Option<(usize, NaiveDate)> {
    (1..=MOST.min(words.len())).rev().find_map(|count| {
        let run = words.get(..count)?;
        let last = run.last()?;
        let bare = last.bytes().all(|b| b.is_ascii_digit());
        let before = run.len().checked_sub(2).and_then(|at| run.get(at));
        let after_week = before.is_some_and(|word| is_week(&fold(word), lang));
        if bare && !after_week && (count == 1 || last.len() <= 2) {
            return None;
        }
        parse(&run.join(" ")).ok().map(|date| (count, date))
    })
}
