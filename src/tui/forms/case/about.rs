//! Typed birthdays, CPR numbers and classes.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::record::can_be_born;
use trivsel_domain::value::{Cpr, CprProblem, SchoolClass, SchoolYear};

use crate::forms::Lookup;
use trivsel_words::dates;
use trivsel_words::problems::birth_problem;
use trivsel_words::typed_birth::parse_birth;
use trivsel_words::typed_class::{parse_class, with_year, written};

/// A date of birth.
///
/// # Errors
/// The text beside the field.
pub(super) fn born(text: &str, lookup: &Lookup<'_>) -> Result<NaiveDate, String> {
    let words = lookup.words;
    parse_birth(text, lookup.today(), words.lang()).map_err(|problem| birth_problem(words, &problem))
}

/// The meaning of a birthday: the day and the age.
pub(super) fn told_born(born: NaiveDate, lookup: &Lookup<'_>) -> String {
    format!("{} · {}", dates::day_long(lookup.words.lang(), born), told_age(born, lookup))
}

fn told_age(born: NaiveDate, lookup: &Lookup<'_>) -> String {
    let today = lookup.today();
    let had = (today.month(), today.day()) >= (born.month(), born.day());
    let age = today.year() - born.year() - i32::from(!had);
    lookup.words.with("caseload-age", &[("age", age.into())])
}

/// A CPR number with a plausible birthday: one wrong digit can change the century.
///
/// # Errors
/// The text beside the field.
pub(super) fn cpr(text: &str, lookup: &Lookup<'_>) -> Result<Cpr, String> {
    let words = lookup.words;
    let cpr = Cpr::new(text).map_err(|problem| {
        let id = match problem {
            CprProblem::Empty | CprProblem::Digits => "cpr-digits",
            CprProblem::NoSuchDate => "cpr-no-date",
        };
        words.get(id).to_owned()
    })?;
    if can_be_born(cpr.born(), lookup.today()) {
        Ok(cpr)
    } else {
        let day = dates::day_month_year(words.lang(), cpr.born());
        Err(words.with("cpr-year", &[("day", day.into())]))
    }
}

/// The birthday that a CPR number implies, and a warning if its check digit is unusual.
pub(super) fn told_cpr(cpr: &Cpr, lookup: &Lookup<'_>) -> String {
    let (words, born) = (lookup.words, cpr.born());
    match cpr.warning() {
        Some(_) => {
            let day = dates::day_month_year(words.lang(), born);
            format!("{day} · {} · {}", told_age(born, lookup), words.get("cpr-modulus"))
        }
        None => told_born(born, lookup),
    }
}

/// A class of this school year, or of the one that is named.
///
/// # Errors
/// The text beside the field.
pub(in crate::forms) fn class(text: &str, lookup: &Lookup<'_>) -> Result<SchoolClass, String> {
    let year = SchoolYear::of(lookup.today());
    parse_class(text, year).ok_or_else(|| lookup.words.get("class-wrong").to_owned())
}

/// A class as it is told: with its school year where that is not this one.
pub(super) fn told_class(class: &SchoolClass, lookup: &Lookup<'_>) -> String {
    if class.year() == SchoolYear::of(lookup.today()) {
        written(class.grade(), class.letter())
    } else {
        with_year(class)
    }
}

/// The text of a class with the school year it was typed in, once that is over.
pub(in crate::forms) fn class_with_year(text: &str, then: &Lookup<'_>, today: NaiveDate) -> Option<String> {
    let typed = class(text, then).ok()?;
    let over = typed.year() == SchoolYear::of(then.today()) && typed.year() < SchoolYear::of(today);
    over.then(|| with_year(&typed))
}
