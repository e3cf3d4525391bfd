//! The date that a line begins with, before the time and the rest: `ons 13 forældre`, `25. nov 9-10`.

use chrono::NaiveDate;

use super::tokens::is_week;
use super::{Lean, parse_date};
use crate::Lang;
use crate::text::fold;

/// The most words in a date: `ons 25. nov 2026 · uge 48`.
const MOST: usize = 7;

/// How many words make up the longest date at the start of a line, and the date.
///
/// A bare number of one or two digits at the end belongs to the date only after the word for week: `ons 13` is
/// Wednesday at 13, and `25. nov 13` is not a day in 2013. A bare number on its own is not a date.
#[must_use]
pub fn leading_date(words: &[&str], today: NaiveDate, lean: Lean, lang: Lang) -> Option<(usize, NaiveDate)> {
    (1..=MOST.min(words.len())).rev().find_map(|count| {
        let run = words.get(..count)?;
        let last = run.last()?;
        let bare = last.bytes().all(|b| b.is_ascii_digit());
        let before = run.len().checked_sub(2).and_then(|at| run.get(at));
        let after_week = before.is_some_and(|word| is_week(&fold(word), lang));
        if bare && !after_week && (count == 1 || last.len() <= 2) {
            return None;
        }
        parse_date(&run.join(" "), today, lean, lang).ok().map(|date| (count, date))
    })
}
