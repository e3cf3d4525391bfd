//! The figures of one child, chosen by the place that shows them.

use chrono::{Datelike, Days, NaiveDate};
use trivsel_domain::record::{FollowUp, Measure, Strand};
use trivsel_domain::rules::baseline::Measured;
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::gate::{AttendanceTrend, Gate, Leg, Periods, SCORES};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::{Coded, SchoolYear};

use super::{Figure, Row, attendance, house, scores};
use crate::model::Model;
use crate::panes::{attendance as register, teaching};
use crate::view::CaseView;
use trivsel_words::{dates, gate, talk};

/// Days in the share that every list shows.
const THIRTY: u64 = 30;

/// The place that shows the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A row of the caseload or of the list of the day.
    Caseload,
    /// A view of the register.
    Register(register::View),
    /// The sheet of a case.
    Sheet,
    /// The teaching plan.
    Teaching,
    /// The week at the own schools.
    OwnSchool,
}

/// What was read of a child.
#[derive(Debug)]
pub struct CountedRead {
    pub place: Place,
    /// The day that the figures end on.
    pub date: NaiveDate,
    /// The case with its whole register and every week that was reported.
    pub line: CaseView,
    pub baseline: Vec<Measured>,
    pub gate: Gate,
    /// Oldest first.
    pub measures: OpenScores,
    /// The follow-ups that the reader may see.
    pub follow_ups: Vec<FollowUp>,
}

/// The figures that a place shows of a child, the nearest first.
pub(super) fn figures(model: &Model, read: &CountedRead) -> Vec<Figure> {
    match read.place {
        Place::Caseload => {
            let mut all = worries(model, read);
            all.extend(house::seats(model, model.caseload.running(), model.today()));
            all
        }
        Place::Sheet => {
            let mut all = worries(model, read);
            all.extend(read.baseline.iter().filter_map(|measured| point(model, &read.line, measured)));
            all.extend(latest(model, read));
            all
        }
        Place::Register(view) => of_view(model, read, view),
        Place::Teaching => of_teaching(model, read),
        Place::OwnSchool => thirty(model, read).into_iter().collect(),
    }
}

fn thirty(model: &Model, read: &CountedRead) -> Option<Figure> {
    let span = (read.date - Days::new(THIRTY - 1), read.date);
    attendance::share(model, &read.line, model.words.get("counted-thirty"), span)
}

/// The share, the quarter, the concern and what is overdue.
fn worries(model: &Model, read: &CountedRead) -> Vec<Figure> {
    let line = &read.line;
    let concern = attendance::concern(model, line, read.date);
    [thirty(model, read), attendance::quarter(model, line), concern, overdue(model, read)]
        .into_iter()
        .flatten()
        .collect()
}

/// The overdue follow-ups.
fn overdue(model: &Model, read: &CountedRead) -> Option<Figure> {
    let (words, today) = (&model.words, model.today());
    let late: Vec<&FollowUp> = read.follow_ups.iter().filter(|f| f.is_overdue(today)).collect();
    let row = |one: &&FollowUp| Row {
        when: attendance::when(model, one.due),
        what: one.what.as_str().to_owned(),
        counts: talk::doer(&model.roster.staff, &one.who),
    };
    let name = words.with("caseload-overdue", &[("count", late.len().into())]);
    let how = vec![words.get("counted-how-overdue").to_owned()];
    (!late.is_empty()).then(|| Figure { name, how, rows: late.iter().map(row).collect() })
}

/// A point of the baseline.
fn point(model: &Model, line: &CaseView, measured: &Measured) -> Option<Figure> {
    let words = &model.words;
    let code = measured.at.code();
    let name = format!("{} · {}", words.get("sheet-attendance"), words.code("baseline", code));
    let mut figure = attendance::of_attendance(model, line, &name, &measured.attendance)?;
    figure.how.push(words.code("baseline-told", code).to_owned());
    Some(figure)
}

/// The strands of scores, each with its change.
fn latest(model: &Model, read: &CountedRead) -> Vec<Figure> {
    let mut strands: Vec<Strand> = read.measures.iter().map(Measure::strand).collect();
    strands.sort();
    strands.dedup();
    let age = read.line.child.age_on(read.date);
    strands.iter().map(|strand| scores::of_strand(model, strand, age, &read.measures)).collect()
}

