//! Folds text for search: lower case, no accents, and the Danish letters in both spellings used without a Danish
//! keyboard: `sor` and `soer` find Søren, `aase` and `ase` find Åse.
//!
//! The screen's filters, the store's index and the rules all use it, so they find the same things.
#![no_std]

extern crate alloc;

mod traced;
mod words;

pub use traced::Traced;
pub use words::{Class, Sought};

use alloc::string::String;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How a Danish letter is spelled in plain letters.
#[derive(Clone, Copy)]
enum Spelling {
    Wide,
    Plain,
}

/// Folds for an index: lower case, æ→ae ø→oe å→aa, other accents removed.
#[must_use]
pub fn fold(text: &str) -> String {
    in_place(text).unwrap_or_else(|| folded(text, Spelling::Wide))
}

/// Folds the other spelling: like [`fold`], but ø→o and å→a.
#[must_use]
pub fn fold_plain(text: &str) -> String {
    folded(text, Spelling::Plain)
}

/// Whether every word of `needle` occurs in `haystack`, in either folding. An empty needle always matches.
///
/// To search many texts, fold each once with [`Folded`].
#[must_use]
pub fn matches_folded(haystack: &str, needle: &str) -> bool {
    Folded::new(haystack).contains(&Folded::new(needle))
}

/// A text folded in both spellings, for repeated searches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    wide: String,
    plain: String,
}

impl Folded {
    /// Folds `text` in both spellings.
    #[must_use]
    pub fn new(text: &str) -> Folded {
        Folded { wide: fold(text), plain: fold_plain(text) }
    }

    /// How well a needle matches: 0 at the start of the text, 1 at the start of a word, 2 elsewhere or with its
    /// words apart, 3 not at all.
    #[must_use]
    pub fn rank(&self, needle: &Folded) -> u8 {
        let begins = |text: &str, needle: &str| text.starts_with(needle);
        let word = |text: &str, needle: &str| text.split_whitespace().any(|w| w.starts_with(needle));
        if begins(&self.wide, &needle.wide) || begins(&self.plain, &needle.plain) {
            0
        } else if word(&self.wide, &needle.wide) || word(&self.plain, &needle.plain) {
            1
        } else if self.contains(needle) {
            2
        } else {
            3
        }
    }

    /// Whether every word of `needle` occurs in this text. Each word may use its own spelling.
    #[must_use]
    pub fn contains(&self, needle: &Folded) -> bool {
        // Folding keeps white space, so the words of both spellings pair up.
        needle
            .wide
            .split_whitespace()
            .zip(needle.plain.split_whitespace())
            .all(|(wide, plain)| self.wide.contains(wide) || self.plain.contains(plain))
    }
}

/// Folds text of ASCII, æ, ø and å. The wide spelling of these letters takes as many bytes as they do, so each letter
/// of the result stands where its source does. `None` if the text has other letters.
fn in_place(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_ascii_lowercase();
    for at in memchr::memchr_iter(0xc3, text.as_bytes()) {
        let letter = bytes.get_mut(at..at + 2)?;
        let spelled = match text.get(at..at + 2)? {
            "æ" | "Æ" => b"ae",
            "ø" | "Ø" => b"oe",
            "å" | "Å" => b"aa",
            _ => return None,
        };
        letter.copy_from_slice(spelled);
    }
    if bytes.is_ascii() { String::from_utf8(bytes).ok() } else { None }
}

fn folded(text: &str, spelling: Spelling) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    let mut at = 0;
    // Where the previous letter starts, in the text and in the folded text.
    let mut last = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        if ascii > 0 {
            let from = folded.len();
            folded.push_str(rest.get(..ascii).unwrap_or_default());
            folded.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
            at += ascii;
            last = (at - 1, folded.len() - 1);
            continue;
        }
        match rest.chars().next() {
            Some(c) if is_simple(c) => {
                last = (at, folded.len());
                push(&mut folded, c, spelling);
                at += c.len_utf8();
            }
            // An unusual character may combine with the previous letter.
            _ => {
                folded.truncate(last.1);
                let together = text.get(last.0..).unwrap_or_default();
                let (odd, _) = together.split_at(odd_run(together));
                push_odd(&mut folded, odd, spelling);
                at = last.0 + odd.len();
                last = (at, folded.len());
            }
        }
    }
    folded
}

/// Letters that fold on their own unless a combining mark follows: nearly all Danish text.
fn is_simple(c: char) -> bool {
    c.is_ascii()
        || matches!(c, 'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' | 'é' | 'É' | '–' | '’' | '”' | '“' | '»' | '«')
}

/// How many bytes from the start must be normalised together: up to the first simple letter that no unusual one
/// follows.
fn odd_run(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut odd = false;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if odd && is_simple(c) && next.is_none_or(is_simple) {
            return at;
        }
        odd |= !is_simple(c);
    }
    text.len()
}

fn push_odd(folded: &mut String, text: &str, spelling: Spelling) {
    // Compose first: in NFKD an å is an a with a ring, and would lose its second a. Compose again after
    // lower-casing, which can decompose letters (İ).
    text.nfc().flat_map(char::to_lowercase).nfc().for_each(|c| push(folded, c, spelling));
}

fn push(folded: &mut String, c: char, spelling: Spelling) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    match (c, spelling) {
        ('æ' | 'Æ' | 'ǽ' | 'ǣ', _) => folded.push_str("ae"),
        ('ø' | 'Ø' | 'ǿ', Spelling::Wide) => folded.push_str("oe"),
        ('ø' | 'Ø' | 'ǿ', Spelling::Plain) => folded.push('o'),
        ('å' | 'Å' | 'ǻ', Spelling::Wide) => folded.push_str("aa"),
        ('å' | 'Å' | 'ǻ', Spelling::Plain) => folded.push('a'),
        ('é' | 'É', _) => folded.push('e'),
        // Letters that no normalisation decomposes.
        ('ß', _) => folded.push_str("ss"),
        ('þ', _) => folded.push_str("th"),
        ('ð' | 'đ', _) => folded.push('d'),
        ('ł', _) => folded.push('l'),
        ('ı', _) => folded.push('i'),
        _ => folded.extend(
            core::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The full definition, without the fast path for simple text.
    fn slowly(text: &str, spelling: Spelling) -> String {
        let mut folded = String::new();
        push_odd(&mut folded, text, spelling);
        folded
    }

    #[test]
    fn the_short_way_leads_to_the_same_place() {
        let pieces = [
            "a", "A", "å", "Å", "\u{30a}", "\u{301}", "ø", "Ø", "æ", "é", "É", "e", "İ", "ı", "ß", "ﬁ", " ",
            "–", "’", "\u{1100}", "\u{1161}", "é", "\u{327}", "ł", "Σ", "ς", "\u{0}", "\n", "😀", "ü",
            "\u{212b}",
        ];
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    for d in ["", "\u{301}"] {
                        let text = [a, b, c, d].concat();
                        assert_eq!(fold(&text), slowly(&text, Spelling::Wide), "{text:?}");
                        assert_eq!(fold_plain(&text), slowly(&text, Spelling::Plain), "{text:?}");
                        assert_eq!(Traced::new(&text).as_str(), fold(&text), "{text:?}");
                    }
                }
            }
        }
    }
}
