//! A document: its sections, dated tasks, and the destination of a phase-out.
//!
//! An unsigned version is edited. A signed version is followed by a new one with its text, unless only tasks were
//! noted as done: those are noted on the signed version.

mod chosen;
pub(in crate::forms) mod sections;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, DocumentKind, LetterSection, Outcome, PlanDocument, PlanTask, Section};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, DocumentId, Line};
use trivsel_store::OpenedTalk;

pub use self::chosen::{Taken, of as chosen_in};
use crate::form::{Form, FormField, Input, Tags};
use crate::forms::basis::{Before, json, put_back};
use crate::forms::input::{choices, line, pick};
use crate::forms::talk::people;
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field, typed};
use trivsel_words::talk as told;
use trivsel_words::typed_date::Lean;

/// The number of dated tasks in the form.
const TASKS: usize = 8;

/// The version that the form continues from. A signed letter is not continued, since each letter stands alone.
fn basis(dossier: &Dossier, kind: DocumentKind) -> Option<&PlanDocument> {
    let latest = dossier.document(kind);
    latest.filter(|d| d.signed.is_none() || kind != DocumentKind::StatusLetter)
}

/// A document of a kind.
#[derive(Debug)]
pub struct DocumentForm(pub DocumentKind);

impl Kind for DocumentForm {
    fn of(&self) -> String {
        self.0.code().to_owned()
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let words = lookup.words;
        let dossier = lookup.dossier;
        let basis = dossier.and_then(|d| basis(d, self.0));
        let begun = basis.is_none().then(|| sections::prefill(self.0, lookup)).flatten();
        let mut fields = sections::fields(self.0, basis, begun.as_ref(), lookup);
        fields.push(sections::figures_field(basis, begun.as_ref()));
        fields.push(chosen::field(basis));
        if self.0 == DocumentKind::PhaseOut {
            let chosen = basis.and_then(|b| b.destination).map(Coded::code);
            fields.push(pick(field::DESTINATION, choices(Outcome::ALL, "outcome", words), chosen));
            let receiving = basis.and_then(|b| b.receiving.as_ref()).map_or("", Line::as_str);
            fields.push(line(field::RECEIVING, receiving));
        }
        if sections::has_tasks(self.0) {
            let tasks = basis.map_or(&[][..], |b| &b.tasks);
            fields.extend((1..=TASKS).flat_map(|n| task_fields(n, tasks.get(n - 1), lookup)));
        }
        fields
    }

