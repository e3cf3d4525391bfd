//! Reads the sheet of an XLSX workbook that holds the list.
//!
//! Cells are read one by one, so a sheet that claims to reach the last row and column needs no more memory than its
//! content.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};

use super::bounds::{Room, unfolds_within};
use super::cell_text::{special, text_of};
use super::headings::place;
use super::merged::{Merged, fill_down};
use super::note::Note;
use super::problem::Fault;
use super::table::{Row, Special, Table, WIDEST};
use super::told::Reading;

/// More merged cells than any list has.
const MOST_MERGED: usize = 10_000;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

impl From<XlsxError> for Fault {
    fn from(_: XlsxError) -> Self {
        Self::BadWorkbook
    }
}

/// Reads the requested sheet, or the only visible sheet that has the headings of the list.
pub(super) fn read(bytes: &[u8], reading: &Reading<'_>) -> Result<Table, Fault> {
    unfolds_within(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let all: Vec<Sheet> = book.sheets_metadata().to_vec();
    let tables: Vec<&Sheet> = all.iter().filter(|s| s.typ == SheetType::WorkSheet).collect();
    let (visible, hidden): (Vec<&Sheet>, Vec<&Sheet>) =
        tables.iter().copied().partition(|s| s.visible == SheetVisible::Visible);
    let (chosen, mut table) = match &reading.told.sheet {
        Some(name) => {
            let same = |s: &&&Sheet| s.name.trim().to_lowercase() == name.trim().to_lowercase();
            let found = tables.iter().find(same);
            let chosen = *found.ok_or_else(|| Fault::NoSuchSheet { names: names(&tables) })?;
            (chosen, sheet(&mut book, &chosen.name, &mut Room::default())?)
        }
        None => fitting(&mut book, &visible, reading)?,
    };
    let others = |sheets: &[&Sheet]| names(sheets).into_iter().filter(|n| *n != chosen.name).collect();
    let (hidden, visible) = (others(&hidden), others(&visible));
    table.notes.push(Note::Sheet { name: chosen.name.clone(), hidden, visible });
    table.sheet = Some(chosen.name.clone());
    Ok(table)
}

fn names(sheets: &[&Sheet]) -> Vec<String> {
    sheets.iter().map(|s| s.name.clone()).collect()
}

/// The only sheet that has the headings; if none has, the only one that is not empty.
fn fitting<'s>(
    book: &mut Book<'_>,
    visible: &[&'s Sheet],
    reading: &Reading<'_>,
) -> Result<(&'s Sheet, Table), Fault> {
    let mut room = Room::default();
    let mut filled = Vec::new();
    for each in visible {
        let mut table = sheet(book, &each.name, &mut room)?;
        table.rows.retain(|row| !row.is_blank());
        if !table.rows.is_empty() {
            filled.push((*each, table));
        }
    }
    let fits = |table: &Table| place(&table.rows, reading).rank.fits();
    if filled.iter().any(|(_, table)| fits(table)) {
        filled.retain(|(_, table)| fits(table));
    }
    match filled.len() {
        0 => Err(Fault::Empty),
        1 => Ok(filled.remove(0)),
        _ => Err(Fault::WhichSheet { names: filled.iter().map(|(s, _)| s.name.clone()).collect() }),
    }
}

fn sheet(book: &mut Book<'_>, name: &str, room: &mut Room) -> Result<Table, Fault> {
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
        row.cells.resize(column + 1, String::new());
    }
    row.special.extend(special.map(|special| (column, special)));
    row.cells[column] = text;
    Ok(())
}

fn merged(book: &mut Book<'_>, name: &str) -> Result<Vec<Merged>, Fault> {
    let corner = |(row, column): (u32, u32)| (row.saturating_add(1), place_of(column));
    let merged = |cells: &Dimensions| Merged { first: corner(cells.start), last: corner(cells.end) };
    let found = book.merge_cells_by_sheet_name(name)?;
    if found.len() > MOST_MERGED { Err(Fault::TooMuch) } else { Ok(found.iter().map(merged).collect()) }
}

/// The index of a column. All that are further right than any list is wide share the last one.
fn place_of(column: u32) -> usize {
    usize::try_from(column).unwrap_or(WIDEST).min(WIDEST)
}
