//! The restricted talks that are chosen for a document: the text of each comes into the sections that tell of such things,
//! and goes out again as far as nobody has changed it.

use trivsel_domain::record::{ChosenTalk, DocumentKind, LetterPart, PlanDocument};
use trivsel_domain::rules::prefill::Chosen;
use trivsel_store::OpenedTalk;

use super::sections;
use crate::form::{Form, FormField, Input};
use crate::forms::input::line;
use crate::forms::{Lookup, field};
use trivsel_words::prefill as told;

/// The parts that a talk adds to.
const PARTS: [LetterPart; 4] =
    [LetterPart::Talks, LetterPart::ChildWords, LetterPart::ParentWords, LetterPart::Agreements];

/// What became of a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Its text is in the document.
    In,
    /// It is out of the document.
    Out,
    /// It is out, and text of it that was changed stays.
    OutButChanged,
}

/// The chosen talks as the form keeps them beside the text.
pub(super) fn field(basis: Option<&PlanDocument>) -> FormField {
    let chosen = basis.map(|b| b.chosen.clone()).unwrap_or_default();
    line(field::CHOSEN, &written(&chosen)).hidden()
}

/// Nothing if none is chosen.
fn written(chosen: &[ChosenTalk]) -> String {
    if chosen.is_empty() { String::new() } else { serde_json::to_string(chosen).unwrap_or_default() }
}

/// The talks that are chosen in a form.
#[must_use]
pub fn of(form: &Form) -> Vec<ChosenTalk> {
    form.field(field::CHOSEN).and_then(|field| serde_json::from_str(&field.text()).ok()).unwrap_or_default()
}

/// Takes a talk into the document, or out of it again if it is there.
pub(super) fn take(kind: DocumentKind, form: &mut Form, note: &OpenedTalk, lookup: &Lookup<'_>) -> Taken {
    let mut chosen = of(form);
    let at = chosen.iter().position(|one| one.talk == note.talk.id);
    let by = at.and_then(|at| chosen.get(at)).map_or(lookup.me.id, |one| one.by);
    let lines = lines(kind, form, note, by, lookup);
    let taken = match at {
        Some(at) => {
            chosen.remove(at);
            let mut taken = Taken::Out;
            for (at, lines) in &lines {
                if form.fields.get_mut(*at).is_some_and(|field| !cut(field, lines)) {
                    taken = Taken::OutButChanged;
                }
            }
            taken
        }
        None => {
            chosen.push(ChosenTalk { talk: note.talk.id, by });
            for (at, lines) in &lines {
                let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
                form.fields.get_mut(*at).map(|field| sections::append(field, &lines));
            }
            Taken::In
        }
    };
    if let Some(field) = form.field_mut(field::CHOSEN) {
        field.set(&written(&chosen));
        field.touched = true;
    }
    form.changed();
    taken
}

/// The lines that a talk adds, each with the place of its section: that of the part, or else that of the talks, or else the
/// first.
fn lines(
    kind: DocumentKind,
    form: &Form,
    note: &OpenedTalk,
    by: trivsel_domain::value::StaffId,
    lookup: &Lookup<'_>,
) -> Vec<(usize, Vec<String>)> {
    let (words, staff) = (lookup.words, lookup.staff);
    let headings = told::headings(words, lookup.lists);
    let child = lookup.dossier_of(form).map_or("", |d| d.child.name.given());
    let chosen = Chosen::of(&note.talk, &note.follow_ups, child, &headings);
    let first = form.fields.iter().position(|field| sections::is_section(field, kind));
    let place = |part| sections::of_part(kind, form, part, lookup);
    let of = |part: LetterPart| {
        let lines = told::chosen(words, staff, &chosen, by, part);
        let at = place(part).or_else(|| place(LetterPart::Talks)).or(first)?;
        (!lines.is_empty()).then_some((at, lines))
    };
    PARTS.into_iter().filter_map(of).collect()
}

/// Takes lines out of a text. Returns whether each of them stood there.
fn cut(field: &mut FormField, lines: &[String]) -> bool {
    let text = field.text();
    let mut kept: Vec<&str> = text.lines().collect();
    let mut all = true;
    for line in lines {
        match kept.iter().rposition(|there| there == line) {
            Some(at) => {
                kept.remove(at);
            }
            None => all = false,
        }
    }
    if let Input::Long(editor) = &mut field.input {
        editor.set_text(&kept.join("\n"));
    }
    field.touched = true;
    all
}
