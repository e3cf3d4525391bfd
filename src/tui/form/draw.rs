//! Draws a form: one line per field with its meaning, and the long texts in the rest of the room.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::{Form, FormField, Input, Pick};
use crate::draw::{wrap, wrap_within};
use crate::editor::Limit;
use crate::field::Field;
use crate::forms::{self, Lookup};
use crate::theme::Theme;
use crate::widgets::cells::Cells;
use crate::widgets::{editor, field, lines};
use trivsel_words::Words;
use trivsel_words::text::{clip, columns};

/// The columns that labels take: as many as the longest needs, between these.
const LABEL: (u16, u16) = (14, 23);
/// The fewest rows of a long text with the cursor, and without it.
const LONG: (u16, u16) = (6, 3);
/// The rows of the other long texts while one has the cursor, with and without room for more.
const OTHERS: (u16, u16) = (3, 2);

/// The most rows of a field's meaning below it.
const MOST_BELOW: u16 = 3;

/// The place of a field, with its first row from the top of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    field: usize,
    top: u16,
    rows: u16,
}

/// The places of the shown fields in a height, and the first visible row.
///
/// The focused long text takes the room below the fields above it, except one row that shows that more
/// follows; without the cursor it takes the rest of the room.
/// The meaning of the focused field moves to a row of its own if it does not fit beside it.
fn places(form: &Form, rows: u16, aside: u16) -> (Vec<Place>, u16) {
    let shown = || form.fields.iter().filter(|e| e.shown);
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let single = count(shown().filter(|e| !e.is_long()).count());
    let above = count(shown().take_while(|e| !e.is_long()).count());
    let writing = form.focused().is_some_and(FormField::is_long);
    let texts = shown().filter(|e| e.is_long()).count();
    let room = rows.saturating_sub(single + aside);
    let (wide, narrow) = if texts == 1 && writing {
        let most = rows.saturating_sub(above + u16::from(single > above));
        (room.max(most), room)
    } else {
        share(room, texts, writing)
    };
    let (wide, narrow) = (wide.clamp(1, rows.max(1)), narrow.clamp(1, rows.max(1)));
    let mut places = Vec::new();
    let mut top = 0;
    for (at, field) in form.fields.iter().enumerate().filter(|(_, e)| e.shown) {
        let rows = match field.is_long() {
            true if at == form.focus => wide,
            true => narrow,
            false if at == form.focus => 1 + aside,
            false => 1,
        };
        places.push(Place { field: at, top, rows });
        top += rows;
    }
    let focus = places.iter().find(|p| p.field == form.focus).copied();
    // The focused field shows in full; so does the next one if there is room, which shows where Enter goes.
    let first = focus.map_or(0, |p| (p.top + p.rows + u16::from(top > p.top + p.rows)).saturating_sub(rows));
    (places, first)
}

/// The rows of the focused long text, and of each other one.
fn share(room: u16, texts: usize, writing: bool) -> (u16, u16) {
    let texts = u16::try_from(texts).unwrap_or(u16::MAX).max(1);
    if !writing {
        let each = (room / texts).max(LONG.1);
        return (each, each);
    }
    let left = |other: u16| room.saturating_sub(other.saturating_mul(texts - 1));
    let other = if left(OTHERS.0) >= LONG.0 { OTHERS.0 } else { OTHERS.1 };
    (left(other).max(LONG.0), other)
}

/// Draws a form in the room between the rules.
pub fn draw(frame: &mut Frame<'_>, form: &Form, lookup: &Lookup<'_>, theme: &Theme, room: Rect) {
    frame.render_widget(ratatui::widgets::Clear, room);
    lines::draw(frame, [title(form, lookup, theme, usize::from(room.width))], room);
    let below = Rect { y: room.y + 1, height: room.height.saturating_sub(1), ..room };
    let labels = label_columns(form, lookup);
    let asides = asides(form, lookup, theme);
    let here = form.focused().zip(asides.get(form.focus).and_then(Option::as_ref));
    let below_it = here
        .map_or(0, |(field, aside)| rows_below(field, aside, usize::from(room.width.saturating_sub(labels))));
    let (places, first) = places(form, below.height, below_it);
    for (place, aside) in places.iter().filter_map(|p| asides.get(p.field).map(|a| (p, a))) {
        let Some(field) = form.fields.get(place.field) else { continue };
        let Some(y) = place.top.checked_sub(first).filter(|y| *y < below.height) else { continue };
        let area = Rect { y: below.y + y, height: place.rows.min(below.height - y), ..below };
        let focused = place.field == form.focus;
        let label = label(field, form, lookup);
        draw_field(frame, (field, &label), lookup.words, theme, (labels, area), (focused, aside.clone()));
    }
}

