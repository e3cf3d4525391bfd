//! Long lines on a screen: broken behind blanks, or between letters where a word alone is too long. Only the lines
//! that are asked about are looked at, so a text of any length costs what is seen of it.

use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

use super::buffer::Spot;
use trivsel_words::text::simple_columns;

/// A row of the screen, were it high enough for the whole text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The line it shows a part of, from 0.
    pub line: usize,
    /// Which row of that line, from 0.
    pub row: usize,
}

/// Lines as they fall on rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrap<'a> {
    lines: &'a [String],
    room: usize,
}

impl<'a> Wrap<'a> {
    /// In so many columns. The last is left to the cursor behind a full row, and to one blank that ends it.
    pub fn new(lines: &'a [String], width: u16) -> Self {
        Self { lines, room: usize::from(width).saturating_sub(1).max(1) }
    }

    fn line(&self, line: usize) -> &'a str {
        self.lines.get(line).map_or("", String::as_str)
    }

    fn count(&self, line: usize) -> usize {
        rows(self.line(line), self.room).count()
    }

    /// On which row and column a place in the text is: where a row ends, at the start of the next.
    pub fn place(&self, at: Spot) -> (Place, usize) {
        let line = self.line(at.line);
        let found = rows(line, self.room).enumerate().take_while(|(_, r)| r.start <= at.byte).last();
        let (row, range) = found.unwrap_or_default();
        (Place { line: at.line, row }, columns(&line[range.start..at.byte]))
    }

    /// The place in the text on a row nearest to a column, and not past it.
    pub fn spot(&self, place: Place, column: usize) -> Spot {
        let line = self.line(place.line);
        let mut found = rows(line, self.room).skip(place.row);
        let range = found.next().unwrap_or_default();
        let wraps = found.next().is_some();
        let mut used = 0;
        let mut byte = range.start;
        for (at, grapheme) in line[range.clone()].grapheme_indices(true) {
            byte = range.start + at;
            used += usize::from(grapheme.cell_width());
            if used > column {
                return Spot { line: place.line, byte };
            }
        }
        // Behind a row that goes on is already the next one.
        Spot { line: place.line, byte: if wraps { byte } else { range.end } }
    }

    /// The row so many further down, or the last.
    pub fn down(&self, from: Place, by: usize) -> Place {
        let Place { mut line, row } = from;
        let mut left = row + by;
        loop {
            let count = self.count(line);
            if left < count {
                return Place { line, row: left };
            }
            if line + 1 >= self.lines.len() {
                return Place { line, row: count - 1 };
            }
            left -= count;
            line += 1;
        }
    }

    /// The row so many further up, or the first.
    pub fn up(&self, from: Place, by: usize) -> Place {
        let Place { mut line, mut row } = from;
        let mut left = by;
        while left > row {
            if line == 0 {
                return Place::default();
            }
            left -= row + 1;
            line -= 1;
            row = self.count(line) - 1;
        }
        Place { line, row: row - left }
    }

    /// From which row on to show so many, so that a row is among them and none is left empty without need: as near as
    /// can be to where they were shown from.
    pub fn top(&self, top: Place, cursor: Place, height: usize) -> Place {
        let further = height.saturating_sub(1);
        let end = Place { line: self.lines.len().saturating_sub(1), row: usize::MAX };
        let full = self.up(self.down(end, 0), further);
        // In another width the row may be one of a later line.
        let top = self.down(top, 0).min(full).min(cursor);
        if self.down(top, further) < cursor { self.up(cursor, further) } else { top }
    }

    /// How many rows one is below another.
    pub fn between(&self, above: Place, below: Place) -> usize {
        let lines: usize = (above.line..below.line).map(|line| self.count(line)).sum();
        (lines + below.row).saturating_sub(above.row)
    }

    /// The rows from one on.
    pub fn rows(&self, from: Place) -> impl Iterator<Item = &'a str> {
        let room = self.room;
        let lines = self.lines.iter().skip(from.line);
        lines.flat_map(move |line| rows(line, room).map(|r| &line[r])).skip(from.row)
    }
}

/// The columns of a part of a line, as they are drawn.
fn columns(text: &str) -> usize {
    simple_columns(text).unwrap_or_else(|| text.graphemes(true).map(|g| usize::from(g.cell_width())).sum())
}

/// The rows of a line, as ranges of its bytes: one at least, and each begins where the former ends.
fn rows(line: &str, room: usize) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let row = first_row(&line[start..], room);
        next = row.map(|len| start + len);
        Some(start..next.unwrap_or(line.len()))
    })
}

/// How many bytes of a text are on its first row; nothing where all of it is.
fn first_row(text: &str, room: usize) -> Option<usize> {
    // Two characters further than the row: the one that does not fit must be known not to join with the next.
    let seen = text.char_indices().nth(room + 2).map_or(text, |(at, _)| &text[..at]);
    match simple_columns(seen) {
        Some(columns) if columns <= room => None,
        Some(_) => cut(seen.char_indices().map(|(at, c)| (at, c.len_utf8(), 1, c == ' ')), room),
        None => cut(
            text.grapheme_indices(true).map(|(at, g)| (at, g.len(), usize::from(g.cell_width()), g == " ")),
            room,
        ),
    }
}

/// Where to break letters that are given as start, bytes, columns, and whether a blank.
fn cut(letters: impl Iterator<Item = (usize, usize, usize, bool)>, room: usize) -> Option<usize> {
    let mut used = 0;
    let mut behind_blank = None;
    for (at, len, wide, blank) in letters {
        if used + wide > room && at > 0 {
            let hangs = blank && used == room;
            return Some(if hangs { at + len } else { behind_blank.unwrap_or(at) });
        }
        used += wide;
        if blank {
            behind_blank = Some(at + len);
        }
    }
    None
}
