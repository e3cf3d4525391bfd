//! The week of a timetable: one column for each day, with the times down the side.

use chrono::Days;
use ratatui::text::{Line, Span};
use trivsel_domain::record::{DayPlan, Timetable};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::value::TimeOfDay;

use crate::model::Model;
use crate::panes::plan;
use trivsel_words::dates;
use trivsel_words::names::weekday_short;
use trivsel_words::text::{fit, spaced};

/// The columns of the times.
const TIMES: usize = 8;

/// The weekdays, Monday to Friday, as they are shown.
pub(super) fn weekdays(model: &Model) -> impl Iterator<Item = &'static str> {
    let (lang, monday) = (model.words.lang(), monday_of(model.today()));
    (0..5).map(move |n| weekday_short(lang, chrono::Datelike::weekday(&(monday + Days::new(n)))))
}

/// The week of a timetable.
pub(super) fn week(model: &Model, table: Option<&Timetable>, width: usize) -> Vec<Line<'static>> {
    let (words, theme) = (&model.words, &model.theme);
    let Some(table) = table else {
        return vec![Line::styled(format!(" {}", words.get("teaching-no-timetable")), theme.dim)];
    };
    let column = width.saturating_sub(TIMES) / 5;
    let mut heads = vec![Span::raw(" ".repeat(TIMES))];
    let mut planned = vec![Span::raw(" ".repeat(TIMES))];
    for (weekday, day) in weekdays(model).zip(&table.days) {
        heads.push(Span::styled(spaced(weekday, column), theme.dim));
        planned.push(Span::styled(spaced(&plan::text(words, day), column), theme.text));
    }
    let mut lines = vec![Line::from(heads), Line::from(planned)];
    for at in times(table) {
        let time = format!(" {:>5}", dates::time(words.lang(), at.into()));
        let mut spans = vec![Span::styled(fit(&time, TIMES), theme.dim)];
        for day in &table.days {
            let what = match day {
                DayPlan::Expected { blocks, .. } => {
                    blocks.iter().find(|b| b.at == at).map(|b| b.what.as_str())
                }
                _ => None,
            };
            spans.push(Span::raw(spaced(what.unwrap_or(""), column)));
        }
        lines.push(Line::from(spans));
    }
    lines
}

/// The times at which anything begins, in order.
fn times(table: &Timetable) -> Vec<TimeOfDay> {
    let blocks = table.days.iter().filter_map(|d| match d {
        DayPlan::Expected { blocks, .. } => Some(blocks),
        _ => None,
    });
    let mut times: Vec<TimeOfDay> = blocks.flatten().map(|b| b.at).collect();
    times.sort_unstable();
    times.dedup();
    times
}
