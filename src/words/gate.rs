//! The words for the gate to more subjects: what it compared, and what came out of it.

use trivsel_domain::record::{Strand, Tenths};
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::gate::{AttendanceTrend, Gate, Leg, Periods, Reports, SCORES, Unit};
use trivsel_domain::value::{Coded, Halves, Pedagogical};

use super::numbers::{decimal, decimal_short, half_days};
use super::{Lang, Words};

/// The attendance: "12 af 18 → 13 af 18 dage, 24 → 26 t: stiger".
#[must_use]
pub fn attendance(words: &Words, gate: &Gate) -> String {
    let (id, trend) = match &gate.attendance {
        Leg::Rises(trend) => ("gate-attendance-rises", trend),
        Leg::DoesNotRise(trend) => ("gate-attendance-not", trend),
        Leg::TooFew { unit, found, needed } => return too_few(words, *unit, *found, *needed),
    };
    let compared = match trend {
        AttendanceTrend::Own(periods) => registered(words, periods),
        AttendanceTrend::Reported(periods) => told(words, periods, trend),
    };
    words.with(id, &[("compared", compared.into())])
}

fn too_few(words: &Words, unit: Unit, found: u32, needed: u32) -> String {
    let id = match unit {
        Unit::Days => "gate-attendance-few",
        Unit::Weeks => "gate-weeks-few",
        Unit::Scores => "gate-wellbeing-few",
        Unit::OpenScores => "gate-wellbeing-sealed",
    };
    words.with(id, &[("found", found.into()), ("needed", needed.into())])
}

/// Days of a period with what they are counted of.
fn part(words: &Words, days: Halves<Pedagogical>, of: Halves<Pedagogical>) -> String {
    let lang = words.lang();
    words.with("gate-part", &[("part", half_days(lang, days).into()), ("whole", half_days(lang, of).into())])
}

fn registered(words: &Words, periods: &Periods<Figures>) -> String {
    let Periods { before, after } = periods;
    let share = |figures: &Figures| part(words, figures.attended(), figures.registered());
    let mut compared =
        words.with("gate-days", &[("before", share(before).into()), ("after", share(after).into())]);
    if before.minutes_planned > 0 && after.minutes_planned > 0 {
        let hours = |minutes: u32| decimal_short(words.lang(), f64::from(minutes) / 60.0, 1);
        let args = [
            ("before", hours(before.minutes_attended).into()),
            ("after", hours(after.minutes_attended).into()),
        ];
        compared.push_str(", ");
        compared.push_str(&words.with("gate-hours", &args));
    }
    compared
}

/// The reported weeks, with who says so; where only the days of school show the rise, with these.
fn told(words: &Words, periods: &Periods<Reports>, trend: &AttendanceTrend) -> String {
    let Periods { before, after } = periods;
    let share = |reports: &Reports| part(words, reports.figures.attended, reports.figures.possible);
    let sources = before.figures.sources.union(&after.figures.sources);
    let sources: Vec<&str> = sources.map(|s| words.code("report-source", s.code())).collect();
    let mut compared = words.with(
        "gate-weeks",
        &[
            ("before", share(before).into()),
            ("after", share(after).into()),
            ("first", before.figures.weeks.into()),
            ("second", after.figures.weeks.into()),
            ("sources", sources.join(", ").into()),
        ],
    );
    if trend.rises_by_hours() && !trend.rises_by_share() {
        let days =
            |reports: &Reports| part(words, reports.figures.attended, Halves::new(2 * reports.school_days));
        let args = [("before", days(before).into()), ("after", days(after).into())];
        compared.push_str(", ");
        compared.push_str(&words.with("gate-school-days", &args));
    }
    compared
}

/// The wellbeing: "ORS 20,5 mod 20,5: ikke over". Each number is the mean of three scores.
#[must_use]
pub fn wellbeing(words: &Words, gate: &Gate) -> String {
    let lang = words.lang();
    let (id, trend) = match &gate.wellbeing {
        Leg::Rises(trend) => ("gate-wellbeing-rises", trend),
        Leg::DoesNotRise(trend) => ("gate-wellbeing-not", trend),
        Leg::TooFew { unit, found, needed } => return too_few(words, *unit, *found, *needed),
    };
    let (name, rater) = match &trend.strand {
        Strand::Fit(instrument, rater) => (instrument.code().to_uppercase(), *rater),
        Strand::Own(series, _, rater) => (series.as_str().to_owned(), *rater),
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
