//! The forms by their codes in drafts.

use trivsel_domain::record::{DocumentKind, TalkKind};
use trivsel_domain::value::{CaseId, Coded, Stage};
use trivsel_store::Draft;

use super::case::{
    AnalysisForm, BookForm, ChildForm, DocumentForm, FieldsForm, GoalForm, InterventionForm, LevelForm,
    PersonForm, ProgressForm, ReferForm, SignForm, StepForm, TeachingForm,
};
use super::{FormKind, addendum, case, lists, talk};

/// The code of every form of a case in a draft; its own code is part of the target.
const CASE: &str = "case";

/// Opens a form by the id or code of what it is about, and the case of the draft.
type Reopen = fn(&str, Option<CaseId>) -> Option<FormKind>;

/// Every form, by its code.
const FORMS: [(&str, Reopen); 17] = [
    (talk::CODE, |_, case| Some(talk::TalkForm { case }.into())),
    (addendum::CODE, |of, case| Some(addendum::AddendumForm { talk: of.parse().ok()?, case }.into())),
    (lists::CODE, |of, _| lists::ListKind::from_code(of).map(FormKind::from)),
    (case::fields::CODE, |_, _| Some(FieldsForm.into())),
    (case::child::CODE, |_, _| Some(ChildForm.into())),
    (case::person::CODE, |of, _| Some(PersonForm(of.parse().ok()).into())),
    (case::goal::CODE, |of, _| Some(GoalForm(of.parse().ok()).into())),
    (case::progress::CODE, |of, _| Some(ProgressForm(of.parse().ok()?).into())),
    (case::intervention::CODE, |of, _| Some(InterventionForm(of.parse().ok()).into())),
    (case::level::CODE, |_, _| Some(LevelForm.into())),
    (case::analysis::CODE, |_, _| Some(AnalysisForm.into())),
    (case::document::CODE, |of, _| Some(DocumentForm(DocumentKind::from_code(of).ok()?).into())),
    (case::sign::CODE, |of, _| Some(SignForm(of.parse().ok()?).into())),
    (case::book::CODE, |of, _| Some(BookForm(TalkKind::from_code(of).ok()).into())),
    (case::teaching::CODE, |_, _| Some(TeachingForm.into())),
    (case::step::CODE, |of, _| Some(StepForm(Stage::from_code(of).ok()?).into())),
    (case::refer::CODE, |_, _| Some(ReferForm.into())),
];

impl FormKind {
    /// Its code in a draft.
    #[must_use]
    pub fn draft_code(&self) -> &'static str {
        if self.is_of_case() { CASE } else { self.code() }
    }

    /// What it is about, as a draft keeps it: of a form of a case `goal:…`.
    #[must_use]
    pub fn target(&self) -> Option<String> {
        if self.is_of_case() {
            return Some(format!("{}:{}", self.code(), self.of()));
        }
        Some(self.of()).filter(|of| !of.is_empty())
    }

    /// The form of a draft; nothing where a newer program has written it.
    #[must_use]
    pub fn of_draft(draft: &Draft) -> Option<Self> {
        let target = draft.fields.get("target").map_or("", String::as_str);
        let (code, of) = if draft.form == CASE { target.split_once(':')? } else { (&*draft.form, target) };
        let (_, reopen) = FORMS.iter().find(|(known, _)| *known == code)?;
        reopen(of, draft.case).filter(|kind| kind.draft_code() == draft.form)
    }
}
