//! A folded text that maps each letter back to its source.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::{Spelling, in_place, is_simple, push, push_odd};

/// A text folded like [`fold`](crate::fold()), with the position of each letter in the source.
#[derive(Debug, Clone)]
pub struct Traced<'a> {
    source: Cow<'a, str>,
    folded: String,
    /// In order and without gaps; the last one is empty and holds both ends. Empty if each letter of the folded text
    /// stands where its source does.
    runs: Vec<Run>,
}

/// A part of the folded text and the part of the source that it came from.
#[derive(Debug, Clone, Copy)]
struct Run {
    folded: usize,
    source: usize,
    /// Whether it is ASCII, which folds byte by byte; otherwise it is one letter with its marks.
    ascii: bool,
}

impl Run {
    /// The source position of a folded position inside the run.
    fn source_at(self, folded: usize) -> usize {
        if self.ascii { self.source + (folded - self.folded) } else { self.source }
    }
}

impl<'a> Traced<'a> {
    #[must_use]
    pub fn new(source: impl Into<Cow<'a, str>>) -> Self {
        let source = source.into();
        let (folded, runs) =
            in_place(&source).map_or_else(|| in_runs(&source), |folded| (folded, Vec::new()));
        Self { source, folded, runs }
    }

    /// Keeps its own copy of the source.
    #[must_use]
    pub fn into_owned(self) -> Traced<'static> {
        let Self { source, folded, runs } = self;
        Traced { source: Cow::Owned(source.into_owned()), folded, runs }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// The text before folding.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The range of the source that a range of the folded text came from, in bytes.
    #[must_use]
    pub fn back(&self, part: Range<usize>) -> Range<usize> {
        if self.runs.is_empty() {
            return self.source.floor_char_boundary(part.start)..self.source.ceil_char_boundary(part.end);
        }
        let run = |n: usize| self.runs.get(n).or(self.runs.last()).copied();
        let first = self.runs.partition_point(|run| run.folded <= part.start).saturating_sub(1);
        let start = run(first).map_or(0, |run| run.source_at(part.start));
        let after = self.runs.partition_point(|run| run.folded < part.end);
        let end = match run(after.saturating_sub(1)) {
            Some(last) if last.ascii && after > 0 => last.source_at(part.end),
            _ => run(after).map_or(0, |run| run.source),
        };
        start..end.max(start)
    }
}

fn in_runs(text: &str) -> (String, Vec<Run>) {
    let mut folded = String::with_capacity(text.len() + 8);
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let run = Run { folded: folded.len(), source: at, ascii: true };
        let ascii = ascii_run(rest);
        if ascii > 0 {
            runs.push(run);
            folded.push_str(rest.get(..ascii).unwrap_or_default());
            folded.get_mut(run.folded..).unwrap_or_default().make_ascii_lowercase();
            at += ascii;
            continue;
        }
        runs.push(Run { ascii: false, ..run });
        let mut chars = rest.char_indices().peekable();
        let simple = chars.next().is_some_and(|(_, c)| is_simple(c));
        // A letter with its combining marks.
        let marked = chars.next_if(|(_, c)| is_combining_mark(*c)).is_some();
        while marked && chars.next_if(|(_, c)| is_combining_mark(*c)).is_some() {}
        let to = chars.peek().map_or(rest.len(), |(letter, _)| *letter);
        let letter = rest.get(..to).unwrap_or_default();
        if simple && !marked {
            letter.chars().for_each(|c| push(&mut folded, c, Spelling::Wide));
        } else {
            push_odd(&mut folded, letter, Spelling::Wide);
        }
        at += to;
    }
    runs.push(Run { folded: folded.len(), source: text.len(), ascii: false });
    (folded, runs)
}

/// How many bytes from the start are ASCII letters without combining marks.
fn ascii_run(text: &str) -> usize {
    let ascii = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(text.len());
    let next = text.get(ascii..).and_then(|rest| rest.chars().next());
    if next.is_some_and(is_combining_mark) { ascii.saturating_sub(1) } else { ascii }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_of_common_text_stands_where_its_source_does() {
        let text = "Søren og Åse på skolefravær, ÆØÅ";
        let in_place = Traced::new(text);
        assert!(in_place.runs.is_empty());
        let (folded, runs) = in_runs(text);
        let in_runs = Traced { source: text.into(), folded, runs };
        assert_eq!(in_place.as_str(), in_runs.as_str());
        for start in 0..=text.len() {
            for end in start..=text.len() {
                assert_eq!(in_place.back(start..end), in_runs.back(start..end), "{start}..{end}");
            }
        }
    }

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
