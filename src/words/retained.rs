//! Why records stay, in words.

use trivsel_domain::decide::Retained;
use trivsel_domain::value::Coded;

use crate::{Words, dates};

/// The sentence, without the full stop.
#[must_use]
pub fn retained(words: &Words, why: &Retained) -> String {
    let day = |date| dates::day_month_year(words.lang(), date);
    match why {
        Retained::Open { child, stage } => words.with(
            "refusal-retained-open",
            &[("child", child.as_str().into()), ("stage", words.code("stage", stage.code()).into())],
        ),
        Retained::TooEarly { child, from } => words.with(
            "refusal-retained-too-early",
            &[("child", child.as_str().into()), ("date", day(*from).into())],
        ),
        Retained::NoArchiveDecision { child, ended } => words.with(
            "refusal-retained-no-archive",
            &[("child", child.as_str().into()), ("date", day(*ended).into())],
        ),
        Retained::Seated => words.get("refusal-retained-seated").to_owned(),
        Retained::Notes { count } => words.with("refusal-retained-notes", &[("count", (*count).into())]),
        Retained::Continued => words.get("refusal-retained-continued").to_owned(),
    }
}
