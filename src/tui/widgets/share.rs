//! A share of attendance as a bar followed by its figure.

use ratatui::style::Style;
use trivsel_domain::rules::reported::Attendance;

use super::cells::Cells;
use crate::theme::Theme;
use trivsel_words::Words;
use trivsel_words::numbers::{bar, percent};

/// The usual width of the bar, in columns.
pub const BAR: usize = 10;
/// What stands before a figure that was reported and not registered.
pub const REPORTED: &str = "~";
/// The width of the figure, in columns.
pub const FIGURE: usize = 6;
/// Below this share the bar and the figure are an alarm; above it neither has a colour.
const ALARM: f64 = 0.5;

/// The style of the figure of a share.
#[must_use]
pub fn style(theme: &Theme, share: f64) -> Style {
    if share < ALARM { theme.alarm } else { theme.text }
}

/// The style of the bar of a share.
fn bar_style(theme: &Theme, share: f64) -> Style {
    if share < ALARM { theme.alarm } else { theme.dim }
}

/// Adds a bar of a width and its figure to a line, or a dash if nothing is registered.
#[must_use]
pub fn add(cells: Cells, words: &Words, theme: &Theme, figures: Option<&Attendance>, width: usize) -> Cells {
    match figures.and_then(Attendance::share) {
        Some(share) => {
            let sign = if figures.is_some_and(Attendance::is_reported) { REPORTED } else { "" };
            let figure = format!("{sign}{}", percent(words.lang(), share));
            cells.left(&bar(share, width), width, bar_style(theme, share)).right(
                &figure,
                FIGURE,
                style(theme, share),
            )
        }
        None => cells.gap(width).right("–", FIGURE, theme.dim),
    }
}
