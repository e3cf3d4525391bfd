//! The box that layers above a pane are drawn in.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, Clear};
use trivsel_words::text::clip;

/// Frames a box in the middle of an area, and returns the area inside. The rows are cleared from edge to edge, since the
/// ends of the lines beside the box would read as words.
pub fn draw(frame: &mut Frame<'_>, area: Rect, width: u16, height: u16, title: &str, style: Style) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    let boxed =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    let title = clip(title, usize::from(width).saturating_sub(4));
    let block = Block::bordered().title(format!(" {title} ")).border_style(style);
    let inner = block.inner(boxed);
    frame.render_widget(Clear, Rect { x: area.x, width: area.width, ..boxed });
    frame.render_widget(block, boxed);
    super::watch::area(Rect { x: area.x, width: area.width, ..boxed });
    inner
}
