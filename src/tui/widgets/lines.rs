//! Lines put on the screen one below the other, each from the left.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// Draws as many lines as there is room for. The library's own way measures every line twice before it draws it, in
/// case it stands to the right or in the middle; none does here.
pub fn draw<'a>(frame: &mut Frame<'_>, lines: impl IntoIterator<Item = Line<'a>>, area: Rect) {
    let area = area.intersection(frame.area());
    let buffer = frame.buffer_mut();
    for (line, y) in lines.into_iter().zip(area.top()..area.bottom()) {
        if line.style != Style::default() {
            buffer.set_style(Rect { y, height: 1, ..area }, line.style);
        }
        buffer.set_line(area.x, y, &line, area.width);
    }
}
