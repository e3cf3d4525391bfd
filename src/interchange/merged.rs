//! Merged cells of a workbook: their value stands once, and is meant for each of them.

use super::bounds::Room;
use super::mapping::letters;
use super::problem::Fault;
use super::table::{Row, WIDEST};

/// Merged cells, by their first and last corner: lines from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merged {
    pub first: (u32, usize),
    pub last: (u32, usize),
}

impl Merged {
    /// The first and last cell: `A2:A3`.
    pub fn range(&self) -> String {
        let [first, last] =
            [self.first, self.last].map(|(line, column)| format!("{}{line}", letters(column)));
        format!("{first}:{last}")
    }

    /// Whether it covers the lines of several rows.
    pub fn is_tall(&self) -> bool {
        self.first.0 < self.last.0
    }
}

/// Fills the rows that merged cells reach down to with the value above, in the first column of the cells. Rows that do
/// not exist stay so.
pub(super) fn fill_down(rows: &mut [Row], merged: &[Merged], room: &mut Room) -> Result<(), Fault> {
    let mut tall: Vec<&Merged> =
        merged.iter().filter(|merged| merged.is_tall() && merged.first.1 < WIDEST).collect();
    tall.sort_by_key(|merged| (merged.first.1, merged.first.0));
    let mut before: Option<&Merged> = None;
    for merged in tall {
        // Cells can't be merged twice, and a file that claims so must not cost more than it has cells.
        let overlaps = |other: &Merged| other.first.1 == merged.first.1 && other.last.0 >= merged.first.0;
        if before.is_some_and(overlaps) {
            continue;
        }
        before = Some(merged);
        let (line, column) = merged.first;
        let Ok(top) = rows.binary_search_by_key(&line, |row| row.line) else { continue };
        let Some(value) = rows[top].cells.get(column).filter(|cell| !cell.trim().is_empty()).cloned() else {
            continue;
        };
        let special = rows[top].special(column);
        for row in rows[top + 1..].iter_mut().take_while(|row| row.line <= merged.last.0) {
            room.take(0, 1, value.len())?;
            row.put(column, value.clone(), special);
            row.from_above.push(column);
        }
    }
    Ok(())
}
