//! The words for the gate to more subjects: what it compared, and what came out of it.

use trivsel_domain::record::{Strand, Tenths};
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::gate::{Gate, Leg, SCORES};
use trivsel_domain::value::{Coded, Halves, Pedagogical};

use super::numbers::{decimal, decimal_short};
use super::{Lang, Words};

/// The attendance: "12 af 18 → 13 af 18 dage, 24 → 26 t: stiger".
#[must_use]
pub fn attendance(words: &Words, gate: &Gate) -> String {
    let lang = words.lang();
    let (id, trend) = match &gate.attendance {
        Leg::Rises(trend) => ("gate-attendance-rises", trend),
        Leg::DoesNotRise(trend) => ("gate-attendance-not", trend),
        Leg::TooFew { found, needed } => {
            let args = [("found", (*found).into()), ("needed", (*needed).into())];
            return words.with("gate-attendance-few", &args);
        }
    };
    let days = |half_days: Halves<Pedagogical>| decimal_short(lang, f64::from(half_days.get()) / 2.0, 1);
    let share = |figures: &Figures| {
        let args = [("part", days(figures.attended()).into()), ("whole", days(figures.registered()).into())];
        words.with("gate-part", &args)
    };
    let mut compared = words
        .with("gate-days", &[("before", share(&trend.before).into()), ("after", share(&trend.after).into())]);
    if trend.before.minutes_planned > 0 && trend.after.minutes_planned > 0 {
        let hours = |minutes: u32| decimal_short(lang, f64::from(minutes) / 60.0, 1);
        compared.push_str(", ");
        compared.push_str(&words.with(
            "gate-hours",
            &[
                ("before", hours(trend.before.minutes_attended).into()),
                ("after", hours(trend.after.minutes_attended).into()),
            ],
        ));
    }
    words.with(id, &[("compared", compared.into())])
}

/// The wellbeing: "ORS 20,5 mod 20,5: ikke over". Each number is the mean of three scores.
#[must_use]
pub fn wellbeing(words: &Words, gate: &Gate) -> String {
    let lang = words.lang();
    let (id, trend) = match &gate.wellbeing {
        Leg::Rises(trend) => ("gate-wellbeing-rises", trend),
        Leg::DoesNotRise(trend) => ("gate-wellbeing-not", trend),
        Leg::TooFew { found, needed } => {
            let args = [("found", (*found).into()), ("needed", (*needed).into())];
            return words.with("gate-wellbeing-few", &args);
        }
    };
    let (name, rater) = match &trend.strand {
        Strand::Fit(instrument, rater) => (instrument.code().to_uppercase(), *rater),
        Strand::Own(series, rater) => (series.as_str().to_owned(), *rater),
    };
    let args = [
        ("name", name.into()),
        ("rater", words.code("role", rater.code()).into()),
        ("after", mean(lang, trend.after).into()),
        ("before", mean(lang, trend.before).into()),
    ];
    words.with(id, &args)
}

fn mean(lang: Lang, sum: Tenths) -> String {
    decimal(lang, f64::from(sum.0) / 10.0 / SCORES as f64, 1)
}
