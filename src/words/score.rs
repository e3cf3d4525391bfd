//! The words for scores: errors in typed scores, and alerts.

use trivsel_domain::record::{Instrument, Measure, OwnScore, Score, Strand, Tenths};
use trivsel_domain::rules::alerts::Alert;
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::Coded;

use super::numbers::tenths;
use super::typed_score::ScoreProblem;
use super::{Words, dates};

/// That some scores belong to restricted notes, if any do.
#[must_use]
pub fn sealed(words: &Words, scores: &OpenScores) -> Option<String> {
    (scores.sealed() > 0).then(|| words.with("scores-sealed", &[("count", scores.sealed().into())]))
}

/// Explains what is wrong beside the field, with an example that works.
#[must_use]
pub fn problem(words: &Words, problem: &ScoreProblem) -> String {
    let lang = words.lang();
    match problem {
        ScoreProblem::Count { found } => words.with("score-count", &[("found", (*found).into())]),
        ScoreProblem::Outside => words.get("score-outside").to_owned(),
        ScoreProblem::Word(word) => words.with("score-word", &[("word", super::text::clip(word, 20).into())]),
        ScoreProblem::Series(series) => {
            let example = vec![tenths(lang, series.high()); series.count()].join(" ");
            let args = [
                ("name", series.name().as_str().into()),
                ("count", series.count().into()),
                ("low", tenths(lang, series.low()).into()),
                ("high", tenths(lang, series.high()).into()),
                ("step", tenths(lang, series.step()).into()),
                ("example", example.into()),
            ];
            if series.step() == Tenths(1) {
                words.with("score-series", &[&args[..4], &args[5..]].concat())
            } else {
                words.with("score-series-step", &args)
            }
        }
    }
}

/// The instrument or the series of a score.
#[must_use]
pub fn name(score: &Score) -> String {
    match score {
        Score::Fit { instrument, .. } => instrument.code().to_uppercase(),
        Score::Own(own) => own.series().as_str().to_owned(),
    }
}

/// A strand by its instrument or series and its rater: "ORS · barnet".
#[must_use]
pub fn strand(words: &Words, strand: &Strand) -> String {
    let (name, rater) = match strand {
        Strand::Fit(instrument, rater) => (instrument.code().to_uppercase(), rater),
        Strand::Own(series, _, rater) => (series.as_str().to_owned(), rater),
    };
    format!("{name} · {}", words.code("role", rater.code()))
}

/// A score as its one number, or as its lines where each stands alone: "6,5", "2 / 0 / 1".
#[must_use]
pub fn number(words: &Words, measure: &Measure) -> String {
    match measure.number() {
        Some(number) => tenths(words.lang(), number),
        None => lines(words, &measure.lines()),
    }
}

/// A score in a series of the house as its one number, or as its lines where each stands alone.
#[must_use]
pub fn own(words: &Words, own: &OwnScore) -> String {
    own.number().map_or_else(|| lines(words, own.values()), |number| tenths(words.lang(), number))
}

fn lines(words: &Words, lines: &[Tenths]) -> String {
    lines.iter().map(|line| tenths(words.lang(), *line)).collect::<Vec<_>>().join(" / ")
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
