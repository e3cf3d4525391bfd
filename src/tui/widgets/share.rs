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
/// Below this share attendance is drawn as a warning, and below the next one as an alarm.
const WARN: f64 = 0.8;
const ALARM: f64 = 0.5;

/// The style of a share.
#[must_use]
pub fn style(theme: &Theme, share: f64) -> Style {
    if share < ALARM {
        theme.alarm
    } else if share < WARN {
        theme.warn
    } else {
        theme.ok
    }
}

/// Adds a bar of a width and its figure to a line, or a dash if nothing is registered.
#[must_use]
pub fn add(cells: Cells, words: &Words, theme: &Theme, figures: Option<&Attendance>, width: usize) -> Cells {
    match figures.and_then(Attendance::share) {
        Some(share) => {
            let sign = if figures.is_some_and(Attendance::is_reported) { REPORTED } else { "" };
            let figure = format!("{sign}{}", percent(words.lang(), share));
            cells.left(&bar(share, width), width, style(theme, share)).right(&figure, FIGURE, theme.text)
        }
        None => cells.gap(width).right("–", FIGURE, theme.dim),
    }
}
