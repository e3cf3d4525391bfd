//! One row of a sheet: what it shows, and what Enter does on it.

use ratatui::style::Style;
use trivsel_domain::{CaseId, TalkId};

use crate::forms::case::CaseForm;
use crate::forms::case::spot::Spot;
use crate::widgets::cells::Cells;

/// What Enter does on a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Nothing: it is there to be read.
    Nothing,
    /// Opens a signed note.
    Talk(TalkId),
    /// Begins a note of a kind.
    NewTalk(Option<trivsel_domain::TalkKind>),
    /// Opens a form of the case.
    Form(CaseForm),
    /// The same, with the cursor where something is missing.
    Fill(CaseForm, Spot),
    /// Shows a text.
    Text {
        /// What it is.
        title: String,
        /// Its paragraphs.
        lines: Vec<String>,
    },
    /// Shows one change of the history, whole.
    Trace(usize),
    /// Opens the sheet of another case of the child.
    Case(CaseId),
    /// Goes to another view of the sheet.
    View(super::View),
    /// Shows the scores as a chart.
    Scores,
    /// Shows who holds which seat.
    Seats,
}

/// One row.
#[derive(Debug)]
pub struct SheetRow {
    /// What it shows.
    pub cells: Cells,
    /// What Enter does.
    pub target: Target,
}

impl SheetRow {
    /// A row that only shows something.
    #[must_use]
    pub fn plain(text: impl Into<String>, style: Style) -> Self {
        Self { cells: Cells::new().gap(1).text(text, style), target: Target::Nothing }
    }

    /// A row that does something.
    #[must_use]
    pub fn new(cells: Cells, target: Target) -> Self {
        Self { cells, target }
    }
}
