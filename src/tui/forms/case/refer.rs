//! A new case, put forward to the committee: at most ten fields on one screen.

use trivsel_domain::{Action, DraftId};

use crate::tui::form::{Entry, Form, Keeping};
use crate::tui::forms::case::CaseForm;
use crate::tui::forms::{FormKind, Reading, Wrong};

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, reading: &Reading<'_>) -> Form {
    let kind = FormKind::Case(CaseForm::Refer);
    Form::new(kind, reading.case(), Vec::new(), Keeping::new(id, reading.me.id))
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(_form: &Form, _entry: &Entry, _reading: &Reading<'_>) -> Option<Result<String, String>> {
    None
}

/// Follows a change.
pub fn react(_form: &mut Form, _reading: &Reading<'_>) {}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(_form: &Form, _reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    Err(Vec::new())
}
