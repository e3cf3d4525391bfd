//! A document: its sections, dated steps, and where a phase-out leads.
//!
//! Who opens the latest version before it is signed writes on it. What is signed stands: the next version begins with
//! what it said, and if only steps were noted as done, that is noted on the signed one.

mod sections;

use trivsel_domain::decide::Action;
use trivsel_domain::record::{DocumentKind, Outcome, PlanDocument, PlanStep, Section};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, DocumentId, DraftId, Line};

use super::papers::{self, line_field, long_field, pick_field};
use crate::form::{Choice, Entry, Form, Input, Keeping, Tags};
use crate::forms::case::CaseForm;
use crate::forms::talk::people;
use crate::forms::{FormKind, FormReader, Reading, Wrong};
use trivsel_words::talk as told;
use trivsel_words::typed_date::Lean;

/// How many dated steps one document shows.
const STEPS: usize = 8;

/// The version that the form goes on from: of letters only one that is not signed, since each is one of its own.
fn basis(dossier: &Dossier, kind: DocumentKind) -> Option<&PlanDocument> {
    let latest = dossier.document(kind);
    latest.filter(|d| d.signed.is_none() || kind != DocumentKind::StatusLetter)
}

/// The form as it begins.
#[must_use]
pub fn open(id: DraftId, of: DocumentKind, reading: &Reading<'_>) -> Form {
    let words = reading.words;
    let dossier = reading.dossier;
    let basis = dossier.and_then(|d| basis(d, of));
    let mut entries: Vec<Entry> = Vec::new();
    for (n, name) in sections::of(of).iter().enumerate() {
        let text = match (basis, dossier) {
            (Some(basis), _) => sections::text(basis, name, words).unwrap_or_default().to_owned(),
            (None, Some(dossier)) if n == 0 => sections::beginning(of, dossier, reading),
            _ => String::new(),
        };
        entries.push(long_field(name, &text));
    }
    let others = basis.map(|b| sections::others(b, words)).unwrap_or_default();
    entries.extend(others.iter().enumerate().map(|(n, section)| {
        long_field(sections::OTHER, section.text.as_ref().map_or("", |t| t.as_str())).numbered(n + 1)
    }));
    if of == DocumentKind::PhaseOut {
        let outcome = |o: &Outcome| Choice::new(o.code(), words.code("outcome", o.code()), "");
        let chosen = basis.and_then(|b| b.destination).map(Coded::code);
        entries.push(pick_field("destination", Outcome::ALL.iter().map(outcome).collect(), chosen));
        let receiving = basis.and_then(|b| b.receiving.as_ref()).map_or("", Line::as_str);
        entries.push(line_field("receiving", receiving));
    }
    if sections::has_steps(of) {
        let steps = basis.map_or(&[][..], |b| &b.steps);
        entries.extend((1..=STEPS).flat_map(|n| step_fields(n, steps.get(n - 1), reading)));
    }
    let kind = FormKind::Case(CaseForm::Document(of));
    let mut form = Form::new(kind, reading.case(), entries, Keeping::new(id, reading.me.id));
    show_steps(&mut form, reading);
    form
}

fn step_fields(number: usize, step: Option<&PlanStep>, reading: &Reading<'_>) -> [Entry; 4] {
    let day = |date: Option<chrono::NaiveDate>| date.map(|d| papers::typed(d, reading)).unwrap_or_default();
    let who =
        step.map_or(reading.me.initials.as_str().to_owned(), |s| told::doer(reading.staff, &s.responsible));
    let staff = reading.at_work().map(|s| s.initials.as_str().to_owned());
    [
        line_field("step-what", step.map_or("", |s| s.what.as_str())),
        Entry::new("who", Input::Tags(Tags::new(staff, &who))),
        line_field("when", &day(step.map(|s| s.due))),
        line_field("done-on", &day(step.and_then(|s| s.done))),
    ]
    .map(|entry| entry.numbered(number).hidden())
}

/// The steps there are, and done only of what stood there before.
fn show_steps(form: &mut Form, reading: &Reading<'_>) {
    let FormKind::Case(CaseForm::Document(kind)) = form.kind else { return };
    let before = reading.dossier_of(form).and_then(|d| basis(d, kind)).map_or(0, |b| b.steps.len());
    form.show_rows("step-what", &["who", "when", "done-on"]);
    for entry in form.entries.iter_mut().filter(|e| e.name == "done-on") {
        entry.shown &= entry.number <= before;
    }
}

