//! The date or the span that a line begins with, before the rest: `ons 13 forældre`, `22-24.3 lejrskole`.

use chrono::{NaiveDate, Weekday};

use super::tokens::{Found, is_week, weekday};
use super::{Counting, DateProblem, DateSpan, Lean, parse_ahead, parse_date, parse_span};
use crate::Lang;
use crate::text::fold;

/// The most words in a date: `ons 25. nov 2026 · uge 48`.
const MOST: usize = 7;
/// The most words in a span: two dates, `fra` and `til`.
const MOST_OF_SPAN: usize = 2 * MOST + 2;

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
        if ends_in_bare_number(run, lang) {
            return None;
        }
        parse(&run.join(" ")).ok().map(|date| (count, date))
    })
}

/// How many words make up the longest span at the start of a line, and the span. Every day counts. A bare number at the
/// end is treated as in [`leading_date`].
#[must_use]
pub fn leading_span(words: &[&str], today: NaiveDate, lean: Lean, lang: Lang) -> Option<(usize, DateSpan)> {
    (1..=MOST_OF_SPAN.min(words.len())).rev().find_map(|count| {
        let run = words.get(..count)?;
        if ends_in_bare_number(run, lang) {
            return None;
        }
        parse_span(&run.join(" "), today, lean, Counting::EveryDay, lang).ok().map(|span| (count, span))
    })
}

/// The number of the ISO week, if the words are no more than that: `uge 7`.
#[must_use]
pub fn typed_week(words: &[&str], lang: Lang) -> Option<u32> {
    let [week, number] = words else { return None };
    let number = number.parse().ok().filter(|number| (1..=53).contains(number));
    number.filter(|_| is_week(&fold(week), lang))
}

/// Whether the last word is a bare number that belongs to something else than a date.
fn ends_in_bare_number(run: &[&str], lang: Lang) -> bool {
    let Some(last) = run.last() else { return false };
    let bare = last.bytes().all(|b| b.is_ascii_digit());
    let before = run.len().checked_sub(2).and_then(|at| run.get(at));
    let after_week = before.is_some_and(|word| is_week(&fold(word), lang));
    bare && !after_week && (run.len() == 1 || last.len() <= 2)
}
