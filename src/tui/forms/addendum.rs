//! Something added to a signed talk.

use trivsel_domain::{Action, AddendumId, CaseId, DraftId, LongText, TalkId};

use super::{FormKind, Reading, Wrong};
use crate::tui::editor::Editor;
use crate::tui::form::{Entry, Form, Input, Keeping};
use crate::words::problems::text_problem;

/// An empty addendum.
#[must_use]
pub fn open(id: DraftId, talk: TalkId, case: Option<CaseId>, reading: &Reading<'_>) -> Form {
    let text = Entry::new("addition", Input::Long(Box::new(Editor::with(""))));
    Form::new(FormKind::Addendum(talk), case, vec![text], Keeping::new(id, reading.me.id))
}

/// Reads the addendum.
///
/// # Errors
/// That it is empty, or longer than a text may be.
pub fn read(form: &Form, talk: TalkId, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let text = form.entry("addition").map(Entry::text).unwrap_or_default();
    let text = LongText::new(&text).map_err(|problem| {
        vec![Wrong { name: "addition", number: 0, text: text_problem(reading.words, problem) }]
    })?;
    Ok(Action::Add { id: AddendumId::from_u128(form.keeping.id.as_u128()), talk, text })
}
