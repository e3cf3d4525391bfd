//! Names and initials of people.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::value::text::{TextProblem, text_type};

text_type!(
    /// A person's full name, as they write it. 1 to 120 characters.
    PersonName, max 120, many_lines false
);

impl PersonName {
    /// The first word of the name: the given name.
    #[must_use]
    pub fn given(&self) -> &str {
        self.as_str().split_whitespace().next().unwrap_or(self.as_str())
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
