//! Suppression: which cells of a table are hidden so that no small group can be seen or computed.
//!
//! A cell is hidden if fewer than [`FEWEST`] children are behind it, and so are as many others as it takes: no hidden
//! cell follows from the shown ones, the totals of its row and column, and what everybody knows, namely that a hidden
//! cell is not empty. An empty cell is shown, because it is no group.
//!
//! A table with the totals as its first row and column is a network: every row and every column sums to zero if the
//! totals count as negative. A hidden cell follows from the rest just if no circle of hidden cells goes through it along
//! which one can go up and the next down. Source: the usual practice of statistics (complementary suppression).

use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

/// The fewest children that a shown cell has behind it. Source: our own, as in public statistics.
pub const FEWEST: u32 = 5;

/// A cell before it is known whether it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The value that would be shown: children, days or changes.
    pub value: u32,
    /// The children behind it.
    pub group: u32,
}

impl Cell {
    /// A cell that counts children.
    #[must_use]
    pub fn children(count: u32) -> Self {
        Self { value: count, group: count }
    }

    fn is_small(self) -> bool {
        self.value > 0 && self.group < FEWEST
    }
}

/// The totals that a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// The total of each row.
    pub rows: bool,
    /// The total of each column.
    pub columns: bool,
    /// The total of the table.
    pub all: bool,
}

impl Totals {
    /// The total of each row alone.
    pub const OF_ROWS: Self = Self { rows: true, columns: false, all: false };
    /// All totals.
    pub const ALL: Self = Self { rows: true, columns: true, all: true };
}

/// A table of cells whose rows and columns are summed, with what of it is hidden. Row 0 and column 0 are the totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    cells: Vec<Vec<Cell>>,
    hidden: BTreeSet<(usize, usize)>,
    /// The totals that the table does not show at all.
    unseen: BTreeSet<(usize, usize)>,
}

impl Suppressed {
    /// Decides what to hide. `rows` holds the cells without totals, in rows of equal length. The children behind a total
    /// are the sum of those behind its cells.
    #[must_use]
    pub fn new(rows: &[Vec<Cell>], totals: Totals) -> Self {
        Self::of(with_totals(rows), totals)
    }

    /// One row of cells with its total, behind which there are so many children: fewer than the sum if a child is behind
    /// several cells.
    #[must_use]
    pub fn row(cells: &[Cell], group: u32) -> Self {
        let mut all = with_totals(&[cells.to_vec()]);
        if let Some(total) = all.get_mut(1).and_then(|row| row.first_mut()) {
            total.group = group;
        }
        Self::of(all, Totals::OF_ROWS)
    }

    fn of(cells: Vec<Vec<Cell>>, totals: Totals) -> Self {
        let mut unseen = BTreeSet::new();
        for (r, row) in cells.iter().enumerate() {
            for c in 0..row.len() {
                let shown = match (r, c) {
                    (0, 0) => totals.all,
                    (0, _) => totals.columns,
                    (_, 0) => totals.rows,
                    _ => true,
                };
                if !shown {
                    unseen.insert((r, c));
                }
            }
        }
        let mut table = Self { cells, hidden: BTreeSet::new(), unseen };
        table.hidden = table.places().filter(|at| table.shown(*at) && table.cell(*at).is_small()).collect();
        while let Some(open) = table.computable().first().copied() {
            let Some(also) = table.best_cover(open) else { break };
            table.hidden.insert(also);
        }
        table
    }

    /// Whether a cell is hidden; rows and columns from 0, without the totals.
    #[must_use]
    pub fn hides(&self, row: usize, column: usize) -> bool {
        self.hidden.contains(&(row + 1, column + 1))
    }

    /// Whether the total of a row is hidden.
    #[must_use]
    pub fn hides_row(&self, row: usize) -> bool {
        self.hidden.contains(&(row + 1, 0))
    }

    /// Whether the total of a column is hidden.
    #[must_use]
    pub fn hides_column(&self, column: usize) -> bool {
        self.hidden.contains(&(0, column + 1))
    }

    /// Whether the total of all is hidden.
    #[must_use]
    pub fn hides_all(&self) -> bool {
        self.hidden.contains(&(0, 0))
    }

