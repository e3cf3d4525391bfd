//! The attendance before, at the start of, in and after the course, each register apart.

use trivsel_domain::rules::baseline::Measured;
use trivsel_domain::value::Coded;

use super::{Sheet, Target};
use crate::draw::wrap;
use crate::model::Model;
use crate::panes::attendance::told::figure_lines;

/// The lines of the baseline: a label, what was counted over which dates, and what Enter shows of it. What goes on from
/// the line before has no label.
pub(super) fn lines<'a>(sheet: &Sheet, model: &'a Model, room: usize) -> Vec<(&'a str, String, Target)> {
    sheet.baseline.iter().flat_map(|measured| point(measured, model, room)).collect()
}

fn point<'a>(measured: &Measured, model: &'a Model, room: usize) -> Vec<(&'a str, String, Target)> {
    let words = &model.words;
    let code = measured.at.code();
    let mut label = words.code("baseline", code);
    let title = format!("{} · {label}", words.get("sheet-attendance"));
    let figures = figure_lines(words, &measured.attendance);
    let told = figures.first().cloned().unwrap_or_default();
    let how = words.code("baseline-told", code).to_owned();
    let lines: Vec<String> = figures.into_iter().chain([String::new(), how]).collect();
    let row = |line: String| {
        let target = Target::Text { title: title.clone(), lines: lines.clone() };
        (std::mem::take(&mut label), line, target)
    };
    wrap(&told, room).into_iter().map(row).collect()
}
