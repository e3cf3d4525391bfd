//! A figure of a document in words: what it counts, over which dates, and its value.

use trivsel_domain::record::{Counted, Figure, Goal};
use trivsel_domain::value::{Coded, Halves};

use super::numbers::{half_days, tenths};
use super::{Words, dates, score};

/// What it counts, in which of the two counts. A goal that is not among `goals` has the name that was kept.
#[must_use]
pub fn name(words: &Words, of: &Counted, goals: &[Goal]) -> String {
    match of {
        Counted::Attendance { .. } => words.get("figure-attendance").to_owned(),
        Counted::StatutoryAbsence { .. } => words.get("figure-statutory-absence").to_owned(),
        Counted::Reported { .. } => words.get("figure-reported").to_owned(),
        Counted::Talks { kind, .. } => words.code("talk", kind.code()).to_owned(),
        Counted::Progress { goal, name, .. } => {
            let known = goals.iter().find(|g| g.id == *goal).map(|goal| &goal.text);
            match known.or(name.as_ref()) {
                Some(goal) => words.with("figure-progress", &[("goal", goal.as_str().into())]),
                None => words.get("figure-goal").to_owned(),
            }
        }
        Counted::Scores { strand, .. } => score::strand(words, strand),
    }
}

/// Its value: "18 af 24 registrerede dage, 2 uden registrering".
#[must_use]
pub fn value(words: &Words, of: &Counted) -> String {
    let lang = words.lang();
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    match of {
        Counted::Attendance { attended, registered, unregistered } => {
            let args = [
                ("attended", half_days(lang, *attended).into()),
                ("registered", half_days(lang, *registered).into()),
            ];
            let value = words.with("figure-value-attendance", &args);
            if *unregistered == Halves::NONE {
                return value;
            }
            let args = [("value", value.into()), ("days", half_days(lang, *unregistered).into())];
            words.with("figure-value-unregistered", &args)
        }
        Counted::StatutoryAbsence { sick, leave, unlawful, school_days } => words.with(
            "figure-value-statutory",
            &[
                ("sick", half_days(lang, *sick).into()),
                ("leave", half_days(lang, *leave).into()),
                ("unlawful", half_days(lang, *unlawful).into()),
                ("days", words.count("school-day", count(*school_days)).into()),
            ],
        ),
        Counted::Reported { attended, possible, weeks } => words.with(
            "figure-value-reported",
            &[
                ("attended", half_days(lang, *attended).into()),
                ("possible", half_days(lang, *possible).into()),
                ("weeks", words.count("week", count(*weeks)).into()),
            ],
        ),
        Counted::Talks { held, .. } => words.count("talk", count(*held)),
        Counted::Progress { from, to, .. } => {
            let args = [("from", u32::from(from.get()).into()), ("to", u32::from(to.get()).into())];
            words.with("figure-value-progress", &args)
        }
        Counted::Scores { count: 1, last, .. } => {
            words.with("figure-value-score", &[("score", tenths(lang, *last).into())])
        }
        Counted::Scores { count, first, last, .. } => words.with(
            "figure-value-scores",
            &[
                ("first", tenths(lang, *first).into()),
                ("last", tenths(lang, *last).into()),
                ("count", (*count).into()),
            ],
        ),
    }
}

/// The whole of it: "Fremmøde (pædagogisk talt), 1. sep–25. nov 2026: 18 af 24 registrerede dage".
#[must_use]
pub fn told(words: &Words, figure: &Figure, goals: &[Goal]) -> String {
    let args = [
        ("what", name(words, &figure.of, goals).into()),
        ("span", dates::span(words.lang(), figure.from, figure.to).into()),
        ("value", value(words, &figure.of).into()),
    ];
    words.with("figure-told", &args)
}

/// What it is now, beside the text that a document keeps.
#[must_use]
pub fn now(words: &Words, now: Option<&Counted>) -> String {
    match now {
        Some(now) => words.with("figure-now", &[("value", value(words, now).into())]),
        None => words.get("figure-now-nothing").to_owned(),
    }
}

/// Whether a line of text tells the figure: every number of its value stands in it. The words around them may be
/// changed, and the language.
#[must_use]
pub fn stands_in(words: &Words, line: &str, of: &Counted) -> bool {
    let mut there = numbers(line);
    numbers(&value(words, of)).iter().all(|number| {
        let at = there.iter().position(|n| n == number);
        at.map(|at| there.remove(at)).is_some()
    })
}

/// The numbers in a text, with a point for decimals.
fn numbers(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'));
    let parts = parts.map(|part| part.trim_matches([',', '.']).replace(',', "."));
    parts.filter(|part| !part.is_empty()).collect()
}
