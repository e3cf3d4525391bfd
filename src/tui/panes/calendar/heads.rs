//! The two lines above the grid: the days or people, and what has no hours: closures, whole days, what is owed.

use chrono::{Datelike, NaiveDate};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use trivsel_domain::record::Appointment;
use trivsel_domain::rules::obligations::State;

use super::column::{Column, Who};
use super::pane::{Due, View};
use super::{child_of, closed, sign, what};
use crate::model::Model;
use trivsel_words::text::{clip, columns, fit, spaced};
use trivsel_words::{dates, names, obligations};

/// The columns of the times beside the grid: "week 48".
pub(super) const GUTTER: usize = 7;

/// The days or people, each with how much is owed; and the week, or the day.
pub(super) fn days(model: &Model, shown: &[Column], widths: &[usize]) -> Line<'static> {
    let (pane, lang, theme) = (&model.calendar, model.words.lang(), &model.theme);
    let gutter = match pane.view {
        View::Day => dates::weekday_day(lang, pane.selected_day()),
        View::Week | View::Month => dates::week(lang, pane.selected_day()),
    };
    let mut spans = vec![Span::styled(fit(&gutter, GUTTER), theme.text)];
    // The last is the narrowest; all days are written alike.
    let room = widths.last().copied().unwrap_or_default().saturating_sub(2);
    for (column, width) in shown.iter().zip(widths) {
        let selected = column.who == Who::Shown && column.date == pane.selected_day();
        let mark = if selected { "►" } else { " " };
        let owed = owed(model, column);
        let text = match column.who {
            Who::Shown => {
                day(model, column.date, room.saturating_sub(columns(&owed) + usize::from(!owed.is_empty())))
            }
            Who::Member(who) => model.roster.initials(Some(who)).to_owned(),
            Who::Nobody => model.words.get("calendar-without-staff").to_owned(),
        };
        let text = if owed.is_empty() { text } else { format!("{text} {owed}") };
        let style = match (selected, column.date == model.today() && column.who == Who::Shown) {
            (true, _) => theme.accent,
            (false, true) => theme.text.add_modifier(Modifier::BOLD),
            (false, false) => theme.dim,
        };
        spans.push(Span::styled(format!("{mark}{}", spaced(&text, width.saturating_sub(1))), style));
    }
    Line::from(spans)
}

/// A day with its month, and today as such, as far as they have room.
fn day(model: &Model, date: NaiveDate, room: usize) -> String {
    let (lang, today) = (model.words.lang(), date == model.today());
    let (long, short) = (dates::day_short(lang, date), dates::weekday_day(lang, date));
    if !today {
        return if columns(&long) <= room { long } else { short };
    }
    let word = dates::relative(lang, date, date);
    let number = short.split_whitespace().last().unwrap_or_default();
    let told = [format!("{long} {word}"), format!("{short} {word}"), format!("{number} {word}")];
    told.into_iter().find(|told| columns(told) <= room).unwrap_or(short)
}

/// How much is owed in a column: "▲2" if the day is over, "○2" otherwise.
fn owed(model: &Model, column: &Column) -> String {
    let count = model.calendar.owed_on(column.date).filter(|due| column.owes(due)).count();
    owed_count(model, column.date, count)
}

/// The count of what is owed on a day.
pub(super) fn owed_count(model: &Model, date: NaiveDate, count: usize) -> String {
    match count {
        0 => String::new(),
        count if date < model.today() => format!("▲{count}"),
        count => format!("○{count}"),
    }
}

/// Something owed, in words: "▲ Statusskriv Alma".
pub(super) fn due_told(model: &Model, due: &Due) -> String {
    let mark = if due.obligation.state == State::Overdue { "▲" } else { "○" };
    let name = model.calendar.name_of(due.case).map(|name| name.given().to_string());
    let what = obligations::kind(&model.words, due.obligation.kind);
    format!("{mark} {what} {}", name.unwrap_or_default())
}

/// What has no hours: the reason for no school, whole days, then what is owed. What has no room is counted, but for what
/// is owed, which is counted above. The one under the cursor is always shown.
pub(super) fn whole(model: &Model, shown: &[Column], widths: &[usize]) -> Line<'static> {
    let (pane, lang, theme) = (&model.calendar, model.words.lang(), &model.theme);
    let (first, last) = pane.range();
    let gutter = match pane.view {
        View::Week if first.month() != last.month() => {
            format!("{}–{}", names::month_short(lang, first), names::month_short(lang, last))
        }
        View::Week => names::month_short(lang, first).to_owned(),
        View::Day | View::Month => names::month_short(lang, pane.selected_day()).to_owned(),
    };
    let mut spans = vec![Span::styled(fit(&gutter, GUTTER), theme.dim)];
    for (n, (column, width)) in shown.iter().zip(widths).enumerate() {
        let (text, style) = whole_in(model, column, n == 0, width.saturating_sub(2));
        spans.push(Span::raw(" "));
        spans.push(Span::styled(fit(&text, width.saturating_sub(2)), style));
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}

fn whole_in(model: &Model, column: &Column, first: bool, room: usize) -> (String, Style) {
    let (pane, theme) = (&model.calendar, &model.theme);
    let selected = pane.selected_appointment().filter(|a| a.hours.is_none() && column.has(a));
    // The people of a day share its closure.
    let closure = Some(column.date).filter(|_| first || column.who == Who::Shown);
    let closure = closure.and_then(|date| closed(&model.words, &model.roster.calendar, date));
    let closes = closure.is_some();
    let mut days: Vec<&Appointment> =
        pane.on(column.date).filter(|a| a.hours.is_none() && column.has(a)).collect();
    days.sort_by_key(|a| Some(a.id) != selected.map(|s| s.id));
    let told: Vec<String> = days.iter().map(|a| short(model, a)).collect();
    let told: Vec<String> = match selected {
        Some(_) => told.into_iter().chain(closure).collect(),
        None => closure.into_iter().chain(told).collect(),
    };
    let style = match (selected, closes) {
        (Some(_), _) => theme.selection,
        (None, true) => theme.warn,
        (None, false) => theme.text,
    };
    if told.is_empty() {
        let owed: Vec<String> = pane
            .owed_on(column.date)
            .filter(|due| column.owes(due))
            .map(|due| due_told(model, due))
            .collect();
        return (clip(&owed.join(" · "), room), theme.dim);
    }
    (counted(&told, room), style)
}

/// The texts that fit, and how many do not.
fn counted(told: &[String], room: usize) -> String {
    for shown in (1..=told.len()).rev() {
        let text = told.get(..shown).unwrap_or_default().join(" · ");
        let more = told.len() - shown;
        let text = if more > 0 { format!("{text} +{more}") } else { text };
        if columns(&text) <= room {
            return text;
        }
    }
    let more = if told.len() > 1 { format!(" +{}", told.len() - 1) } else { String::new() };
    let first = told.first().map_or("", String::as_str);
    format!("{}{more}", clip(first, room.saturating_sub(columns(&more))))
}

/// An appointment in a few words: whether it was held, the child, and what it is.
pub(super) fn short(model: &Model, appointment: &Appointment) -> String {
    let child = child_of(model, appointment).map(|name| name.to_string());
    let told = child.into_iter().chain(what(model, appointment)).collect::<Vec<_>>().join(" ");
    format!("{}{told}", sign(model, appointment))
}
