//! The figures of the teaching plan: the planned hours and lessons, the hours of the weeks, and what the gate compares.

use chrono::Days;
use trivsel_domain::record::{DayPlan, SubjectPlan, Timetable};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::gate::{AttendanceTrend, Leg, Periods, SCORES};
use trivsel_domain::rules::growth::weeks_before;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::Coded;

use super::case::CountedRead;
use super::{Figure, Row, attendance, scores};
use crate::model::Model;
use crate::panes::{plan, teaching};
use trivsel_words::numbers::decimal_short;
use trivsel_words::{dates, gate, names};

/// The figures of the pane, those of the view shown first.
pub(super) fn figures(model: &Model, read: &CountedRead) -> Vec<Figure> {
    let (words, lang, line) = (&model.words, model.words.lang(), &read.line);
    let mut all: Vec<Figure> = Vec::new();
    if let Some((from, to)) = teaching::version_span(model) {
        let name = words.get("counted-version");
        let hours = attendance::hours(model, line, name, (from, to));
        all.extend(hours.or_else(|| attendance::share(model, line, name, (from, to))));
    }
    if model.teaching.shows_timetable() {
        // What the next step is proposed from.
        let span = weeks_before(model.today());
        all.extend(attendance::hours(model, line, &dates::span(lang, span.0, span.1), span));
    }
    let tables = teaching::weeks_shown(model, line);
    all.extend(tables.into_iter().map(|table| planned(model, table)));
    all.extend(teaching::plans_shown(model).into_iter().map(|plan| lessons(model, plan.subjects())));
    for back in 0..teaching::WEEKS {
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

/// The planned hours of a timetable, by weekday.
fn planned(model: &Model, table: &Timetable) -> Figure {
    let (words, lang) = (&model.words, model.words.lang());
    let hours = |minutes: u32| decimal_short(lang, f64::from(minutes) / 60.0, 2);
    let row = |(weekday, day): (chrono::Weekday, &DayPlan)| Row {
        when: names::weekday_short(lang, weekday).to_owned(),
        what: plan::text(words, day),
        counts: words.with("timetable-hours", &[("hours", hours(day.minutes()).into())]),
    };
    let week = std::iter::successors(Some(chrono::Weekday::Mon), |day| Some(day.succ()));
    let from = dates::day_month_year(lang, table.from);
    let name = words.with("teaching-hours", &[("hours", hours(table.minutes_a_week()).into())]);
    Figure {
        name,
        how: vec![words.with("counted-how-planned", &[("day", from.into())])],
        rows: week.zip(&table.days).map(row).collect(),
    }
}

/// The lessons of a version of the plan, by subject.
fn lessons(model: &Model, subjects: &[SubjectPlan]) -> Figure {
    let words = &model.words;
    let told = |lessons: u32| words.count("lesson", usize::try_from(lessons).unwrap_or(usize::MAX));
    let row = |subject: &SubjectPlan| Row {
        when: words.code("subject", subject.subject.code()).to_owned(),
        what: match subject.waived() {
            Some(reason) => words.with("teaching-waived", &[("reason", reason.as_str().into())]),
            None => told(u32::from(subject.lessons)),
        },
        counts: String::new(),
    };
    Figure {
        name: told(subjects.iter().map(|subject| u32::from(subject.lessons)).sum()),
        how: vec![words.get("counted-how-lessons").to_owned()],
        rows: subjects.iter().map(row).collect(),
    }
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
