//! A document: its sections, dated steps, and the destination of a phase-out.
//!
//! An unsigned version is edited. A signed version is followed by a new one with its text, unless only steps were
//! noted as done: those are noted on the signed version.

mod sections;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, DocumentKind, Outcome, PlanDocument, PlanStep, Section};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, DocumentId, Line, LongText};

use crate::form::{Choice, Entry, Form, Input, Tags};
use crate::forms::basis::{Before, json, put_back};
use crate::forms::input::{line, long, pick};
use crate::forms::talk::people;
use crate::forms::{Day, FormReader, Kind, Meaning, Reading, Wrong, field, typed};
use trivsel_words::talk as told;
use trivsel_words::typed_date::Lean;

/// The number of dated steps in the form.
const STEPS: usize = 8;

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

    fn entries(&self, reading: &Reading<'_>) -> Vec<Entry> {
        let words = reading.words;
        let dossier = reading.dossier;
        let basis = dossier.and_then(|d| basis(d, self.0));
        let mut entries: Vec<Entry> = Vec::new();
        let known = sections::of(self.0);
        let mut others = 0;
        // The sections of the version before, in their order, and then those that it lacks.
        for section in basis.iter().flat_map(|b| &b.sections) {
            let text = section.text.as_ref().map_or("", LongText::as_str);
            entries.push(match known.iter().find(|name| sections::is(section, name, words)) {
                Some(name) => long(name, text),
                None => {
                    others += 1;
                    long(field::SEC_OTHER, text).numbered(others).headed(section.heading.as_str())
                }
            });
        }
        for (n, name) in known.iter().enumerate() {
            let begun = dossier.filter(|_| n == 0 && basis.is_none());
            let text = begun.map(|d| sections::beginning(self.0, d, reading)).unwrap_or_default();
            if !entries.iter().any(|e| e.name == *name) {
                entries.push(long(name, &text));
            }
        }
        if self.0 == DocumentKind::PhaseOut {
            let outcome = |o: &Outcome| Choice::new(o.code(), words.code("outcome", o.code()), "");
            let chosen = basis.and_then(|b| b.destination).map(Coded::code);
            entries.push(pick(field::DESTINATION, Outcome::ALL.iter().map(outcome).collect(), chosen));
            let receiving = basis.and_then(|b| b.receiving.as_ref()).map_or("", Line::as_str);
            entries.push(line(field::RECEIVING, receiving));
        }
        if sections::has_steps(self.0) {
            let steps = basis.map_or(&[][..], |b| &b.steps);
            entries.extend((1..=STEPS).flat_map(|n| step_fields(n, steps.get(n - 1), reading)));
        }
        entries
    }

    fn what(&self, form: &Form, reading: &Reading<'_>) -> Option<String> {
        let name = reading.words.code("document", self.0.code());
        let Some(dossier) = reading.dossier_of(form) else { return Some(name.to_owned()) };
        let number = |n: u32| reading.words.with("sheet-version-short", &[("version", n.into())]);
        if let Some(done) = self.newly_done(form, reading) {
            let args = [("name", name.into()), ("what", done.join(", ").into())];
            return Some(reading.words.with("papers-step-done", &args));
        }
        let version = match dossier.document(self.0) {
            Some(latest) if latest.signed.is_none() => number(latest.version),
            Some(latest) => reading.words.with(
                "papers-next-version",
                &[("version", latest.version.saturating_add(1).into()), ("signed", latest.version.into())],
            ),
            None => number(1),
        };
        Some(format!("{name}, {version}"))
    }

    fn day(&self, _form: &Form, entry: &Entry, reading: &Reading<'_>) -> Day {
        match entry.name {
            field::WHEN => Some(typed::date(&entry.text(), Lean::Future, reading)),
            field::DONE_ON => Some(typed::past(&entry.text(), reading)),
            _ => None,
        }
    }

    fn meaning(&self, _form: &Form, entry: &Entry, reading: &Reading<'_>) -> Meaning {
        let text = entry.text();
        let text = text.trim();
        match entry.name {
            field::DONE_ON if text.is_empty() => Some(Ok(reading.words.get("papers-done-hint").to_owned())),
            field::WHO if entry.shown => {
                Some(people::doer(reading, text).map(|doer| people::doer_named(reading, &doer)))
            }
            field::STEP_WHAT | field::RECEIVING if !text.is_empty() => {
                typed::line(text, reading.words).err().map(Err)
            }
            _ => None,
        }
    }

    fn react(&self, form: &mut Form, reading: &Reading<'_>) {
        show_steps(self.0, form, reading);
    }

    fn read(&self, form: &Form, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, reading);
        let Some(dossier) = reading.dossier_of(form) else {
            let _ = all.dossier();
            return all.finish(None);
        };
        let latest = dossier.document(self.0);
        let basis = basis(dossier, self.0);
        let sections = sections_of(&mut all, self.0, basis);
        let steps = if sections::has_steps(self.0) {
            steps_of(&mut all, basis)
        } else {
            basis.map(|b| b.steps.clone()).unwrap_or_default()
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
            steps,
            destination: if phase_out { destination } else { basis.and_then(|b| b.destination) },
            receiving: if phase_out { receiving } else { basis.and_then(|b| b.receiving.clone()) },
            author: open.map_or(reading.me.id, |d| d.author),
            written_on: open.map_or(reading.today(), |d| d.written_on),
            signed: None,
        };
        let signed = basis.filter(|b| b.signed.is_some());
        let edit = match signed.and_then(|signed| only_done(signed, &new).map(|noted| (signed, noted))) {
            Some((signed, noted)) => all.edit(Some(signed), noted),
            None => all.edit(open, new),
        };
        all.finish(edit.map(|edit| Action::Save(vec![edit.into()])))
    }

    fn record(&self, reading: &Reading<'_>) -> Option<String> {
        json(reading.dossier?.document(self.0))
    }

    fn put_back(&self, before: &mut Before, record: &str) -> Option<()> {
        put_back(&mut before.dossier.as_mut()?.documents, record, |d| d.kind == self.0)
    }
}

