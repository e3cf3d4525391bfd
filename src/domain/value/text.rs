//! Texts that people write, of one line or many. They hold no control characters, and a line holds nothing that can't be
//! seen.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::seen::{all_seen, any_seen};

/// Why a text is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Nothing but blanks.
    #[error("empty")]
    Empty,
    /// More characters than the field allows.
    #[error("longer than {max} characters")]
    TooLong {
        /// The maximum length in characters.
        max: usize,
    },
    /// A control, escape or direction-override character.
    #[error("contains a control character")]
    Control,
    /// A character that no person could see or mean.
    #[error("contains a character that can't be seen")]
    Unseen,
    /// No letter of any alphabet, where somebody is named.
    #[error("contains no letter")]
    NoLetter,
    /// A character that the field does not allow.
    #[error("contains a character not allowed here")]
    Character,
}

/// Whether a character controls the terminal or changes the reading direction.
#[must_use]
pub fn is_hostile(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

pub(crate) fn check(text: &str, max: usize, many_lines: bool) -> Result<&str, TextProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextProblem::Empty);
    }
    if text.chars().any(|c| is_hostile(c) && !(many_lines && c == '\n')) {
        return Err(TextProblem::Control);
    }
    if text.chars().count() > max {
        return Err(TextProblem::TooLong { max });
    }
    // A note may hold what an editor or a web page leaves in it.
    if !many_lines && !all_seen(text) {
        return Err(TextProblem::Unseen);
    }
    Ok(text)
}

/// As [`check`], for a text that is new: also a note shows something.
pub(crate) fn check_new(text: &str, max: usize, many_lines: bool) -> Result<&str, TextProblem> {
    check(text, max, many_lines).and_then(|text| any_seen(text).then_some(text).ok_or(TextProblem::Empty))
}

/// The rule of a text that may say anything.
pub(crate) fn anything(_: &str) -> Result<(), TextProblem> {
    Ok(())
}

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, max $max:literal, many_lines $many:literal) => {
        text_type!($(#[$doc])* $name, max $max, kept $max, many_lines $many);
    };
    ($(#[$doc:meta])* $name:ident, max $max:literal, kept $kept:literal, many_lines $many:literal) => {
        text_type!(
            $(#[$doc])* $name, max $max, kept $kept, many_lines $many, rule $crate::value::text::anything
        );
    };
    (
        $(#[$doc:meta])* $name:ident, max $max:literal, kept $kept:literal, many_lines $many:literal,
        rule $rule:path
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The maximum length in characters.
            pub const MAX: usize = $max;

            /// Trims and checks a text.
            ///
            /// # Errors
            /// [`TextProblem`] when it is empty, too long, or holds control characters or what can't be seen; for a
            /// name also when it has no letter.
            pub fn new(text: &str) -> Result<Self, TextProblem> {
                let text = $crate::value::text::check_new(text, Self::MAX, $many)?;
                $rule(text).map(|()| Self(text.into()))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextProblem;

            fn try_from(text: String) -> Result<Self, TextProblem> {
                let text = $crate::value::text::check(&text, $kept, $many)?;
                $rule(text).map(|()| Self(text.into()))
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}
pub(crate) use text_type;

text_type!(
    /// One line of text: a remark, a place, a reason. 1 to 200 characters.
    Line, max 200, many_lines false
);
text_type!(
    /// A text of many lines: a note. 1 to 200,000 characters; up to 8,000,000 if an earlier version wrote it.
    LongText, max 200_000, kept 8_000_000, many_lines true
);
text_type!(
    /// A theme or a method of a talk in the house's own words. 1 to 40 characters.
    Tag, max 40, many_lines false
);
