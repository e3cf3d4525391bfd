//! Error texts for a typed date, time or text. Each gives an example that works.

use chrono::Datelike;
use trivsel_domain::value::TextProblem;

use super::typed_birth::BirthProblem;
use super::typed_date::DateProblem;
use super::typed_time::TimeProblem;
use super::{Words, dates, names};

/// Explains why a typed date was not accepted, for display beside the field: "ikke en dato. Prøv 24.11 · i morgen
/// …".
#[must_use]
pub fn date_problem(words: &Words, problem: &DateProblem) -> String {
    let lang = words.lang();
    match problem {
        DateProblem::Empty => words.get("date-empty").to_owned(),
        DateProblem::NotUnderstood => words.get("date-not-understood").to_owned(),
        DateProblem::NoSuchDate { text } => words.with("date-no-such", &[("text", text.into())]),
        DateProblem::Ambiguous { text, first, second } => {
            let args = [("text", text.into()), ("first", first.into()), ("second", second.into())];
            words.with("date-ambiguous", &args)
        }
        DateProblem::FarAway { date, days } => {
            let id = if *days < 0 { "date-far-back" } else { "date-far-ahead" };
            let typed = format!("{}.{}.{}", date.day(), date.month(), date.year());
            let (days, date) = (days.unsigned_abs(), dates::day_month_year(lang, *date));
            let days = usize::try_from(days).unwrap_or(usize::MAX);
            words.with(id, &[("date", date.into()), ("days", days.into()), ("typed", typed.into())])
        }
        DateProblem::OtherWeekday { date } => {
            let weekday = names::weekday(lang, date.weekday());
            let date = dates::day_month_year(lang, *date);
            words.with("date-other-weekday", &[("date", date.into()), ("weekday", weekday.into())])
        }
        DateProblem::OtherWeek { date } => {
            let week = date.iso_week().week();
            let date = dates::day_month_year(lang, *date);
            words.with("date-other-week", &[("date", date.into()), ("week", week.into())])
        }
        DateProblem::Backwards { from, to } => {
            let (from, to) = (dates::day_short_year(lang, *from), dates::day_short_year(lang, *to));
            words.with("date-backwards", &[("from", from.into()), ("to", to.into())])
        }
    }
}

/// Like [`date_problem`], for a past date: the examples are in the past.
#[must_use]
pub fn past_date_problem(words: &Words, problem: &DateProblem) -> String {
    match problem {
        DateProblem::Empty => words.get("date-past-empty").to_owned(),
        DateProblem::NotUnderstood => words.get("date-past-not-understood").to_owned(),
        DateProblem::NoSuchDate { text } => words.with("date-past-no-such", &[("text", text.into())]),
        problem => date_problem(words, problem),
    }
}

/// Explains why a typed date of birth was not accepted, with an example.
#[must_use]
pub fn birth_problem(words: &Words, problem: &BirthProblem) -> String {
    match problem {
        BirthProblem::Cpr => words.get("born-is-cpr").to_owned(),
        BirthProblem::Year(year) => words.with("born-year", &[("year", year.to_string().into())]),
        BirthProblem::Date(DateProblem::Empty | DateProblem::NotUnderstood) => {
            words.get("born-wrong").to_owned()
        }
        BirthProblem::Date(DateProblem::NoSuchDate { text }) => {
            words.with("born-no-such", &[("text", text.into())])
        }
        BirthProblem::Date(problem) => date_problem(words, problem),
    }
}

/// Explains why a typed text was not accepted, for display beside the field.
#[must_use]
pub fn text_problem(words: &Words, problem: TextProblem) -> String {
    let id = match problem {
        TextProblem::Empty => "form-missing",
        TextProblem::TooLong { .. } => "form-too-long",
        TextProblem::NoLetter => "form-no-letter",
        TextProblem::Control | TextProblem::Unseen | TextProblem::Character => "form-unseen",
    };
    words.get(id).to_owned()
}

/// Explains why a typed time was not accepted, for display beside the field.
#[must_use]
pub fn time_problem(words: &Words, problem: &TimeProblem) -> String {
    let time = |at| dates::time(words.lang(), at);
    match problem {
        TimeProblem::Empty => words.get("time-empty").to_owned(),
        TimeProblem::NotUnderstood => words.get("time-not-understood").to_owned(),
        TimeProblem::NoSuchTime { text } => words.with("time-no-such", &[("text", text.into())]),
        TimeProblem::Ambiguous { text, first, second } => {
            let args =
                [("text", text.into()), ("first", time(*first).into()), ("second", time(*second).into())];
            words.with("time-ambiguous", &args)
        }
        TimeProblem::Backwards { from, to } => {
            words.with("time-backwards", &[("from", time(*from).into()), ("to", time(*to).into())])
        }
        TimeProblem::OneOfTwo => words.get("time-one-of-two").to_owned(),
    }
}