fn of_view(model: &Model, read: &CountedRead, view: register::View) -> Vec<Figure> {
    let (words, lang, line, date) = (&model.words, model.words.lang(), &read.line, read.date);
    let until = |last: NaiveDate| last.min(model.today());
    let span = match view {
        register::View::Day | register::View::Week => {
            let monday = monday_of(date);
            let week = dates::week(lang, monday);
            let week = attendance::share(model, line, &week, (monday, until(monday + Days::new(4))));
            let mut all: Vec<Figure> = [thirty(model, read), week].into_iter().flatten().collect();
            let weeks = monday - Days::new(7 * crate::load::WEEKS_BACK);
            all.extend(attendance::patterns(model, line, (weeks, until(date))));
            all.extend(house::register(model));
            return all;
        }
        register::View::Month => {
            let first = date.with_day(1).unwrap_or(date);
            let last = first + Days::new(u64::from(first.num_days_in_month()) - 1);
            (dates::month_year(lang, date), first, until(last))
        }
        register::View::Year | register::View::Weeks | register::View::WholeHouse => {
            let year = SchoolYear::of(date);
            let args = [
                ("from", year.starting().to_string().into()),
                ("to", (year.starting() + 1).to_string().into()),
            ];
            (words.with("counted-school-year", &args), year.first_day(), until(year.last_day()))
        }
    };
    let (name, from, to) = span;
    let share = attendance::share(model, line, &name, (from, to));
    let hours = attendance::hours(model, line, &name, (from, to));
    let patterns = attendance::patterns(model, line, (from, to));
    let monday = monday_of(date);
    let week = (view == register::View::Weeks).then(|| {
        attendance::share(model, line, &dates::week(lang, monday), (monday, until(monday + Days::new(4))))
    });
    week.flatten().into_iter().chain(share).chain(hours).chain(patterns).collect()
}

/// The hours of the weeks that the pane shows, and what the gate compares.
fn of_teaching(model: &Model, read: &CountedRead) -> Vec<Figure> {
    let (words, lang, line) = (&model.words, model.words.lang(), &read.line);
    let mut all: Vec<Figure> = Vec::new();
    if let Some((from, to)) = teaching::version_span(model) {
        all.extend(attendance::hours(model, line, words.get("counted-version"), (from, to)));
    }
    for back in [0, 1] {
        let monday = monday_of(read.date) - Days::new(7 * back);
        let to = (monday + Days::new(4)).min(read.date);
        let week = dates::week(lang, monday);
        let hours = attendance::hours(model, line, &week, (monday, to));
        all.extend(hours.or_else(|| attendance::share(model, line, &week, (monday, to))));
    }
    if let Leg::Rises(trend) | Leg::DoesNotRise(trend) = &read.gate.attendance {
        let (before, after) = match trend {
            AttendanceTrend::Own(Periods { before, after }) => {
                (Attendance::Own(before.clone()), Attendance::Own(after.clone()))
            }
            AttendanceTrend::Reported(Periods { before, after }) => {
                (Attendance::Reported(before.figures.clone()), Attendance::Reported(after.figures.clone()))
            }
        };
        for (id, figures) in [("counted-gate-after", after), ("counted-gate-before", before)] {
            all.extend(attendance::of_attendance(model, line, words.get(id), &figures));
        }
    }
    all.extend(wellbeing(model, read));
    all
}

/// The scores that the gate compares.
fn wellbeing(model: &Model, read: &CountedRead) -> Option<Figure> {
    let (Leg::Rises(trend) | Leg::DoesNotRise(trend)) = &read.gate.wellbeing else { return None };
    let words = &model.words;
    let of = read.measures.iter().filter(|m| m.strand() == trend.strand && m.date <= read.date);
    let rows = of.rev().take(2 * SCORES).enumerate().map(|(n, measure)| {
        let id = if n < SCORES { "counted-gate-later" } else { "counted-gate-earlier" };
        scores::row(model, measure, words.get(id).to_owned())
    });
    let name = gate::wellbeing(words, &read.gate);
    Some(Figure { name, how: vec![words.get("counted-how-gate").to_owned()], rows: rows.collect() })
}
