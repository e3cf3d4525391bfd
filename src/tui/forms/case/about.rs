//! What is typed about a child: birthday, CPR number, class.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::{Cpr, CprProblem, SchoolClass, SchoolYear};

use crate::tui::forms::Reading;
use crate::words::dates;
use crate::words::problems::date_problem;
use crate::words::typed_class::parse_class;
use crate::words::typed_date::{DateProblem, Lean, parse_date};

/// The oldest that anybody here is taken for, in years.
const OLDEST: i32 = 30;

/// A birthday. One of this year is a date typed without its year.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn born(text: &str, reading: &Reading<'_>) -> Result<NaiveDate, String> {
    let words = reading.words;
    let date = match parse_date(text, reading.today(), Lean::Past, words.lang()) {
        Ok(date) => date,
        Err(DateProblem::Empty | DateProblem::NotUnderstood) => {
            return Err(words.get("born-wrong").to_owned());
        }
        Err(problem) => return Err(date_problem(words, &problem)),
    };
    let year = reading.today().year();
    if (year - OLDEST..year).contains(&date.year()) {
        Ok(date)
    } else {
        Err(words.with("born-year", &[("year", date.year().to_string().into())]))
    }
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

/// A CPR number.
///
/// # Errors
/// What is wrong, as it stands beside the field.
pub(super) fn cpr(text: &str, reading: &Reading<'_>) -> Result<Cpr, String> {
    Cpr::new(text).map_err(|problem| {
        let id = match problem {
            CprProblem::Empty | CprProblem::Digits => "cpr-digits",
            CprProblem::NoSuchDate => "cpr-no-date",
        };
        reading.words.get(id).to_owned()
    })
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
