//! The forms of a case: one file each. What they are opened on is the sheet that lies below them.

mod about;
pub mod analysis;
pub mod book;
pub mod child;
pub mod document;
pub mod fields;
mod gather;
pub mod goal;
pub mod intervention;
pub mod level;
mod papers;
pub mod person;
pub mod progress;
pub mod refer;
pub mod sign;
pub mod spot;
pub mod step;
pub mod teaching;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{DocumentKind, TalkKind};
use trivsel_domain::value::{Coded, DocumentId, DraftId, GoalId, InterventionId, PersonId, Stage};

pub(super) use self::gather::read_line;
use super::{Reading, Wrong};
use crate::form::{Entry, Form};

/// Which form of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseForm {
    /// The fields of a case: dates, contacts, how the start is structured, what the child needs.
    Fields,
    /// What is known of a child: name, birthday or CPR number, class, school.
    Child,
    /// Somebody around the child.
    Person(Option<PersonId>),
    /// A goal, and how it ended.
    Goal(Option<GoalId>),
    /// How far a goal has come on a day.
    Progress(GoalId),
    /// An intervention: what, from, to, who.
    Intervention(Option<InterventionId>),
    /// The level of a case, with the talk that it rests on.
    Level,
    /// The joint analysis: child, family, school, and what happens between them.
    Analysis,
    /// A document: its sections, dated steps, and where a phase-out leads.
    Document(DocumentKind),
    /// Signing a document.
    Sign(DocumentId),
    /// An appointment of the case.
    Book(Option<TalkKind>),
    /// The teaching plan: what is planned in each subject.
    Teaching,
    /// A step of the case to another stage: when, what is waived, why.
    Step(Stage),
    /// A new case, put forward to the committee: at most ten fields on one screen.
    Refer,
}

impl CaseForm {
    /// Its stable code, in drafts and in words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fields => "fields",
            Self::Child => "child",
            Self::Person(_) => "person",
            Self::Goal(_) => "goal",
            Self::Progress(_) => "progress",
            Self::Intervention(_) => "intervention",
            Self::Level => "level",
            Self::Analysis => "analysis",
            Self::Document(_) => "document",
            Self::Sign(_) => "sign",
            Self::Book(_) => "book",
            Self::Teaching => "teaching",
            Self::Step(_) => "step",
            Self::Refer => "refer",
        }
    }

    /// Code and identity, as a draft keeps them: `goal:…`.
    #[must_use]
    pub fn target(&self) -> String {
        let of = match self {
            Self::Person(of) => of.map(|id| id.to_string()),
            Self::Goal(of) => of.map(|id| id.to_string()),
            Self::Progress(of) => Some(of.to_string()),
            Self::Intervention(of) => of.map(|id| id.to_string()),
            Self::Document(of) => Some(of.code().to_owned()),
            Self::Sign(of) => Some(of.to_string()),
            Self::Book(of) => of.map(|kind| kind.code().to_owned()),
            Self::Step(of) => Some(of.code().to_owned()),
            _ => None,
        };
        format!("{}:{}", self.code(), of.unwrap_or_default())
    }

    /// The form of a draft; nothing where a newer program has written it.
    #[must_use]
    pub fn of_target(target: &str) -> Option<Self> {
        let (code, of) = target.split_once(':')?;
        Some(match code {
            "fields" => Self::Fields,
            "child" => Self::Child,
            "person" => Self::Person(of.parse().ok()),
            "goal" => Self::Goal(of.parse().ok()),
            "progress" => Self::Progress(of.parse().ok()?),
            "intervention" => Self::Intervention(of.parse().ok()),
            "level" => Self::Level,
            "analysis" => Self::Analysis,
            "document" => Self::Document(DocumentKind::from_code(of).ok()?),
            "sign" => Self::Sign(of.parse().ok()?),
            "book" => Self::Book(TalkKind::from_code(of).ok()),
            "teaching" => Self::Teaching,
            "step" => Self::Step(Stage::from_code(of).ok()?),
            "refer" => Self::Refer,
            _ => return None,
        })
    }
}

/// Opens a form.
#[must_use]
pub fn open(id: DraftId, form: &CaseForm, reading: &Reading<'_>) -> Form {
    match form {
        CaseForm::Fields => fields::open(id, reading),
        CaseForm::Child => child::open(id, reading),
        CaseForm::Person(of) => person::open(id, *of, reading),
        CaseForm::Goal(of) => goal::open(id, *of, reading),
        CaseForm::Progress(of) => progress::open(id, *of, reading),
        CaseForm::Intervention(of) => intervention::open(id, *of, reading),
        CaseForm::Level => level::open(id, reading),
        CaseForm::Analysis => analysis::open(id, reading),
        CaseForm::Document(of) => document::open(id, *of, reading),
        CaseForm::Sign(of) => sign::open(id, *of, reading),
        CaseForm::Book(of) => book::open(id, *of, reading),
        CaseForm::Teaching => teaching::open(id, reading),
        CaseForm::Step(of) => step::open(id, *of, reading),
        CaseForm::Refer => refer::open(id, reading),
    }
}