    fn what(&self, form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        let name = lookup.words.code("document", self.0.code());
        let Some(dossier) = lookup.dossier_of(form) else { return Some(name.to_owned()) };
        let number = |n: u32| lookup.words.with("sheet-version-short", &[("version", n.into())]);
        if let Some(done) = self.newly_done(form, lookup) {
            let args = [("name", name.into()), ("what", done.join(", ").into())];
            return Some(lookup.words.with("papers-task-done", &args));
        }
        let version = match dossier.document(self.0) {
            Some(latest) if latest.signed.is_none() => number(latest.version),
            Some(latest) => lookup.words.with(
                "papers-next-version",
                &[("version", latest.version.saturating_add(1).into()), ("signed", latest.version.into())],
            ),
            None => number(1),
        };
        Some(format!("{name}, {version}"))
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::WHEN => Some(typed::date(&field.text(), Lean::Future, lookup)),
            field::DONE_ON => Some(typed::past(&field.text(), lookup)),
            _ => None,
        }
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        let text = text.trim();
        match field.name {
            field::DONE_ON if text.is_empty() => Some(Ok(lookup.words.get("papers-done-hint").to_owned())),
            field::WHO if field.shown => {
                Some(people::doer(lookup, text).map(|doer| people::doer_named(lookup, &doer)))
            }
            field::STEP_WHAT | field::RECEIVING if !text.is_empty() => {
                typed::line(text, lookup.words).err().map(Err)
            }
            _ => None,
        }
    }

    fn resume(&self, form: &mut Form, drafted: &BTreeMap<String, String>, lookup: &Lookup<'_>) {
        sections::resume(self.0, form, drafted, lookup);
    }

    fn react(&self, form: &mut Form, lookup: &Lookup<'_>) {
        show_tasks(self.0, form, lookup);
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let Some(dossier) = lookup.dossier_of(form) else {
            let _ = all.dossier();
            return all.finish(None);
        };
        let latest = dossier.document(self.0);
        let basis = basis(dossier, self.0);
        let sections = sections_of(&mut all, self.0, basis);
        let figures = sections::figures(form, &sections, lookup.words);
        let tasks = if sections::has_tasks(self.0) {
            tasks_of(&mut all, basis)
        } else {
            basis.map(|b| b.tasks.clone()).unwrap_or_default()
        };
        let phase_out = self.0 == DocumentKind::PhaseOut;
        let destination = form.choice(field::DESTINATION).and_then(|code| Outcome::from_code(code).ok());
        let receiving = all.line(field::RECEIVING);
        let open = latest.filter(|d| d.signed.is_none());
        let new = PlanDocument {
            id: open.map_or_else(|| DocumentId::from_u128(form.keeping.id.as_u128()), |d| d.id),
            case: dossier.case.id,
            kind: self.0,
            version: open.map_or_else(|| latest.map_or(0, |d| d.version).saturating_add(1), |d| d.version),
            sections,
            tasks,
            figures,
            chosen: chosen::of(form),
            destination: if phase_out { destination } else { basis.and_then(|b| b.destination) },
            receiving: if phase_out { receiving } else { basis.and_then(|b| b.receiving.clone()) },
            author: open.map_or(lookup.me.id, |d| d.author),
            written_on: open.map_or(lookup.today(), |d| d.written_on),
            signed: None,
        };
        let signed = basis.filter(|b| b.signed.is_some());
        let edit = match signed.and_then(|signed| only_done(signed, &new).map(|noted| (signed, noted))) {
            Some((signed, noted)) => all.edit(Some(signed), noted),
            None => all.edit(open, new),
        };
        all.finish(edit.map(|edit| Action::Save(vec![edit.into()])))
    }

    fn record(&self, lookup: &Lookup<'_>) -> Option<String> {
        json(lookup.dossier?.document(self.0))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.documents, record, |d| d.kind == self.0)
    }
}

impl DocumentForm {
    /// Takes a restricted talk into the document, or out of it again.
    pub fn take(&self, form: &mut Form, note: &OpenedTalk, lookup: &Lookup<'_>) -> Taken {
        chosen::take(self.0, form, note, lookup)
    }

    /// The first day that the document tells of.
    #[must_use]
    pub fn since(&self, lookup: &Lookup<'_>) -> Option<NaiveDate> {
        Some(sections::material(lookup)?.since(self.0))
    }

    /// Puts into the section with the cursor what has happened since the last document of the kind. Returns whether there
    /// was anything.
    pub fn add_since(&self, form: &mut Form, lookup: &Lookup<'_>) -> bool {
        sections::add_since(self.0, form, lookup)
    }

    /// The tasks of a signed version that the form notes as done, if it does nothing else: then no new version begins.
    fn newly_done(&self, form: &Form, lookup: &Lookup<'_>) -> Option<Vec<String>> {
        let signed = lookup.dossier_of(form)?.document(self.0).filter(|d| d.signed.is_some())?;
        let Action::Save(changes) = self.read(form, lookup).ok()? else { return None };
        let [Change::Document(edit)] = changes.as_slice() else { return None };
        let new = edit.new_state().filter(|new| new.id == signed.id)?;
        let done = new.tasks.iter().zip(&signed.tasks).filter(|(new, old)| new.done != old.done);
        Some(done.map(|(task, _)| task.what.as_str().to_owned()).collect())
    }
}

