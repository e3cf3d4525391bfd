//! What is typed about a child: birthday, CPR number, class.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::{Cpr, CprProblem, SchoolClass, SchoolYear};

use crate::forms::Reading;
use trivsel_words::dates;
use trivsel_words::problems::birthday_problem;
use trivsel_words::typed_class::parse_class;
use trivsel_words::typed_date::{Lean, parse_date};

/// The oldest that anybody here is taken for, in years.
const OLDEST: i32 = 30;

/// A birthday. One of this year is a date typed without its year.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn born(text: &str, reading: &Reading<'_>) -> Result<NaiveDate, String> {
    let words = reading.words;
    let date = parse_date(text, reading.today(), Lean::Past, words.lang());
    let date = date.map_err(|problem| birthday_problem(words, &problem))?;
    if is_childs(date, reading) {
        Ok(date)
    } else {
        Err(words.with("born-year", &[("year", date.year().to_string().into())]))
    }
}

/// Whether somebody born then can be a child or a young person here.
fn is_childs(born: NaiveDate, reading: &Reading<'_>) -> bool {
    let year = reading.today().year();
    (year - OLDEST..year).contains(&born.year())
}

/// Whether a text is a CPR number, or is on the way to be one: so many digits are no date as people write one.
pub(super) fn is_cpr(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 8 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' '))
}

/// What a birthday means: the day, and how old that is.
pub(super) fn told_born(born: NaiveDate, reading: &Reading<'_>) -> String {
    format!("{} · {}", dates::day_long(reading.words.lang(), born), told_age(born, reading))
}

fn told_age(born: NaiveDate, reading: &Reading<'_>) -> String {
    let today = reading.today();
    let had = (today.month(), today.day()) >= (born.month(), born.day());
    let age = today.year() - born.year() - i32::from(!had);
    reading.words.with("caseload-age", &[("age", age.into())])
}

/// A CPR number of somebody who can be a child here: of one wrong digit the century is another.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn cpr(text: &str, reading: &Reading<'_>) -> Result<Cpr, String> {
    let words = reading.words;
    let cpr = Cpr::new(text).map_err(|problem| {
        let id = match problem {
            CprProblem::Empty | CprProblem::Digits => "cpr-digits",
            CprProblem::NoSuchDate => "cpr-no-date",
        };
        words.get(id).to_owned()
    })?;
    if is_childs(cpr.born(), reading) {
        Ok(cpr)
    } else {
        let day = dates::day_month_year(words.lang(), cpr.born());
        Err(words.with("cpr-year", &[("day", day.into())]))
    }
}

/// What a CPR number says of the birthday, and what is unusual about it.
pub(super) fn told_cpr(cpr: &Cpr, reading: &Reading<'_>) -> String {
    let (words, born) = (reading.words, cpr.born());
    match cpr.warning() {
        Some(_) => {
            let day = dates::day_month_year(words.lang(), born);
            format!("{day} · {} · {}", told_age(born, reading), words.get("cpr-modulus"))
        }
        None => told_born(born, reading),
    }
}

/// A class of this school year.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn class(text: &str, reading: &Reading<'_>) -> Result<SchoolClass, String> {
    let year = SchoolYear::of(reading.today());
    parse_class(text, year).ok_or_else(|| reading.words.get("class-wrong").to_owned())
}
