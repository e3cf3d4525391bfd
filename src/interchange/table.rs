//! A list as rows of text, independent of the file format.

use super::decode;
use super::merged::Merged;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::question::Question;
use super::told::Reading;
use super::{split, workbook};
use trivsel_words::text::clean_line;
use trivsel_words::typed_birth::is_cpr;

/// More columns than any list has. Cells further right are still read, as cells without a heading.
pub(super) const WIDEST: usize = 200;

/// The non-blank rows of a list, including the headings.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub rows: Vec<Row>,
    pub merged: Vec<Merged>,
    pub problems: Vec<Problem>,
    pub notes: Vec<Note>,
    /// What the user could say about the file.
    pub question: Option<Question>,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
    /// The other sheets that are read with it.
    pub more: Vec<Table>,
    /// The line of the headings.
    pub head: u32,
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
    /// Cells that were filled from merged cells, by index.
    pub from_above: Vec<usize>,
}

impl Row {
    /// Whether every cell of its own is blank.
    pub fn is_blank(&self) -> bool {
        let own = |at: &usize| !self.from_above.contains(at);
        let special = self.special.iter().map(|(at, _)| *at);
        !special.chain((0..self.cells.len()).filter(|at| self.has(*at))).any(|at| own(&at))
    }

    /// The cells that are not blank, but for those filled from above.
    pub fn own(&self) -> impl Iterator<Item = usize> {
        (0..self.cells.len()).filter(|at| self.has(*at) && !self.from_above.contains(at))
    }

    /// Whether a cell is not blank.
    pub fn has(&self, at: usize) -> bool {
        self.cells.get(at).is_some_and(|cell| !cell.trim().is_empty())
    }

    /// How many cells are not blank.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
    }

    /// Sets a cell.
    pub fn put(&mut self, at: usize, text: String, special: Option<Special>) {
        if self.cells.len() <= at {
            self.cells.resize(at + 1, String::new());
        }
        self.special.retain(|(place, _)| *place != at);
        self.special.extend(special.map(|special| (at, special)));
        self.cells[at] = text;
    }

    /// How many cells it has, and the bytes of their text.
    pub fn size(&self) -> (usize, usize) {
        (self.cells.len(), self.cells.iter().map(String::len).sum())
    }

    /// Its content on one line, without CPR numbers.
    pub fn said(&self) -> String {
        let cells = self.cells.iter().map(|c| clean_line(c)).filter(|c| !c.is_empty() && !is_cpr(c));
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

/// Whether the first bytes are those of a workbook of the old kind, or of one behind a password.
fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Whether the first bytes are those of no document of another kind: neither a workbook, old or new, nor a PDF.
#[must_use]
pub fn is_text(bytes: &[u8]) -> bool {
    !is_workbook(bytes) && !is_old(bytes) && !bytes.starts_with(b"%PDF")
}

impl Table {
    /// Reads a CSV file or a workbook; the first bytes tell them apart.
    pub fn read(bytes: &[u8], reading: &Reading<'_>) -> Self {
        let table = if is_workbook(bytes) {
            workbook::read(bytes, reading)
        } else if is_old(bytes) {
            Err(Fault::OldOrLocked)
        } else if !is_text(bytes) {
            Err(Fault::NotAList)
        } else if reading.told.sheet.is_some() {
            Err(Fault::NoSheets)
        } else {
            text(bytes, reading)
        };
        let mut table = table.unwrap_or_else(Self::failed);
        table.rows.retain(|row| !row.is_blank());
        if table.rows.is_empty() && table.problems.is_empty() {
            table.problems.push(Problem::of_file(Fault::Empty));
        }
        table
    }

    fn failed(fault: Fault) -> Self {
        let question = match &fault {
            Fault::WhichEncoding(samples) => Some(Question::Encoding(samples.clone())),
            Fault::WhichSheet { names } => Some(Question::Sheet(names.clone())),
            _ => None,
        };
        Self { problems: vec![Problem::of_file(fault)], question, ..Self::default() }
    }
}

fn text(bytes: &[u8], reading: &Reading<'_>) -> Result<Table, Fault> {
    let decoded = decode::list(bytes, reading.told.encoding)?;
    let mut table = split::lines(&decoded.text, reading)?;
    table.notes.extend(decoded.taken_for.map(Note::TakenFor));
    Ok(table)
}
