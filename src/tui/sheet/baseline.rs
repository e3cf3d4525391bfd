//! The attendance before, at the start of, in and after the course, each register drawn apart.

use trivsel_domain::rules::baseline::{Measured, Point, weeks_after};
use trivsel_domain::rules::imported::ImportedFigures;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::Coded;

use super::{Sheet, Target};
use crate::draw::wrap;
use crate::model::Model;
use crate::panes::attendance::told::figure_lines;
use trivsel_words::dates;
use trivsel_words::numbers::{bar, half_days, percent};
use trivsel_words::text::{columns, fit};

/// The width of a bar, in columns.
const BAR: usize = 10;
/// The width of a register's letter and word.
const REGISTER: usize = 11;
/// The room from which the whole bar is drawn.
const WIDE: usize = 80;

/// The lines of the baseline: a label, a bar with its register, what was counted over which dates, and what Enter does.
/// What goes on from the line before has no label.
pub(super) fn lines<'a>(sheet: &Sheet, model: &'a Model, room: usize) -> Vec<(&'a str, String, Target)> {
    let points = sheet.baseline.iter().flat_map(|measured| point(measured, model, room));
    points.chain(missing(sheet, model, room)).collect()
}

fn point<'a>(measured: &Measured, model: &'a Model, room: usize) -> Vec<(&'a str, String, Target)> {
    let words = &model.words;
    let code = measured.at.code();
    let label = words.code("baseline", code);
    let title = format!("{} · {label}", words.get("sheet-attendance"));
    let figures = figure_lines(words, &measured.attendance);
    let how = words.code("baseline-told", code).to_owned();
    let lines: Vec<String> = figures.into_iter().chain([String::new(), how]).collect();
    let (register, attended, of, from, to) = match &measured.attendance {
        Attendance::Own(f) => ("own", f.attended(), f.registered(), f.from, f.to),
        Attendance::Reported(f) => ("reported", f.attended, f.possible, f.from, f.to),
        Attendance::Imported(f) => ("imported", f.attended, f.registered, f.from, f.to),
    };
    let lang = words.lang();
    let share = measured.attendance.share().unwrap_or(0.0);
    let args = [
        ("share", percent(lang, share).into()),
        ("attended", half_days(lang, attended).into()),
        ("of", half_days(lang, of).into()),
        ("span", dates::span(lang, from, to).into()),
    ];
    // The letter, its word and the bar stand in columns, so that registers are told apart without colour.
    let register = fit(words.code("baseline-register", register), REGISTER);
    let head = format!("{register} {} ", bar(share, if room < WIDE { BAR / 2 } else { BAR }));
    let mut told = words.with("baseline-point", &args);
    if let Attendance::Imported(ImportedFigures { register: Some(name), .. }) = &measured.attendance {
        told = format!("{told} · {}", name.as_str());
    }
    let told = wrap(&told, room.saturating_sub(columns(&head)));
    let heads = std::iter::once(head.clone()).chain(std::iter::repeat(" ".repeat(columns(&head))));
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    let row = |((label, head), line): ((&'a str, String), String)| {
        (label, format!("{head}{line}"), Target::Text { title: title.clone(), lines: lines.clone() })
    };
    labels.zip(heads).zip(told).map(row).collect()
}

/// Half a year after the course, where nothing is reported of it yet: which weeks, and where they are entered.
fn missing<'a>(sheet: &Sheet, model: &'a Model, room: usize) -> Vec<(&'a str, String, Target)> {
    let words = &model.words;
    let case = &sheet.dossier.case;
    let weeks = case.enrolment().map(|enrolment| weeks_after(enrolment, &model.roster.calendar));
    let weeks = weeks.filter(|_| !case.is_open()).unwrap_or_default();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Vec::new() };
    if sheet.baseline.iter().any(|measured| measured.at == Point::After) {
        return Vec::new();
    }
    let span = dates::span(words.lang(), first.monday(), last.friday());
    let over = last.friday() <= model.today();
    let id = if over { "baseline-missing" } else { "baseline-to-come" };
    let target = if over { Target::OwnSchool(*last, case.id) } else { Target::Nothing };
    let text = words.with(id, &[("span", span.into())]);
    let mut label = words.code("baseline", Point::After.code());
    let row = |line: String| (std::mem::take(&mut label), line, target.clone());
    wrap(&text, room).into_iter().map(row).collect()
}
