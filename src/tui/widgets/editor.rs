//! A text of many lines with its cursor.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::watch;
use crate::editor::Editor;

/// Draws as many rows as there is room for, the cursor's among them; places the terminal's cursor where the text is
/// what one writes in.
pub fn draw(frame: &mut Frame<'_>, area: Rect, editor: &Editor, focused: bool) {
    let area = area.intersection(frame.area());
    if area.is_empty() {
        return;
    }
    let (column, row) = editor.render(area, frame.buffer_mut());
    watch::area(area);
    if focused {
        frame.set_cursor_position(Position::new(area.x + column, area.y + row));
    }
}
