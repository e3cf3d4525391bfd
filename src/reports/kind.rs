//! The kinds of report of a case.

use trivsel_domain::record::DocumentKind;
use trivsel_domain::value::Coded;
use trivsel_words::Words;

/// A kind of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// A document of the case.
    Document(DocumentKind),
}

impl ReportKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        DocumentKind::ALL.iter().copied().map(Self::Document)
    }

    /// The stable code, as on the command line and in the access log.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Document(kind) => kind.code(),
        }
    }

    /// The kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|kind| kind.code() == code)
    }

    /// Its name: "Statusskriv".
    #[must_use]
    pub fn name(self, words: &Words) -> &str {
        match self {
            Self::Document(kind) => words.code("document", kind.code()),
        }
    }
}
