//! A list as rows of text, whatever kind of file it came in.

use super::decode;
use super::encoding::Encoding;
use super::heading::Layout;
use super::note::Note;
use super::problem::{Fault, Problem};
use super::{split, workbook};
use trivsel_words::text::clean_line;

/// What the person says of a file that the file does not say itself.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The encoding of its text.
    pub encoding: Option<Encoding>,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
}

/// The rows of a list that hold anything, with the heading among the first.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub rows: Vec<Row>,
    pub merged: Vec<Merged>,
    pub problems: Vec<Problem>,
    pub notes: Vec<Note>,
}

/// Cells that a workbook shows as one.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    /// The last line it reaches.
    pub last_line: u32,
    /// The first and last cell: `A2:A3`.
    pub range: String,
}

/// What a workbook's cell holds that its text alone does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Special {
    /// An error such as `#N/A`.
    Error,
    /// A formula without a result.
    NoResult,
    /// True or false.
    Truth,
    /// A number or a date that the spreadsheet shows in another way.
    ShownOtherwise,
}

/// One row.
#[derive(Debug, Default, Clone)]
pub(super) struct Row {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// Its cells, as they stand in the file.
    pub cells: Vec<String>,
    /// Cells whose text does not tell everything.
    pub special: Vec<(usize, Special)>,
}

impl Row {
    /// Whether it holds nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.special.is_empty() && self.cells.iter().all(|c| c.trim().is_empty())
    }

    /// What it holds, in one line.
    pub fn said(&self) -> String {
        let cells = self.cells.iter().map(|c| clean_line(c)).filter(|c| !c.is_empty());
        cells.collect::<Vec<_>>().join(" ")
    }

    pub fn special(&self, at: usize) -> Option<Special> {
        self.special.iter().find(|(place, _)| *place == at).map(|(_, special)| *special)
    }
}

impl Table {
    /// Reads a list from a CSV file or a workbook, told apart by their first bytes.
    pub fn read(bytes: &[u8], told: &Told, layout: &Layout) -> Self {
        let table = if bytes.starts_with(b"PK\x03\x04") {
            workbook::read(bytes, told.sheet.as_deref(), layout)
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") || bytes.starts_with(b"%PDF") {
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
