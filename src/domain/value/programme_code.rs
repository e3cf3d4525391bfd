//! The stable code that identifies a programme.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::value::text::TextProblem;

/// The stable code of a programme: 1 to 30 small letters, digits or hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProgrammeCode(String);

impl ProgrammeCode {
    /// Checks a code.
    ///
    /// # Errors
    /// [`TextProblem`] when it is empty, too long or holds anything but `a`–`z`, digits and hyphens.
    pub fn new(code: &str) -> Result<Self, TextProblem> {
        if code.is_empty() {
            return Err(TextProblem::Empty);
        }
        if code.len() > 30 {
            return Err(TextProblem::TooLong { max: 30 });
        }
        if !code.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
            return Err(TextProblem::Character);
        }
        Ok(Self(code.into()))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ProgrammeCode {
    type Error = TextProblem;

    fn try_from(code: String) -> Result<Self, TextProblem> {
        Self::new(&code)
    }
}

impl From<ProgrammeCode> for String {
    fn from(code: ProgrammeCode) -> String {
        code.0
    }
}
