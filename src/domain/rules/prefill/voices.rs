//! The child's and the parents' own words, where a note sets them apart: under a heading of its template, or quoted
//! after a colon.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::talk::{Talk, TalkKind};

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// The child.
    Child,
    /// The parents, or those in their place.
    Parents,
}

/// Words of the child or the parents in a signed note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// Whose they are.
    pub voice: Voice,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The day of the talk.
    pub on: NaiveDate,
    /// The words, without quotation marks.
    pub text: &'a str,
}

/// The words by which a note sets somebody's own words apart, in lower case. They are the house's and the language's,
/// so the rules are given them.
#[derive(Clone, Debug, Default)]
pub struct Headings<'a> {
    /// How a heading over the child's own words begins.
    pub child: Vec<&'a str>,
    /// How a heading over the parents' own words begins.
    pub parents: Vec<&'a str>,
    /// Every heading of the templates, at which the words above end.
    pub every: Vec<String>,
    /// Words for the child before a quotation, besides its first name.
    pub names_child: Vec<&'a str>,
    /// Words for the parents before a quotation.
    pub names_parents: Vec<&'a str>,
}

impl Headings<'_> {
    fn voice(&self, line: &str) -> Option<Voice> {
        let line = heading(line);
        let begins = |of: &[&str]| of.iter().any(|h| line.starts_with(h));
        if begins(&self.child) {
            Some(Voice::Child)
        } else if begins(&self.parents) {
            Some(Voice::Parents)
        } else {
            None
        }
    }

    fn is_heading(&self, line: &str) -> bool {
        let line = heading(line);
        !line.is_empty() && self.every.contains(&line)
    }
}

/// A line as headings are compared.
#[must_use]
pub fn heading(line: &str) -> String {
    line.trim().trim_end_matches(':').to_lowercase()
}

/// The quotation marks in use, opening and closing.
const MARKS: [(char, char); 4] = [('»', '«'), ('“', '”'), ('"', '"'), ('«', '»')];

/// The words set apart in a note, in its order.
pub(super) fn said<'a>(talk: &'a Talk, first_name: &str, headings: &Headings<'_>) -> Vec<Said<'a>> {
    let mut found = Vec::new();
    let mut add = |voice, text: &'a str| {
        let text = text.trim();
        if !text.is_empty() {
            found.push(Said { voice, kind: talk.kind(), on: talk.date, text });
        }
    };
    for (under, line) in lines(talk, headings) {
        if let Some(voice) = under {
            add(voice, unquoted(line));
        } else {
            for (before, text) in quotations(line) {
                if let Some(voice) = speaker(before, first_name, headings) {
                    add(voice, text);
                }
            }
        }
    }
    found
}

/// The lines of a note that are not set apart as somebody's own words, without the headings of those and empty lines.
pub(super) fn told<'a>(talk: &'a Talk, headings: &Headings<'_>) -> Vec<&'a str> {
    lines(talk, headings)
        .filter(|(under, line)| under.is_none() && !line.trim().is_empty())
        .map(|(_, line)| line.trim_end())
        .collect()
}

/// The lines of a note, each with whose own words it is among, without the headings over those.
fn lines<'a>(talk: &'a Talk, headings: &Headings<'_>) -> impl Iterator<Item = (Option<Voice>, &'a str)> {
    let mut under = None;
    talk.text.as_str().lines().filter_map(move |line| {
        let voice = headings.voice(line);
        if voice.is_some() || headings.is_heading(line) {
            under = voice;
        }
        voice.is_none().then_some((under, line))
    })
}

/// A line without the quotation marks around the whole of it.
fn unquoted(line: &str) -> &str {
    let line = line.trim();
    let inner = MARKS.iter().find_map(|(open, close)| line.strip_prefix(*open)?.strip_suffix(*close));
    inner.filter(|inner| !inner.contains(['"', '«', '»', '”'])).unwrap_or(line)
}

/// The quotations in a line that follow a colon, each with the text before the colon.
fn quotations(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some((at, open, close)) = rest.char_indices().find_map(|(at, c)| {
        let mark = MARKS.iter().find(|(open, _)| *open == c)?;
        Some((at, mark.0, mark.1))
    }) {
        let (before, quoted) = rest.split_at(at);
        let Some(quoted) = quoted.strip_prefix(open) else { break };
        let Some((text, after)) = quoted.split_once(close) else { break };
        if let Some(before) = before.trim_end().strip_suffix(':') {
            found.push((before, text));
        }
        rest = after;
    }
    found
}

/// Who is named last in the sentence before a quotation.
fn speaker(before: &str, first_name: &str, headings: &Headings<'_>) -> Option<Voice> {
    let sentence = before.rsplit(['.', '!', '?']).next().unwrap_or(before).to_lowercase();
    let name = first_name.to_lowercase();
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.rev().find_map(|word| {
        if word == name || headings.names_child.contains(&word) {
            Some(Voice::Child)
        } else if headings.names_parents.contains(&word) {
            Some(Voice::Parents)
        } else {
            None
        }
    })
}
