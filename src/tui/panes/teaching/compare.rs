//! Two versions of a plan side by side, each with the timetable of its own time.

use std::collections::BTreeSet;

use ratatui::style::Style;
use ratatui::text::Line;
use trivsel_domain::record::{Subject, SubjectPlan, TeachingPlan, Timetable};
use trivsel_domain::value::Coded;

use super::draw::{is_elsewhere, reached, since, timetables};
use super::week::weekdays;
use crate::draw::wrap;
use crate::model::Model;
use crate::panes::plan;
use crate::view::CaseView;
use crate::widgets::cells::Cells;
use trivsel_words::dates;
use trivsel_words::numbers::decimal_short;
use trivsel_words::text::columns;

/// The width of a weekday before its hours.
const WEEKDAY: usize = 5;

/// The two versions that are compared, the older first, each with the number of versions back from the newest.
pub(super) fn versions(model: &Model) -> Option<[(&TeachingPlan, usize); 2]> {
    let teaching = &model.teaching;
    let newer = teaching.back.min(teaching.plans.len().saturating_sub(2));
    let older = (newer + 1 + teaching.apart).min(teaching.plans.len().saturating_sub(1));
    Some([(teaching.plans.get(older)?, older), (teaching.plans.get(newer)?, newer)]).filter(|_| older > newer)
}

/// The older version to the left, the newer one to the right. What differs has a sign before it. The texts of the
/// subjects are whole where they have room.
pub(super) fn lines(model: &Model, row: &CaseView, (width, room): (usize, usize)) -> Vec<Line<'static>> {
    let whole = sides(model, row, width, true);
    if whole.len() <= room { whole } else { sides(model, row, width, false) }
}

fn sides(model: &Model, row: &CaseView, width: usize, whole: bool) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let teaching = &model.teaching;
    let Some(both) = versions(model) else {
        let id = if teaching.plans.is_empty() { "teaching-add-hint" } else { "teaching-one-version" };
        return vec![Line::styled(format!(" {}", words.get(id)), theme.dim)];
    };
    let mut lines = Vec::new();
    if teaching.plans.len() > 2 {
        lines.push(Line::styled(format!(" {}", words.get("teaching-choose-versions")), theme.dim));
    } else {
        lines.push(Line::default());
    }
    lines.push(beside(both.map(|(plan, back)| number(model, back, plan)), width, theme.accent, theme.accent));
    let aims = both.map(|(plan, _)| plan.aim().map_or_else(|| "–".to_owned(), |aim| aim.as_str().to_owned()));
    lines.push(compared(model, aims, width, theme.dim));
    let lessons =
        both.map(|(plan, _)| words.count("lesson", usize::try_from(plan.lessons()).unwrap_or(usize::MAX)));
    lines.push(compared(model, lessons, width, theme.text));
    lines.push(Line::default());
    let subjects: BTreeSet<Subject> =
        both.iter().flat_map(|(plan, _)| plan.subjects()).map(|subject| subject.subject).collect();
    for subject in subjects {
        let plans = both.map(|(plan, _)| plan.subject(subject));
        let heads = plans.map(|found| head(model, subject, found));
        lines.push(compared(model, heads, width, theme.text));
        let texts = plans.map(|found| found.map_or_else(String::new, texts));
        if texts.iter().all(String::is_empty) {
            continue;
        }
        if whole {
            lines.extend(compared_whole(model, texts, width));
        } else {
            lines.push(compared(model, texts.map(|text| format!("  {text}")), width, theme.dim));
        }
    }
    lines.push(Line::default());
    let tables = both.map(|(plan, _)| timetables(model, row, Some(plan)));
    let sinces = [&tables[0], &tables[1]].map(|tables| since(words, tables).unwrap_or_default());
    let weeks = tables.map(|tables| tables.last().copied());
    if weeks.iter().all(|week| is_elsewhere(row, *week)) {
        lines.push(Line::styled(format!(" {}", words.get("teaching-own-school")), theme.dim));
        return lines;
    }
    let hours = weeks.map(|week| {
        let minutes = week.map_or(0, Timetable::minutes_a_week);
        let hours = decimal_short(words.lang(), f64::from(minutes) / 60.0, 1);
        words.with("teaching-hours", &[("hours", hours.into())])
    });
    lines.push(compared(model, hours, width, theme.text));
    lines.push(compared(model, sinces, width, theme.dim));
    for (at, weekday) in weekdays(model).enumerate() {
        let days = weeks.map(|week| {
            let day = week.and_then(|week| week.days.get(at));
            let text = day.map_or_else(|| "–".to_owned(), |day| plan::text(words, day));
            format!("{weekday}{}{text}", " ".repeat(WEEKDAY.saturating_sub(columns(weekday))))
        });
        lines.push(compared(model, days, width, theme.text));
    }
    lines
}