impl DocumentForm {
    /// The steps of a signed version that the form notes as done, if it does nothing else: then no new version begins.
    fn newly_done(&self, form: &Form, reading: &Reading<'_>) -> Option<Vec<String>> {
        let signed = reading.dossier_of(form)?.document(self.0).filter(|d| d.signed.is_some())?;
        let Action::Save(changes) = self.read(form, reading).ok()? else { return None };
        let [Change::Document(edit)] = changes.as_slice() else { return None };
        let new = edit.new_state().filter(|new| new.id == signed.id)?;
        let done = new.steps.iter().zip(&signed.steps).filter(|(new, old)| new.done != old.done);
        Some(done.map(|(step, _)| step.what.as_str().to_owned()).collect())
    }
}

fn step_fields(number: usize, step: Option<&PlanStep>, reading: &Reading<'_>) -> [Entry; 4] {
    let who =
        step.map_or(reading.me.initials.as_str().to_owned(), |s| told::doer(reading.staff, &s.responsible));
    let staff = reading.at_work().map(|s| s.initials.as_str().to_owned());
    [
        line(field::STEP_WHAT, step.map_or("", |s| s.what.as_str())),
        Entry::new(field::WHO, Input::Tags(Tags::single(staff, &who))),
        line(field::WHEN, &typed::typed(step.map(|s| s.due))),
        line(field::DONE_ON, &typed::typed(step.and_then(|s| s.done))),
    ]
    .map(|entry| entry.numbered(number).hidden())
}

/// Shows the filled steps and an empty one. Only a step of the version before can be done.
fn show_steps(kind: DocumentKind, form: &mut Form, reading: &Reading<'_>) {
    let before = reading.dossier_of(form).and_then(|d| basis(d, kind)).map_or(0, |b| b.steps.len());
    form.show_rows(field::STEP_WHAT, &[field::WHO, field::WHEN, field::DONE_ON]);
    for entry in form.entries.iter_mut().filter(|e| e.name == field::DONE_ON) {
        entry.shown &= entry.number <= before;
    }
}

/// The signed version with newly done steps, if nothing else differs.
fn only_done(signed: &PlanDocument, new: &PlanDocument) -> Option<PlanDocument> {
    let noted = PlanDocument { steps: new.steps.clone(), ..signed.clone() };
    let same = (&noted.sections, noted.destination, &noted.receiving)
        == (&new.sections, new.destination, &new.receiving);
    (same && noted.as_signed() == signed.as_signed()).then_some(noted)
}

/// The sections with their typed texts: those of the version before in their order, then new ones.
fn sections_of(all: &mut FormReader<'_>, of: DocumentKind, basis: Option<&PlanDocument>) -> Vec<Section> {
    let words = all.reading.words;
    let mut sections = Vec::new();
    let mut other = 0;
    let before = basis.map_or(&[][..], |b| &b.sections);
    let known = sections::of(of);
    for section in before {
        let name = known.iter().find(|name| sections::is(section, name, words));
        let text = match name {
            Some(name) => all.long(*name).flatten(),
            None => {
                other += 1;
                all.long((field::SEC_OTHER, other)).flatten()
            }
        };
        sections.push(Section { heading: section.heading.clone(), text });
    }
    for name in known {
        if before.iter().any(|s| sections::is(s, name, words)) {
            continue;
        }
        let text = all.long(*name).flatten();
        // An empty section is not added to an existing version.
        if text.is_none() && basis.is_some() {
            continue;
        }
        if let Ok(heading) = Line::new(words.code("field", name)) {
            sections.push(Section { heading, text });
        }
    }
    sections
}

/// The typed steps. Steps beyond the number in the form stay as they are.
fn steps_of(all: &mut FormReader<'_>, basis: Option<&PlanDocument>) -> Vec<PlanStep> {
    let (form, reading) = (all.form, &all.reading.clone());
    let mut steps = Vec::new();
    for number in 1..=STEPS {
        let Some(what) = all.line((field::STEP_WHAT, number)) else { continue };
        let responsible = people::doer(reading, &form.text_of(field::WHO, number));
        let responsible = all.take((field::WHO, number), responsible);
        let due = all.needed_date((field::WHEN, number));
        let done = all.date((field::DONE_ON, number));
        if let (Some(responsible), Some(due)) = (responsible, due) {
            steps.push(PlanStep { what, due, responsible, done });
        }
    }
    steps.extend(basis.iter().flat_map(|b| b.steps.iter().skip(STEPS)).cloned());
    steps
}
