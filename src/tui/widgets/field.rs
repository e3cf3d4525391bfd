//! Draws a field of one line, with its cursor and the meaning of its text beside it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::field::Field;
use crate::theme::Theme;
use trivsel_words::text::{clip, columns};

/// The meaning of a text or the problem with it. A sign carries the same meaning as the colour.
#[must_use]
pub fn beside(theme: &Theme, meaning: &Result<String, String>) -> Span<'static> {
    match meaning {
        Ok(text) => Span::styled(format!("= {text}"), theme.ok),
        Err(text) => Span::styled(format!("▲ {text}"), theme.alarm),
    }
}

/// Draws label, text and cursor on one line, then the meaning if it fits. Returns whether it did.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: &Theme,
    label: &str,
    field: &Field,
    beside: Option<&Span<'static>>,
) -> bool {
    let total = usize::from(area.width);
    let label = clip(label, total / 2);
    let room = total.saturating_sub(columns(&label) + 2);
    let wanted = beside.map_or(0, |b| columns(&b.content) + 2);
    let fits = columns(field.text()) + 1 + wanted <= room;
    let (cursor, scroll) = field.view(room);
    let mut spans = vec![Span::styled(format!(" {label} "), theme.accent), text(theme, field, scroll, room)];
    if let Some(beside) = beside.filter(|_| fits) {
        spans.push(Span::raw("  "));
        spans.push(beside.clone());
    }
    super::lines::draw(frame, [Line::from(spans)], area);
    let column = columns(&label) + 2 + cursor.saturating_sub(scroll);
    let x =
        area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX)).min(area.right().saturating_sub(1));
    frame.set_cursor_position(Position::new(x, area.y));
    fits
}

/// Draws text and cursor without a label, then the meaning as far as it fits.
pub fn draw_inside(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: &Theme,
    field: &Field,
    beside: Option<&Span<'static>>,
) {
    let room = usize::from(area.width);
    let (cursor, scroll) = field.view(room);
    let text = text(theme, field, scroll, room);
    let left = room.saturating_sub(columns(&text.content) + 3);
    let mut spans = vec![text];
    if let Some(beside) = beside.filter(|_| left > 4) {
        spans.push(Span::raw("  "));
        spans.push(Span::styled(clip(&beside.content, left), beside.style));
    }
    super::lines::draw(frame, [Line::from(spans)], area);
    let column = u16::try_from(cursor.saturating_sub(scroll)).unwrap_or(u16::MAX);
    let x = area.x.saturating_add(column).min(area.right().saturating_sub(1));
    frame.set_cursor_position(Position::new(x, area.y));
}

/// The part of the text that shows from a column on, in the style of a selection where the first letter replaces it.
fn text(theme: &Theme, field: &Field, from: usize, width: usize) -> Span<'static> {
    let style = if field.is_selected() { theme.selection } else { theme.text };
    Span::styled(window(field.text(), from, width), style)
}

/// The graphemes of a text that show from a column on. An ellipsis takes the place of what is hidden on either side.
fn window(text: &str, from: usize, width: usize) -> String {
    let (first, last) = (
        from + usize::from(from > 0),
        (from + width).saturating_sub(usize::from(columns(text) > from + width)),
    );
    let mut at = 0;
    let mut shown = String::new();
    for grapheme in text.graphemes(true) {
        let wide = columns(grapheme);
        if at >= first && at + wide <= last {
            if shown.is_empty() && from > 0 {
                shown = format!("…{}", " ".repeat(at - first));
            }
            shown.push_str(grapheme);
        }
        at += wide;
    }
    if at > from + width {
        shown.push('…');
    }
    shown
}
