//! The canvas of a chart: one character for each cell, later ones over earlier ones.

use ratatui::style::Style;
use ratatui::text::Span;

use super::scale::nearest;

/// A column and a row.
type Spot = (usize, usize);

pub(super) struct Canvas(Vec<Vec<(char, Style)>>);

impl Canvas {
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self(vec![vec![(' ', Style::new()); width]; height])
    }

    /// Puts a character in a cell, or nothing outside the canvas.
    pub(super) fn put(&mut self, (x, y): Spot, sign: char, style: Style) {
        if let Some(cell) = self.0.get_mut(y).and_then(|row| row.get_mut(x)) {
            *cell = (sign, style);
        }
    }

    /// Writes a text to the right of a spot.
    pub(super) fn write(&mut self, (x, y): Spot, text: &str, style: Style) {
        for (n, sign) in text.chars().enumerate() {
            self.put((x + n, y), sign, style);
        }
    }

    /// A horizontal line over all columns, or over every second one if it is dotted.
    pub(super) fn level(&mut self, y: usize, sign: char, style: Style) {
        let width = self.0.first().map_or(0, Vec::len);
        // A dotted line ends with a blank, since its name begins with a dot.
        let (first, step) = if sign == '─' { (0, 1) } else { (width % 2, 2) };
        for x in (first..width).step_by(step) {
            self.put((x, y), sign, style);
        }
    }

    /// Joins two spots from left to right, with upright strokes where the line is steep.
    pub(super) fn join(&mut self, from: Spot, to: Spot, style: Style) {
        let whole = |n: usize| i64::try_from(n).unwrap_or(0);
        let (across, down) = (whole(to.0) - whole(from.0), whole(to.1) - whole(from.1));
        let mut before = from.1;
        for x in from.0 + 1..=to.0 {
            let y = whole(from.1) + nearest(down * (whole(x) - whole(from.0)), across.max(1));
            let y = usize::try_from(y).unwrap_or(0);
            for between in before.min(y) + 1..before.max(y) {
                self.put((x, between), '│', style);
            }
            self.put((x, y), '•', style);
            before = y;
        }
    }

    /// The rows, with one span for each run of equal style.
    pub(super) fn rows(self) -> Vec<Vec<Span<'static>>> {
        let pieces = |row: Vec<(char, Style)>| {
            let same = row.chunk_by(|a, b| a.1 == b.1);
            same.map(|run| Span::styled(run.iter().map(|(sign, _)| *sign).collect::<String>(), run[0].1))
                .collect()
        };
        self.0.into_iter().map(pieces).collect()
    }
}
