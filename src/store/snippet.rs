//! A snippet: one line of a text around the words found in it.

use std::ops::Range;

use trivsel_domain::value::is_hostile;
use trivsel_fold::{Sought, Traced};

use crate::search_index::BETWEEN;

/// The most letters before the first match.
const BEFORE: usize = 40;
/// The most letters in a snippet.
const LETTERS: usize = 200;
/// The most letters to drop so that the snippet ends with a whole word.
const LAST_WORD: usize = 40;

/// Returns one line of a text around the first match, and the byte ranges of the words in it: ascending, neither
/// overlapping nor adjacent. An ellipsis marks where the text is cut, a dot separates the text from its other fields.
pub(crate) fn snippet(traced: &Traced<'_>, words: &[Sought]) -> (String, Vec<Range<usize>>) {
    let text = traced.source();
    let mut marks: Vec<Range<usize>> =
        words.iter().flat_map(|w| w.places(traced.as_str())).map(|place| traced.back(place)).collect();
    marks.sort_by_key(|mark| mark.start);
    let first = marks.first().map_or(0, |mark| mark.start);
    let (from, to) = around(text, first);
    let mut line = String::with_capacity(to - from + 8);
    if from > 0 {
        line.push('…');
    }
    let mut placed: Vec<Range<usize>> = Vec::new();
    let mut at = from;
    for mark in marks.into_iter().filter(|mark| mark.start >= from && mark.end <= to) {
        push_line(&mut line, text.get(at..mark.start).unwrap_or_default());
        let start = line.len();
        push_line(&mut line, text.get(at.max(mark.start)..mark.end).unwrap_or_default());
        at = at.max(mark.end);
        match placed.last_mut() {
            Some(last) if last.end >= start => last.end = line.len(),
            _ => placed.push(start..line.len()),
        }
    }
    push_line(&mut line, text.get(at..to).unwrap_or_default());
    if to < text.len() {
        line.push('…');
    }
    (line, placed)
}

/// Appends a text with one space for each run of line breaks and other characters that act on a terminal.
fn push_line(line: &mut String, text: &str) {
    text.split_inclusive(is_hostile).for_each(|part| match part.chars().next_back() {
        Some(last) if is_hostile(last) => {
            line.push_str(part.strip_suffix(last).unwrap_or_default());
            if last == BETWEEN {
                line.push_str(" · ");
            } else if !line.ends_with(' ') {
                line.push(' ');
            }
        }
        _ => line.push_str(part),
    });
}

/// The start and end of the snippet in the text, in bytes. Both are moved to a nearby space where possible.
fn around(text: &str, first: usize) -> (usize, usize) {
    let before = text.get(..first).unwrap_or_default();
    let from = match before.char_indices().rev().nth(BEFORE) {
        None => 0,
        Some((early, _)) => {
            let space = before.get(early..).and_then(|near| near.find(char::is_whitespace));
            space.map_or(early, |space| early + space + 1)
        }
    };
    let rest = text.get(from..).unwrap_or_default();
    let Some((end, _)) = rest.char_indices().nth(LETTERS) else { return (from, text.len()) };
    // The first character after the snippet may be the space.
    let last = rest.char_indices().skip(LETTERS - LAST_WORD).take(LAST_WORD + 1);
    let space = last.filter(|(_, c)| c.is_whitespace()).last();
    (from, from + space.map_or(end, |(space, _)| space))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str) -> String {
        let (mut line, marks) = snippet(&Traced::new(text), &Sought::words(typed));
        for mark in marks.into_iter().rev() {
            line.insert(mark.end, ']');
            line.insert(mark.start, '[');
        }
        line
    }

    #[test]
    fn what_was_found_is_marked_in_a_line() {
        assert_eq!(marked("Søren og\nfar, skolefravær", "fravaer sor"), "[Sør]en og far, skole[fravær]");
        assert_eq!(marked("ananas", "ana nas"), "[ananas]");
        assert_eq!(marked("intet", "noget"), "intet");
        assert_eq!(marked("", "noget"), "");
    }

    #[test]
    fn a_long_text_is_cut_on_both_sides_between_letters() {
        let text = format!("{} Åse kom {}", "ø".repeat(300), "æ ".repeat(300));
        let line = marked(&text, "aase");
        assert!(line.starts_with('…') && line.ends_with('…') && line.contains("[Åse] kom"), "{line}");
        assert!(snippet(&Traced::new(&text), &Sought::words("aase")).0.chars().count() <= LETTERS + 2);
    }

    #[test]
    fn a_long_text_ends_with_a_word() {
        let text = "Forældrene hørte hinandens bekymringer. ".repeat(8);
        let line = marked(&text, "hørte");
        assert!(line.starts_with("Forældrene [hørte] hinandens bekymringer. Forældrene"), "{line}");
        let words = line.strip_suffix('…').expect("cut");
        assert!(text.contains(words.rsplit(' ').next().expect("a word")), "{line}");
        assert!(
            ["Forældrene", "[hørte]", "hinandens", "bekymringer."].iter().any(|w| words.ends_with(w)),
            "{line}"
        );
    }

    #[test]
    fn what_belongs_to_a_text_is_set_apart_from_it() {
        let text = format!("Fulgtes med\n\nSøren.{BETWEEN}low arousal{BETWEEN}Lindeskolen");
        assert_eq!(marked(&text, "lind"), "Fulgtes med Søren. · low arousal · [Lind]eskolen");
        assert_eq!(marked(&text, "søren arousal"), "Fulgtes med [Søren]. · low [arousal] · Lindeskolen");
    }

    #[test]
    fn what_would_turn_a_line_round_is_blank() {
        assert_eq!(marked("far\u{202e}\u{1b}[2J mor", "mor"), "far [2J [mor]");
    }
}
