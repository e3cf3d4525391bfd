//! A text of many lines with its cursor.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::lines;
use crate::editor::Editor;
use crate::theme::Theme;

/// Draws as many rows as there is room for, the cursor's among them; places the terminal's cursor where the text is
/// what one writes in.
pub fn draw(frame: &mut Frame<'_>, area: Rect, theme: &Theme, editor: &Editor, focused: bool) {
    let area = area.intersection(frame.area());
    if area.is_empty() {
        return;
    }
    let view = editor.view(area.width, area.height);
    lines::draw(frame, view.rows.iter().map(|row| Line::styled(*row, theme.text)), area);
    if focused {
        let (column, row) = view.cursor;
        frame.set_cursor_position(Position::new(area.x + column, area.y + row));
    }
}
