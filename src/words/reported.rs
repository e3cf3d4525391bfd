//! What is reported from a child's own school, in words.

use trivsel_domain::record::ReportedWeek;
use trivsel_domain::rules::imported::ImportedFigures;
use trivsel_domain::rules::reported::ReportedFigures;
use trivsel_domain::value::{Coded, Halves, Line, Pedagogical};

use super::Words;
use super::dates;
use super::numbers::{half_days, percent};
use super::text::printable;

/// The week with its source: "4 af 5 · skolen".
#[must_use]
pub fn told(words: &Words, week: &ReportedWeek) -> String {
    let days = days(words, week.days.attended(), week.days.possible());
    format!("{days} · {}", words.code("report-source", week.source.code()))
}

/// Days attended of those possible: "4 af 5".
#[must_use]
pub fn days(words: &Words, attended: Halves<Pedagogical>, possible: Halves<Pedagogical>) -> String {
    let (attended, possible) = (half_days(words.lang(), attended), half_days(words.lang(), possible));
    words.with("reported-days", &[("attended", attended.into()), ("possible", possible.into())])
}

/// The share with what it counts, over which dates, and who says so; `None` if no week was reported.
#[must_use]
pub fn figures(words: &Words, figures: &ReportedFigures) -> Option<String> {
    let share = figures.share()?;
    let sources: Vec<&str> = figures.sources.iter().map(|s| words.code("report-source", s.code())).collect();
    let weeks = usize::try_from(figures.weeks).unwrap_or(usize::MAX);
    Some(words.with(
        "figures-reported",
        &[
            ("share", percent(words.lang(), share).into()),
            ("days", days(words, figures.attended, figures.possible).into()),
            ("weeks", words.count("week", weeks).into()),
            ("span", dates::span(words.lang(), figures.from, figures.to).into()),
            ("sources", sources.join(", ").into()),
        ],
    ))
}

/// The share of the sending school's register with what it counts, over which dates, and the school if it is named;
/// `None` if nothing counts.
#[must_use]
pub fn imported(words: &Words, figures: &ImportedFigures) -> Option<String> {
    let (share, lang) = (figures.share()?, words.lang());
    let args = [
        ("register", register(words, figures.register.as_ref()).into()),
        ("share", percent(lang, share).into()),
        ("attended", half_days(lang, figures.attended).into()),
        ("registered", half_days(lang, figures.registered).into()),
        ("span", dates::span(lang, figures.from, figures.to).into()),
    ];
    let id = if figures.register.is_some() { "figures-imported-of" } else { "figures-imported" };
    Some(words.with(id, &args))
}

/// Whose register it is: the school's name, or that it is the sending school's.
#[must_use]
pub fn register(words: &Words, name: Option<&Line>) -> String {
    name.map_or_else(
        || words.get("register-imported").to_owned(),
        |name| printable(name.as_str()).into_owned(),
    )
}
