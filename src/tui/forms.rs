//! The forms: one file each. What their fields mean, and what becomes of them.

pub mod addendum;
pub mod basis;
pub mod case;
mod form_reader;
pub mod lists;
pub mod reading;
pub mod talk;

use trivsel_domain::value::TalkId;

pub(crate) use self::form_reader::FormReader;
pub use self::reading::{Known, Reading};
use super::effect::Effect;
use super::form::{Entry, Form};

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A note of a talk.
    Talk,
    /// Something added to a signed talk.
    Addendum(TalkId),
    /// One of the house's lists.
    List(lists::ListKind),
    /// Something of a case.
    Case(case::CaseForm),
}

impl FormKind {
    /// Its stable code, in drafts and in words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Addendum(_) => "addendum",
            Self::List(_) => "list",
            Self::Case(_) => "case",
        }
    }

    /// What it is about, where that is not in a field.
    #[must_use]
    pub fn target(&self) -> Option<String> {
        match self {
            Self::Talk => None,
            Self::Addendum(talk) => Some(talk.to_string()),
            Self::List(list) => Some(list.code()),
            Self::Case(form) => Some(form.target()),
        }
    }

    /// The kind of a draft; nothing where a newer program has written it.
    #[must_use]
    pub fn of_draft(form: &str, target: Option<&str>) -> Option<Self> {
        match (form, target) {
            ("talk", _) => Some(Self::Talk),
            ("addendum", Some(talk)) => talk.parse().ok().map(Self::Addendum),
            ("list", Some(list)) => lists::ListKind::from_code(list).map(Self::List),
            ("case", Some(target)) => case::CaseForm::of_target(target).map(Self::Case),
            _ => None,
        }
    }
}

/// Something wrong in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field's name.
    pub name: &'static str,
    /// Which of several alike, from 1; 0 where there is one.
    pub number: usize,
    /// What, as it stands beside the field.
    pub text: String,
}

/// What the form is called on the screen.
#[must_use]
pub fn title(form: &Form, reading: &Reading<'_>) -> String {
    match &form.kind {
        FormKind::Talk => talk::title(form, reading),
        FormKind::Addendum(_) => addendum::title(form, reading),
        FormKind::List(list) => lists::title(list, reading),
        FormKind::Case(kind) => case::title(kind, form, reading),
    }
}

/// What a field's text means, or what is wrong with it, to stand beside it.
#[must_use]
pub fn meaning(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<Result<String, String>> {
    match &form.kind {
        FormKind::Talk => talk::meaning(form, entry, reading),
        // What is wrong with these is said when they are saved.
        FormKind::Addendum(_) | FormKind::List(_) => None,
        FormKind::Case(kind) => case::meaning(kind, form, entry, reading),
    }
}

/// What may be written in a field that is empty, with an example that works.
#[must_use]
pub fn example(form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<String> {
    match &form.kind {
        FormKind::Talk => talk::example(form, entry, reading),
        FormKind::Addendum(_) | FormKind::List(_) => None,
        FormKind::Case(kind) => case::example(kind, entry, reading),
    }
}

/// Follows a change: fills in what follows from it, shows what it asks for. Answers what must be read for it.
pub fn react(form: &mut Form, reading: &Reading<'_>) -> Effect {
    match form.kind.clone() {
        FormKind::Talk => talk::react(form, reading),
        FormKind::Addendum(_) | FormKind::List(_) => Effect::None,
        FormKind::Case(kind) => {
            case::react(&kind, form, reading);
            Effect::None
        }
    }
}

/// What the form does when it is finished.
///
/// # Errors
/// Everything that is wrong in it, in the order of its fields.
pub fn submit(form: &Form, reading: &Reading<'_>) -> Result<trivsel_domain::decide::Action, Vec<Wrong>> {
    match &form.kind {
        FormKind::Talk => {
            talk::read(form, reading).map(|note| trivsel_domain::decide::Action::Sign(Box::new(note)))
        }
        FormKind::Addendum(talk) => addendum::read(form, *talk, reading),
        FormKind::List(list) => lists::read(form, list, reading),
        FormKind::Case(kind) => case::read(kind, form, reading),
    }
}
