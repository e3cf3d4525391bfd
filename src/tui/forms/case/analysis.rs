//! The joint analysis: child, family, school, and what happens between them.
//!
//! Every save is a version of its own, which begins with what the one before it said: somebody else may have read that.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{JointAnalysis, System};
use trivsel_domain::value::{AnalysisId, Coded, DraftId};

use super::papers::long_field;
use crate::form::{Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};

/// The fields, and what each is about.
const FIELDS: [(&str, System); 4] = [
    ("of-child", System::Child),
    ("of-family", System::Family),
    ("of-school", System::School),
    ("of-between", System::Between),
];

/// The field in which a system is written about.
#[must_use]
pub(super) fn field_of(system: System) -> &'static str {
    FIELDS.iter().find(|(_, of)| *of == system).map_or(FIELDS[0].0, |(name, _)| name)
}

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, reading: &Reading<'_>) -> Form {
    let latest = reading.dossier.and_then(|d| d.analysis());
    let text = |system| latest.and_then(|a| a.of(system)).map_or("", |t| t.as_str());
    let entries: Vec<Entry> = FIELDS.iter().map(|(name, system)| long_field(name, text(*system))).collect();
    let kind = FormKind::Case(CaseForm::Analysis);
    Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id))
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
pub fn read(form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let [child, family, school, between] = FIELDS.map(|(name, _)| all.long(name).flatten());
    let Some(dossier) = reading.dossier_of(form) else {
        let _ = all.dossier();
        return all.finish(None);
    };
    let latest = dossier.analysis();
    let new = JointAnalysis {
        id: AnalysisId::from_u128(form.keeping.id.as_u128()),
        case: dossier.case.id,
        version: latest.map_or(0, |a| a.version).saturating_add(1),
        date: reading.today(),
        author: reading.me.id,
        child,
        family,
        school,
        between,
    };
    let same = latest.is_some_and(|a| System::ALL.iter().all(|s| a.of(*s) == new.of(*s)));
    if same {
        all.say(FIELDS[0].0, "papers-unchanged");
        return all.finish(None);
    }
    let edit = all.edit(None, new);
    all.finish(edit.map(|edit| Action::Save(vec![edit.into()])))
}
