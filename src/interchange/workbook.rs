//! Finds the sheet of a workbook that holds the list.

use super::bounds::{Room, unfolds_within};
use super::headings::place;
use super::note::Note;
use super::problem::Fault;
use super::table::Table;
use super::told::Reading;
use super::{ods, xlsx};

/// More merged cells than any list has.
const MOST_MERGED: usize = 10_000;

/// A sheet that can be read.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub name: String,
    pub visible: bool,
}

/// Reads the requested sheet, or the only visible sheet that has the headings of the list.
pub(super) fn read(bytes: &[u8], reading: &Reading<'_>) -> Result<Table, Fault> {
    unfolds_within(bytes)?;
    if ods::is_ods(bytes) {
        let mut sheets = ods::sheets(bytes, &mut Room::default())?;
        let listed: Vec<Listed> =
            sheets.iter().map(|sheet| Listed { name: sheet.name.clone(), visible: sheet.visible }).collect();
        return chosen(&listed, reading, |at, _| Ok(std::mem::take(&mut sheets[at].table)));
    }
    let (mut book, listed) = xlsx::open(bytes)?;
    chosen(&listed, reading, |at, room| xlsx::sheet(&mut book, &listed[at].name, room))
}

/// Chooses among the sheets. `read` reads one by its place.
fn chosen(
    sheets: &[Listed],
    reading: &Reading<'_>,
    mut read: impl FnMut(usize, &mut Room) -> Result<Table, Fault>,
) -> Result<Table, Fault> {
    let mut room = Room::default();
    let mut read = |at: usize| -> Result<Table, Fault> {
        let table = read(at, &mut room)?;
        if table.merged.len() > MOST_MERGED { Err(Fault::TooMuch) } else { Ok(table) }
    };
    let names = |wanted: &dyn Fn(usize, &Listed) -> bool| -> Vec<String> {
        let sheets = sheets.iter().enumerate().filter(|(at, sheet)| wanted(*at, sheet));
        sheets.map(|(_, sheet)| sheet.name.clone()).collect()
    };
    let (chosen, mut table) = match &reading.told.sheet {
        Some(name) => {
            let same = |sheet: &Listed| sheet.name.trim().to_lowercase() == name.trim().to_lowercase();
            let found = sheets.iter().position(same);
            let at = found.ok_or_else(|| Fault::NoSuchSheet { names: names(&|_, _| true) })?;
            (at, read(at)?)
        }
        None => fitting(sheets, reading, read)?,
    };
    table.notes.push(Note::Sheet {
        name: sheets[chosen].name.clone(),
        hidden: names(&|at, sheet| at != chosen && !sheet.visible),
        visible: names(&|at, sheet| at != chosen && sheet.visible),
    });
    table.sheet = Some(sheets[chosen].name.clone());
    Ok(table)
}

/// The only visible sheet that has the headings; if none has, the only one that is not empty.
fn fitting(
    sheets: &[Listed],
    reading: &Reading<'_>,
    mut read: impl FnMut(usize) -> Result<Table, Fault>,
) -> Result<(usize, Table), Fault> {
    let mut filled = Vec::new();
    for (at, _) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.visible) {
        let mut table = read(at)?;
        table.rows.retain(|row| !row.is_blank());
        if !table.rows.is_empty() {
            filled.push((at, table));
        }
    }
    let fits = |table: &Table| place(&table.rows, reading).rank.fits();
    if filled.iter().any(|(_, table)| fits(table)) {
        filled.retain(|(_, table)| fits(table));
    }
    match filled.len() {
        0 => Err(Fault::Empty),
        1 => Ok(filled.remove(0)),
        _ => {
            Err(Fault::WhichSheet { names: filled.iter().map(|(at, _)| sheets[*at].name.clone()).collect() })
        }
    }
}
