//! The forms by their codes in drafts.

use std::any::TypeId;

use trivsel_domain::record::{CaseDate, DocumentKind, Subject, TalkKind};
use trivsel_domain::value::{CaseId, Coded, Stage};
use trivsel_store::Draft;

use super::case::{
    AnalysisForm, AnnulForm, BookForm, ChildForm, ConsentForm, CorrectDateForm, CorrespondenceForm,
    DocumentForm, ExcuseForm, FieldsForm, GoalForm, InterventionForm, LevelForm, Owed, PersonForm,
    ProgressForm, ReferForm, SchoolDayForm, SignForm, StepForm, SubjectForm, TeachingForm, WentOutForm,
};
use super::review::ReviewForm;
use super::same_child::SAME_CHILD;
use super::{FormKind, addendum, archive, erase, lists, misplaced, same_child, talk};

/// The code of every form of a case in a draft; its own code is part of the target.
const CASE: &str = "case";

/// Opens a form by the id or code of what it is about, and the case of the draft.
type Reopen = fn(&str, Option<CaseId>) -> Option<FormKind>;

/// The code of the note of a talk.
pub const TALK: &str = "talk";

/// Lists the forms: the code of each in drafts and words, its type, and how a draft of it opens. Only a listed form is a
/// [`FormKind`].
macro_rules! forms {
    ($($code:tt is $form:ty => $reopen:expr;)*) => {
        const FORMS: &[(&str, TypeId, Reopen)] = &[$(($code, TypeId::of::<$form>(), $reopen)),*];

        $(impl From<$form> for FormKind {
            fn from(form: $form) -> Self {
                Self::new(form)
            }
        })*
    };
}

forms! {
    TALK is talk::TalkForm => |_, case| Some(talk::TalkForm { case }.into());
    "addendum" is addendum::AddendumForm => |of, case| {
        Some(addendum::AddendumForm { talk: of.parse().ok()?, case }.into())
    };
    "misplaced" is misplaced::MisplacedForm => |of, case| {
        Some(misplaced::MisplacedForm { talk: of.parse().ok()?, case }.into())
    };
    "list" is lists::ListKind => |of, _| lists::ListKind::from_code(of).map(FormKind::from);
    "fields" is FieldsForm => |_, _| Some(FieldsForm.into());
    "child" is ChildForm => |_, _| Some(ChildForm.into());
    "person" is PersonForm => |of, _| Some(PersonForm(of.parse().ok()).into());
    "goal" is GoalForm => |of, _| Some(GoalForm(of.parse().ok()).into());
    "progress" is ProgressForm => |of, _| Some(ProgressForm(of.parse().ok()?).into());
    "intervention" is InterventionForm => |of, _| Some(InterventionForm(of.parse().ok()).into());
    "level" is LevelForm => |_, _| Some(LevelForm.into());
    "analysis" is AnalysisForm => |_, _| Some(AnalysisForm.into());
    "document" is DocumentForm => |of, _| Some(DocumentForm(DocumentKind::from_code(of).ok()?).into());
    "sign" is SignForm => |of, _| Some(SignForm(of.parse().ok()?).into());
    "consent" is ConsentForm => |of, _| ConsentForm::of_draft(of).map(FormKind::from);
    "correspondence" is CorrespondenceForm => |of, _| CorrespondenceForm::of_draft(of).map(FormKind::from);
    "book" is BookForm => |of, _| Some(BookForm(TalkKind::from_code(of).ok()).into());
    "teaching" is TeachingForm => |_, _| Some(TeachingForm.into());
    "school-day" is SchoolDayForm => |of, _| SchoolDayForm::of_draft(of).map(FormKind::from);
    "subject" is SubjectForm => |of, _| Some(SubjectForm(Subject::from_code(of).ok()).into());
    "step" is StepForm => |of, _| Some(StepForm(Stage::from_code(of).ok()?).into());
    "annul" is AnnulForm => |of, _| Some(AnnulForm(Stage::from_code(of).ok()?).into());
    "correct-date" is CorrectDateForm => |of, _| Some(CorrectDateForm(CaseDate::from_code(of).ok()).into());
    "excuse" is ExcuseForm => |of, _| Some(ExcuseForm(of.parse().ok()?).into());
    "went-out" is WentOutForm => |of, _| {
        of.parse().ok().filter(|owed: &Owed| owed.kind.goes_out()).map(|owed| WentOutForm(owed).into())
    };
    "review" is ReviewForm => |of, _| of.parse().ok().map(|look| ReviewForm(look).into());
    "archive" is archive::ArchiveForm => |_, _| Some(archive::ArchiveForm { on_record: String::new() }.into());
    "erase" is erase::EraseForm => |of, _| {
        let child = of.parse().ok()?;
        Some(erase::EraseForm { child, name: String::new(), goes: String::new() }.into())
    };
    SAME_CHILD is same_child::SameChildForm => |_, case| {
        Some(same_child::SameChildForm { case: case?, other: None }.into())
    };
    "refer" is ReferForm => |_, _| Some(ReferForm.into());
}

/// The code of a form by its type.
pub(super) fn code(of: TypeId) -> &'static str {
    FORMS.iter().find(|(_, known, _)| *known == of).map_or("", |(code, ..)| code)
}

/// The code of every form.
pub fn codes() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|(code, ..)| *code)
}

impl FormKind {
    /// The codes of every form.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        FORMS.iter().map(|(code, ..)| *code)
    }

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
        let (_, _, reopen) = FORMS.iter().find(|(known, ..)| *known == code)?;
        reopen(of, draft.case).filter(|kind| kind.draft_code() == draft.form)
    }
}
