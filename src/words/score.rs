//! The words for scores: errors in typed scores, and alerts.

use trivsel_domain::record::Instrument;
use trivsel_domain::rules::alerts::Alert;
use trivsel_domain::value::Coded;

use super::numbers::tenths;
use super::typed_score::ScoreProblem;
use super::{Words, dates};

/// Explains what is wrong beside the field, with an example that works.
#[must_use]
pub fn problem(words: &Words, problem: &ScoreProblem) -> String {
    let lang = words.lang();
    match problem {
        ScoreProblem::Count { found } => words.with("score-count", &[("found", (*found).into())]),
        ScoreProblem::Outside => words.get("score-outside").to_owned(),
        ScoreProblem::Word(word) => words.with("score-word", &[("word", super::text::clip(word, 20).into())]),
        ScoreProblem::Series { name, low, high } => words.with(
            "score-series",
            &[
                ("name", name.as_str().into()),
                ("low", tenths(lang, *low).into()),
                ("high", tenths(lang, *high).into()),
            ],
        ),
    }
}

/// Words an alert and the figures behind it.
#[must_use]
pub fn alert(words: &Words, alert: &Alert) -> String {
    let lang = words.lang();
    let name = |i: &Instrument| i.code().to_uppercase();
    match alert {
        Alert::AllianceLow { instrument, sum, cut_off } => words.with(
            "alert-alliance-low",
            &[
                ("name", name(instrument).into()),
                ("sum", tenths(lang, *sum).into()),
                ("cut", tenths(lang, *cut_off).into()),
            ],
        ),
        Alert::AllianceFell { instrument, from, to } => words.with(
            "alert-alliance-fell",
            &[
                ("name", name(instrument).into()),
                ("from", tenths(lang, *from).into()),
                ("to", tenths(lang, *to).into()),
            ],
        ),
        Alert::Worse { instrument, first, now } => words.with(
            "alert-worse",
            &[
                ("name", name(instrument).into()),
                ("first", tenths(lang, *first).into()),
                ("now", tenths(lang, *now).into()),
            ],
        ),
        Alert::Quiet { since } => {
            words.with("alert-quiet", &[("date", dates::day_month_year(lang, *since).into())])
        }
    }
}
