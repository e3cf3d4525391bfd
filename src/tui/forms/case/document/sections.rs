//! The sections of each kind of document, and the prefilled start of a letter or report.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::record::{DocumentKind, Goal, Section, TalkKind};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::value::Coded;

use crate::forms::{Lookup, field};
use trivsel_words::Words;
use trivsel_words::dates;
use trivsel_words::text::Folded;

/// The section fields of a kind of document. Source: service descriptions (a final report holds the course, what
/// worked, and a recommendation for this child); the others are our own.
pub(super) fn of(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::Treatment => {
            &[field::SEC_BACKGROUND, field::SEC_AIMS, field::SEC_EFFORT, field::SEC_EVALUATION]
        }
        DocumentKind::PhaseOut => &[field::SEC_PURPOSE, field::SEC_TRANSITION, field::SEC_SUPPORT],
        DocumentKind::AfterSchool => &[field::SEC_WISHES, field::SEC_TRANSITION, field::SEC_SUPPORT],
        DocumentKind::StatusLetter => &[field::SEC_STATUS, field::SEC_GROWTH, field::SEC_NEXT],
        DocumentKind::FinalReport => &[field::SEC_COURSE, field::SEC_WORKED, field::SEC_ADVICE],
    }
}

/// Whether a kind is a plan with dated steps.
pub(super) fn has_tasks(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Treatment | DocumentKind::PhaseOut | DocumentKind::AfterSchool)
}

/// Whether a section is the one of a field.
pub(super) fn is(section: &Section, name: &str, words: &Words) -> bool {
    Folded::new(section.heading.as_str()) == Folded::new(words.code("field", name))
}

/// The start of the first section of a letter or a report: the talks and the progress since the last one. Empty for a
/// plan.
pub(super) fn beginning(kind: DocumentKind, dossier: &Dossier, lookup: &Lookup<'_>) -> String {
    if has_tasks(kind) {
        return String::new();
    }
    let (words, lang) = (lookup.words, lookup.words.lang());
    let last = dossier.documents.iter().filter(|d| d.kind == kind).filter_map(|d| d.signed).next_back();
    let since = last.map(|s| s.at.date()).or(dossier.case.stay().map(|s| s.from));
    let since = since.unwrap_or(dossier.case.referral.on);
    let mut lines = vec![words.with(
        "papers-since",
        &[
            ("from", dates::day_month_year(lang, since).into()),
            ("to", dates::day_month_year(lang, lookup.today()).into()),
        ],
    )];
    let mut talks: BTreeMap<TalkKind, Vec<NaiveDate>> = BTreeMap::new();
    for talk in dossier.talks.iter().filter(|t| t.date >= since) {
        talks.entry(talk.kind).or_default().push(talk.date);
    }
    lines.extend(talks.into_iter().map(|(kind, held)| {
        let days: Vec<String> =
            held.iter().map(|d| dates::day_month_seen(lang, *d, lookup.today())).collect();
        format!("{}: {}", words.code("talk", kind.code()), days.join(", "))
    }));
    lines.extend(dossier.goals.iter().filter_map(|goal| came(goal, since, words)));
    lines.join("\n") + "\n\n"
}

/// The progress of a goal since a day; `None` if it had ended by then.
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
