//! The words for obligations: what is owed, its state, its window, and why on that date.

use chrono::{Datelike, NaiveDate};
use trivsel_domain::rules::calendar::NoSchool;
use trivsel_domain::rules::obligations::{Moved, Obligation, Reckoned, State, Why, Window};
use trivsel_domain::value::{Coded, Holiday, Judgement, ObligationKind};

use super::refusal::no_school;
use super::{Arg, Lang, Words, dates};

/// The name of a kind of obligation: "Forældresamtale".
#[must_use]
pub fn kind(words: &Words, kind: ObligationKind) -> &str {
    words.code("obligation", kind.code())
}

/// The judgement of a follow-up meeting: "niveauet er nok".
#[must_use]
pub fn judgement(words: &Words, judgement: Judgement) -> &str {
    words.code("judgement", judgement.code())
}

/// The name of a state: "forsinket".
#[must_use]
pub fn state(words: &Words, state: State) -> &str {
    words.code("due", state.code())
}

/// What is owed: the kind, or for a step of a plan its own words.
#[must_use]
pub fn obligation(words: &Words, obligation: &Obligation) -> String {
    let name = kind(words, obligation.kind);
    obligation.what.as_ref().map_or_else(|| name.to_owned(), |what| format!("{name}: {}", what.as_str()))
}

/// The window: "11.–22. dec 2026", or one day.
#[must_use]
pub fn window(words: &Words, window: Window) -> String {
    let lang = words.lang();
    let (from, to) = (window.earliest, window.latest);
    if from == to { dates::day_month_year(lang, to) } else { dates::span(lang, from, to) }
}

/// Why an obligation has its date: "28 dage efter 25. nov, flyttet fra 23. dec: juleferie", and the legal limit if that
/// is another day. Dates of another year than the obligation's have their year.
#[must_use]
pub fn why(words: &Words, obligation: &Obligation) -> String {
    let Why { reckoned, moved } = obligation.why;
    let day =
        |date: NaiveDate| -> Arg<'_> { dates::day_month_seen(words.lang(), date, obligation.date).into() };
    let counted = |id, count: u32, after| words.with(id, &[("count", count.into()), ("date", day(after))]);
    let text = match reckoned {
        Reckoned::SchoolDays { count, after } => counted("why-school-days", count, after),
        Reckoned::Days { count, after } => counted("why-days", count, after),
        Reckoned::Months { count, after } => counted("why-months", count, after),
        Reckoned::DaysBefore { count, meeting } => counted("why-days-before", count, meeting),
        Reckoned::Week(monday) => words.with("why-week", &[("week", monday.iso_week().week().into())]),
        Reckoned::Plan => words.get("why-plan").to_owned(),
        Reckoned::RunsOut(last) => words.with("why-runs-out", &[("date", day(last))]),
        Reckoned::Ending => words.get("why-ending").to_owned(),
        Reckoned::PassedDays { limit, over, on, count, .. } => {
            let id = if over { "why-over-days" } else { "why-passed-days" };
            let args = [("limit", limit.into()), ("count", count.into()), ("date", day(on))];
            words.with(id, &args)
        }
        Reckoned::Passed { percent, on, count, .. } => words
            .with("why-passed", &[("percent", percent.into()), ("count", count.into()), ("date", day(on))]),
    };
    let text = match moved {
        None => text,
        Some(Moved { from, because }) => {
            let because = in_a_sentence(words, because);
            words
                .with("why-moved", &[("text", text.into()), ("date", day(from)), ("because", because.into())])
        }
    };
    match obligation.limit {
        None => text,
        Some(limit) => words.with("why-limit", &[("text", text.into()), ("date", day(limit))]),
    }
}

/// Why a day is no school day, inside a sentence: Danish writes only the names of persons with a capital.
pub(crate) fn in_a_sentence(words: &Words, why: NoSchool) -> String {
    let text = no_school(words, why);
    if words.lang() != Lang::Da || why == NoSchool::Holiday(Holiday::Ascension) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