    /// The hidden cells that follow from what is shown. None after [`Self::new`].
    #[must_use]
    pub fn computable(&self) -> Vec<(usize, usize)> {
        self.hidden.iter().copied().filter(|at| !self.can_differ(*at)).collect()
    }

    fn places(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.cells.iter().enumerate().flat_map(|(r, row)| (0..row.len()).map(move |c| (r, c)))
    }

    fn cell(&self, (r, c): (usize, usize)) -> Cell {
        let found = self.cells.get(r).and_then(|row| row.get(c)).copied();
        found.unwrap_or(Cell { value: 0, group: 0 })
    }

    fn shown(&self, at: (usize, usize)) -> bool {
        !self.unseen.contains(&at)
    }

    /// Whether a reader does not know the value.
    fn is_open(&self, at: (usize, usize)) -> bool {
        self.hidden.contains(&at) || self.unseen.contains(&at)
    }

    /// Whether the table that a reader sees fits another value of a hidden cell.
    fn can_differ(&self, at: (usize, usize)) -> bool {
        [true, false].iter().any(|up| self.moves(at, *up) && self.closes(at, *up))
    }

    /// Whether a hidden cell could be one more, or one less without being empty.
    fn moves(&self, at: (usize, usize), up: bool) -> bool {
        let least = u32::from(!self.unseen.contains(&at));
        self.is_open(at) && (up || self.cell(at).value > least)
    }

    /// Whether the other hidden cells can balance a change of one. A change of a total counts the other way round, so
    /// from a row the way goes on over a cell that changes against it, and from a column over one that changes with it.
    fn closes(&self, at: (usize, usize), up: bool) -> bool {
        let sign = |(r, c): (usize, usize)| (r == 0) == (c == 0);
        let rising = up == sign(at);
        let (rows, columns) = (self.cells.len(), self.cells.first().map_or(0, Vec::len));
        let (mut row_seen, mut column_seen) = (vec![false; rows], vec![false; columns]);
        // The row of the cell has a surplus that another cell of the row must take away, and so on to its column.
        let mut waiting = vec![at.0];
        while let Some(r) = waiting.pop() {
            if core::mem::replace(row_seen.get_mut(r).unwrap_or(&mut true), true) {
                continue;
            }
            for c in 0..columns {
                let against = (r, c);
                if against == at || !self.moves(against, rising != sign(against)) {
                    continue;
                }
                if c == at.1 {
                    return true;
                }
                if core::mem::replace(column_seen.get_mut(c).unwrap_or(&mut true), true) {
                    continue;
                }
                let with = (0..rows).filter(|row| *row != r && (*row, c) != at);
                waiting.extend(with.filter(|row| self.moves((*row, c), rising == sign((*row, c)))));
            }
        }
        false
    }

    /// The shown cell whose hiding leaves the fewest computable cells; of equal ones the smallest, a cell before a total.
    fn best_cover(&self, open: (usize, usize)) -> Option<(usize, usize)> {
        let candidates = self.places().filter(|at| self.shown(*at) && !self.hidden.contains(at));
        let rank = |at: &(usize, usize)| {
            let mut with = self.clone();
            with.hidden.insert(*at);
            let left = with.computable();
            let is_total = at.0 == 0 || at.1 == 0;
            (is_total, left.contains(&open), left.len(), self.cell(*at).value, *at)
        };
        candidates.filter(|at| self.cell(*at).value > 0).min_by_key(rank)
    }
}

/// The cells with the totals as row 0 and column 0.
fn with_totals(rows: &[Vec<Cell>]) -> Vec<Vec<Cell>> {
    let none = Cell { value: 0, group: 0 };
    let sum = |cells: &mut dyn Iterator<Item = Cell>| {
        cells.fold(none, |a, b| Cell { value: a.value + b.value, group: a.group + b.group })
    };
    let width = rows.first().map_or(0, Vec::len);
    let column = |c: usize| sum(&mut rows.iter().filter_map(|row| row.get(c).copied()));
    let totals: Vec<Cell> = (0..width).map(column).collect();
    let head = core::iter::once(sum(&mut totals.iter().copied())).chain(totals.iter().copied()).collect();
    let body = rows
        .iter()
        .map(|row| core::iter::once(sum(&mut row.iter().copied())).chain(row.iter().copied()).collect());
    core::iter::once(head).chain(body).collect()
}