fn task_fields(number: usize, task: Option<&PlanTask>, lookup: &Lookup<'_>) -> [FormField; 4] {
    let who =
        task.map_or(lookup.me.initials.as_str().to_owned(), |s| told::doer(lookup.staff, &s.responsible));
    let staff = lookup.at_work().map(|s| s.initials.as_str().to_owned());
    [
        line(field::STEP_WHAT, task.map_or("", |s| s.what.as_str())),
        FormField::new(field::WHO, Input::Tags(Tags::single(staff, &who))),
        line(field::WHEN, &typed::typed(task.map(|s| s.due))),
        line(field::DONE_ON, &typed::typed(task.and_then(|s| s.done))),
    ]
    .map(|field| field.numbered(number).hidden())
}

/// Shows the filled tasks and an empty one. Only a task of the version before can be done.
fn show_tasks(kind: DocumentKind, form: &mut Form, lookup: &Lookup<'_>) {
    let before = lookup.dossier_of(form).and_then(|d| basis(d, kind)).map_or(0, |b| b.tasks.len());
    form.show_rows(field::STEP_WHAT, &[field::WHO, field::WHEN, field::DONE_ON]);
    for field in form.fields.iter_mut().filter(|e| e.name == field::DONE_ON) {
        field.shown &= field.number <= before;
    }
}

/// The signed version with newly done tasks, if nothing else differs.
fn only_done(signed: &PlanDocument, new: &PlanDocument) -> Option<PlanDocument> {
    let noted = PlanDocument { tasks: new.tasks.clone(), ..signed.clone() };
    let same = (&noted.sections, noted.destination, &noted.receiving)
        == (&new.sections, new.destination, &new.receiving);
    (same && noted.as_signed() == signed.as_signed()).then_some(noted)
}

/// The sections with their typed texts, in the order of the fields.
fn sections_of(all: &mut FormReader<'_>, of: DocumentKind, basis: Option<&PlanDocument>) -> Vec<Section> {
    let (words, form) = (all.lookup.words, all.form);
    let template = sections::template(of, &all.lookup.clone());
    let mut found = Vec::new();
    for field in form.fields.iter().filter(|field| sections::is_section(field, of)) {
        let text = all.long((field.name, field.number)).flatten();
        let label = sections::heading(field, words);
        let same = |heading: &Line| sections::same(of, heading.as_str(), &label);
        let before = basis.and_then(|b| b.sections.iter().find(|s| same(&s.heading)));
        // An empty section is not added to an existing version.
        if text.is_none() && basis.is_some() && before.is_none() {
            continue;
        }
        let planned = template.iter().find(|s| same(&s.heading));
        let recommends = before.is_some_and(|s| s.recommends)
            || planned.is_some_and(LetterSection::recommends)
            || field.name == field::SEC_ADVICE;
        let heading = before.map(|s| s.heading.clone()).or_else(|| Line::new(&label).ok());
        found.extend(heading.map(|heading| Section { heading, text, recommends }));
    }
    found
}

/// The typed tasks. Tasks beyond the number in the form stay as they are.
fn tasks_of(all: &mut FormReader<'_>, basis: Option<&PlanDocument>) -> Vec<PlanTask> {
    let (form, lookup) = (all.form, &all.lookup.clone());
    let mut tasks = Vec::new();
    for number in 1..=TASKS {
        let Some(what) = all.line((field::STEP_WHAT, number)) else { continue };
        let responsible = people::doer(lookup, &form.text_of(field::WHO, number));
        let responsible = all.take((field::WHO, number), responsible);
        let due = all.needed_date((field::WHEN, number));
        let done = all.date((field::DONE_ON, number));
        if let (Some(responsible), Some(due)) = (responsible, due) {
            tasks.push(PlanTask { what, due, responsible, done });
        }
    }
    tasks.extend(basis.iter().flat_map(|b| b.tasks.iter().skip(TASKS)).cloned());
    tasks
}
