//! Parses a mark in a list: a letter, a word or a code, with a time if the mark has one (`F 8.55`, `delvis
//! 8.30-10`).

use trivsel_domain::value::{Mark, MarkKind};

use super::problem::{Expected, Fault, Wrong};
use super::synonyms::Named;
use super::value;

/// Parses the mark in a cell. The error says what was expected.
pub(super) fn mark(text: &str) -> Result<Mark, Wrong> {
    let digit = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (word, time) = text.split_at(digit);
    let word = word.trim().trim_end_matches("kl.").trim_end_matches("kl");
    let kind = MarkKind::read(word, Expected::Mark)?;
    timed(kind, time).map_err(|expected| Fault::NotA(expected).into())
}

fn timed(kind: MarkKind, time: &str) -> Result<Mark, Expected> {
    let plain = |mark| if time.is_empty() { Ok(mark) } else { Err(Expected::Mark) };
    match kind {
        MarkKind::Late => value::time(time).map(|at| Mark::Late { at }).ok_or(Expected::LateTime),
        MarkKind::Partial => {
            value::hours(time).map(|hours| Mark::Partial { hours }).ok_or(Expected::PartialHours)
        }
        MarkKind::Present => plain(Mark::Present),
        MarkKind::Sick => plain(Mark::Sick),
        MarkKind::Leave => plain(Mark::Leave),
        MarkKind::Unlawful => plain(Mark::Unlawful),
        MarkKind::Elsewhere => plain(Mark::Elsewhere),
        MarkKind::NotExpected => plain(Mark::NotExpected),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Result<Mark, Fault> {
        super::mark(text).map_err(|wrong| wrong.fault)
    }

    #[test]
    fn letters_words_and_codes() {
        for (text, kind) in [
            ("T", MarkKind::Present),
            ("til stede", MarkKind::Present),
            ("present", MarkKind::Present),
            ("F 8.55", MarkKind::Late),
            ("for sent kl. 8.55", MarkKind::Late),
            ("late 08:55", MarkKind::Late),
            ("f8.55", MarkKind::Late),
            ("D 8.30-10", MarkKind::Partial),
            ("Delvis 8.30–10", MarkKind::Partial),
            ("s", MarkKind::Sick),
            ("Syg", MarkKind::Sick),
            ("L", MarkKind::Leave),
            ("U", MarkKind::Unlawful),
            ("H", MarkKind::Elsewhere),
            ("mødt hjemme/ude", MarkKind::Elsewhere),
            ("not-expected", MarkKind::NotExpected),
        ] {
            assert_eq!(mark(text).map(Mark::kind), Ok(kind), "{text}");
        }
    }

    #[test]
    fn what_is_no_mark_says_what_it_lacks() {
        assert_eq!(mark("F"), Err(Fault::NotA(Expected::LateTime)));
        assert_eq!(mark("F 25.99"), Err(Fault::NotA(Expected::LateTime)));
        assert_eq!(mark("D 8.30"), Err(Fault::NotA(Expected::PartialHours)));
        assert_eq!(mark("D 10-8"), Err(Fault::NotA(Expected::PartialHours)));
        for text in ["-", "x", "T 8.30", "8.30", "syg?1"] {
            assert_eq!(mark(text), Err(Fault::NotA(Expected::Mark)), "{text}");
        }
    }
}
