//! The sections of each kind of document: the house's own template, or the usual one, and what each begins with.

mod drafted;

use trivsel_domain::record::{DocumentKind, Figure, LetterPart, LetterSection, Piece, PlanDocument, Section};
use trivsel_domain::rules::prefill::{Material, Prefill};
use trivsel_domain::value::Line;

pub(super) use self::drafted::resume;
use crate::form::{Form, FormField, Input};
use crate::forms::input::{line, long};
use crate::forms::{Lookup, field};
use trivsel_words::text::Folded;
use trivsel_words::{Words, figure, in_every_language, prefill as told};

/// A section field and what it begins with.
type Usual = (&'static str, &'static [LetterPart]);

/// The usual sections of a kind of document. Source: service descriptions (a final report holds the course, what
/// worked, and a recommendation for this child); the others are our own.
fn usual(kind: DocumentKind) -> &'static [Usual] {
    use LetterPart::{
        Agreements, Attendance, ChildWords, Course, Goals, Interventions, ParentWords, Recommendation,
        Scores, Talks, Teaching,
    };
    match kind {
        DocumentKind::Treatment => &[
            (field::SEC_BACKGROUND, &[Course, Talks, Attendance, Scores]),
            (field::SEC_AIMS, &[Goals, ChildWords, ParentWords]),
            (field::SEC_EFFORT, &[Interventions, Teaching, Agreements]),
            (field::SEC_EVALUATION, &[]),
        ],
        DocumentKind::PhaseOut => &[
            (field::SEC_PURPOSE, &[Course, Goals]),
            (field::SEC_TRANSITION, &[Talks, Attendance, Scores, ChildWords, ParentWords]),
            (field::SEC_SUPPORT, &[Interventions, Teaching, Agreements]),
        ],
        DocumentKind::AfterSchool => &[
            (field::SEC_WISHES, &[Goals, ChildWords, ParentWords]),
            (field::SEC_TRANSITION, &[Course, Talks, Attendance, Scores]),
            (field::SEC_SUPPORT, &[Interventions, Teaching, Agreements]),
        ],
        DocumentKind::StatusLetter => &[
            (field::SEC_STATUS, &[Course, Interventions, Talks, Attendance, Scores]),
            (field::SEC_GROWTH, &[Goals, ChildWords, ParentWords]),
            (field::SEC_NEXT, &[Agreements]),
        ],
        DocumentKind::FinalReport => &[
            (field::SEC_COURSE, &[Course, Interventions, Talks, Attendance, Scores, Teaching, Agreements]),
            (field::SEC_WORKED, &[Goals, ChildWords, ParentWords]),
            (field::SEC_ADVICE, &[Recommendation]),
        ],
    }
}

/// The sections of a kind of document in this house: its own template, or the usual one in the language of the screen.
pub(in crate::forms) fn template(kind: DocumentKind, lookup: &Lookup<'_>) -> Vec<LetterSection> {
    if let Some(own) = lookup.lists.letter(kind) {
        return own.sections().to_vec();
    }
    let section = |(name, parts): &Usual| {
        let heading = Line::new(lookup.words.code("field", name)).ok()?;
        Some(LetterSection { heading, pieces: parts.iter().map(|part| Piece::Part(*part)).collect() })
    };
    usual(kind).iter().filter_map(section).collect()
}

/// Whether a kind is a plan with dated tasks.
pub(super) fn has_tasks(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Treatment | DocumentKind::PhaseOut | DocumentKind::AfterSchool)
}

/// The file of the words for the usual headings.
const WORDS: &str = "papers";

/// The field of the usual section with a heading, in whatever language that is.
fn known(kind: DocumentKind, heading: &str) -> Option<&'static str> {
    let heading = Folded::new(heading);
    let is_it = |name: &str| {
        in_every_language(WORDS, &format!("field-{name}")).any(|usual| Folded::new(usual) == heading)
    };
    usual(kind).iter().map(|(name, _)| *name).find(|name| is_it(name))
}

/// Whether two headings are of the same section.
pub(super) fn same(kind: DocumentKind, one: &str, other: &str) -> bool {
    let usual = || known(kind, one).filter(|name| Some(*name) == known(kind, other));
    Folded::new(one) == Folded::new(other) || usual().is_some()
}

/// The heading of a section's field.
pub(super) fn heading(field: &FormField, words: &Words) -> String {
    field.heading.clone().unwrap_or_else(|| words.code("field", field.name).to_owned())
}

/// The fields of the sections: those of the version before in their order, then those of the template that it lacks. A
/// document without a version before begins with what is on record.
pub(super) fn fields(
    kind: DocumentKind,
    basis: Option<&PlanDocument>,
    begun: Option<&Prefill<'_>>,
    lookup: &Lookup<'_>,
) -> Vec<FormField> {
    let words = lookup.words;
    let template = template(kind, lookup);
    let before = basis.map_or(&[][..], |b| &b.sections);
    let mut fields: Vec<FormField> = Vec::new();
    let mut others = 0;
    let mut field_of = |fields: &[FormField], heading: &str, text: &str| {
        let is_free = |name: &&str| fields.iter().all(|field| field.name != *name);
        match known(kind, heading).filter(is_free) {
            Some(name) if words.code("field", name) == heading => long(name, text),
            Some(name) => long(name, text).headed(heading),
            None => {
                others += 1;
                long(field::SEC_OTHER, text).numbered(others).headed(heading)
            }
        }
    };
    let is_in = |sections: &[Section], heading: &str| {
        sections.iter().any(|section| same(kind, section.heading.as_str(), heading))
    };
    for section in before {
        let text = section.text.as_ref().map_or("", AsRef::as_ref);
        let heading = section.heading.as_str();
        let mut field = field_of(&fields, heading, text);
        if !template.iter().any(|planned| same(kind, planned.heading.as_str(), heading)) {
            field.note = Some(words.get("papers-not-in-template").to_owned());
        }
        fields.push(field);
    }
    for planned in template.iter().filter(|planned| !is_in(before, planned.heading.as_str())) {
        let text = if basis.is_none() { beginning(planned, begun, lookup) } else { String::new() };
        let mut field = field_of(&fields, planned.heading.as_str(), &text);
        // What is filled in is on no record yet, so a draft keeps it as it was that day.
        field.begun.clear();
        fields.push(field);
    }
    fields
}

