//! Parses typed dates of birth. Forms and imported lists use the same rule.

use chrono::{Datelike, Days, NaiveDate};
use trivsel_domain::record::can_be_born;

use super::Lang;
use super::typed_date::{DateProblem, Lean, parse_date};

/// An offset from today, in days, large enough that text without a year gives a different date.
const ELSEWHERE: Days = Days::new(1_000);

/// Why a typed text is not a date of birth. Worded by [`super::problems::birth_problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BirthProblem {
    Date(DateProblem),
    /// The year is impossible for a date of birth, or missing.
    Year(i32),
    /// The text is a CPR number or the start of one.
    Cpr,
}

/// Parses a date of birth. The text must give the year, in two digits (20xx) or four.
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

/// Whether a text is a CPR number or the start of one: no written date has that many digits.
#[must_use]
pub fn is_cpr(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 8 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' '))
}
