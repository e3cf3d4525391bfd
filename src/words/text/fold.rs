//! Folding for search: lower case, accents off, and the Danish letters in both ways Danes write them without
//! the keys: `sor` and `soer` find Søren, `aase` and `ase` find Åse.

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
    // Composed first: in NFKD an å is an a with a ring, and would lose its second a. Composed again after
    // lower-casing, since that can take letters apart (İ).
    for c in text.nfc().flat_map(char::to_lowercase).nfc() {
        match (c, spelling) {
            ('æ' | 'ǽ' | 'ǣ', _) => folded.push_str("ae"),
            ('ø' | 'ǿ', Spelling::Wide) => folded.push_str("oe"),
            ('ø' | 'ǿ', Spelling::Plain) => folded.push('o'),
            ('å' | 'ǻ', Spelling::Wide) => folded.push_str("aa"),
            ('å' | 'ǻ', Spelling::Plain) => folded.push('a'),
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
    folded
}