/// The number and the first day of a version.
fn number(model: &Model, back: usize, plan: &TeachingPlan) -> String {
    let from = dates::day_month_year(model.words.lang(), plan.from());
    let number = model.teaching.plans.len() - back;
    model.words.with("teaching-version-short", &[("number", number.into()), ("day", from.into())])
}

/// Two texts beside each other; a sign says that they differ.
fn compared(model: &Model, [left, right]: [String; 2], width: usize, style: Style) -> Line<'static> {
    let same = left.trim() == right.trim();
    let right_style = if same { style } else { model.theme.text };
    let sign = if same { "  " } else { "► " };
    beside([format!("  {left}"), format!("{sign}{right}")], width, style, right_style)
}

/// Two texts beside each other, each wrapped, with a sign on the first line if they differ.
fn compared_whole(model: &Model, [left, right]: [String; 2], width: usize) -> Vec<Line<'static>> {
    let theme = &model.theme;
    let same = left.trim() == right.trim();
    let room = (width.saturating_sub(2) / 2).saturating_sub(6);
    let [left, right] = [left, right].map(|text| wrap(&text, room));
    let line = |n: usize| {
        let at = |lines: &[String]| lines.get(n).cloned().unwrap_or_default();
        let sign = if same || n > 0 { "  " } else { "► " };
        let style = if same { theme.dim } else { theme.text };
        beside([format!("    {}", at(&left)), format!("{sign}  {}", at(&right))], width, theme.dim, style)
    };
    (0..left.len().max(right.len())).map(line).collect()
}

fn beside([left, right]: [String; 2], width: usize, first: Style, second: Style) -> Line<'static> {
    let half = width.saturating_sub(2) / 2;
    Cells::new()
        .gap(1)
        .left(&left, half, first)
        .left(&right, width.saturating_sub(half + 1), second)
        .line(None)
}

/// A subject with its lessons and how far its goal has come.
fn head(model: &Model, subject: Subject, found: Option<&SubjectPlan>) -> String {
    let words = &model.words;
    let name = words.code("subject", subject.code());
    match found {
        None => format!("{name}: {}", words.get("teaching-no-subject")),
        Some(plan) => match plan.waived() {
            Some(reason) => {
                let waived = words.with("teaching-waived", &[("reason", reason.as_str().into())]);
                format!("{name}, {waived}")
            }
            None => {
                let lessons = words.count("lesson", usize::from(plan.lessons));
                let reached = plan.progress.map(|_| format!(", {}", reached(plan))).unwrap_or_default();
                format!("{name}, {lessons}{reached}")
            }
        },
    }
}

/// The level, the goal and the materials of a subject in one line.
fn texts(plan: &SubjectPlan) -> String {
    let texts = [plan.level.as_ref(), plan.goal.as_ref(), plan.materials.as_ref()];
    texts.into_iter().flatten().map(trivsel_domain::value::Line::as_str).collect::<Vec<_>>().join(" · ")
}
