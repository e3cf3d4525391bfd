//! A line above a list, with parts on the left and on the right.
//!
//! Parts that do not fit are left out whole, the least important first.

use ratatui::style::Style;
use ratatui::text::Line;

use super::cells::Cells;
use trivsel_words::text::{clip, columns};

/// The fewest blank columns between the two sides.
const GAP: usize = 2;
/// The separator of two parts.
const BETWEEN: &str = " · ";

#[derive(Debug)]
struct Part {
    text: String,
    /// The importance: a part of rank 0 is always shown, then the lowest rank comes first.
    rank: u8,
    right: bool,
}

/// A line under construction.
#[derive(Debug, Default)]
pub struct Headline(Vec<Part>);

impl Headline {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part on the left. A part of rank 0 is always shown.
    #[must_use]
    pub fn left(self, text: impl Into<String>, rank: u8) -> Self {
        self.part(text.into(), rank, false)
    }

    /// Adds a part on the right. A part of rank 0 is always shown.
    #[must_use]
    pub fn right(self, text: impl Into<String>, rank: u8) -> Self {
        self.part(text.into(), rank, true)
    }

    fn part(mut self, text: String, rank: u8, right: bool) -> Self {
        if !text.is_empty() {
            self.0.push(Part { text, rank, right });
        }
        self
    }

    /// The parts of one side that are shown, joined.
    fn side(&self, taken: &[bool], right: bool) -> String {
        let parts = self.0.iter().zip(taken).filter(|(part, taken)| **taken && part.right == right);
        parts.map(|(part, _)| part.text.as_str()).collect::<Vec<_>>().join(BETWEEN)
    }

    /// Both sides as they fit the width, with a blank at either edge.
    #[must_use]
    pub fn fitted(&self, width: usize) -> (String, String) {
        let mut taken: Vec<bool> = self.0.iter().map(|p| p.rank == 0).collect();
        let wide = |taken: &[bool]| {
            let right = columns(&self.side(taken, true));
            1 + columns(&self.side(taken, false)) + 1 + if right > 0 { GAP + right } else { 0 }
        };
        let mut rest: Vec<usize> = (0..self.0.len()).filter(|n| !taken[*n]).collect();
        rest.sort_by_key(|n| self.0[*n].rank);
        for n in rest {
            taken[n] = true;
            taken[n] = wide(&taken) <= width;
        }
        let right = self.side(&taken, true);
        // If the parts of rank 0 are too wide, the left side is cut.
        let room = width.saturating_sub(2 + if right.is_empty() { 0 } else { columns(&right) + GAP });
        (clip(&self.side(&taken, false), room), right)
    }

    /// The line, each side in its own style.
    #[must_use]
    pub fn line(&self, width: usize, left: Style, right: Style) -> Line<'static> {
        let (text, told) = self.fitted(width);
        let cells = Cells::new().gap(1).text(text, left);
        let room = width.saturating_sub(cells.width() + 1);
        cells.right(&told, room, right).line(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Headline {
        Headline::new().left("Sager", 0).left("20 sager", 2).right("16 af 16", 0).right("ledig 6. jan", 1)
    }

    fn at(width: usize) -> String {
        let (left, right) = line().fitted(width);
        format!("{left}|{right}")
    }

    #[test]
    fn the_least_important_part_is_dropped_first() {
        assert_eq!(at(46), "Sager · 20 sager|16 af 16 · ledig 6. jan");
        assert_eq!(at(42), "Sager|16 af 16 · ledig 6. jan");
        assert_eq!(at(30), "Sager · 20 sager|16 af 16");
        assert_eq!(at(20), "Sager|16 af 16");
        assert_eq!(at(14), "S…|16 af 16");
    }

    #[test]
    fn the_sides_never_touch() {
        for width in 20..60 {
            let (left, right) = line().fitted(width);
            assert!(1 + columns(&left) + GAP + columns(&right) < width + 1, "{width}: {left}|{right}");
        }
    }
}
