//! Draws lines one below the other, each from the left edge.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::watch;
use crate::theme::Theme;
use trivsel_words::text::{columns, simple_columns};

/// Draws the lines that fit. A line that is too wide ends with an ellipsis. `Paragraph` is slower: it measures every
/// line twice to align it, and all lines here are aligned left.
pub fn draw<'a>(frame: &mut Frame<'_>, lines: impl IntoIterator<Item = Line<'a>>, area: Rect) {
    let area = area.intersection(frame.area());
    let buffer = frame.buffer_mut();
    for (line, y) in lines.into_iter().zip(area.top()..area.bottom()) {
        if line.style != Style::default() {
            buffer.set_style(Rect { y, height: 1, ..area }, line.style);
        }
        let mut x = area.x;
        let mut whole = true;
        for span in &line.spans {
            let (from, style) = (x, line.style.patch(span.style));
            let put = put(buffer, (x, y), area.right(), &span.content, style);
            x = put.0;
            whole &= put.1;
            watch::piece(from..x, y);
        }
        if !whole && area.width > 0 {
            buffer[(area.right() - 1, y)].set_symbol("…");
        }
    }
}

/// Draws the left edge of an area beside another, and returns the rest of the area.
pub fn draw_edge(frame: &mut Frame<'_>, theme: &Theme, area: Rect) -> Rect {
    draw(
        frame,
        (0..area.height).map(|_| Line::styled("│", theme.dim)),
        Rect { width: 1.min(area.width), ..area },
    );
    Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }
}

/// Writes a text on one line up to an edge; returns the column after it, and whether nothing but blanks was left out.
/// Copies plain text character by character.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), edge: u16, text: &str, style: Style) -> (u16, bool) {
    let room = usize::from(edge.saturating_sub(x));
    if simple_columns(text).is_none() {
        let whole = columns(text.trim_end()) <= room;
        return (buffer.set_stringn(x, y, text, room, style).0, whole);
    }
    let from = if room > 0 { buffer.index_of(x, y) } else { 0 };
    let cells = buffer.content.get_mut(from..from + room).unwrap_or_default();
    let styled = style != Style::default();
    let mut end = x;
    let mut rest = text.chars();
    for (cell, c) in cells.iter_mut().zip(rest.by_ref()) {
        // Half of a screen is blank and is so already. Writing a character costs more than looking at it.
        if c != ' ' || cell.symbol() != " " {
            cell.set_char(c);
        }
        if styled {
            cell.set_style(style);
        }
        end += 1;
    }
    (end, rest.all(|c| c == ' '))
}
