//! The forms, one file each, and the trait that each of them implements.

pub mod addendum;
pub mod basis;
pub mod case;
pub mod field;
mod form_reader;
mod input;
mod kind;
pub mod lists;
pub mod reading;
pub mod reopen;
pub mod talk;
mod typed;

use chrono::NaiveDate;

pub(crate) use self::form_reader::FormReader;
pub use self::kind::{Day, FormKind, Kind, Meaning};
pub use self::reading::{Known, Reading};
pub use self::reopen::codes;
use super::form::{Entry, Form};

/// Something wrong in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field's name.
    pub name: &'static str,
    /// Which of several fields of that name, from 1; 0 where there is one.
    pub number: usize,
    /// The text beside the field.
    pub text: String,
}

/// Follows a change: fills in what follows from it, and shows the fields that it needs.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    form.kind.clone().react(form, reading);
}

/// What a field's text means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
    let day = || form.kind.day(form, entry, reading).filter(|_| !entry.is_empty());
    form.kind
        .meaning(form, entry, reading)
        .or_else(|| day().map(|day| day.map(|day| typed::day_and_week(day, reading))))
}

/// Writes out each date that does not name its day, and each class of a school year that is over, so that it means
/// today what it meant on the day it was typed, which is the day of `then`. Returns whether there was any.
pub fn stay(form: &mut Form, then: &Reading<'_>, today: NaiveDate) -> bool {
    let kind = form.kind.clone();
    let mut stays = false;
    for at in 0..form.entries.len() {
        let Some(entry) = form.entries.get(at).filter(|e| !e.is_empty()) else { continue };
        let text = entry.text();
        let whole = match entry.name {
            field::CLASS => case::class_with_year(&text, then, today),
            _ if typed::is_whole(&text, then) => None,
            _ => kind.day(form, entry, then).and_then(Result::ok).map(|day| typed::typed(Some(day))),
        };
        if let (Some(whole), Some(entry)) = (whole, form.entries.get_mut(at)) {
            entry.set(&whole);
            stays = true;
        }
    }
    if stays {
        form.changed();
    }
    stays
}

/// What the form does when it is finished.
///
/// # Errors
/// Everything that is wrong in it, in the order of its fields.
pub fn submit(form: &Form, reading: &Reading<'_>) -> Result<trivsel_domain::decide::Action, Vec<Wrong>> {
    form.kind.read(form, reading)
}
