//! Signing a document: which, and what it says. Enter signs, once it has asked.

use trivsel_domain::decide::Action;
use trivsel_domain::record::PlanDocument;
use trivsel_domain::value::{Coded, DocumentId, DraftId};

use super::papers::{line_field, long_field};
use crate::form::{Entry, Form, Keeping};
use crate::forms::case::CaseForm;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::{dates, talk as told};

/// The form as it begins: the text to read, which signing does not change whatever is typed over it.
#[must_use]
pub fn open(id: DraftId, of: DocumentId, reading: &Reading<'_>) -> Form {
    let document = reading.dossier.and_then(|d| d.documents.iter().find(|d| d.id == of));
    let text = document.map(|d| text_of(d, reading)).unwrap_or_default();
    let by = line_field("signs", reading.me.name.as_str());
    let entries = vec![by, long_field("to-sign", &text)];
    let kind = FormKind::Case(CaseForm::Sign(of));
    Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id))
}

/// The document and its version, for the title.
pub(super) fn what(of: DocumentId, form: &Form, reading: &Reading<'_>) -> Option<String> {
    let document = reading.dossier_of(form)?.documents.iter().find(|d| d.id == of)?;
    let version = reading.words.with("sheet-version-short", &[("version", document.version.into())]);
    Some(format!("{}, {version}", reading.words.code("document", document.kind.code())))
}

fn text_of(document: &PlanDocument, reading: &Reading<'_>) -> String {
    let (words, lang) = (reading.words, reading.words.lang());
    let mut lines: Vec<String> = Vec::new();
    for section in &document.sections {
        lines.push(section.heading.as_str().to_owned());
        lines.extend(section.text.iter().flat_map(|t| t.as_str().lines()).map(|l| format!("  {l}")));
    }
    let destination = document.destination.map(|d| words.code("outcome", d.code()).to_owned());
    let receiving = document.receiving.as_ref().map(|r| r.as_str().to_owned());
    for (name, text) in [("destination", destination), ("receiving", receiving)] {
        lines.extend(text.map(|text| format!("{}: {text}", words.code("field", name))));
    }
    lines.extend(document.steps.iter().map(|s| {
        let due = dates::day_month_year(lang, s.due);
        format!("{due} · {} · {}", told::doer(reading.staff, &s.responsible), s.what.as_str())
    }));
    lines.join("\n")
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(_form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<Result<String, String>> {
    (entry.name == "signs").then(|| Ok(reading.words.get("papers-sign-hint").to_owned()))
}

/// Follows a change: the text is there to be read, so what is typed over it falls back.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    let FormKind::Case(CaseForm::Sign(of)) = form.kind else { return };
    let document = reading.dossier_of(form).and_then(|d| d.documents.iter().find(|d| d.id == of));
    let text = document.map(|d| text_of(d, reading)).unwrap_or_default();
    for (name, text) in [("signs", reading.me.name.as_str()), ("to-sign", text.as_str())] {
        if let Some(entry) = form.entry_mut(name) {
            if entry.text() != text {
                entry.set(text);
            }
            entry.touched = false;
        }
    }
}

/// Reads the form.
///
/// # Errors
/// That the document has been changed or has gone since it was read.
pub fn read(form: &Form, of: DocumentId, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let found = all.dossier().map(|d| (d.case.id, d.documents.iter().find(|d| d.id == of)));
    let Some((case, document)) = found else { return all.finish(None) };
    if document.is_none() {
        all.say("signs", "case-form-gone");
    }
    all.finish(Some(Action::SignDocument { case, document: of }))
}
