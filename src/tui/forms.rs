//! The forms, one file each, and the trait that each of them implements.

pub mod addendum;
mod alike;
pub mod archive;
pub mod basis;
pub mod case;
pub mod erase;
pub mod field;
mod form_reader;
mod input;
mod kind;
pub mod lists;
pub mod lookup;
pub mod misplaced;
pub mod reopen;
pub mod review;
pub mod same_child;
pub mod talk;
mod typed;

use chrono::NaiveDate;

pub(crate) use self::form_reader::FormReader;
pub use self::kind::{Day, FormKind, Kind, Meaning};
pub use self::lookup::{Known, Lookup, Notes};
pub use self::reopen::codes;
use super::form::{Form, FormField};

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
pub fn react(form: &mut Form, lookup: &Lookup<'_>) {
    form.kind.clone().react(form, lookup);
}

/// What a field's text means, or what is wrong with it.
#[must_use]
pub fn meaning(form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
    let day = || form.kind.day(form, field, lookup).filter(|_| !field.is_empty());
    form.kind
        .meaning(form, field, lookup)
        .or_else(|| day().map(|day| day.map(|day| typed::day_and_week(day, lookup))))
}

/// Writes out each date that does not name its day, and each class of a school year that is over, so that it means
/// today what it meant on the day it was typed, which is the day of `then`. Returns whether there was any.
pub fn stay(form: &mut Form, then: &Lookup<'_>, today: NaiveDate) -> bool {
    let kind = form.kind.clone();
    let mut stays = false;
    for at in 0..form.fields.len() {
        let Some(field) = form.fields.get(at).filter(|e| !e.is_empty()) else { continue };
        let text = field.text();
        let whole = match field.name {
            field::CLASS => case::class_with_year(&text, then, today),
            _ if typed::is_whole(&text, then) => None,
            _ => kind.day(form, field, then).and_then(Result::ok).map(|day| typed::typed(Some(day))),
        };
        if let (Some(whole), Some(field)) = (whole, form.fields.get_mut(at)) {
            field.set(&whole);
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
pub fn submit(form: &Form, lookup: &Lookup<'_>) -> Result<trivsel_domain::decide::Action, Vec<Wrong>> {
    form.kind.read(form, lookup)
}