/// The columns of the labels, with the mark before them and the gap behind.
fn label_columns(form: &Form, lookup: &Lookup<'_>) -> u16 {
    let note = |e: &FormField| e.note.as_deref().map_or(0, columns);
    let shown = form.fields.iter().filter(|e| e.shown);
    let longest = shown.map(|e| columns(&label(e, form, lookup)).max(note(e))).max();
    u16::try_from(longest.unwrap_or(0) + 2).unwrap_or(LABEL.1).clamp(LABEL.0, LABEL.1)
}

/// The rows that a meaning needs below its field; 0 if it fits beside it.
fn rows_below(field: &FormField, aside: &Span<'_>, width: usize) -> u16 {
    let is_line = matches!(field.input, Input::Line(_) | Input::Tags(_));
    if !is_line || columns(&aside.content) + columns(&field.text()) + 4 <= width {
        return 0;
    }
    u16::try_from(wrap(&aside.content, width).len()).unwrap_or(MOST_BELOW).min(MOST_BELOW)
}

/// The text beside each field: its problem, its meaning, or an example in the focused empty field. Missing
/// values are reported only after a failed save.
fn asides(form: &Form, lookup: &Lookup<'_>, theme: &Theme) -> Vec<Option<Span<'static>>> {
    let wrong = if form.tried { forms::submit(form, lookup).err().unwrap_or_default() } else { Vec::new() };
    let aside = |(n, field): (usize, &FormField)| {
        if !field.shown {
            return None;
        }
        let wrong = wrong.iter().find(|w| w.name == field.name && w.number == field.number);
        let meaning = match wrong {
            Some(wrong) => Some(Err(wrong.text.clone())),
            None => theirs(field, lookup).or_else(|| forms::meaning(form, field, lookup)),
        };
        let asked = n == form.focus && field.is_empty();
        let example = || form.kind.example(form, field, lookup).filter(|_| asked);
        meaning.map(|m| field::beside(theme, &m)).or_else(|| example().map(|e| Span::styled(e, theme.dim)))
    };
    form.fields.iter().enumerate().map(aside).collect()
}

/// The conflicting text of a colleague.
fn theirs(field: &FormField, lookup: &Lookup<'_>) -> Option<Result<String, String>> {
    let theirs = field.theirs.as_ref()?;
    let text = if theirs.is_empty() { "–" } else { theirs };
    Some(Err(lookup.words.with("form-theirs", &[("text", text.into())])))
}

/// The title, and the state of the draft.
fn title(form: &Form, lookup: &Lookup<'_>, theme: &Theme, width: usize) -> Line<'static> {
    let (text, style) = match (&form.keeping.trouble, form.keeping.at) {
        (Some(_), _) => (lookup.words.get("draft-not-kept").to_owned(), theme.alarm),
        (None, Some(at)) => {
            let time = trivsel_words::dates::time(lookup.words.lang(), at.time());
            (lookup.words.with("draft-kept", &[("time", time.into())]), theme.dim)
        }
        (None, None) => (String::new(), theme.dim),
    };
    let left = clip(&format!(" {}", form.kind.title(form, lookup)), width.saturating_sub(columns(&text) + 2));
    let gap = width.saturating_sub(columns(&left) + columns(&text) + 1);
    Line::from(vec![Span::styled(left, theme.accent), Span::raw(" ".repeat(gap)), Span::styled(text, style)])
}

/// Draws one field: its label, its text, and the text beside it.
fn draw_field(
    frame: &mut Frame<'_>,
    (field, label): (&FormField, &str),
    words: &Words,
    theme: &Theme,
    (labels, area): (u16, Rect),
    (focused, beside): (bool, Option<Span<'static>>),
) {
    let style = if focused { theme.accent } else { theme.dim };
    let mark = if focused { "►" } else { " " };
    let label = Cells::new().text(mark, style).left(label, usize::from(labels) - 2, style);
    let note =
        field.note.as_ref().map(|note| Cells::new().gap(1).left(note, usize::from(labels) - 2, theme.dim));
    lines::draw(frame, [Some(label), note].into_iter().flatten().map(|cells| cells.line(None)), area);
    let inner = Rect { x: area.x + labels, width: area.width.saturating_sub(labels), ..area };
    match &field.input {
        Input::Long(text) => {
            let bar = (0..area.height).map(|_| Line::styled("│", theme.dim));
            lines::draw(frame, bar, Rect { x: inner.x.saturating_sub(1), ..inner });
            if let Some(beside) = beside.filter(|_| text.is_blank()) {
                lines::draw(frame, [Line::from(vec![Span::raw("  "), beside])], inner);
            }
            if focused || !text.is_blank() {
                let room = Rect { width: inner.width.saturating_sub(1), ..inner };
                editor::draw(frame, room, text, focused);
            }
            if let Some(limit) = text.refused() {
                let id = match limit {
                    Limit::Characters => "form-paste-too-long",
                    Limit::Lines => "form-paste-too-many-lines",
                };
                let why = Err(words.get(id).to_owned());
                let last = Rect { y: inner.bottom().saturating_sub(1), height: inner.height.min(1), ..inner };
                frame.render_widget(ratatui::widgets::Clear, last);
                lines::draw(frame, [Line::from(field::beside(theme, &why))], last);
            }
        }
        Input::Pick(pick) if focused && pick.has_choices() => {
            draw_pick(frame, pick, theme, inner, words.get("form-nothing-fits"));
        }
        // An empty list shows the reason.
        Input::Pick(pick) => {
            let lost = pick.is_typing() && pick.current().is_none();
            let text = pick.current().map(super::Choice::whole);
            let text = text.unwrap_or_else(|| pick.field.text().to_owned());
            let fault = || Err(words.get("form-nothing-fits-here").to_owned());
            let beside = if lost { Some(field::beside(theme, &fault())) } else { beside };
            plain(frame, theme, inner, &text, beside);
        }
        Input::Line(line) if focused => draw_line(frame, inner, theme, line, beside),
        Input::Tags(tags) if focused => {
            let offer = tags.completions().first().map(|c| Span::styled(format!("→ {c}"), theme.dim));
            draw_line(frame, inner, theme, &tags.field, offer.or(beside));
        }
        Input::Line(line) => plain(frame, theme, inner, line.text(), beside),
        Input::Tags(tags) => plain(frame, theme, inner, tags.field.text(), beside),
    }
}

/// The focused line. The text beside it moves below if a row is reserved for it.
fn draw_line(frame: &mut Frame<'_>, area: Rect, theme: &Theme, line: &Field, beside: Option<Span<'static>>) {
    let row = Rect { height: 1, ..area };
    if area.height > 1 {
        let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let beside = beside.map(|b| {
            (wrap_within(&b.content, usize::from(area.width), usize::from(area.height - 1)), b.style)
        });
        let rows = beside
            .into_iter()
            .flat_map(|(rows, style)| rows.into_iter().map(move |r| Line::styled(r, style)));
        lines::draw(frame, rows, below);
        field::draw_inside(frame, row, theme, line, None);
    } else {
        field::draw_inside(frame, row, theme, line, beside.as_ref());
    }
}

/// The label, in the words of the form's programme.
fn label(field: &FormField, form: &Form, lookup: &Lookup<'_>) -> String {
    let (usual, own) = (lookup.words.code("field", field.name), lookup.field_name(form, field.name));
    let label = field.label(lookup.words);
    if own == usual { label } else { label.replacen(usual, own, 1) }
}

/// A field without the cursor: its text, which is cut first, and its meaning.
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

/// The typed letters and the matches side by side, with the one that Enter takes in brackets. Shows whole names only,
/// and an ellipsis if there are more.
fn draw_pick(frame: &mut Frame<'_>, pick: &Pick, theme: &Theme, area: Rect, nothing: &str) {
    let width = usize::from(area.width);
    let mut spans = Vec::new();
    if pick.is_typing() {
        spans.push(Span::styled(pick.field.text().to_owned(), theme.text.add_modifier(Modifier::UNDERLINED)));
        spans.push(Span::raw("  "));
    }
    let found = pick.found();
    if found.is_empty() {
        spans.push(Span::styled(format!("▲ {nothing}"), theme.alarm));
    }
    let bracketed = pick.is_typing() || pick.code().is_some();
    let mut used = spans.iter().map(|s| columns(&s.content)).sum::<usize>();
    for (n, choice) in found.iter().enumerate().skip(pick.cursor()) {
        let (text, style) = if n == pick.cursor() && bracketed {
            (format!("[{}]", choice.whole()), theme.accent)
        } else {
            (format!(" {} ", choice.label), theme.dim)
        };
        used += columns(&text);
        if used + 1 > width && n > pick.cursor() {
            spans.push(Span::styled("…", theme.dim));
            break;
        }
        spans.push(Span::styled(text, style));
    }
    lines::draw(frame, [Line::from(spans)], area);
    let (cursor, _) = pick.field.view(width);
    let x = area.x.saturating_add(u16::try_from(cursor).unwrap_or(u16::MAX));
    frame.set_cursor_position(Position::new(x.min(area.right().saturating_sub(1)), area.y));
}
