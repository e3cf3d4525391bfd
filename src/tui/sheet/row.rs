//! One row of a sheet: what it shows, and what Enter does on it.

use ratatui::style::Style;
use trivsel_domain::record::Strand;
use trivsel_domain::value::{CaseId, DocumentId, SchoolWeek, TalkId};
use trivsel_reports::ReportKind;

use crate::forms::FormKind;
use crate::forms::case::missing_field::MissingField;
use crate::widgets::cells::Cells;

/// What Enter does on a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Does nothing; the row is only read.
    Nothing,
    /// Opens a signed note.
    Talk(TalkId),
    /// Reads a document.
    Paper(DocumentId),
    /// Writes a report of the case to a file.
    Report(ReportKind),
    /// Starts a note, of a given kind if there is one.
    NewTalk(Option<trivsel_domain::record::TalkKind>),
    /// Opens a form of the case.
    Form(FormKind),
    /// Opens a form of the case at the place where something is missing.
    Fill(FormKind, MissingField),
    Text {
        title: String,
        /// Its paragraphs.
        lines: Vec<String>,
    },
    /// Shows one change of the history in full; the index into `Sheet::traces`.
    Trace(usize),
    /// Opens the sheet of another case of the child.
    Case(CaseId),
    /// Goes to another view of the sheet.
    View(super::View),
    /// Shows the development of the case.
    Development,
    /// Shows the scores, from a given strand if there is one.
    Scores(Option<Strand>),
    Seats,
    /// Opens the week at the own schools, with the cursor on a case.
    OwnSchool(SchoolWeek, CaseId),
}

impl Target {
    /// Opens a form of the case.
    #[must_use]
    pub fn form(kind: impl Into<FormKind>) -> Self {
        Self::Form(kind.into())
    }
}

#[derive(Debug)]
pub struct SheetRow {
    pub cells: Cells,
    pub target: Target,
}

impl SheetRow {
    /// A row that does nothing on Enter.
    #[must_use]
    pub fn plain(text: impl Into<String>, style: Style) -> Self {
        Self { cells: Cells::new().gap(1).text(text, style), target: Target::Nothing }
    }

    #[must_use]
    pub fn new(cells: Cells, target: Target) -> Self {
        Self { cells, target }
    }
}
