//! What was not carried out because another program wrote for too long.

use trivsel_domain::decide::{Action, DayEdit};
use trivsel_domain::value::CaseId;

use crate::effect::Effect;
use crate::model::Model;

/// What is not saved or not opened, and that nothing was written.
#[must_use]
pub fn told(model: &Model, effect: &Effect) -> String {
    let words = &model.words;
    let (action, stays) = match effect {
        Effect::Perform { action, .. } => (action, ""),
        Effect::Finish { action, .. } => (action, words.get("lost-still-there")),
        Effect::CloseForm | Effect::Release(_) | Effect::DropDraft(_) => {
            return words.get("lost-draft").to_owned();
        }
        _ => return words.get("lost-look").to_owned(),
    };
    let lost = words.with("lost-action", &[("what", what(model, action).into())]);
    if stays.is_empty() { lost } else { format!("{lost}. {stays}") }
}

fn what(model: &Model, action: &Action) -> String {
    let words = &model.words;
    let of_child = |id: &str, case: CaseId| words.with(id, &[("name", model.told_name(case).into())]);
    let of_day = |case: CaseId, edit: &DayEdit| match edit {
        DayEdit::Mark(..) | DayEdit::Clear(_) => of_child("lost-mark", case),
        DayEdit::Remark(_) => of_child("lost-remark", case),
        DayEdit::Mood(_) => of_child("lost-mood", case),
    };
    let id = match action {
        Action::EditDay { case, edit, .. } | Action::EditDays { case, edit, .. } => {
            return of_day(*case, edit);
        }
        Action::Foretell { case, .. } => return of_child("lost-foretell", *case),
        Action::FillAsPlanned { .. } => "lost-fill",
        Action::Undo => "lost-undo",
        Action::Redo => "lost-redo",
        Action::Sign(_) | Action::SignEach(_) | Action::SignDocument { .. } => "lost-signature",
        Action::Add { .. } => "lost-addendum",
        Action::Refer(_) => "lost-case",
        Action::Step(_) => "lost-step",
        _ => "lost-change",
    };
    words.get(id).to_owned()
}
