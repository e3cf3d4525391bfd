//! Folding for search: lower case, accents off, and the Danish letters in both ways Danes write them without
//! the keys: `sor` and `soer` find Søren, `aase` and `ase` find Åse.
//!
//! The screen's filters and the store's index both fold here, so that what one finds the other does.

mod traced;
mod words;

pub use traced::Traced;
pub use words::{Class, Sought};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How a letter of its own is written with plain letters.
#[derive(Clone, Copy)]
enum Spelling {
    /// ø as oe, å as aa.
    Wide,
    /// ø as o, å as a.
    Plain,
}

/// Folded for an index: lower case, æ→ae ø→oe å→aa, other accents off.
#[must_use]
pub fn fold(text: &str) -> String {
    folded(text, Spelling::Wide)
}

/// Folded as typed on a foreign keyboard: as [`fold`], but ø→o and å→a.
#[must_use]
pub fn fold_plain(text: &str) -> String {
    folded(text, Spelling::Plain)
}

/// Whether every word of `needle` is somewhere in `haystack`, in either folding. An empty needle is everywhere.
///
/// To search many texts for one needle, fold each once with [`Folded`].
#[must_use]
pub fn matches_folded(haystack: &str, needle: &str) -> bool {
    Folded::new(haystack).contains(&Folded::new(needle))
}

/// A text folded both ways, to be searched many times.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    wide: String,
    plain: String,
}

impl Folded {
    /// Folds `text` both ways.
    #[must_use]
    pub fn new(text: &str) -> Folded {
        Folded { wide: fold(text), plain: fold_plain(text) }
    }

    /// How well a needle fits, the best first: 0 where the text begins with it, 1 where a word in it does, 2 where it
    /// stands elsewhere or its words stand apart, 3 where it does not fit.
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

    /// Whether every word of `needle` is somewhere in this text. Each word may be spelled its own way.
    #[must_use]
    pub fn contains(&self, needle: &Folded) -> bool {
        // Neither folding makes or removes white space, so the words come in pairs.
        needle
            .wide
            .split_whitespace()
            .zip(needle.plain.split_whitespace())
            .all(|(wide, plain)| self.wide.contains(wide) || self.plain.contains(plain))
    }
}

fn folded(text: &str, spelling: Spelling) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    let mut at = 0;
    // The letter before: where it stands, and how long the folded text was without it.
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
            // What is odd may combine with the letter before it.
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

/// Letters that fold alone, whatever follows them but a combining mark: nearly all that Danes write.
fn is_simple(c: char) -> bool {
    c.is_ascii()
        || matches!(c, 'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å' | 'é' | 'É' | '–' | '’' | '”' | '“' | '»' | '«')
}

/// How many bytes from the start must be normalised together: past the odd letters, to a simple one that nothing odd
/// comes after.
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
    // Composed first: in NFKD an å is an a with a ring, and would lose its second a. Composed again after
    // lower-casing, since that can take letters apart (İ).
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
        // Letters that no normalisation takes apart.
        ('ß', _) => folded.push_str("ss"),
        ('þ', _) => folded.push_str("th"),
        ('ð' | 'đ', _) => folded.push('d'),
        ('ł', _) => folded.push('l'),
        ('ı', _) => folded.push('i'),
        _ => folded.extend(
            std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As it is said, without the short way for what is simple.
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
