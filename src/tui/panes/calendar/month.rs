//! Draws a month: a line of days for each week, with what is on them as far as there is room.

use chrono::{Datelike, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use trivsel_domain::record::Appointment;

use super::heads::owed_count;
use super::layout::widths;
use super::{child_of, closed, sign, what};
use crate::model::Model;
use crate::widgets::lines;
use trivsel_words::dates;
use trivsel_words::names::{month_short, weekday_short};
use trivsel_words::text::{clip, columns, fit, spaced};

/// The columns of the week numbers, and of the month's name above them.
const GUTTER: usize = 4;
/// The fewest columns of a name beside a sign and a time.
const LETTERS: usize = 4;

pub(super) fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (pane, theme, lang) = (&model.calendar, &model.theme, model.words.lang());
    let (first, last) = pane.range();
    let weeks = usize::try_from((last - first).num_days() + 1).unwrap_or_default() / 7;
    // The first weeks get the rows that are left over.
    let heights = widths(usize::from(area.height).saturating_sub(1), weeks);
    let widths = widths(usize::from(area.width).saturating_sub(GUTTER), 7);
    let mut heads = vec![Span::styled(fit(month_short(lang, pane.selected_day()), GUTTER), theme.dim)];
    for (day, width) in first.iter_days().zip(&widths) {
        let name = format!(" {}", weekday_short(lang, day.weekday()));
        heads.push(Span::styled(spaced(&name, *width), theme.dim));
    }
    let mut all = vec![Line::from(heads)];
    let mondays = first.iter_weeks().take(weeks);
    for (monday, rows) in mondays.zip(heights) {
        let days: Vec<Vec<(String, Style)>> =
            monday.iter_days().zip(&widths).map(|(day, width)| cell(model, day, *width, rows)).collect();
        for row in 0..rows {
            let week = if row == 0 { monday.iso_week().week().to_string() } else { String::new() };
            let mut spans = vec![Span::styled(fit(&format!(" {week}"), GUTTER), theme.dim)];
            for (day, width) in days.iter().zip(&widths) {
                let (text, style) = day.get(row).cloned().unwrap_or_default();
                spans.push(Span::styled(spaced(&text, *width), style));
            }
            all.push(Line::from(spans));
        }
    }
    lines::draw(frame, all, area);
}

/// The lines of a day: its number with what is owed and why it is closed, then its appointments, the last line a count of
/// those that have no room.
fn cell(model: &Model, date: NaiveDate, width: usize, rows: usize) -> Vec<(String, Style)> {
    let (pane, theme, lang) = (&model.calendar, &model.theme, model.words.lang());
    let inside = date.month() == pane.selected_day().month();
    let selected = date == pane.selected_day();
    let style = match (selected, date == model.today(), inside) {
        (true, _, _) => theme.selection,
        (false, true, _) => theme.accent.add_modifier(Modifier::UNDERLINED),
        (false, false, true) => theme.text.add_modifier(Modifier::BOLD),
        (false, false, false) => theme.dim,
    };
    let mark = if selected { "►" } else { " " };
    let owed = owed_count(model, date, pane.owed_on(date).count());
    let closed = closed(&model.words, &model.roster.calendar, date).unwrap_or_default();
    let booked: Vec<&Appointment> = pane.on(date).collect();
    // A closure has a line of its own where no appointment needs it.
    let (closed, below) =
        if booked.is_empty() && rows > 1 { (String::new(), closed) } else { (closed, String::new()) };
    let room = width.saturating_sub(2);
    let mut head = date.day().to_string();
    let today = if date == model.today() { dates::relative(lang, date, date) } else { String::new() };
    for (part, whole) in [(owed, false), (today, true), (closed, false)] {
        let left = room.saturating_sub(columns(&head) + 1);
        if !part.is_empty() && (!whole || columns(&part) <= left) {
            head = format!("{head} {}", clip(&part, left));
        }
    }
    let mut lines = vec![(fit(&format!("{mark}{head}"), width.saturating_sub(1)), style)];
    lines.extend(Some(below).filter(|b| !b.is_empty()).map(|below| (format!(" {below}"), theme.dim)));
    let text = if inside { theme.text } else { theme.dim };
    let free = rows.saturating_sub(1);
    let shown = if booked.len() > free { free.saturating_sub(1) } else { booked.len() };
    lines.extend(booked.iter().take(shown).map(|one| (format!(" {}", told(model, one, room)), text)));
    let more = booked.len() - shown;
    lines.extend((more > 0).then(|| (format!(" +{more}"), theme.warn)));
    // A day of one line counts beside its number.
    if free == 0 && more > 0 {
        lines.truncate(1);
        lines.iter_mut().for_each(|(head, _)| *head = format!("{} +{more}", head.trim_end()));
    }
    lines
}

/// An appointment on one line: whether it was held, when, and the child or what it is. Of what is over, who it was with says
/// more than when, where there is no room for both.
fn told(model: &Model, one: &Appointment, room: usize) -> String {
    let sign = sign(model, one);
    let room = room.saturating_sub(columns(sign));
    let time = one.hours.map(|h| format!("{} ", dates::time(model.words.lang(), h.from().into())));
    let time = time.filter(|time| sign.is_empty() || columns(time) + LETTERS <= room).unwrap_or_default();
    let left = room.saturating_sub(columns(&time));
    let child = child_of(model, one).map(|name| name.within(left));
    let text = child.or_else(|| what(model, one)).unwrap_or_default();
    format!("{sign}{}", clip(&format!("{time}{text}"), room))
}
