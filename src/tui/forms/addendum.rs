//! Something added to a signed talk.

use trivsel_domain::decide::Action;
use trivsel_domain::value::{AddendumId, CaseId, DraftId, LongText, TalkId};

use super::{FormKind, Reading, Wrong};
use crate::editor::Editor;
use crate::field::Field;
use crate::form::{Entry, Form, Input, Keeping};
use trivsel_words::problems::text_problem;

/// The field that holds whose talk it is and of which day: a draft of it is told by that too.
const OF: &str = "of";

/// An empty addendum to a talk, which is told by whose it is, its kind and its day.
#[must_use]
pub fn open(id: DraftId, talk: TalkId, case: Option<CaseId>, of: &str, reading: &Reading<'_>) -> Form {
    let text = Entry::new("addition", Input::Long(Box::new(Editor::with(""))));
    let of = Entry::new(OF, Input::Line(Field::with(of))).hidden();
    Form::new(FormKind::Addendum(talk), case, vec![text, of], Keeping::new(id, reading.me.id))
}

/// What the form is called: what it is added to.
#[must_use]
pub fn title(form: &Form, reading: &Reading<'_>) -> String {
    let name = reading.words.get("form-addendum").to_owned();
    let of = form.entry(OF).map(Entry::text).filter(|of| !of.is_empty());
    [Some(name), of].into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
