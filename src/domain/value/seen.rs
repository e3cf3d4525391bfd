//! What of a text can be seen. A name and a line hold nothing that no person could see or mean: no blank letters, no
//! invisible signs, nothing private or unassigned, and no accent without a letter below it.

use alloc::string::String;

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

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

/// What a character is to a person who reads it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It is drawn as nothing or means nothing to anybody: controls, format characters, private use, and what no
    /// alphabet has.
    Unseen,
    Blank,
    /// One of the two joiners of Arabic, Indic and pictures.
    Joiner,
    /// It chooses a variant of the sign before it.
    Variant,
    /// It is drawn on the letter before it.
    Accent,
    /// It has a shape of its own.
    Shape,
}

impl Kind {
    fn of(c: char) -> Self {
        use GeneralCategory::{
            Control, EnclosingMark, Format, NonspacingMark, PrivateUse, SpacingMark, Surrogate, Unassigned,
        };
        match c {
            ..=PLAIN if c.is_control() || c == '\u{AD}' => Self::Unseen,
            // They end a line, which a line can't.
            '\u{2028}' | '\u{2029}' => Self::Unseen,
            _ if c.is_whitespace() => Self::Blank,
            ..=PLAIN => Self::Shape,
            '\u{200C}' | '\u{200D}' => Self::Joiner,
            _ if BLANK.contains(&c) => Self::Unseen,
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => Self::Variant,
            // The category is searched for in a long table, so once for each character.
            _ => match c.general_category() {
                Control | Format | PrivateUse | Surrogate | Unassigned => Self::Unseen,
                NonspacingMark | SpacingMark | EnclosingMark => Self::Accent,
                _ => Self::Shape,
            },
        }
    }
}

/// Whether a character is drawn as nothing, or means nothing to anybody. Blanks, accents, and the two joiners are not:
/// they depend on what stands beside them.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    Kind::of(c) == Kind::Unseen
}

/// Whether a letter has variants. Some letters above [`VARIED`] are others below it once a text is composed (NFC): ohm,
/// kelvin, ångström, and the pointed letters of Hebrew.
fn is_varied(letter: char) -> bool {
    let is_another = matches!(letter, '\u{2126}' | '\u{212A}' | '\u{212B}' | '\u{FB1D}'..='\u{FB4F}');
    letter >= VARIED && !is_another
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
        let (kind, base) = (Kind::of(c), self.base);
        let seen = match kind {
            Kind::Unseen => false,
            Kind::Blank => !self.joins,
            Kind::Joiner => !self.joins && base.is_some_and(|b| b >= JOINED),
            Kind::Variant => base.is_some_and(|b| is_varied(b) || !b.is_alphabetic()),
            Kind::Accent => base.is_some(),
            Kind::Shape => true,
        };
        if seen {
            self.joins = kind == Kind::Joiner;
            self.base = match kind {
                Kind::Blank => None,
                Kind::Shape => Some(c),
                Kind::Unseen | Kind::Joiner | Kind::Variant | Kind::Accent => base,
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
    text.chars().any(|c| Kind::of(c) == Kind::Shape)
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
