//! Dates of birth as people type them: one rule for the forms and for lists.

use chrono::{Datelike, Days, NaiveDate};
use trivsel_domain::can_be_born;

use super::Lang;
use super::typed_date::{DateProblem, Lean, parse_date};

/// A day far enough from today that no text without a year means the same date on both, in days.
const ELSEWHERE: Days = Days::new(1_000);

/// Why a typed text is no date of birth. Worded by [`super::problems::birth_problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BirthProblem {
    /// It is no date.
    Date(DateProblem),
    /// Nobody here can be born in that year, or no year was typed.
    Year(i32),
    /// It is a CPR number, or on the way to be one.
    Cpr,
}

/// The date of birth a text means, seen from `today`. It says its year, in two digits (20xx) or four.
///
/// # Errors
/// What is wrong, as data.
pub fn parse_birth(text: &str, today: NaiveDate, lang: Lang) -> Result<NaiveDate, BirthProblem> {
    if is_cpr(text) {
        return Err(BirthProblem::Cpr);
    }
    let read = |today| parse_date(text, today, Lean::Past, lang);
    let born = read(today).map_err(|problem| match problem {
        DateProblem::FarAway { date, .. } => BirthProblem::Year(date.year()),
        problem => BirthProblem::Date(problem),
    })?;
    let says_year = today.checked_sub_days(ELSEWHERE).is_some_and(|day| read(day) == Ok(born));
    if says_year && can_be_born(born, today) { Ok(born) } else { Err(BirthProblem::Year(born.year())) }
}

/// Whether a text is a CPR number, or is on the way to be one: so many digits are no date as people write one.
#[must_use]
pub fn is_cpr(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 8 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' '))
}
