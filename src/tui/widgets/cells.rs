//! One line of columns, each cut or filled to its width on the screen.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use trivsel_words::text::{columns, fit, fit_right};

/// A line under construction.
#[derive(Debug, Default)]
pub struct Cells(Vec<Span<'static>>);

impl Cells {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column aligned to the left.
    #[must_use]
    pub fn left(mut self, text: &str, width: usize, style: Style) -> Self {
        self.0.push(Span::styled(fit(text, width), style));
        self
    }

    /// Adds a column aligned to the right, for numbers.
    #[must_use]
    pub fn right(mut self, text: &str, width: usize, style: Style) -> Self {
        self.0.push(Span::styled(fit_right(text, width), style));
        self
    }

    /// Adds a text with its own width.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>, style: Style) -> Self {
        self.0.push(Span::styled(text.into(), style));
        self
    }

    /// Adds blank columns.
    #[must_use]
    pub fn gap(self, width: usize) -> Self {
        self.left("", width, Style::new())
    }

    /// The number of columns so far.
    #[must_use]
    pub fn width(&self) -> usize {
        self.0.iter().map(|s| columns(&s.content)).sum()
    }

    /// The line. A selected line has the selection's style from end to end.
    #[must_use]
    pub fn line(self, selected: Option<Style>) -> Line<'static> {
        let line = Line::from(self.0);
        match selected {
            // Colours of single columns are dropped, since they may be unreadable on the selection.
            Some(style) => {
                Line::from(line.spans.into_iter().map(|s| Span::raw(s.content)).collect::<Vec<_>>())
                    .style(style)
            }
            None => line,
        }
    }
}
