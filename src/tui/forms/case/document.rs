//! A document: its sections, dated steps, and where a phase-out leads.

use trivsel_domain::{Action, DocumentKind, DraftId};

use crate::tui::form::{Entry, Form, Keeping};
use crate::tui::forms::case::CaseForm;
use crate::tui::forms::{FormKind, Reading, Wrong};

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, of: DocumentKind, reading: &Reading<'_>) -> Form {
    let kind = FormKind::Case(CaseForm::Document(of));
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
pub fn read(_form: &Form, _of: DocumentKind, _reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    Err(Vec::new())
}
