//! Draws the school calendar of one school year.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_words::dates;

use super::SchoolYearList;
use super::rows::Row;
use crate::draw::wrap;
use crate::model::Model;
use crate::widgets::cells::Cells;
use crate::widgets::lines;
use crate::widgets::list::Part;

/// The width of a name, in columns.
const NAME: usize = 30;
/// The width of the days, in columns.
const DAYS: usize = 25;
/// The width of the number of school days, in columns.
const COUNT: usize = 6;

pub fn draw(frame: &mut Frame<'_>, model: &Model, list: &SchoolYearList, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    let (words, theme) = (&model.words, &model.theme);
    let width = usize::from(room.width);
    let mut out = vec![Line::styled(format!(" {}", title(model, list)), theme.accent)];
    let days = wrap(&school_days(model, list), width.saturating_sub(2));
    out.extend(days.into_iter().map(|line| Line::styled(format!(" {line}"), theme.text)));
    out.push(
        Cells::new()
            .gap(1)
            .left(words.get("head-closure"), NAME, theme.dim)
            .left(words.get("head-closure-days"), DAYS, theme.dim)
            .right(words.get("head-school-days"), COUNT, theme.dim)
            .line(None),
    );
    let rows = list.rows(model);
    let part = Part::around(list.cursor, rows.len(), usize::from(room.height).saturating_sub(out.len()));
    let shown = rows.iter().enumerate().skip(part.rows.start).take(part.rows.len());
    let drawn = shown.map(|(at, one)| {
        let selected = (at == list.cursor).then_some(theme.selection);
        row(model, one, width).line(selected)
    });
    out.extend(part.framed(words, theme, drawn));
    if rows.is_empty() {
        out.push(Line::styled(format!(" {}", words.get("closing-none")), theme.dim));
    }
    lines::draw(frame, out, room);
}

/// "Skolekalender · skoleåret 2026/27".
fn title(model: &Model, list: &SchoolYearList) -> String {
    model.words.with("closing-title", &[("year", dates::school_year(list.year).into())])
}

/// The first and the last school day, and how many there are.
fn school_days(model: &Model, list: &SchoolYearList) -> String {
    let (words, calendar) = (&model.words, &model.roster.calendar);
    let mut days = calendar.school_days(list.year.first_day(), list.year.last_day());
    let Some(first) = days.next() else { return words.count("school-day", 0) };
    let (count, last) = days.fold((1_usize, first), |(count, _), day| (count + 1, day));
    let day = |date| dates::day_short_year(words.lang(), date);
    let args = [("first", day(first).into()), ("last", day(last).into())];
    format!("{} · {}", words.with("closing-first-last", &args), words.count("school-day", count))
}

fn row(model: &Model, row: &Row, width: usize) -> Cells {
    let (words, theme) = (&model.words, &model.theme);
    let taken = 1 + NAME + DAYS + COUNT + 2;
    Cells::new()
        .gap(1)
        .left(&row.name(words), NAME, theme.text)
        .left(&row.days(words), DAYS, theme.text)
        .right(&row.school_days().to_string(), COUNT, theme.text)
        .gap(2)
        .left(&row.rule(words), width.saturating_sub(taken), theme.dim)
}
