//! A folded text that knows where each of its letters came from.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::{Spelling, is_simple, push, push_odd};

/// A text folded as [`fold`](crate::fold()) does, with the way back to its letters.
#[derive(Debug, Clone)]
pub struct Traced {
    folded: String,
    /// Where each letter begins, folded and in the text; at the end, the ends.
    begins: Vec<(usize, usize)>,
}

impl Traced {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len() + 8);
        let mut begins = Vec::with_capacity(text.len() + 1);
        let mut chars = text.char_indices().peekable();
        while let Some((from, c)) = chars.next() {
            if is_simple(c) && chars.peek().is_none_or(|(_, next)| is_simple(*next)) {
                begins.push((folded.len(), from));
                push(&mut folded, c, Spelling::Wide);
                continue;
            }
            // A letter with its combining marks.
            while chars.next_if(|(_, c)| is_combining_mark(*c)).is_some() {}
            let to = chars.peek().map_or(text.len(), |(at, _)| *at);
            begins.push((folded.len(), from));
            push_odd(&mut folded, text.get(from..to).unwrap_or_default(), Spelling::Wide);
        }
        begins.push((folded.len(), text.len()));
        Self { folded, begins }
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// The letters of the text that a part of the folded text came from, in bytes.
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
