//! Signing a document: shows its text and asks before it signs.

use trivsel_domain::decide::Action;
use trivsel_domain::record::PlanDocument;
use trivsel_domain::value::{Coded, DocumentId};

use crate::form::{Form, FormField};
use crate::forms::basis::{Before, json, put_back};
use crate::forms::input::{line, long};
use crate::forms::{FormReader, Kind, Lookup, Meaning, Wrong, field};
use trivsel_words::{dates, talk as told};

/// The signature of a document.
#[derive(Debug)]
pub struct SignForm(pub DocumentId);

impl Kind for SignForm {
    fn of(&self) -> String {
        self.0.to_string()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let document = lookup.dossier.and_then(|d| d.documents.iter().find(|d| d.id == self.0));
        let text = document.map(|d| text_of(d, lookup)).unwrap_or_default();
        let by = line(field::SIGNS, lookup.me.name.as_str());
        vec![by.fixed(), long(field::TO_SIGN, &text).fixed()]
    }

    fn what(&self, form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        let document = lookup.dossier_of(form)?.documents.iter().find(|d| d.id == self.0)?;
        let version = lookup.words.with("sheet-version-short", &[("version", document.version.into())]);
        Some(format!("{}, {version}", lookup.words.code("document", document.kind.code())))
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        (field.name == field::SIGNS).then(|| Ok(lookup.words.get("papers-sign-hint").to_owned()))
    }

    /// The text is only read, so typing over it is undone.
    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        let document = lookup.dossier_of(form).and_then(|d| d.documents.iter().find(|d| d.id == self.0));
        let text = document.map(|d| text_of(d, lookup)).unwrap_or_default();
        for (name, text) in [(field::SIGNS, lookup.me.name.as_str()), (field::TO_SIGN, text.as_str())] {
            if let Some(field) = form.field_mut(name) {
                if field.text() != text {
                    field.set(text);
                }
                field.touched = false;
            }
        }
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let found = all.dossier().map(|d| (d.case.id, d.documents.iter().find(|d| d.id == self.0)));
        let Some((case, document)) = found else { return all.finish(None) };
        if document.is_none() {
            all.say(field::SIGNS, "case-form-gone");
        }
        all.finish(Some(Action::SignDocument { case, document: self.0 }))
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(lookup.dossier?.documents.iter().find(|d| d.id == self.0))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.documents, record, |d| d.id == self.0)
    }

    fn rests_on_all(&self) -> bool {
        true
    }
}

fn text_of(document: &PlanDocument, lookup: &Lookup<'_>) -> String {
    let (words, lang) = (lookup.words, lookup.words.lang());
    let mut lines: Vec<String> = Vec::new();
    for section in &document.sections {
        lines.push(section.heading.as_str().to_owned());
        lines.extend(section.text.iter().flat_map(|t| t.as_str().lines()).map(|l| format!("  {l}")));
    }
    let destination = document.destination.map(|d| words.code("outcome", d.code()).to_owned());
    let receiving = document.receiving.as_ref().map(|r| r.as_str().to_owned());
    for (name, text) in [(field::DESTINATION, destination), (field::RECEIVING, receiving)] {
        lines.extend(text.map(|text| format!("{}: {text}", words.code("field", name))));
    }
    lines.extend(document.tasks.iter().map(|s| {
        let due = dates::day_month_year(lang, s.due);
        format!("{due} · {} · {}", told::doer(lookup.staff, &s.responsible), s.what.as_str())
    }));
    lines.join("\n")
}
