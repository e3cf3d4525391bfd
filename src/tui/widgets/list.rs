//! The visible part of a long list. An end that goes on says how many rows are hidden there.

use std::ops::Range;

use ratatui::text::Line;

use crate::theme::Theme;
use trivsel_words::Words;

/// With fewer lines than these, notes would hide the row under the cursor.
const ROOM_FOR_NOTES: usize = 3;

/// The rows of a list that are drawn, and the number hidden before and after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub rows: Range<usize>,
    above: usize,
    below: usize,
}

impl Part {
    /// The part around the cursor. It keeps the cursor on the screen, in the middle if the list is longer than the room.
    #[must_use]
    pub fn around(cursor: usize, rows: usize, room: usize) -> Self {
        Self::scrolled(cursor.saturating_sub(room / 2), rows, room)
    }

    /// The part around the cursor of a list whose rows take several lines. Both notes have a line of their own.
    #[must_use]
    pub fn of_tall(cursor: usize, rows: usize, height: usize, lines: usize) -> Self {
        if rows * height <= lines {
            return Self::scrolled(0, rows, rows);
        }
        let room = (lines.saturating_sub(2) / height).max(1);
        let first = cursor.saturating_sub(room / 2).min(rows.saturating_sub(room));
        let end = (first + room).min(rows);
        Self { rows: first..end, above: first, below: rows - end }
    }

    /// The part from a row on, or the last part if that row is too far down. A note takes the place of a row.
    #[must_use]
    pub fn scrolled(first: usize, rows: usize, room: usize) -> Self {
        let first = first.min(rows.saturating_sub(room));
        let end = (first + room).min(rows);
        let note = |hidden: bool| usize::from(hidden && room >= ROOM_FOR_NOTES);
        let (first, end) = (first + note(first > 0), end - note(end < rows));
        Self { rows: first..end, above: first, below: rows - end }
    }

    /// The same part of a list of which only a beginning has been read.
    #[must_use]
    pub fn out_of(self, all: usize) -> Self {
        Self { below: self.below.max(all.saturating_sub(self.rows.end)), ..self }
    }

    /// The lines of the part, with a note at each end that goes on.
    #[must_use]
    pub fn framed(
        &self,
        words: &Words,
        theme: &Theme,
        lines: impl IntoIterator<Item = Line<'static>>,
    ) -> Vec<Line<'static>> {
        let note = |id: &str, count: usize| {
            let text = || words.with(id, &[("count", count.into())]);
            (count > 0).then(|| Line::styled(format!(" {}", text()), theme.dim))
        };
        let (above, below) = (note("list-above", self.above), note("list-below", self.below));
        above.into_iter().chain(lines).chain(below).collect()
    }
}

/// Cuts lines that can't be scrolled to the room. The last line then says how many are hidden.
pub fn cut(lines: &mut Vec<Line<'static>>, room: usize, words: &Words, theme: &Theme) {
    if lines.len() > room && room > 0 {
        let hidden = lines.len() - (room - 1);
        lines.truncate(room - 1);
        let text = words.with("list-cut", &[("count", hidden.into())]);
        lines.push(Line::styled(format!(" {text}"), theme.dim));
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    /// Every row can be reached, the cursor is always drawn, and nothing is left uncounted.
    #[test]
    fn every_part_counts_the_whole_list_and_holds_the_cursor() {
        for (rows, room) in (1..40).flat_map(|rows| (3..20).map(move |room| (rows, room))) {
            for cursor in 0..rows {
                let part = Part::around(cursor, rows, room);
                assert!(part.rows.contains(&cursor), "{cursor} of {rows} in {room}: {part:?}");
                assert_eq!(part.above + part.rows.len() + part.below, rows, "{part:?}");
                let notes = usize::from(part.above > 0) + usize::from(part.below > 0);
                assert_eq!(part.rows.len() + notes, rows.min(room), "{part:?}");
                let tall = Part::of_tall(cursor, rows, 2, room.max(4));
                assert!(tall.rows.contains(&cursor), "{cursor} of {rows} in {room}: {tall:?}");
                assert_eq!(tall.above + tall.rows.len() + tall.below, rows, "{tall:?}");
            }
        }
    }
}
