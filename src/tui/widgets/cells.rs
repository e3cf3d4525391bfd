//! One line of columns, each cut or filled to its width on the screen. Two columns never touch.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use trivsel_words::text::{clip, columns, fit, fit_right};

/// The columns of nearly every line.
const COLUMNS: usize = 16;

/// Blanks that a gap borrows.
const BLANKS: &str = "                                                                                ";

/// A line under construction.
#[derive(Debug)]
pub struct Cells {
    spans: Vec<Span<'static>>,
    /// Whether the last span is a column, which may lose a letter to the next one.
    ends_with_column: bool,
}

impl Default for Cells {
    fn default() -> Self {
        Self::new()
    }
}

impl Cells {
    #[must_use]
    pub fn new() -> Self {
        Self { spans: Vec::with_capacity(COLUMNS), ends_with_column: false }
    }

    /// Adds a column aligned to the left.
    #[must_use]
    pub fn left(self, text: &str, width: usize, style: Style) -> Self {
        self.column(fit(text, width).into(), style)
    }

    /// Adds a column aligned to the right, for numbers.
    #[must_use]
    pub fn right(self, text: &str, width: usize, style: Style) -> Self {
        self.column(fit_right(text, width).into(), style)
    }

    /// Adds a column. A full column before it loses its last letter to a blank.
    fn column(mut self, text: Cow<'static, str>, style: Style) -> Self {
        let full = |s: &&mut Span<'_>| !s.content.ends_with(' ') && !text.starts_with([' ', '…']);
        if self.ends_with_column
            && !text.is_empty()
            && let Some(before) = self.spans.last_mut().filter(full)
        {
            let width = columns(&before.content);
            before.content = fit(&clip(&before.content, width.saturating_sub(1)), width).into();
        }
        self.spans.push(Span::styled(text, style));
        self.ends_with_column = true;
        self
    }

    /// Adds a text with its own width.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>, style: Style) -> Self {
        self.spans.push(Span::styled(text.into(), style));
        self.ends_with_column = false;
        self
    }

    /// Adds blank columns.
    #[must_use]
    pub fn gap(self, width: usize) -> Self {
        let blanks = BLANKS.get(..width).map_or_else(|| " ".repeat(width).into(), Cow::Borrowed);
        self.column(blanks, Style::new())
    }

    /// The number of columns so far.
    #[must_use]
    pub fn width(&self) -> usize {
        self.spans.iter().map(|s| columns(&s.content)).sum()
    }

    /// The line. A selected line has the selection's style from end to end.
    #[must_use]
    pub fn line(self, selected: Option<Style>) -> Line<'static> {
        let line = Line::from(self.spans);
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
