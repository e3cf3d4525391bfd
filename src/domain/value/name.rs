//! Names and initials of people.

use alloc::format;
use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::value::seen::{any_seen, as_seen};
use crate::value::text::{TextProblem, text_type};

text_type!(
    /// A person's full name, as they write it. 1 to 120 characters, of which one at least is a letter of some alphabet.
    PersonName, max 120, kept 120, many_lines false, rule spells
);

/// What stands for a name that is not known.
const NAMELESS: &str = "N.N.";

/// Digits and signs alone name nobody.
fn spells(text: &str) -> Result<(), TextProblem> {
    if text.chars().any(char::is_alphabetic) { Ok(()) } else { Err(TextProblem::NoLetter) }
}

impl PersonName {
    /// A name that an earlier version accepted: what can't be seen is left out, and before one without a letter stands
    /// "N.N.".
    ///
    /// # Errors
    /// [`TextProblem`] when it is empty or too long, or holds control characters.
    pub fn from_before(text: &str) -> Result<Self, TextProblem> {
        let seen = as_seen(text);
        match Self::new(&seen) {
            Err(TextProblem::NoLetter) if any_seen(text) => {
                Self::new(&format!("{NAMELESS} {seen}").chars().take(Self::MAX).collect::<String>())
            }
            Err(TextProblem::NoLetter) => Self::new(NAMELESS),
            read => read,
        }
    }

    /// The first word of the name: the given name.
    #[must_use]
    pub fn given(&self) -> &str {
        self.as_str().split_whitespace().next().unwrap_or(self.as_str())
    }

    /// Whether the two are one name apart from upper and lower case.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        // A list compares each of its rows with each child.
        let [ours, theirs] = [self, other].map(|name| name.as_str().chars().flat_map(char::to_lowercase));
        ours.eq(theirs)
    }
}

/// A staff member's initials: 1 to 4 capital letters, `A`–`Z`, `Æ`, `Ø` or `Å`; unique in the house.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Initials(String);

impl Initials {
    /// Parses initials in upper or lower case.
    ///
    /// # Errors
    /// [`TextProblem`] when they are not 1 to 4 letters of the Danish alphabet.
    pub fn new(text: &str) -> Result<Self, TextProblem> {
        let text: String = text.trim().chars().flat_map(char::to_uppercase).collect();
        match text.chars().count() {
            0 => return Err(TextProblem::Empty),
            1..=4 => {}
            _ => return Err(TextProblem::TooLong { max: 4 }),
        }
        if !text.chars().all(|c| matches!(c, 'A'..='Z' | 'Æ' | 'Ø' | 'Å')) {
            return Err(TextProblem::Character);
        }
        Ok(Self(text))
    }

    /// The initials.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Initials {
    type Error = TextProblem;

    fn try_from(text: String) -> Result<Self, TextProblem> {
        Self::new(&text)
    }
}

impl From<Initials> for String {
    fn from(initials: Initials) -> String {
        initials.0
    }
}
