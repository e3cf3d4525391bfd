//! Reads the sheets of an XLSX workbook.
//!
//! Cells are read one by one, so a sheet that claims to reach the last row and column needs no more memory than its
//! content.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::bounds::Room;
use super::cell_text::{special, text_of};
use super::merged::{Merged, fill_down};
use super::problem::Fault;
use super::table::{Row, Special, Table, WIDEST};
use super::workbook::Listed;

/// An opened workbook.
pub(super) type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

impl From<XlsxError> for Fault {
    fn from(_: XlsxError) -> Self {
        Self::BadWorkbook
    }
}

/// Opens a workbook, and lists its sheets.
pub(super) fn open(bytes: &[u8]) -> Result<(Book<'_>, Vec<Listed>), Fault> {
    let book: Book<'_> = Xlsx::new(Cursor::new(bytes))?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let listed = |sheet: &calamine::Sheet| Listed {
        name: sheet.name.clone(),
        visible: sheet.visible == SheetVisible::Visible,
    };
    let sheets = sheets.map(listed).collect();
    Ok((book, sheets))
}

/// Reads a sheet.
pub(super) fn sheet(book: &mut Book<'_>, name: &str, room: &mut Room) -> Result<Table, Fault> {
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    let merged = merged(book, name)?;
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        if *cell.get_value() == DataRef::Empty {
            continue;
        }
        let format = cells.styles().get(style).and_then(|s| s.number_format.as_ref());
        let special = special(cell.get_value(), format.map(|f| f.format_code.as_str()));
        // Reject text beyond the memory limit before copying it.
        if let DataRef::SharedString(text) = cell.get_value() {
            room.take(0, 0, text.len())?;
        }
        put(&mut rows, room, cell.get_position(), text_of(cell.get_value()), special)?;
    }
    drop(cells);
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        if cell.formula.is_some() && cell.value == DataRef::Empty {
            put(&mut rows, room, cell.pos, String::new(), Some(Special::NoResult))?;
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    fill_down(&mut rows, &merged, room)?;
    Ok(Table { rows, merged, ..Table::default() })
}

fn put(
    rows: &mut BTreeMap<u32, Row>,
    room: &mut Room,
    (row, column): (u32, u32),
    text: String,
    special: Option<Special>,
) -> Result<(), Fault> {
    let column = place_of(column);
    let line = row.saturating_add(1);
    if !rows.contains_key(&row) {
        room.take(1, 0, 0)?;
    }
    let row = rows.entry(row).or_insert_with(|| Row { line, ..Row::default() });
    if row.cells.len() <= column {
        room.take(0, column + 1 - row.cells.len(), text.len())?;
    }
    row.put(column, text, special);
    Ok(())
}

fn merged(book: &mut Book<'_>, name: &str) -> Result<Vec<Merged>, Fault> {
    let corner = |(row, column): (u32, u32)| (row.saturating_add(1), place_of(column));
    let merged = |cells: &Dimensions| Merged { first: corner(cells.start), last: corner(cells.end) };
    let found = book.merge_cells_by_sheet_name(name)?;
    Ok(found.iter().map(merged).collect())
}

/// The index of a column. All that are further right than any list is wide share the last one.
fn place_of(column: u32) -> usize {
    usize::try_from(column).unwrap_or(WIDEST).min(WIDEST)
}
