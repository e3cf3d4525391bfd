//! Names beside each other, the selected one in brackets and always shown.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::Span;

use trivsel_words::text::columns;

/// Some names, and the index of the selected one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tabs {
    pub names: Vec<String>,
    pub here: usize,
}

impl Tabs {
    /// The names that fit the width, a blank between them, and before them if there is room. A sign at an end says that
    /// more names follow there.
    #[must_use]
    pub fn spans(&self, width: usize, on: Style, off: Style) -> Vec<Span<'static>> {
        let range = self.fitting(width);
        let mut spans = Vec::new();
        if range.start > 0 {
            spans.push(Span::styled("◄ ", off));
        } else if self.here > 0 && self.wide(&range) < width {
            spans.push(Span::raw(" "));
        }
        for (n, name) in self.names.iter().enumerate().take(range.end).skip(range.start) {
            if n > range.start {
                spans.push(Span::raw(" "));
            }
            if n == self.here {
                spans.push(Span::styled(format!("[{name}]"), on));
            } else {
                spans.push(Span::styled(name.clone(), off));
            }
        }
        if range.end < self.names.len() {
            spans.push(Span::styled(" ►", off));
        }
        spans
    }

    /// The names that fit, including the selected one. The range starts at the first name as long as the selected one
    /// fits.
    fn fitting(&self, width: usize) -> Range<usize> {
        let (names, here) = (&self.names, self.here);
        let wide = |range: Range<usize>| self.wide(&range);
        // The names beside the selected one are shown too, so the user sees where the arrows lead.
        let next = (here + 2).min(names.len());
        let first = (0..here).find(|n| wide(*n..next) <= width).unwrap_or(here);
        let last = (next..=names.len()).rev().find(|n| wide(first..*n) <= width).unwrap_or(here + 1);
        first..last
    }

    /// The columns of some of the names, with the brackets and the signs at the ends.
    fn wide(&self, range: &Range<usize>) -> usize {
        let signs = [range.start > 0, range.end < self.names.len()].into_iter().filter(|s| *s).count();
        let names = &self.names[range.clone()];
        2 * signs + 2 + names.iter().map(|n| columns(n)).sum::<usize>() + names.len().saturating_sub(1)
    }
}
