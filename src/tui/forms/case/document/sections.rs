//! The sections of each kind of document: the house's own template, or the usual one, and what each begins with.

use trivsel_domain::record::{DocumentKind, Figure, LetterPart, LetterSection, Piece, PlanDocument, Section};
use trivsel_domain::rules::prefill::{Material, Prefill};
use trivsel_domain::value::Line;

use crate::form::{Form, FormField};
use crate::forms::input::{line, long};
use crate::forms::{Lookup, field};
use trivsel_words::text::Folded;
use trivsel_words::{Words, figure, prefill as told};

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
            (field::SEC_BACKGROUND, &[]),
            (field::SEC_AIMS, &[Goals]),
            (field::SEC_EFFORT, &[Interventions]),
            (field::SEC_EVALUATION, &[]),
        ],
        DocumentKind::PhaseOut => {
            &[(field::SEC_PURPOSE, &[]), (field::SEC_TRANSITION, &[]), (field::SEC_SUPPORT, &[])]
        }
        DocumentKind::AfterSchool => {
            &[(field::SEC_WISHES, &[]), (field::SEC_TRANSITION, &[]), (field::SEC_SUPPORT, &[])]
        }
        DocumentKind::StatusLetter => &[
            (field::SEC_STATUS, &[Course, Interventions, Talks, Attendance, Scores]),
            (field::SEC_GROWTH, &[Goals, ChildWords, ParentWords]),
            (field::SEC_NEXT, &[Agreements]),
        ],
        DocumentKind::FinalReport => &[
            (field::SEC_COURSE, &[Course, Interventions, Talks, Attendance, Scores, Teaching]),
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

fn same(one: &str, other: &str) -> bool {
    Folded::new(one) == Folded::new(other)
}

/// The fields of the sections: those of the version before in their order, then those of the template that it lacks. A
/// document without a version before begins with what is on record.
pub(super) fn fields(
    kind: DocumentKind,
    basis: Option<&PlanDocument>,
    begun: Option<&Prefill<'_>>,
    lookup: &Lookup<'_>,
) -> Vec<FormField> {
    let template = template(kind, lookup);
    let mut fields: Vec<FormField> = Vec::new();
    let mut others = 0;
    let mut add = |heading: &str, text: &str, on_record: bool| {
        let known = usual(kind).iter().find(|(name, _)| same(heading, lookup.words.code("field", name)));
        let mut field = match known {
            Some((name, _)) => long(name, text),
            None => {
                others += 1;
                long(field::SEC_OTHER, text).numbered(others).headed(heading)
            }
        };
        // What is filled in is on no record yet, so a draft keeps it as it was that day.
        if !on_record {
            field.begun.clear();
        }
        fields.push(field);
    };
    let before = basis.map_or(&[][..], |b| &b.sections);
    for section in before {
        add(section.heading.as_str(), section.text.as_ref().map_or("", AsRef::as_ref), true);
    }
    for section in
        template.iter().filter(|t| !before.iter().any(|b| same(b.heading.as_str(), t.heading.as_str())))
    {
        let text = if basis.is_none() { beginning(section, begun, lookup) } else { String::new() };
        add(section.heading.as_str(), &text, text.is_empty());
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

/// What is on record since the last document of a kind, if the sheet of the case is open.
pub(super) fn prefill<'a>(kind: DocumentKind, lookup: &Lookup<'a>) -> Option<Prefill<'a>> {
    let headings = told::headings(lookup.words, lookup.lists);
    Some(material(lookup)?.prefill(kind, &headings, lookup.today()))
}

/// The records that documents of the open sheet are filled from.
fn material<'a>(lookup: &Lookup<'a>) -> Option<Material<'a>> {
    let sheet = lookup.sheet?;
    let dossier = lookup.dossier.filter(|d| d.case.id == sheet.dossier.case.id)?;
    let material = sheet.material(lookup.case_programme(), lookup.calendar, lookup.lists);
    Some(Material { dossier, ..material })
}

/// The figures as the form keeps them beside the text.
pub(super) fn figures_field(basis: Option<&PlanDocument>, begun: Option<&Prefill<'_>>) -> FormField {
    let kept = basis.filter(|b| b.signed.is_none()).map(|b| b.figures.clone());
    let figures = kept.unwrap_or_else(|| begun.map(|b| b.figures().cloned().collect()).unwrap_or_default());
    let text = serde_json::to_string(&figures).unwrap_or_default();
    let mut field = line(field::FIGURES, &text).hidden();
    field.begun.clear();
    field
}

/// The figures whose numbers still stand in a line of some section.
pub(super) fn figures(form: &Form, sections: &[Section], words: &Words) -> Vec<Figure> {
    let kept = form.field(field::FIGURES).map(FormField::text).unwrap_or_default();
    let figures: Vec<Figure> = serde_json::from_str(&kept).unwrap_or_default();
    let lines = || sections.iter().filter_map(|s| s.text.as_ref()).flat_map(|t| t.as_str().lines());
    figures.into_iter().filter(|f| lines().any(|line| figure::stands_in(words, line, &f.of))).collect()
}

/// Whether a field is of a section.
pub(super) fn is_section(field: &FormField, kind: DocumentKind) -> bool {
    field.name == field::SEC_OTHER || usual(kind).iter().any(|(name, _)| *name == field.name)
}
