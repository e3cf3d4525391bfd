//! The lines of a text and the places in it. Every change leaves the text composed (NFC), also where it meets what
//! stood there before.

use std::iter::once;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A place between two characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// Which line, from 0.
    pub line: usize,
    /// How many bytes of it stand before.
    pub byte: usize,
}

/// What stands from one place to another becomes a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub from: Spot,
    pub to: Spot,
    pub text: String,
}

/// The lines, never none.
#[derive(Clone, Debug)]
pub(super) struct Buffer {
    lines: Vec<String>,
    chars: usize,
}

impl Buffer {
    /// Of a text that is clean.
    pub fn of(text: &str) -> Self {
        Self { lines: text.split('\n').map(str::to_owned).collect(), chars: text.chars().count() }
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// How many characters there are, a line break being one.
    pub fn chars(&self) -> usize {
        self.chars
    }

    /// A line, empty where there is none.
    pub fn line(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", String::as_str)
    }

    /// Behind all.
    pub fn end(&self) -> Spot {
        let line = self.lines.len().saturating_sub(1);
        Spot { line, byte: self.line(line).len() }
    }

    /// The change widened by what would compose with its text on either side, and how much of its end is what stood
    /// behind it.
    pub fn composed(&self, change: Change) -> (Change, usize) {
        let left = &self.line(change.from.line)[..change.from.byte];
        let right = &self.line(change.to.line)[change.to.byte..];
        let back_holds = right.chars().next().is_none_or(is_stable);
        let front_holds = change.text.chars().next().map_or(back_holds, is_stable);
        if front_holds && back_holds {
            return (change, 0);
        }
        let before = if front_holds { "" } else { &left[left.rfind(is_stable).unwrap_or(0)..] };
        let behind = if back_holds { "" } else { &right[..right.find(is_stable).unwrap_or(right.len())] };
        let joined = format!("{before}{}{behind}", change.text);
        let text: String = joined.nfc().collect();
        if text == joined {
            return (change, 0);
        }
        let tail = if text.ends_with(behind) { behind.len() } else { 0 };
        let from = Spot { byte: change.from.byte - before.len(), ..change.from };
        let to = Spot { byte: change.to.byte + behind.len(), ..change.to };
        (Change { from, to, text }, tail)
    }

    /// Makes a change; answers the one that takes it back.
    pub fn replace(&mut self, change: Change) -> Change {
        let Change { from, to, text } = change;
        let removed = if from.line == to.line && !text.contains('\n') {
            self.replace_within(from, to, &text)
        } else {
            self.replace_lines(from, to, &text)
        };
        self.chars = self.chars + text.chars().count() - removed.chars().count();
        let end = match text.rfind('\n') {
            Some(at) => Spot { line: from.line + text.matches('\n').count(), byte: text.len() - at - 1 },
            None => Spot { line: from.line, byte: from.byte + text.len() },
        };
        Change { from, to: end, text: removed }
    }

    fn replace_within(&mut self, from: Spot, to: Spot, text: &str) -> String {
        let Some(line) = self.lines.get_mut(from.line) else { return String::new() };
        let removed = line[from.byte..to.byte].to_owned();
        line.replace_range(from.byte..to.byte, text);
        removed
    }

    fn replace_lines(&mut self, from: Spot, to: Spot, text: &str) -> String {
        let tail = self.line(to.line)[to.byte..].to_owned();
        let removed = self.between(from, to);
        let mut pieces = text.split('\n');
        if let (Some(first), Some(piece)) = (self.lines.get_mut(from.line), pieces.next()) {
            first.truncate(from.byte);
            first.push_str(piece);
        }
        // Collected first: then the lines behind are moved once, however many come.
        let new: Vec<String> = pieces.map(str::to_owned).collect();
        let last = from.line + new.len();
        self.lines.splice(from.line + 1..=to.line, new);
        if let Some(last) = self.lines.get_mut(last) {
            last.push_str(&tail);
        }
        removed
    }

    fn between(&self, from: Spot, to: Spot) -> String {
        if from.line == to.line {
            return self.line(from.line)[from.byte..to.byte].to_owned();
        }
        let mut text = self.line(from.line)[from.byte..].to_owned();
        for line in &self.lines[from.line + 1..to.line] {
            text.push('\n');
            text.push_str(line);
        }
        text.push('\n');
        text.push_str(&self.line(to.line)[..to.byte]);
        text
    }
}

/// Whether a character never joins with one before it.
fn is_stable(c: char) -> bool {
    c.is_ascii() || canonical_combining_class(c) == 0 && is_nfc_quick(once(c)) == IsNormalized::Yes
}
