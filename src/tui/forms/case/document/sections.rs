//! The sections of each kind of document, and what a letter or a report begins with.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::record::{DocumentKind, Goal, PlanDocument, Section, TalkKind};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::{Coded, LongText};

use crate::forms::Reading;
use trivsel_words::Words;
use trivsel_words::dates;
use trivsel_words::text::Folded;

/// A section that stands in the document and is none of its kind's own; several, by number.
pub(super) const OTHER: &str = "sec-other";

/// The fields of the sections that a kind of document has. Source: service descriptions (a final report holds the
/// course, what worked, and a recommendation for this child); the others are our own.
pub(super) fn of(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::Treatment => &["sec-background", "sec-aims", "sec-effort", "sec-evaluation"],
        DocumentKind::PhaseOut => &["sec-purpose", "sec-transition", "sec-support"],
        DocumentKind::AfterSchool => &["sec-wishes", "sec-transition", "sec-support"],
        DocumentKind::StatusLetter => &["sec-status", "sec-growth", "sec-next"],
        DocumentKind::FinalReport => &["sec-course", "sec-worked", "sec-advice"],
    }
}

/// Whether it is a plan, with dated steps.
pub(super) fn has_steps(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Treatment | DocumentKind::PhaseOut | DocumentKind::AfterSchool)
}

/// The text of a section of a document.
pub(super) fn text<'a>(document: &'a PlanDocument, name: &str, words: &Words) -> Option<&'a str> {
    let found = document.sections.iter().find(|s| is(s, name, words))?;
    found.text.as_ref().map(LongText::as_str)
}

/// Whether a section is the one of a field.
pub(super) fn is(section: &Section, name: &str, words: &Words) -> bool {
    Folded::new(section.heading.as_str()) == Folded::new(words.code("field", name))
}

/// The sections of a document that no field of its kind is for.
pub(super) fn others<'a>(document: &'a PlanDocument, words: &Words) -> Vec<&'a Section> {
    let known = of(document.kind);
    document.sections.iter().filter(|s| !known.iter().any(|name| is(s, name, words))).collect()
}

/// What the first section of a letter or a report begins with: what was signed and noted since the last one. Nothing
/// for a plan.
pub(super) fn beginning(kind: DocumentKind, dossier: &Dossier, reading: &Reading<'_>) -> String {
    if has_steps(kind) {
        return String::new();
    }
    let (words, lang) = (reading.words, reading.words.lang());
    let last = dossier.documents.iter().filter(|d| d.kind == kind).filter_map(|d| d.signed).next_back();
    let since = last.map(|s| s.at.date()).or(dossier.case.stay().map(|s| s.from));
    let since = since.unwrap_or(dossier.case.referral.on);
    let mut lines = vec![words.with(
        "papers-since",
        &[
            ("from", dates::day_month_year(lang, since).into()),
            ("to", dates::day_month_year(lang, reading.today()).into()),
        ],
    )];
    let mut talks: BTreeMap<TalkKind, Vec<NaiveDate>> = BTreeMap::new();
    for talk in dossier.talks.iter().filter(|t| t.date >= since) {
        talks.entry(talk.kind).or_default().push(talk.date);
    }
    lines.extend(talks.into_iter().map(|(kind, held)| {
        let days: Vec<String> =
            held.iter().map(|d| dates::day_month_seen(lang, *d, reading.today())).collect();
        format!("{}: {}", words.code("talk", kind.code()), days.join(", "))
    }));
    lines.extend(dossier.goals.iter().filter_map(|goal| came(goal, since, words)));
    lines.join("\n") + "\n\n"
}

/// How far a goal has come since a day; nothing of one that was over by then.
fn came(goal: &Goal, since: NaiveDate, words: &Words) -> Option<String> {
    if goal.ended.is_some_and(|e| e.on < since) {
        return None;
    }
    let far = |p: &trivsel_domain::record::Progress| format!("{}/10", p.value.get());
    let before = goal.progress.iter().rfind(|p| p.date < since).or(goal.progress.first());
    let far = match (before, goal.progress.last()) {
        (Some(first), Some(last)) if first != last => format!(": {} → {}", far(first), far(last)),
        (_, Some(last)) => format!(": {}", far(last)),
        _ => String::new(),
    };
    let ended = goal.ended.map(|e| format!(", {}", words.code("goal-end", e.how.code()))).unwrap_or_default();
    Some(format!("{} »{}«{far}{ended}", words.get("papers-goal"), goal.text.as_str()))
}
