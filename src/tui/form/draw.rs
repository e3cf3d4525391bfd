//! Drawing a form: a field a line, what it means beside it, the long text in the room that is left.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Entry, Form, Input, Pick};
use crate::tui::forms::{self, Reading};
use crate::tui::theme::Theme;
use crate::tui::widgets::cells::Cells;
use crate::tui::widgets::{editor, field, lines};
use crate::words::text::{clip, columns};

/// What a label takes, in columns.
const LABEL: u16 = 14;
/// The fewest rows a long text has while one writes in it, and while one does not.
const LONG: (u16, u16) = (6, 3);

/// Where a field is drawn: which, its first row from the top of the form, how many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    entry: usize,
    top: u16,
    rows: u16,
}

/// The places of the fields that show, in so many rows, and the first row that shows.
fn places(form: &Form, rows: u16) -> (Vec<Place>, u16) {
    let single = form.entries.iter().filter(|e| e.shown && !e.is_long()).count();
    let single = u16::try_from(single).unwrap_or(u16::MAX);
    let least = if form.focused().is_some_and(Entry::is_long) { LONG.0 } else { LONG.1 };
    let long = rows.saturating_sub(single).max(least).min(rows.max(1));
    let mut places = Vec::new();
    let mut top = 0;
    for (entry, field) in form.entries.iter().enumerate().filter(|(_, e)| e.shown) {
        let rows = if field.is_long() { long } else { 1 };
        places.push(Place { entry, top, rows });
        top += rows;
    }
    let focus = places.iter().find(|p| p.entry == form.focus).copied();
    // The field with the cursor shows whole; the one after it too where there is room, so one sees where Enter goes.
    let first = focus.map_or(0, |p| (p.top + p.rows + u16::from(top > p.top + p.rows)).saturating_sub(rows));
    (places, first)
}

/// How many columns and rows the long text has on a screen with so much room for a form.
#[must_use]
pub fn room_for_text(form: &Form, width: u16, height: u16) -> Option<(u16, u16)> {
    let (places, _) = places(form, height.saturating_sub(1));
    let long = places.iter().find(|p| form.entries.get(p.entry).is_some_and(Entry::is_long))?;
    Some((width.saturating_sub(LABEL + 1), long.rows))
}

/// Draws a form in the room between the rules.
pub fn draw(frame: &mut Frame<'_>, form: &Form, reading: &Reading<'_>, theme: &Theme, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    lines::draw(frame, [title(form, reading, theme, usize::from(room.width))], room);
    let below = Rect { y: room.y + 1, height: room.height.saturating_sub(1), ..room };
    let (places, first) = places(form, below.height);
    for place in places {
        let Some(entry) = form.entries.get(place.entry) else { continue };
        let Some(y) = place.top.checked_sub(first).filter(|y| *y < below.height) else { continue };
        let area = Rect { y: below.y + y, height: place.rows.min(below.height - y), ..below };
        let focused = place.entry == form.focus && !form.asking;
        draw_entry(frame, form, entry, reading, theme, area, focused);
    }
}

