//! The words of a search, each with the spellings a plain keyboard may mean.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use memchr::memmem;

use crate::fold;

/// How many spellings of a word are tried besides the typed one.
const OTHERS: usize = 12;

/// How well a text matches a word, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A whole word, as typed.
    Whole,
    /// A whole word, in another spelling: `far` for får.
    WholeOther,
    /// The start of a word, as typed.
    Beginning,
    /// The start of a word, in another spelling.
    BeginningOther,
    /// Inside a word, as typed.
    Inside,
    /// Inside a word, in another spelling.
    InsideOther,
}

/// One word of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The typed word after [`fold`].
    typed: String,
    /// Spellings where a plain o means ø or a plain a means å.
    others: Vec<String>,
    /// Finds the typed word.
    typed_finder: Finder,
    /// Find the other spellings, in their order.
    other_finders: Vec<Finder>,
}

/// Prepares the search for a word once for many texts.
#[derive(Clone, Debug)]
struct Finder(memmem::Finder<'static>);

impl Finder {
    fn of(word: &str) -> Self {
        Self(memmem::Finder::new(word).into_owned())
    }

    /// Every place of the word in a text.
    fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let length = self.0.needle().len();
        self.0.find_iter(text.as_bytes()).map(move |at| at..at + length)
    }
}

impl PartialEq for Finder {
    fn eq(&self, other: &Self) -> bool {
        self.0.needle() == other.0.needle()
    }
}

impl Eq for Finder {}

impl Sought {
    /// Splits typed text into words.
    #[must_use]
    pub fn words(typed: &str) -> Vec<Self> {
        let folded = fold(typed);
        let mut words: Vec<Self> = Vec::new();
        for word in folded.split_whitespace() {
            if !words.iter().any(|w| w.typed == word) {
                let others = others(word);
                let other_finders = others.iter().map(|other| Finder::of(other)).collect();
                words.push(Self {
                    typed: word.to_owned(),
                    others,
                    typed_finder: Finder::of(word),
                    other_finders,
                });
            }
        }
        words
    }

    /// The typed word, folded.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The other spellings, those with the fewest changed letters first.
    #[must_use]
    pub fn others(&self) -> &[String] {
        &self.others
    }

    /// How well a folded text matches the word; `None` if it does not.
    #[must_use]
    pub fn class(&self, folded: &str) -> Option<Class> {
        let best = |finder: &Finder, classes: [Class; 3]| {
            let mut best = None;
            for part in finder.places(folded) {
                let class = classes[place(folded, part)];
                if class == classes[0] {
                    return Some(class);
                }
                best = Some(best.map_or(class, |b: Class| b.min(class)));
            }
            best
        };
        let typed = best(&self.typed_finder, [Class::Whole, Class::Beginning, Class::Inside]);
        if typed == Some(Class::Whole) {
            return typed;
        }
        let classes = [Class::WholeOther, Class::BeginningOther, Class::InsideOther];
        self.other_finders.iter().filter_map(|other| best(other, classes)).chain(typed).min()
    }

    /// Every occurrence of the word in a folded text, in any spelling.
    pub fn places<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        core::iter::once(&self.typed_finder)
            .chain(&self.other_finders)
            .flat_map(|finder| finder.places(folded))
    }
}

/// 0 for a whole word, 1 for the start of one, 2 for the inside.
fn place(text: &str, part: Range<usize>) -> usize {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = letter(text.get(..part.start).and_then(|t| t.chars().next_back()));
    let after = letter(text.get(part.end..).and_then(|t| t.chars().next()));
    match (before, after) {
        (false, false) => 0,
        (false, true) => 1,
        (true, _) => 2,
    }
}

/// The other spellings of a word: one plain letter expanded at a time, then two, and so on.
fn others(word: &str) -> Vec<String> {
    let bytes = word.as_bytes();
    let near = |at: usize, step: isize| at.checked_add_signed(step).and_then(|n| bytes.get(n)).copied();
    let spelled = |at: usize| match bytes.get(at) {
        // An o or a that is already expanded, or is part of an æ, stays.
        Some(b'o') if near(at, 1) != Some(b'e') => Some("oe"),
        Some(b'a') if !matches!(near(at, 1), Some(b'a' | b'e')) && near(at, -1) != Some(b'a') => Some("aa"),
        _ => None,
    };
    let places: Vec<usize> = (0..bytes.len()).filter(|at| spelled(*at).is_some()).take(8).collect();
    let mut choices: Vec<u32> = (1..1_u32 << places.len()).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    choices.truncate(OTHERS);
    let spell = |choice: u32| {
        let mut other = String::with_capacity(word.len() + places.len());
        for (at, c) in word.char_indices() {
            let nth = places.iter().position(|p| *p == at).filter(|n| choice & (1 << n) != 0);
            match nth.and_then(|_| spelled(at)) {
                Some(out) => other.push_str(out),
                None => other.push(c),
            }
        }
        other
    };
    choices.into_iter().map(spell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(typed: &str, text: &str) -> Option<Class> {
        Sought::words(typed).first().and_then(|word| word.class(&fold(text)))
    }

    #[test]
    fn a_plain_letter_may_stand_for_a_danish_one() {
        assert_eq!(class("sor", "Søren"), Some(Class::BeginningOther));
        assert_eq!(class("ase", "Hos Åse."), Some(Class::WholeOther));
        assert_eq!(class("aase", "Åse"), Some(Class::Whole));
        assert_eq!(class("åse", "Aase"), Some(Class::Whole));
        assert_eq!(class("far", "far"), Some(Class::Whole));
        assert_eq!(class("far", "får"), Some(Class::WholeOther));
        assert_eq!(class("får", "far"), None);
        assert_eq!(class("fravær", "skolefravær"), Some(Class::Inside));
        assert_eq!(class("fravær", "skolefravær, fraværet"), Some(Class::Beginning));
        assert_eq!(class("soren", "Mors sorg"), None);
    }

    #[test]
    fn what_is_spelled_out_stays_and_the_rest_is_bounded() {
        assert_eq!(Sought::words("får blå aere noeh").iter().map(|w| w.others().len()).sum::<usize>(), 0);
        assert_eq!(Sought::words("panorama")[0].others().len(), OTHERS);
        assert_eq!(Sought::words("bolag")[0].others(), ["boelag", "bolaag", "boelaag"]);
        assert_eq!(Sought::words("ro RO").len(), 1);
        assert_eq!(Sought::words("  "), []);
    }

    #[test]
    fn every_place_is_found() {
        let word = &Sought::words("ro")[0];
        let places: Vec<_> = word.places("ro, uro og roe").collect();
        assert_eq!(places, [0..2, 5..7, 11..13, 11..14]);
    }
}
