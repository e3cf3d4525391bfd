//! Finds the sheet of a workbook that holds the list.

use super::blocks::is_register;
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
    let mut tables = match &reading.told.sheet {
        Some(name) => {
            let same = |sheet: &Listed| sheet.name.trim().to_lowercase() == name.trim().to_lowercase();
            let found = sheets.iter().position(same);
            let at = found.ok_or_else(|| Fault::NoSuchSheet { names: names(&|_, _| true) })?;
            vec![(at, read(at)?)]
        }
        None => fitting(sheets, reading, read)?,
    };
    let chosen: Vec<usize> = tables.iter().map(|(at, _)| *at).collect();
    for (at, table) in &mut tables {
        table.sheet = Some(sheets[*at].name.clone());
    }
    let mut tables = tables.into_iter().map(|(_, table)| table);
    let mut table = tables.next().ok_or(Fault::Empty)?;
    table.more = tables.collect();
    table.notes.push(Note::Sheet {
        names: names(&|at, _| chosen.contains(&at)),
        hidden: names(&|at, sheet| !chosen.contains(&at) && !sheet.visible),
        visible: names(&|at, sheet| !chosen.contains(&at) && sheet.visible),
    });
    Ok(table)
}

/// The only visible sheet that has the headings, or all of them if they are registers; if none has the headings, the
/// only one that is not empty.
fn fitting(
    sheets: &[Listed],
    reading: &Reading<'_>,
    mut read: impl FnMut(usize) -> Result<Table, Fault>,
) -> Result<Vec<(usize, Table)>, Fault> {
    let mut filled = Vec::new();
    for (at, _) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.visible) {
        let mut table = read(at)?;
        table.rows.retain(|row| !row.is_blank());
        if !table.rows.is_empty() {
            filled.push((at, table));
        }
    }
    let register = |table: &Table| is_register(&table.rows, reading);
    let fits = |table: &Table| place(&table.rows, reading).rank.fits() || register(table);
    if filled.iter().any(|(_, table)| fits(table)) {
        filled.retain(|(_, table)| fits(table));
    }
    match filled.len() {
        0 => Err(Fault::Empty),
        1 => Ok(filled),
        _ if filled.iter().all(|(_, table)| register(table)) => Ok(filled),
        _ => {
            Err(Fault::WhichSheet { names: filled.iter().map(|(at, _)| sheets[*at].name.clone()).collect() })
        }
    }
}
