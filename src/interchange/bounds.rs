//! Limits on the size of a list, checked before memory is allocated for it.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::problem::Fault;

/// The most text and tables a workbook may unpack to, in bytes. A year of attendance is about two million.
const UNFOLDED: u64 = 32 << 20;
/// The most each other part may unpack to, in bytes: the styles of the largest workbooks take a tenth of it. In memory
/// a part takes up to sixty times its size.
const UNFOLDED_PART: u64 = 2 << 20;

/// The parts that hold the cells and their texts.
const CELLS: [&str; 3] = ["/worksheets/", "/sharedStrings", "content.xml"];

/// The remaining capacity of a list.
pub(super) struct Room {
    rows: usize,
    cells: usize,
    bytes: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { rows: 100_000, cells: 2_000_000, bytes: 32 << 20 }
    }
}

impl Room {
    /// No limit.
    pub fn unbounded() -> Self {
        Self { rows: usize::MAX, cells: usize::MAX, bytes: usize::MAX }
    }

    /// Takes capacity for rows, cells and the bytes of their text.
    pub fn take(&mut self, rows: usize, cells: usize, bytes: usize) -> Result<(), Fault> {
        let left = |have: usize, asked: usize| have.checked_sub(asked).ok_or(Fault::TooMuch);
        self.rows = left(self.rows, rows)?;
        self.cells = left(self.cells, cells)?;
        self.bytes = left(self.bytes, bytes)?;
        Ok(())
    }
}

/// Rejects a workbook that unpacks to more than a list can hold. The parts are counted while unpacking, because the
/// sizes they declare may be wrong.
pub(super) fn unfolds_within(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::BadWorkbook)?;
    let mut left = UNFOLDED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| Fault::BadWorkbook)?;
        // Pictures are never unpacked.
        if part.name().is_ok_and(|name| name.contains("/media/")) {
            continue;
        }
        let cells = part.name().is_ok_and(|name| CELLS.iter().any(|cells| name.contains(cells)));
        let most = if cells { left } else { left.min(UNFOLDED_PART) };
        let size = io::copy(&mut part.take(most + 1), &mut io::sink()).map_err(|_| Fault::BadWorkbook)?;
        if size > most {
            return Err(Fault::TooMuch);
        }
        left -= size;
    }
    Ok(())
}
