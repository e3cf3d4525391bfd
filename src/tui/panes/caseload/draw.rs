//! Drawing the caseload: the seats, a line a case, and the one under the cursor in a few more.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use trivsel_domain::seats;

use super::{Filter, rows, summary};
use crate::tui::model::Model;
use crate::tui::widgets::cells::Cells;
use crate::tui::widgets::lines;
use crate::tui::widgets::list::first_shown;
use crate::words::dates;
use crate::words::text::columns;

/// Draws the pane.
pub fn draw(frame: &mut Frame<'_>, model: &Model, area: Rect) {
    let (words, theme, pane) = (&model.words, &model.theme, &model.caseload);
    let width = usize::from(area.width);
    let mut lines = vec![title(model, width), rows::heads(model, width)];
    let mut summary = summary::lines(model, width);
    // Everyone first: the lines about one child come where there is room to spare.
    let spare = usize::from(area.height).saturating_sub(lines.len() + pane.listed.len());
    summary.truncate(spare.saturating_sub(1));
    let below = if summary.is_empty() { 0 } else { summary.len() + 1 };
    let room = usize::from(area.height).saturating_sub(lines.len() + below);
    let first = first_shown(pane.cursor, pane.listed.len(), room);
    for (at, index) in pane.listed.iter().enumerate().skip(first).take(room) {
        let selected = (at == pane.cursor).then_some(theme.selection);
        lines.push(rows::row(model, &pane.rows[*index], width).line(selected));
    }
    if pane.listed.is_empty() && pane.read {
        let empty = if pane.needle.is_empty() {
            words.code("caseload-empty", pane.filter.code())
        } else {
            words.get("search-nothing")
        };
        lines.push(Line::styled(format!(" {empty}"), theme.dim));
    }
    if below > 0 {
        lines.resize_with(usize::from(area.height) - below, Line::default);
        lines.push(Line::styled("─".repeat(width), theme.dim));
        lines.extend(summary);
    }
    lines::draw(frame, lines, area);
}

/// Which cases in which order; the seats used and the next one freed are always in sight.
fn title(model: &Model, width: usize) -> Line<'static> {
    let (words, theme, pane) = (&model.words, &model.theme, &model.caseload);
    let filter = match &pane.filter {
        Filter::Programme(code) => model.roster.programme_name(code, words.lang()).to_owned(),
        filter => words.code("caseload-filter", filter.code()).to_owned(),
    };
    let count = if pane.marked.is_empty() {
        words.count("case", pane.listed.len())
    } else {
        words.with("caseload-marked", &[("count", pane.marked.len().into())])
    };
    let order = words.code("caseload-order", pane.order().code());
    let seats = seats(model);
    // What is marked is never left out; the count goes before the order does.
    let all = format!(" {filter} · {count} · {order}");
    let ordered = format!(" {filter} · {order}");
    let counted = format!(" {filter} · {count}");
    let fits = |text: &String| columns(text) + columns(&seats) + 2 <= width;
    let shorter = if pane.marked.is_empty() { ordered } else { counted.clone() };
    let text = [all, shorter].into_iter().find(fits).unwrap_or(counted);
    let room = width.saturating_sub(columns(&text) + 1);
    Cells::new().text(text, theme.text).right(&seats, room, theme.accent).line(None)
}

/// Of each programme: seats held and in all, and the next one freed; or how many there are, where there is no limit.
fn seats(model: &Model) -> String {
    let (words, pane, today) = (&model.words, &model.caseload, model.today());
    let several = model.roster.programmes.len() > 1;
    let told = model.roster.programmes.iter().map(|(programme, house)| {
        let held = seats::occupied(&pane.open, programme.code(), today).len();
        let Some(norm) = house.seats.number() else {
            let name = model.roster.programme_name(programme.code(), words.lang());
            return words.with("caseload-no-limit", &[("name", name.into()), ("held", held.into())]);
        };
        let mut text =
            words.with("caseload-seats", &[("held", held.into()), ("norm", usize::from(norm).into())]);
        if let Some(free) = seats::next_freed(&pane.open, programme.code(), today) {
            let day = dates::relative(words.lang(), free, today);
            let id = if several { "caseload-next-free-short" } else { "caseload-next-free" };
            text.push_str(&format!(" · {}", words.with(id, &[("day", day.into())])));
        }
        text
    });
    told.collect::<Vec<_>>().join(" · ")
}
