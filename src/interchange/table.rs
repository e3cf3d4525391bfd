//! A list as rows of text, independent of the file format.

use super::decode;
use super::encoding::Encoding;
use super::heading::Layout;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::{split, workbook};
use trivsel_words::text::clean_line;

/// What the user specifies about a file because the file does not say it.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The text encoding.
    pub encoding: Option<Encoding>,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
}

/// The non-blank rows of a list, including the headings.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub rows: Vec<Row>,
    pub merged: Vec<Merged>,
    pub problems: Vec<Problem>,
    pub notes: Vec<Note>,
}

/// Merged cells of a workbook.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    /// The last line of the range.
    pub last_line: u32,
    /// The first and last cell: `A2:A3`.
    pub range: String,
}

/// What a workbook cell holds beyond its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Special {
    Error,
    /// A formula without a saved result.
    NoResult,
    /// True or false.
    Truth,
    /// A number or a date that the spreadsheet shows differently.
    ShownOtherwise,
}

#[derive(Debug, Default, Clone)]
pub(super) struct Row {
    /// The line it starts on, from 1.
    pub line: u32,
    /// Its cells, unchanged from the file.
    pub cells: Vec<String>,
    /// Cells that hold more than their text, by index.
    pub special: Vec<(usize, Special)>,
}

impl Row {
    /// Whether every cell is blank.
    pub fn is_blank(&self) -> bool {
        self.special.is_empty() && self.cells.iter().all(|c| c.trim().is_empty())
    }

    /// Its content on one line.
    pub fn said(&self) -> String {
        let cells = self.cells.iter().map(|c| clean_line(c)).filter(|c| !c.is_empty());
        cells.collect::<Vec<_>>().join(" ")
    }

    pub fn special(&self, at: usize) -> Option<Special> {
        self.special.iter().find(|(place, _)| *place == at).map(|(_, special)| *special)
    }
}

/// Whether the first bytes are those of a workbook.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether the first bytes are those of no document of another kind: neither a workbook, old or new, nor a PDF.
#[must_use]
pub fn is_text(bytes: &[u8]) -> bool {
    !is_workbook(bytes) && !bytes.starts_with(b"\xD0\xCF\x11\xE0") && !bytes.starts_with(b"%PDF")
}

impl Table {
    /// Reads a CSV file or a workbook; the first bytes tell them apart.
    pub fn read(bytes: &[u8], told: &Told, layout: &Layout) -> Self {
        let table = if is_workbook(bytes) {
            workbook::read(bytes, told.sheet.as_deref(), layout)
        } else if !is_text(bytes) {
            Err(Fault::NotAList)
        } else if told.sheet.is_some() {
            Err(Fault::NoSheets)
        } else {
            text(bytes, told.encoding, layout)
        };
        let mut table = table.unwrap_or_else(Self::failed);
        table.rows.retain(|row| !row.is_blank());
        if table.rows.is_empty() && table.problems.is_empty() {
            table.problems.push(Problem::of_file(Fault::Empty));
        }
        table
    }

    fn failed(fault: Fault) -> Self {
        Self { problems: vec![Problem::of_file(fault)], ..Self::default() }
    }
}

fn text(bytes: &[u8], told: Option<Encoding>, layout: &Layout) -> Result<Table, Fault> {
    let decoded = decode::list(bytes, told)?;
    let mut table = split::lines(&decoded.text, layout)?;
    table.notes.extend(decoded.taken_for.map(Note::TakenFor));
    Ok(table)
}
