//! The table that a house is written as: for spreadsheets, but such that none of them runs what stands in a cell.

use crate::problem::{Fault, Problem};
use crate::split;

const SEPARATOR: char = ';';

/// What spreadsheets take for UTF-8 by.
const MARK: char = '\u{FEFF}';

/// A table being written.
pub(super) struct Table {
    columns: &'static [&'static str],
    writer: csv::Writer<Vec<u8>>,
}

impl Table {
    pub fn new(columns: &'static [&'static str]) -> Self {
        let writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(MARK.to_string().into_bytes());
        let mut table = Self { columns, writer };
        // Into memory: there is nothing that could fail.
        table.writer.write_record(columns).ok();
        table
    }

    /// Writes a line from cells by column.
    pub fn push(&mut self, cells: &[(&str, &str)]) -> Result<(), Fault> {
        let known = |(name, _): &&(&str, &str)| !self.columns.contains(name);
        if let Some((name, _)) = cells.iter().find(known) {
            return Err(Fault::OutOfFormat { detail: (*name).to_owned() });
        }
        let line = self.columns.iter().map(|column| {
            guarded(cells.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| cell))
        });
        self.writer.write_record(line).map_err(|_| Fault::NotAHouse)
    }

    pub fn finish(self) -> Result<String, Fault> {
        let bytes = self.writer.into_inner().map_err(|_| Fault::NotAHouse)?;
        String::from_utf8(bytes).map_err(|_| Fault::NotAHouse)
    }
}

/// Whether a spreadsheet would take a cell that begins so for a formula, or whether it is our own guard.
fn needs_guard(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'', '＝', '＋', '－', '＠'])
}

fn guarded(cell: &str) -> String {
    if needs_guard(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// Lines as cells by column, those that hold anything.
type Lines = Vec<(u32, Vec<(&'static str, String)>)>;

/// Reads a table back.
///
/// # Errors
/// Columns that the format does not have, and lines that can't be read.
pub(super) fn rows(text: &str, columns: &'static [&'static str]) -> Result<Lines, Vec<Problem>> {
    let table = split::with_separator(text, SEPARATOR);
    let mut problems = table.problems;
    let mut rows = table.rows.into_iter().filter(|r| !r.is_blank());
    let Some(head) = rows.next() else { return Err(vec![Problem::of_file(Fault::Empty)]) };
    if head.cells.first().map(String::as_str) != Some("record") {
        return Err(vec![Problem::of_file(Fault::NotAHouse)]);
    }
    let mut names: Vec<&'static str> = Vec::with_capacity(head.cells.len());
    for cell in &head.cells {
        match columns.iter().find(|c| *c == cell) {
            Some(name) if names.contains(name) => {
                problems.push(Problem::on_line(head.line, Fault::HeadingTwice).headed(cell));
            }
            Some(name) => names.push(name),
            None => problems.push(Problem::on_line(head.line, Fault::UnknownHeading).headed(cell)),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut lines = Vec::new();
    for row in rows {
        if row.cells.iter().skip(names.len()).any(|c| !c.is_empty()) {
            problems.push(Problem::on_line(row.line, Fault::ExtraCell));
        }
        let cells = names.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        lines.push((row.line, cells.map(|(name, cell)| (*name, unguarded(cell).to_owned())).collect()));
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}