/// What a form is called on the screen: what it is, of what kind, of whom.
#[must_use]
pub fn title(kind: &CaseForm, form: &Form, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let name = words.code("form-of", kind.code()).to_owned();
    let what = match kind {
        CaseForm::Document(kind) => {
            let name = words.code("document", kind.code()).to_owned();
            Some(match document::which(*kind, form, reading) {
                Some(which) => format!("{name}, {which}"),
                None => name,
            })
        }
        CaseForm::Sign(of) => sign::what(*of, form, reading),
        CaseForm::Step(stage) => Some(words.code("stage", stage.code()).to_owned()),
        _ => None,
    };
    let dossier = reading.dossier_of(form).filter(|_| *kind != CaseForm::Refer);
    let whose = dossier.map(|d| d.child.name.as_str().to_owned());
    [Some(name), what, whose].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(
    kind: &CaseForm,
    form: &Form,
    entry: &Entry,
    reading: &Reading<'_>,
) -> Option<Result<String, String>> {
    match kind {
        CaseForm::Fields => fields::meaning(form, entry, reading),
        CaseForm::Child => child::meaning(form, entry, reading),
        CaseForm::Person(_) => person::meaning(form, entry, reading),
        CaseForm::Goal(_) => goal::meaning(form, entry, reading),
        CaseForm::Progress(_) => progress::meaning(form, entry, reading),
        CaseForm::Intervention(_) => intervention::meaning(form, entry, reading),
        CaseForm::Level => level::meaning(form, entry, reading),
        CaseForm::Analysis => analysis::meaning(form, entry, reading),
        CaseForm::Document(_) => document::meaning(form, entry, reading),
        CaseForm::Sign(_) => sign::meaning(form, entry, reading),
        CaseForm::Book(_) => book::meaning(form, entry, reading),
        CaseForm::Teaching => teaching::meaning(form, entry, reading),
        CaseForm::Step(_) => step::meaning(form, entry, reading),
        CaseForm::Refer => refer::meaning(form, entry, reading),
    }
}

/// What may be written in a field that is empty, with an example that works.
#[must_use]
pub fn example(kind: &CaseForm, entry: &Entry, reading: &Reading<'_>) -> Option<String> {
    let id = match (kind, entry.name) {
        (CaseForm::Refer, "born") => "example-born-or-cpr",
        (CaseForm::Refer, "parents") => "example-parents",
        (CaseForm::Refer, "ppr") => "example-ppr",
        (CaseForm::Fields, "start-structure") => "example-start-structure",
        (CaseForm::Child, "born") => "example-born",
        (CaseForm::Child, "cpr") => "example-cpr",
        (CaseForm::Refer | CaseForm::Child, "class") => "example-class",
        _ => return None,
    };
    Some(reading.words.get(id).to_owned())
}

/// Follows a change.
pub fn react(kind: &CaseForm, form: &mut Form, reading: &Reading<'_>) {
    match kind {
        CaseForm::Fields => fields::react(form, reading),
        CaseForm::Child => child::react(form, reading),
        CaseForm::Person(_) => person::react(form, reading),
        CaseForm::Goal(_) => goal::react(form, reading),
        CaseForm::Progress(_) => progress::react(form, reading),
        CaseForm::Intervention(_) => intervention::react(form, reading),
        CaseForm::Level => level::react(form, reading),
        CaseForm::Analysis => analysis::react(form, reading),
        CaseForm::Document(_) => document::react(form, reading),
        CaseForm::Sign(_) => sign::react(form, reading),
        CaseForm::Book(_) => book::react(form, reading),
        CaseForm::Teaching => teaching::react(form, reading),
        CaseForm::Step(_) => step::react(form, reading),
        CaseForm::Refer => refer::react(form, reading),
    }
}

/// Reads the form: what it does.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(kind: &CaseForm, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    match kind {
        CaseForm::Fields => fields::read(form, reading),
        CaseForm::Child => child::read(form, reading),
        CaseForm::Person(of) => person::read(form, *of, reading),
        CaseForm::Goal(of) => goal::read(form, *of, reading),
        CaseForm::Progress(of) => progress::read(form, *of, reading),
        CaseForm::Intervention(of) => intervention::read(form, *of, reading),
        CaseForm::Level => level::read(form, reading),
        CaseForm::Analysis => analysis::read(form, reading),
        CaseForm::Document(of) => document::read(form, *of, reading),
        CaseForm::Sign(of) => sign::read(form, *of, reading),
        CaseForm::Book(_) => book::read(form, reading),
        CaseForm::Teaching => teaching::read(form, reading),
        CaseForm::Step(of) => step::read(form, *of, reading),
        CaseForm::Refer => refer::read(form, reading),
    }
}
