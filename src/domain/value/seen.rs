//! What of a text can be seen. A name and a line hold nothing that no person could see or mean: no blank letters, no
//! invisible signs, nothing private or unassigned, and no accent without a letter below it.

use alloc::string::String;

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Letters and signs that are drawn as nothing, though they count as letters, signs or accents.
const BLANK: [char; 9] = [
    '\u{034F}', '\u{115F}', '\u{1160}', '\u{17B4}', '\u{17B5}', '\u{180B}', '\u{2800}', '\u{3164}',
    '\u{FFA0}',
];
/// The last character whose kind is known without a look: from here on there are accents and other alphabets.
const PLAIN: char = '\u{2FF}';
/// From here on letters are joined or varied by invisible signs: Arabic, Indic, pictures.
const JOINED: char = '\u{590}';
/// From here on signs have variants: ideographs and, before them, pictures and punctuation.
const VARIED: char = '\u{2000}';

/// Whether a character is drawn as nothing, or means nothing to anybody: controls, format characters, private use, and
/// what no alphabet has. Blanks, accents, and the two joiners of Arabic, Indic and pictures are not: they depend on what
/// stands beside them.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    if c <= PLAIN {
        return c.is_control() || c == '\u{AD}';
    }
    !c.is_whitespace() && !is_joiner(c) && (BLANK.contains(&c) || !is_printable(c))
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

fn is_variant(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// An accent, which is drawn on the letter before it.
fn is_accent(c: char) -> bool {
    c > PLAIN && c.general_category_group() == GeneralCategoryGroup::Mark
}

/// Whether a character has a shape: it is no format character, of no private use, and assigned.
fn is_printable(c: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse, Surrogate, Unassigned};
    !matches!(c.general_category(), Control | Format | PrivateUse | Surrogate | Unassigned)
}

/// What a character stands behind.
#[derive(Clone, Copy, Default)]
struct Before {
    /// The letter or sign that an accent sits on.
    base: Option<char>,
    /// Whether a joiner waits for what it joins.
    joins: bool,
}

impl Before {
    /// Takes the next character; answers whether it can be seen here.
    fn takes(&mut self, c: char) -> bool {
        let base = self.base;
        let seen = match c {
            _ if is_unseen(c) => false,
            _ if c.is_whitespace() => !self.joins,
            _ if is_joiner(c) => !self.joins && base.is_some_and(|b| b >= JOINED),
            _ if is_variant(c) => base.is_some_and(|b| b >= VARIED || !b.is_alphabetic()),
            _ if is_accent(c) => base.is_some(),
            _ => true,
        };
        if seen {
            self.joins = is_joiner(c);
            self.base = match c {
                _ if c.is_whitespace() => None,
                _ if is_joiner(c) || is_accent(c) => base,
                _ => Some(c),
            };
        }
        seen
    }
}

/// Whether every character of a line can be seen.
pub(crate) fn all_seen(text: &str) -> bool {
    let mut before = Before::default();
    text.chars().all(|c| before.takes(c)) && !before.joins
}

/// Whether anything of a text can be seen.
pub(crate) fn any_seen(text: &str) -> bool {
    let shows = |c: char| !c.is_whitespace() && !is_unseen(c) && !is_joiner(c) && !is_accent(c);
    text.chars().any(shows)
}

/// A line as a person sees it: what can't be seen is left out. Lines that earlier versions accepted are read so.
#[must_use]
pub fn as_seen(line: &str) -> String {
    if all_seen(line) {
        return line.into();
    }
    let mut before = Before::default();
    let mut seen: String = line.chars().filter(|c| before.takes(*c)).collect();
    if before.joins {
        seen.pop();
    }
    if any_seen(&seen) { seen } else { "?".into() }
}
