//! A field of one line with its cursor and what stands beside it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::field::Field;
use crate::tui::theme::Theme;
use crate::words::text::{clip, columns};

/// The least room for what is typed, in columns.
const LEAST: usize = 12;

/// Draws label, text and cursor on one line, and what the text means or what is wrong with it behind.
pub fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: &Theme,
    label: &str,
    field: &Field,
    beside: Option<&Result<String, String>>,
) {
    let total = usize::from(area.width);
    let label = clip(label, total.saturating_sub(LEAST + 2));
    let room = total.saturating_sub(columns(&label) + 2);
    let beside = beside.map(|b| match b {
        Ok(text) => Span::styled(format!("= {text}"), theme.ok),
        Err(text) => Span::styled(format!("▲ {text}"), theme.alarm),
    });
    let wanted = beside.as_ref().map_or(0, |b| columns(&b.content) + 2);
    let width = room.saturating_sub(wanted).max(LEAST.min(room));
    let (cursor, scroll) = field.view(width);
    let shown = window(field.text(), scroll, width);
    let mut spans =
        vec![Span::styled(format!(" {label} "), theme.accent), Span::styled(shown.clone(), theme.text)];
    if let Some(beside) = beside {
        let gap = (columns(field.text()).min(width) + 2).saturating_sub(columns(&shown));
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(beside);
    }
    frame.render_widget(Line::from(spans), area);
    let column = columns(&label) + 2 + cursor.saturating_sub(scroll);
    let x =
        area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX)).min(area.right().saturating_sub(1));
    frame.set_cursor_position(Position::new(x, area.y));
}

/// The part of a text that shows from a column on, in whole graphemes.
fn window(text: &str, from: usize, width: usize) -> String {
    let mut at = 0;
    let mut shown = String::new();
    for grapheme in text.graphemes(true) {
        let wide = columns(grapheme);
        if at >= from && at + wide <= from + width {
            shown.push_str(grapheme);
        }
        at += wide;
    }
    shown
}
