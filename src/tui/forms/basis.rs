//! Which record a form changes, and the form as that record fills it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use trivsel_domain::rules::dossier::Dossier;

use super::case::CaseForm;
use super::{FormKind, Reading, case, lists};
use crate::form::{Entry, Form};
use trivsel_domain::value::DraftId;

/// The record that a form changes as it stands now, as JSON; `null` where there is none yet or no more. Nothing for a
/// form that changes none.
#[must_use]
pub fn on_record(kind: &FormKind, reading: &Reading<'_>) -> Option<String> {
    let form = match kind {
        FormKind::List(_) => return json(Some(reading.lists)),
        FormKind::Talk | FormKind::Addendum(_) => return None,
        FormKind::Case(form) => form,
    };
    let d = reading.dossier?;
    match form {
        CaseForm::Fields => json(Some(&d.case)),
        CaseForm::Child => json(Some(&d.child)),
        CaseForm::Person(of) => json(d.people.iter().find(|p| Some(p.id) == *of)),
        CaseForm::Goal(of) => json(d.goals.iter().find(|g| Some(g.id) == *of)),
        CaseForm::Intervention(of) => json(d.interventions.iter().find(|i| Some(i.id) == *of)),
        CaseForm::Analysis => json(d.analysis()),
        CaseForm::Document(of) => json(d.document(*of)),
        CaseForm::Sign(of) => json(d.documents.iter().find(|d| d.id == *of)),
        CaseForm::Teaching => json(case::teaching::latest(&d.teaching)),
        CaseForm::Progress(_) | CaseForm::Level | CaseForm::Book(_) | CaseForm::Step(_) | CaseForm::Refer => {
            None
        }
    }
}

fn json<T: Serialize>(record: Option<&T>) -> Option<String> {
    serde_json::to_string(&record).ok()
}

/// The form as a record fills it that is on record no more as it was. Nothing where the text is none of this program.
#[must_use]
pub fn open_on(id: DraftId, kind: &FormKind, record: &str, reading: &Reading<'_>) -> Option<Form> {
    match kind {
        FormKind::List(list) => {
            let lists =
                serde_json::from_str::<Option<trivsel_domain::record::HouseSettings>>(record).ok()??;
            Some(lists::open(id, *list, &Reading { lists: &lists, ..*reading }))
        }
        FormKind::Case(form) => {
            let before = with(reading.dossier?.clone(), form, record)?;
            Some(case::open(id, form, &Reading { dossier: Some(&before), ..*reading }))
        }
        FormKind::Talk | FormKind::Addendum(_) => None,
    }
}

/// A dossier with a form's record as it was.
fn with(mut d: Dossier, form: &CaseForm, record: &str) -> Option<Dossier> {
    match form {
        CaseForm::Fields => d.case = serde_json::from_str::<Option<_>>(record).ok()??,
        CaseForm::Child => d.child = serde_json::from_str::<Option<_>>(record).ok()??,
        CaseForm::Person(of) => put(&mut d.people, record, |p| Some(p.id) == *of)?,
        CaseForm::Goal(of) => put(&mut d.goals, record, |g| Some(g.id) == *of)?,
        CaseForm::Intervention(of) => put(&mut d.interventions, record, |i| Some(i.id) == *of)?,
        CaseForm::Analysis => put(&mut d.analyses, record, |_| true)?,
        CaseForm::Document(of) => put(&mut d.documents, record, |d| d.kind == *of)?,
        CaseForm::Sign(of) => put(&mut d.documents, record, |d| d.id == *of)?,
        CaseForm::Teaching => put(&mut d.teaching, record, |_| true)?,
        _ => {}
    }
    Some(d)
}

/// Puts the record in the place of those that are the same.
fn put<T: DeserializeOwned>(all: &mut Vec<T>, record: &str, same: impl Fn(&T) -> bool) -> Option<()> {
    let record: Option<T> = serde_json::from_str(record).ok()?;
    all.retain(|one| !same(one));
    all.extend(record);
    Some(())
}

/// Brings a form up to its record as it stands.
pub fn follow(form: &mut Form, reading: &Reading<'_>) {
    let of_another =
        matches!(form.kind, FormKind::Case(_)) && reading.dossier.map(|d| d.case.id) != form.case;
    let Some(record) = form.basis.now.as_ref().and_then(|_| on_record(&form.kind, reading)) else { return };
    // What has gone says so when it is saved, and what was written stays.
    if of_another || record == "null" || form.basis.now.as_ref() == Some(&record) {
        return;
    }
    let fields: Vec<Entry> = match &form.kind {
        FormKind::List(list) => lists::open(form.keeping.id, *list, reading).entries,
        FormKind::Case(kind) => case::open(form.keeping.id, kind, reading).entries,
        FormKind::Talk | FormKind::Addendum(_) => return,
    };
    let whole = matches!(form.kind, FormKind::Case(CaseForm::Sign(_)));
    form.follow(record, fields, whole);
    let _ = super::react(form, reading);
}
