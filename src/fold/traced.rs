//! A folded text that maps each letter back to its source.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::{Spelling, is_simple, push, push_odd};

/// A text folded like [`fold`](crate::fold()), with the position of each letter in the source.
#[derive(Debug, Clone)]
pub struct Traced {
    folded: String,
    /// Where each letter starts in the folded text and in the source; the last entry holds both ends.
    begins: Vec<(usize, usize)>,
}

impl Traced {
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len() + 8);
        let mut begins = Vec::with_capacity(text.len() + 1);
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            begins.push((folded.len(), at));
            // Nearly every letter stands alone: a combining mark is never ASCII.
            if byte.is_ascii() && bytes.get(at + 1).is_none_or(u8::is_ascii) {
                folded.push(char::from(byte.to_ascii_lowercase()));
                at += 1;
                continue;
            }
            let mut chars = text.get(at..).unwrap_or_default().char_indices().peekable();
            let simple = chars.next().is_some_and(|(_, c)| is_simple(c));
            // A letter with its combining marks.
            let marked = chars.next_if(|(_, c)| is_combining_mark(*c)).is_some();
            while marked && chars.next_if(|(_, c)| is_combining_mark(*c)).is_some() {}
            let to = chars.peek().map_or(text.len(), |(letter, _)| at + letter);
            let letter = text.get(at..to).unwrap_or_default();
            if simple && !marked {
                letter.chars().for_each(|c| push(&mut folded, c, Spelling::Wide));
            } else {
                push_odd(&mut folded, letter, Spelling::Wide);
            }
            at = to;
        }
        begins.push((folded.len(), text.len()));
        Self { folded, begins }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// The range of the source that a range of the folded text came from, in bytes.
    #[must_use]
    pub fn back(&self, part: Range<usize>) -> Range<usize> {
        let first = self.begins.partition_point(|(folded, _)| *folded <= part.start).saturating_sub(1);
        let last = self.begins.partition_point(|(folded, _)| *folded < part.end);
        let at = |n: usize| self.begins.get(n).or(self.begins.last()).map_or(0, |(_, from)| *from);
        at(first)..at(last).max(at(first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_leads_back_to_whole_letters() {
        let text = "Søren og A\u{30a}se på skolefravær";
        let traced = Traced::new(text);
        assert_eq!(traced.as_str(), crate::fold(text));
        let back = |word: &str| {
            let at = traced.as_str().find(word).expect("there");
            text.get(traced.back(at..at + word.len())).expect("whole letters")
        };
        assert_eq!(back("soer"), "Sør");
        assert_eq!(back("aase"), "A\u{30a}se");
        assert_eq!(back("ase"), "A\u{30a}se");
        assert_eq!(back("paa"), "på");
        assert_eq!(back("fravaer"), "fravær");
        assert_eq!(traced.back(0..0), 0..0);
        assert_eq!(Traced::new("").back(0..0), 0..0);
    }
}
