//! How far a move or a deletion reaches: a letter as one sees it, a word, a line, all.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::buffer::{Buffer, Spot};

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
    pub fn from(self, buffer: &Buffer, at: Spot) -> Spot {
        let line = buffer.line(at.line);
        let (left, right) = line.split_at(at.byte);
        let here = |byte| Spot { byte, ..at };
        match self {
            Self::Start => Spot::default(),
            Self::End => buffer.end(),
            Self::LineStart => here(0),
            Self::LineEnd => here(line.len()),
            Self::Before | Self::WordBefore if left.is_empty() => match at.line.checked_sub(1) {
                Some(above) => Spot { line: above, byte: buffer.line(above).len() },
                None => at,
            },
            Self::After | Self::WordAfter if right.is_empty() => {
                if at.line + 1 < buffer.lines().len() {
                    Spot { line: at.line + 1, byte: 0 }
                } else {
                    at
                }
            }
            Self::Before => here(left.grapheme_indices(true).next_back().map_or(0, |(byte, _)| byte)),
            Self::After => here(at.byte + right.graphemes(true).next().map_or(0, str::len)),
            Self::WordBefore => {
                let mut words = left.split_word_bound_indices();
                here(snapped(line, words.rfind(|(_, word)| is_word(word)).map_or(0, |(byte, _)| byte)))
            }
            Self::WordAfter => {
                let mut words = right.split_word_bound_indices().skip(1);
                let next = words.find(|(_, word)| is_word(word)).map_or(right.len(), |(byte, _)| byte);
                here(snapped(line, at.byte + next))
            }
        }
    }
}

/// The nearest place at or behind this one that does not divide what is read as one letter.
pub(super) fn snap(buffer: &Buffer, at: Spot) -> Spot {
    let line = at.line.min(buffer.lines().len().saturating_sub(1));
    Spot { line, byte: snapped(buffer.line(line), at.byte) }
}

fn snapped(line: &str, byte: usize) -> usize {
    if byte >= line.len() {
        return line.len();
    }
    let byte = line.floor_char_boundary(byte);
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