/// What it is, and how it is kept.
fn title(form: &Form, reading: &Reading<'_>, theme: &Theme, width: usize) -> Line<'static> {
    let (text, style) = match (&form.keeping.trouble, form.keeping.at) {
        (Some(_), _) => (reading.words.get("draft-not-kept").to_owned(), theme.alarm),
        (None, Some(at)) => {
            let time = crate::words::dates::time(reading.words.lang(), at.time());
            (reading.words.with("draft-kept", &[("time", time.into())]), theme.dim)
        }
        (None, None) => (String::new(), theme.dim),
    };
    let left = clip(&format!(" {}", forms::title(form, reading)), width.saturating_sub(columns(&text) + 2));
    let gap = width.saturating_sub(columns(&left) + columns(&text) + 1);
    Line::from(vec![Span::styled(left, theme.accent), Span::raw(" ".repeat(gap)), Span::styled(text, style)])
}

fn draw_entry(
    frame: &mut Frame<'_>,
    form: &Form,
    entry: &Entry,
    reading: &Reading<'_>,
    theme: &Theme,
    area: Rect,
    focused: bool,
) {
    let words = reading.words;
    let label = words.code("field", entry.name);
    let style = if focused { theme.accent } else { theme.dim };
    let mark = if focused { "►" } else { " " };
    let label = Cells::new().text(mark, style).left(label, usize::from(LABEL) - 2, style).line(None);
    lines::draw(frame, [label], area);
    let inner = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    let meaning = forms::meaning(form, entry, reading).map(|m| field::beside(theme, &m));
    match &entry.input {
        Input::Long(text) => {
            let bar = (0..area.height).map(|_| Line::styled("│", theme.dim));
            lines::draw(frame, bar, Rect { x: inner.x.saturating_sub(1), ..inner });
            editor::draw(frame, Rect { width: inner.width.saturating_sub(1), ..inner }, theme, text, focused);
        }
        Input::Pick(pick) if focused && pick.has_choices() => {
            draw_pick(frame, pick, theme, inner, words.get("form-nothing-fits"));
        }
        // Where there is nothing to choose it says why.
        Input::Pick(pick) => {
            let text = pick.current().map(super::Choice::whole).unwrap_or_default();
            plain(frame, theme, inner, &text, meaning);
        }
        Input::Line(line) if focused => {
            field::draw_inside(frame, inner, theme, line, meaning.as_ref());
        }
        Input::Tags(tags) if focused => {
            let offer = tags.completions().first().map(|c| Span::styled(format!("→ {c}"), theme.dim));
            field::draw_inside(frame, inner, theme, &tags.field, offer.or(meaning).as_ref());
        }
        Input::Line(line) => plain(frame, theme, inner, line.text(), meaning),
        Input::Tags(tags) => plain(frame, theme, inner, tags.field.text(), meaning),
    }
}

/// A field without the cursor: its text, and what it means, the meaning whole where one of them must be cut.
fn plain(frame: &mut Frame<'_>, theme: &Theme, area: Rect, text: &str, meaning: Option<Span<'static>>) {
    let width = usize::from(area.width).saturating_sub(1);
    let beside = meaning.as_ref().map_or(0, |m| columns(&m.content) + 2);
    let text = clip(text, width.saturating_sub(beside).max(width / 3));
    let room = width.saturating_sub(columns(&text) + 2);
    let mut spans = vec![Span::styled(text, theme.text)];
    if let Some(meaning) = meaning {
        spans.push(Span::raw(if spans[0].content.is_empty() { "" } else { "  " }));
        spans.push(Span::styled(clip(&meaning.content, room.max(1)), meaning.style));
    }
    lines::draw(frame, [Line::from(spans)], area);
}

/// What can be chosen, side by side, the one under the cursor in brackets.
fn draw_pick(frame: &mut Frame<'_>, pick: &Pick, theme: &Theme, area: Rect, nothing: &str) {
    let typed = pick.field.text();
    let mut spans = Vec::new();
    if pick.is_typing() {
        spans.push(Span::styled(format!("{typed} "), theme.text));
    }
    let (cursor, _) = pick.field.view(usize::from(area.width));
    let found = pick.found();
    if found.is_empty() {
        spans.push(Span::styled(format!(" ▲ {nothing}"), theme.alarm));
    }
    let bracketed = pick.is_typing() || pick.code().is_some();
    for (n, choice) in found.iter().enumerate().skip(pick.cursor()) {
        if n == pick.cursor() && bracketed {
            spans.push(Span::styled(format!("[{}]", choice.whole()), theme.accent));
        } else {
            spans.push(Span::styled(format!(" {} ", choice.label), theme.dim));
        }
    }
    lines::draw(frame, [Line::from(spans)], area);
    let x = area.x.saturating_add(u16::try_from(cursor).unwrap_or(u16::MAX));
    frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
}
