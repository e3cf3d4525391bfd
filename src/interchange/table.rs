//! A list as rows of text, whatever kind of file it came in.

use super::decode::decode;
use super::problem::{Fault, Problem};
use super::{split, workbook};

/// The rows of a list that hold anything, with the heading first.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub rows: Vec<Row>,
    pub problems: Vec<Problem>,
}

/// One row.
#[derive(Debug, Default, Clone)]
pub(super) struct Row {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// Its cells, as they stand in the file.
    pub cells: Vec<String>,
    /// Cells that hold an error of the spreadsheet.
    pub errors: Vec<usize>,
}

impl Row {
    /// Whether it holds nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|c| c.trim().is_empty())
    }
}

impl Table {
    /// Reads a list from a CSV file or a workbook, told apart by their first bytes.
    pub fn read(bytes: &[u8]) -> Self {
        let mut table = if bytes.starts_with(b"PK\x03\x04") {
            workbook::read(bytes)
        } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") || bytes.starts_with(b"%PDF") {
            Self::failed(Fault::NotAList)
        } else {
            split::lines(&decode(bytes))
        };
        table.rows.retain(|row| !row.is_blank());
        if table.rows.is_empty() && table.problems.is_empty() {
            table.problems.push(Problem::of_file(Fault::Empty));
        }
        table
    }

    pub fn failed(fault: Fault) -> Self {
        Self { rows: Vec::new(), problems: vec![Problem::of_file(fault)] }
    }
}
