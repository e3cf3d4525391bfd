//! One line of columns: each cut or filled to its width by what it takes on the screen, not by bytes.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use trivsel_words::text::{columns, fit, fit_right};

/// A line under construction.
#[derive(Debug, Default)]
pub struct Cells(Vec<Span<'static>>);

impl Cells {
    /// An empty line.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A column with its text to the left.
    #[must_use]
    pub fn left(mut self, text: &str, width: usize, style: Style) -> Self {
        self.0.push(Span::styled(fit(text, width), style));
        self
    }

    /// A column with its text to the right, for numbers.
    #[must_use]
    pub fn right(mut self, text: &str, width: usize, style: Style) -> Self {
        self.0.push(Span::styled(fit_right(text, width), style));
        self
    }

    /// A text as wide as it is.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>, style: Style) -> Self {
        self.0.push(Span::styled(text.into(), style));
        self
    }

    /// Blank columns.
    #[must_use]
    pub fn gap(self, width: usize) -> Self {
        self.left("", width, Style::new())
    }

    /// How many columns it takes so far.
    #[must_use]
    pub fn width(&self) -> usize {
        self.0.iter().map(|s| columns(&s.content)).sum()
    }

    /// The line; under the cursor in the cursor's style from end to end.
    #[must_use]
    pub fn line(self, selected: Option<Style>) -> Line<'static> {
        let line = Line::from(self.0);
        match selected {
            // The whole row is turned, so colours that a row has on its own are dropped.
            Some(style) => {
                Line::from(line.spans.into_iter().map(|s| Span::raw(s.content)).collect::<Vec<_>>())
                    .style(style)
            }
            None => line,
        }
    }
}
