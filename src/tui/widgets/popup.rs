//! The box that layers above a pane are drawn in.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, Clear};

/// Clears and frames a box in the middle of an area, and returns the area inside.
pub fn draw(frame: &mut Frame<'_>, area: Rect, width: u16, height: u16, title: &str, style: Style) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    let boxed =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    let block = Block::bordered().title(format!(" {title} ")).border_style(style);
    let inner = block.inner(boxed);
    frame.render_widget(Clear, boxed);
    frame.render_widget(block, boxed);
    inner
}
