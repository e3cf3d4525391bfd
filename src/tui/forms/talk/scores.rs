//! Typed scores in a note, and the alerts that they raise.

use chrono::NaiveDate;
use trivsel_domain::record::{Instrument, Measure, Score, Strand};
use trivsel_domain::rules::alerts::{Alert, alerts};
use trivsel_domain::rules::usual_instrument::usual_instrument;
use trivsel_domain::value::{CaseId, Coded, MeasureId, Role, TalkId};

use super::read;
use crate::form::Form;
use crate::forms::{Lookup, field};
use trivsel_words::numbers::tenths;
use trivsel_words::score::{alert, own as told_own, problem};
use trivsel_words::typed_score::{TypedScore, Usual, parse_scores};

/// An age at which everyone rates with the instruments for grown-ups.
const ADULT: u32 = 40;

/// The day of the talk, or today if it is not typed yet.
fn day(form: &Form, lookup: &Lookup<'_>) -> NaiveDate {
    read::date(form, lookup).unwrap_or_else(|_| lookup.today())
}

/// The child's age at the talk.
fn age(form: &Form, lookup: &Lookup<'_>) -> Option<u32> {
    form.case.and_then(|c| lookup.known(c)).and_then(|k| k.child.age_on(day(form, lookup)))
}

/// The default of a field: the instrument that the course began with, rated by the child.
fn usual(form: &Form, name: &str, lookup: &Lookup<'_>) -> Usual {
    let known = form.case.and_then(|c| lookup.known(c));
    let instrument = known.map_or_else(
        || of_age(name, None),
        |known| {
            let began = known.case.enrolment().map(|e| e.from);
            let measures = earlier(form, known.case.id);
            usual_instrument(&known.child, began, measures, day(form, lookup), name == field::ALLIANCE)
        },
    );
    Usual { instrument, rater: Role::Child }
}

fn of_age(name: &str, age: Option<u32>) -> Instrument {
    if name == field::ALLIANCE { Instrument::alliance_for(age) } else { Instrument::outcome_for(age) }
}

/// The earlier scores of the case, once they have been read.
fn earlier(form: &Form, case: CaseId) -> &[Measure] {
    form.background.as_ref().filter(|b| b.case == case).map_or(&[][..], |b| &b.measures)
}

/// The scores of a field.
///
/// # Errors
/// The text beside the field.
pub(super) fn parsed(form: &Form, name: &str, lookup: &Lookup<'_>) -> Result<Vec<TypedScore>, String> {
    parse_scores(&form.text(name), lookup.words, lookup.lists, usual(form, name, lookup))
        .map_err(|p| problem(lookup.words, &p))
}

/// The meaning of a field: each sum, and each alert against earlier scores.
pub(super) fn meaning(form: &Form, name: &str, lookup: &Lookup<'_>) -> Option<Result<String, String>> {
    if form.text(name).is_empty() {
        return None;
    }
    Some(parsed(form, name, lookup).map(|scores| {
        let mut parts: Vec<String> = scores.iter().map(|s| told(s, age(form, lookup), lookup)).collect();
        parts.extend(raised(form, &scores, lookup).iter().map(|a| format!("▲ {}", alert(lookup.words, a))));
        parts.join(" · ")
    }))
}

/// The syntax of the field, with its default instrument.
pub(super) fn example(form: &Form, name: &str, lookup: &Lookup<'_>) -> String {
    let instrument = usual(form, name, lookup).instrument.code().to_uppercase();
    // Grown-ups rate with another instrument than a child.
    let adult = of_age(name, Some(ADULT)).code();
    lookup.words.with("example-scores", &[("name", instrument.into()), ("adult", adult.into())])
}

/// A score in words: its sum and its side of the cut-off. A low alliance score is an alert instead.
fn told(score: &TypedScore, age: Option<u32>, lookup: &Lookup<'_>) -> String {
    let (words, lang) = (lookup.words, lookup.words.lang());
    let rater = words.code("role", score.rater.code());
    match &score.score {
        Score::Fit { instrument, lines } => {
            let (sum, cut) = (lines.sum(), lookup.lists.cut_offs.of(*instrument, age));
            let text = format!("{} {} {rater}", instrument.code().to_uppercase(), tenths(lang, sum));
            let id = if sum < cut { "score-under" } else { "score-over" };
            if instrument.is_alliance() && sum < cut {
                return text;
            }
            format!("{text}, {}", words.with(id, &[("cut", tenths(lang, cut).into())]))
        }
        Score::Own(own) => {
            let text = format!("{} {} {rater}", own.series().as_str(), told_own(words, own));
            let Some(series) = lookup.lists.series(own.series()) else { return text };
            let sides = series.cut_offs_of(score.rater, age).filter_map(|cut| {
                let id = if own.number()? < cut { "score-under" } else { "score-over" };
                Some(words.with(id, &[("cut", tenths(lang, cut).into())]))
            });
            std::iter::once(text).chain(sides).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The alerts of the scores' strands, as if the scores were on record.
fn raised(form: &Form, scores: &[TypedScore], lookup: &Lookup<'_>) -> Vec<Alert> {
    let Some(case) = form.case else { return Vec::new() };
    let on = day(form, lookup);
    let measured = |n: usize, s: &TypedScore| Measure {
        id: MeasureId::from_u128(u128::MAX - n as u128),
        case,
        talk: TalkId::from_u128(0),
        date: on,
        rater: s.rater,
        score: s.score.clone(),
    };
    let new: Vec<Measure> = scores.iter().enumerate().map(|(n, s)| measured(n, s)).collect();
    let strands: Vec<Strand> = new.iter().map(Measure::strand).collect();
    let before = earlier(form, case).iter().filter(|m| m.date <= on);
    let same: Vec<Measure> = before.filter(|m| strands.contains(&m.strand())).cloned().chain(new).collect();
    alerts(&same, lookup.lists.cut_offs, on)
}
