//! How far a move or a deletion reaches: a letter as one sees it, a word, a line, all.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A place in a text: which line, and how many bytes of it stand before, both from 0.
pub(super) type TextPosition = (usize, usize);

/// From the cursor to where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Before,
    After,
    WordBefore,
    WordAfter,
    LineStart,
    LineEnd,
    Start,
    End,
}

impl Reach {
    /// Where it ends from a place on. Beside a line break, one line on.
    pub fn from(self, lines: &[String], (line, byte): TextPosition) -> TextPosition {
        let text = &lines[line];
        let (left, right) = text.split_at(byte);
        match self {
            Self::Start => (0, 0),
            Self::End => (lines.len() - 1, lines[lines.len() - 1].len()),
            Self::LineStart => (line, 0),
            Self::LineEnd => (line, text.len()),
            Self::Before | Self::WordBefore if left.is_empty() => {
                line.checked_sub(1).map_or((line, byte), |above| (above, lines[above].len()))
            }
            Self::After | Self::WordAfter if right.is_empty() => {
                if line + 1 < lines.len() {
                    (line + 1, 0)
                } else {
                    (line, byte)
                }
            }
            Self::Before => (line, left.grapheme_indices(true).next_back().map_or(0, |(byte, _)| byte)),
            Self::After => (line, byte + right.graphemes(true).next().map_or(0, str::len)),
            Self::WordBefore => {
                let mut words = left.split_word_bound_indices();
                let start = words.rfind(|(_, word)| is_word(word)).map_or(0, |(byte, _)| byte);
                (line, snapped(text, start))
            }
            Self::WordAfter => {
                let mut words = right.split_word_bound_indices().skip(1);
                let next = words.find(|(_, word)| is_word(word)).map_or(right.len(), |(byte, _)| byte);
                (line, snapped(text, byte + next))
            }
        }
    }
}

/// The nearest place at or behind this one that does not divide what is read as one letter.
pub(super) fn snapped(line: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte, line.len(), true);
    match cursor.is_boundary(line, 0) {
        Ok(true) => byte,
        // The whole line is at hand, so nothing can be missing.
        _ => cursor.next_boundary(line, 0).ok().flatten().unwrap_or(line.len()),
    }
}

fn is_word(part: &str) -> bool {
    part.contains(char::is_alphanumeric)
}
