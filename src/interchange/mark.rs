//! Parses a mark in a list: a letter, a word or a code, with a time if the mark has one (`F 8.55`, `delvis
//! 8.30-10`), and finds the marks that only the user can explain.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use trivsel_domain::value::{Coded, Mark, MarkKind};

use super::mapping::{LONGEST_MARK, Mapping, MarkMeaning};
use super::problem::{Expected, Fault, Wrong};
use super::question::Question;
use super::synonyms::Named;
use super::value;
use trivsel_words::typed_birth::is_cpr;

/// The letters of a mark, and its time.
pub(super) fn parts(text: &str) -> (&str, &str) {
    let text = text.trim();
    let digit = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (word, time) = text.split_at(digit);
    let word = word.trim().trim_end_matches("kl.").trim_end_matches("kl").trim_end();
    if word.is_empty() { (text, "") } else { (word, time) }
}

/// Parses the mark in a cell; `None` if the user says that it registers nothing. The error says what was expected.
pub(super) fn mark(text: &str, mapping: &Mapping) -> Result<Option<Mark>, Wrong> {
    let (word, time) = parts(text);
    let kind = match mapping.mark(word) {
        Some(MarkMeaning(None)) => return Ok(None),
        Some(MarkMeaning(Some(kind))) => kind,
        None => MarkKind::read(word, Expected::Mark)?,
    };
    timed(kind, time).map(Some).map_err(|expected| Fault::NotA(expected).into())
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

/// The question about the mark that most cells have and no word explains; `None` if there is none. Letters that some
/// cell reads correctly are not asked about: the answer would change what that cell means.
pub(super) fn unknown(cells: &[String], mapping: &Mapping) -> Option<Question> {
    // By the letters without their case: the first cell, its letters and every time.
    let mut unknown: BTreeMap<String, (usize, &str, Vec<&str>)> = BTreeMap::new();
    let mut understood: BTreeSet<String> = BTreeSet::new();
    for (at, text) in cells.iter().enumerate() {
        let (word, time) = parts(text);
        if mark(text, mapping).is_ok() {
            understood.insert(word.to_lowercase());
        } else if word.chars().count() <= LONGEST_MARK && !is_cpr(word) {
            unknown.entry(word.to_lowercase()).or_insert((at, word, Vec::new())).2.push(time);
        }
    }
    unknown.retain(|word, _| !understood.contains(word));
    let most = |(at, _, times): &(usize, &str, Vec<&str>)| (times.len(), Reverse(*at));
    let (_, word, times) = unknown.into_values().max_by_key(most)?;
    // A kind that some cell lacks the time of, or has one too many for, would only be refused.
    let fits = |kind: &MarkKind| times.iter().all(|time| timed(*kind, time).is_ok());
    let kinds = MarkKind::ALL.iter().copied().filter(fits).map(|kind| MarkMeaning(Some(kind)));
    let options = kinds.chain([MarkMeaning(None)]).collect();
    Some(Question::Mark { mark: word.to_owned(), count: times.len(), options })
}

/// How many cells have each mark, and what it is read as, in the order of the file.
pub(super) fn tally(cells: &[String], mapping: &Mapping) -> Vec<(String, MarkMeaning, usize)> {
    let mut tally: Vec<(String, MarkMeaning, usize)> = Vec::new();
    for text in cells {
        let Ok(mark) = mark(text, mapping) else { continue };
        let word = parts(text).0.to_uppercase();
        match tally.iter_mut().find(|(known, ..)| *known == word) {
            Some((.., count)) => *count += 1,
            None => tally.push((word, MarkMeaning(mark.map(Mark::kind)), 1)),
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Result<Mark, Fault> {
        let mark = super::mark(text, &Mapping::default()).map_err(|wrong| wrong.fault)?;
        Ok(mark.expect("a mark"))
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
