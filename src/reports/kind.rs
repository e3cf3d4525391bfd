//! The kinds of report of a case.

use chrono::NaiveDate;
use trivsel_domain::record::DocumentKind;
use trivsel_domain::value::Coded;
use trivsel_words::Words;

use crate::Format;

/// A kind of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// A document of the case.
    Document(DocumentKind),
    /// The teaching plan.
    TeachingPlan,
    /// The attendance of a period.
    AttendanceSheet,
    /// Everything about a child, for a request for access.
    AccessRequest,
}

impl ReportKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        let documents = DocumentKind::ALL.iter().copied().map(Self::Document);
        documents.chain([Self::TeachingPlan, Self::AttendanceSheet, Self::AccessRequest])
    }

    /// The stable code, as on the command line and in the access log.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Document(kind) => kind.code(),
            Self::TeachingPlan => "teaching-plan",
            Self::AttendanceSheet => "attendance-sheet",
            Self::AccessRequest => "access-request",
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
            Self::TeachingPlan => words.get("form-of-teaching"),
            Self::AttendanceSheet => words.get("report-attendance-sheet"),
            Self::AccessRequest => words.get("report-access-request"),
        }
    }

    /// The name of a new file: `statusskriv-2026-11-25.docx`. It says what it is and from when, and nobody's name.
    #[must_use]
    pub fn file_name(self, words: &Words, on: NaiveDate, format: Format) -> String {
        let name = self.name(words).to_lowercase();
        let name = name.split_whitespace().collect::<Vec<_>>().join("-");
        format!("{name}-{on}.{}", format.extension())
    }
}