/// What a section of a new document begins with.
fn beginning(section: &LetterSection, begun: Option<&Prefill<'_>>, lookup: &Lookup<'_>) -> String {
    let mut lines: Vec<String> = Vec::new();
    for piece in &section.pieces {
        match piece {
            Piece::Text(text) => lines.push(text.as_str().to_owned()),
            Piece::Part(part) => {
                lines.extend(begun.iter().flat_map(|b| told::part(lookup.words, lookup.staff, b, *part)));
            }
        }
    }
    lines.join("\n")
}

/// Puts below the text of the section with the cursor what its template begins with, as it is on record now, without the
/// lines that stand there. Returns whether there was any.
pub(in crate::forms) fn add_since(kind: DocumentKind, form: &mut Form, lookup: &Lookup<'_>) -> bool {
    let Some(begun) = prefill(kind, lookup) else { return false };
    let Some(field) = form.fields.get_mut(form.focus).filter(|field| is_section(field, kind)) else {
        return false;
    };
    let heading = heading(field, lookup.words);
    let template = template(kind, lookup);
    let planned = template.iter().find(|t| same(kind, t.heading.as_str(), &heading));
    let text = planned.map_or_else(String::new, |planned| beginning(planned, Some(&begun), lookup));
    let lines: Vec<&str> = text.lines().collect();
    if !append(field, &lines) {
        return false;
    }
    let mut kept = kept_figures(form);
    let new: Vec<Figure> = begun.figures().filter(|figure| !kept.contains(figure)).cloned().collect();
    kept.extend(new);
    if let Some(field) = form.field_mut(field::FIGURES) {
        field.set(&serde_json::to_string(&kept).unwrap_or_default());
    }
    form.changed();
    true
}

/// The place of the field of the section that begins with a part of what is on record.
pub(super) fn of_part(
    kind: DocumentKind,
    form: &Form,
    part: LetterPart,
    lookup: &Lookup<'_>,
) -> Option<usize> {
    let planned = template(kind, lookup).into_iter().find(|t| t.pieces.contains(&Piece::Part(part)))?;
    let is_it = |f: &FormField| {
        is_section(f, kind) && same(kind, planned.heading.as_str(), &heading(f, lookup.words))
    };
    form.fields.iter().position(is_it)
}

/// Puts those lines below a text that do not stand in it. Returns whether there were any.
pub(super) fn append(field: &mut FormField, lines: &[&str]) -> bool {
    let text = field.text();
    let new: Vec<&str> = lines.iter().copied().filter(|line| !text.lines().any(|l| l == *line)).collect();
    let Input::Long(editor) = &mut field.input else { return false };
    if new.is_empty() {
        return false;
    }
    let before = if editor.is_blank() { Vec::new() } else { vec![text.trim_end()] };
    editor.set_text(&[before, new].concat().join("\n"));
    field.touched = true;
    true
}

/// What is on record since the last document of a kind, if the sheet of the case is open.
pub(super) fn prefill<'a>(kind: DocumentKind, lookup: &Lookup<'a>) -> Option<Prefill<'a>> {
    let headings = told::headings(lookup.words, lookup.lists);
    Some(material(lookup)?.prefill(kind, &headings, lookup.today()))
}

/// The records that documents of the open sheet are filled from.
pub(super) fn material<'a>(lookup: &Lookup<'a>) -> Option<Material<'a>> {
    let sheet = lookup.sheet?;
    let dossier = lookup.dossier.filter(|d| d.case.id == sheet.dossier.case.id)?;
    let material = sheet.material(lookup.case_programme(), lookup.calendar, lookup.lists);
    Some(Material { dossier, ..material })
}

/// The figures as the form keeps them beside the text.
pub(super) fn figures_field(basis: Option<&PlanDocument>, begun: Option<&Prefill<'_>>) -> FormField {
    // A new version goes on with the text of the one before, and with the figures in it.
    let kept = basis.map(|b| b.figures.clone());
    let figures = kept.unwrap_or_else(|| begun.map(|b| b.figures().cloned().collect()).unwrap_or_default());
    let text = serde_json::to_string(&figures).unwrap_or_default();
    let mut field = line(field::FIGURES, &text).hidden();
    field.begun.clear();
    field
}

/// The figures whose numbers still stand in a line of some section.
pub(super) fn figures(form: &Form, sections: &[Section], words: &Words) -> Vec<Figure> {
    let lines = || sections.iter().filter_map(|s| s.text.as_ref()).flat_map(|t| t.as_str().lines());
    let kept = kept_figures(form).into_iter();
    kept.filter(|f| lines().any(|line| figure::stands_in(words, line, &f.of))).collect()
}

fn kept_figures(form: &Form) -> Vec<Figure> {
    let kept = form.field(field::FIGURES).map(FormField::text).unwrap_or_default();
    serde_json::from_str(&kept).unwrap_or_default()
}

/// Whether a field is of a section.
pub(super) fn is_section(field: &FormField, kind: DocumentKind) -> bool {
    field.name == field::SEC_OTHER || usual(kind).iter().any(|(name, _)| *name == field.name)
}