/// Which version will be written, to stand behind the document's name.
pub(super) fn which(of: DocumentKind, form: &Form, reading: &Reading<'_>) -> Option<String> {
    let latest = reading.dossier_of(form)?.document(of);
    let number = |n: u32| reading.words.with("sheet-version-short", &[("version", n.into())]);
    Some(match latest {
        Some(latest) if latest.signed.is_none() => number(latest.version),
        Some(latest) => reading.words.with(
            "papers-next-version",
            &[("version", latest.version.saturating_add(1).into()), ("signed", latest.version.into())],
        ),
        None => number(1),
    })
}

/// What a field means, or what is wrong with it.
#[must_use]
pub fn meaning(_form: &Form, entry: &Entry, reading: &Reading<'_>) -> Option<Result<String, String>> {
    let text = entry.text();
    let text = text.trim();
    match entry.name {
        "when" if !text.is_empty() => {
            Some(papers::date(text, Lean::Future, reading).map(|d| papers::echo(d, reading)))
        }
        "done-on" if text.is_empty() => Some(Ok(reading.words.get("papers-done-hint").to_owned())),
        "done-on" => Some(papers::past(text, reading).map(|d| papers::echo(d, reading))),
        "who" if entry.shown => {
            Some(people::doer(reading, text).map(|doer| people::doer_named(reading, &doer)))
        }
        "step-what" | "receiving" if !text.is_empty() => papers::line(text, reading.words).err().map(Err),
        _ => None,
    }
}

/// Follows a change.
pub fn react(form: &mut Form, reading: &Reading<'_>) {
    show_steps(form, reading);
}

/// Reads the form.
///
/// # Errors
/// Everything that is wrong, in the order of the fields.
pub fn read(form: &Form, of: DocumentKind, reading: &Reading<'_>) -> Result<Action, Vec<Wrong>> {
    let mut all = FormReader::new(form, reading);
    let Some(dossier) = reading.dossier_of(form) else {
        let _ = all.dossier();
        return all.finish(None);
    };
    let latest = dossier.document(of);
    let basis = basis(dossier, of);
    let sections = sections_of(&mut all, of, basis);
    let steps = if sections::has_steps(of) {
        steps_of(&mut all, basis)
    } else {
        basis.map(|b| b.steps.clone()).unwrap_or_default()
    };
    let phase_out = of == DocumentKind::PhaseOut;
    let destination = form.choice("destination").and_then(|code| Outcome::from_code(code).ok());
    let receiving = all.line("receiving");
    let open = latest.filter(|d| d.signed.is_none());
    let new = PlanDocument {
        id: open.map_or_else(|| DocumentId::from_u128(form.keeping.id.as_u128()), |d| d.id),
        case: dossier.case.id,
        kind: of,
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

/// The signed version with what is newly noted as done, where that is all that differs.
fn only_done(signed: &PlanDocument, new: &PlanDocument) -> Option<PlanDocument> {
    let noted = PlanDocument { steps: new.steps.clone(), ..signed.clone() };
    let same = (&noted.sections, noted.destination, &noted.receiving)
        == (&new.sections, new.destination, &new.receiving);
    (same && noted.as_signed() == signed.as_signed()).then_some(noted)
}

/// The sections in their order: as they stood, with what is typed now, then those that are new.
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
                all.long((sections::OTHER, other)).flatten()
            }
        };
        sections.push(Section { heading: section.heading.clone(), text });
    }
    for name in known {
        if before.iter().any(|s| sections::is(s, name, words)) {
            continue;
        }
        let text = all.long(*name).flatten();
        // A version that had no such section only gets it once something stands in it.
        if text.is_none() && basis.is_some() {
            continue;
        }
        if let Ok(heading) = Line::new(words.code("field", name)) {
            sections.push(Section { heading, text });
        }
    }
    sections
}

/// The dated steps as typed; those beyond the form's own stay as they stood.
fn steps_of(all: &mut FormReader<'_>, basis: Option<&PlanDocument>) -> Vec<PlanStep> {
    let (form, reading) = (all.form, &all.reading.clone());
    let mut steps = Vec::new();
    for number in 1..=STEPS {
        let Some(what) = all.line(("step-what", number)) else { continue };
        let responsible = people::doer(reading, &form.text_of("who", number));
        let responsible = all.take(("who", number), responsible);
        let due = papers::date(&form.text_of("when", number), Lean::Future, reading);
        let due = all.take(("when", number), due);
        let done = form.text_of("done-on", number);
        let done = if done.is_empty() { Ok(None) } else { papers::past(&done, reading).map(Some) };
        let done = all.take(("done-on", number), done).flatten();
        if let (Some(responsible), Some(due)) = (responsible, due) {
            steps.push(PlanStep { what, due, responsible, done });
        }
    }
    steps.extend(basis.iter().flat_map(|b| b.steps.iter().skip(STEPS)).cloned());
    steps
}
