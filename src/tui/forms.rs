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

pub(crate) use self::form_reader::FormReader;
pub use self::kind::{FormKind, Kind, Meaning};
pub use self::reading::{Known, Reading};
use super::form::Form;

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

/// What the form does when it is finished.
///
/// # Errors
/// Everything that is wrong in it, in the order of its fields.
pub fn submit(form: &Form, reading: &Reading<'_>) -> Result<trivsel_domain::decide::Action, Vec<Wrong>> {
    form.kind.read(form, reading)
}
