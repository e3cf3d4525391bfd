//! The first sheet of an XLSX workbook into rows. Cells are read one by one: a sheet that claims to reach to the last
//! row and column takes no more memory than what stands in it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::problem::Fault;
use super::table::{Row, Table};

/// More columns than any list has; what stands further right is still read as a cell outside the headings.
const WIDEST: usize = 200;

pub(super) fn read(bytes: &[u8]) -> Table {
    first_sheet(bytes).unwrap_or_else(|_| Table::failed(Fault::BadWorkbook))
}

fn first_sheet(bytes: &[u8]) -> Result<Table, XlsxError> {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let Some(name) = book.sheet_names().into_iter().next() else {
        return Ok(Table::failed(Fault::BadWorkbook));
    };
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    let mut cells = book.worksheet_cells_reader(&name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(WIDEST).min(WIDEST);
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            value => text_of(value),
        };
        let line = row.saturating_add(1);
        let row = rows.entry(row).or_insert_with(|| Row { line, ..Row::default() });
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        if matches!(cell.get_value(), DataRef::Error(_)) {
            row.errors.push(column);
        }
        row.cells[column] = text;
    }
    Ok(Table { rows: rows.into_values().collect(), problems: Vec::new() })
}

/// A cell as it would have been written in a text file.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        // Without a fraction it prints as a whole number.
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Below one day it is a time of day, without a fraction a date.
fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let days = moment.as_f64();
    if days < 1.0 {
        format!("{hour:02}:{minute:02}")
    } else if days.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}
