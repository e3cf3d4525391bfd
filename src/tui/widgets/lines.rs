//! Draws lines one below the other, each from the left edge.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::theme::Theme;
use trivsel_words::text::simple_columns;

/// Draws the lines that fit. `Paragraph` is slower: it measures every line twice to align it, and all lines here are
/// aligned left.
pub fn draw<'a>(frame: &mut Frame<'_>, lines: impl IntoIterator<Item = Line<'a>>, area: Rect) {
    let area = area.intersection(frame.area());
    let buffer = frame.buffer_mut();
    for (line, y) in lines.into_iter().zip(area.top()..area.bottom()) {
        if line.style != Style::default() {
            buffer.set_style(Rect { y, height: 1, ..area }, line.style);
        }
        let mut x = area.x;
        for span in &line.spans {
            x = put(buffer, (x, y), area.right(), &span.content, line.style.patch(span.style));
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

/// Writes a text on one line up to an edge, and returns the column after it. Copies plain text character by character.
fn put(buffer: &mut Buffer, (x, y): (u16, u16), edge: u16, text: &str, style: Style) -> u16 {
    if simple_columns(text).is_none() {
        return buffer.set_stringn(x, y, text, usize::from(edge.saturating_sub(x)), style).0;
    }
    let mut end = x;
    for (x, c) in (x..edge).zip(text.chars()) {
        buffer[(x, y)].set_char(c).set_style(style);
        end = x + 1;
    }
    end
}
