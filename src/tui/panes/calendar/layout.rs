//! Lays appointments out in a time grid: which one is a block in which cells, and how many are only counted.
//!
//! A pure function of times and sizes. Every appointment of a column is drawn once, or counted once: beside those that
//! it overlaps, or before or after the hours that have room.

use std::ops::Range;

/// The hours of a working day, in minutes since midnight.
const DAY: (u16, u16) = (8 * 60, 16 * 60);
const MIDNIGHT: u16 = 24 * 60;
/// The fewest columns of a block beside another.
const LANE: usize = 5;
/// The columns of a count: "+99".
pub const COUNT: usize = 3;

/// One appointment: its key, and its minutes since midnight, the end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    pub key: usize,
    pub from: u16,
    pub to: u16,
}

/// The rows and columns of a grid.
#[derive(Clone, Copy, Debug)]
pub struct Size<'a> {
    pub rows: usize,
    /// The minutes of a row.
    pub row_minutes: u16,
    /// The columns of a day or a person on the screen.
    pub widths: &'a [usize],
}

/// An appointment that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub key: usize,
    /// The day or person.
    pub column: usize,
    /// Its place within the column.
    pub left: usize,
    pub width: usize,
    pub rows: Range<usize>,
    /// Whether its first and last row are in sight.
    pub begins: bool,
    pub ends: bool,
}

/// A count of appointments that have no room beside those they overlap, at the right edge of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct More {
    pub column: usize,
    pub row: usize,
    pub count: usize,
}

/// A grid that is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The first row's minutes since midnight.
    pub first: u16,
    pub row_minutes: u16,
    pub rows: usize,
    pub blocks: Vec<Block>,
    pub more: Vec<More>,
    /// For each column the appointments before the first row; empty if there are none, and no line is kept for them.
    pub earlier: Vec<usize>,
    /// For each column the appointments after the last row; empty if there are none, and no line is kept for them.
    pub later: Vec<usize>,
}

impl Grid {
    /// The row of a time, if it is in sight.
    #[must_use]
    pub fn row(&self, minutes: u16) -> Option<usize> {
        let row = usize::from(minutes.checked_sub(self.first)? / self.row_minutes);
        (row < self.rows).then_some(row)
    }

    /// The time at which a row begins, in minutes since midnight.
    #[must_use]
    pub fn time(&self, row: usize) -> u16 {
        self.first + self.row_minutes * u16::try_from(row).unwrap_or_default()
    }
}

/// The minutes of a row where there are so many: quarters if a working day has room, or half hours.
#[must_use]
pub fn row_minutes(rows: usize) -> u16 {
    if rows >= usize::from((DAY.1 - DAY.0) / 15) { 15 } else { 30 }
}

/// Divides a width among columns, as evenly as whole columns allow; the first are the wider ones.
#[must_use]
pub fn widths(width: usize, columns: usize) -> Vec<usize> {
    let columns = columns.max(1);
    (0..columns).map(|n| width / columns + usize::from(n < width % columns)).collect()
}

/// Lays out the appointments of each column. The cursor's minutes are in sight, and the appointment with the cursor's
/// key is drawn.
#[must_use]
pub fn lay(columns: &[Vec<Timed>], size: Size<'_>, cursor: Option<(u16, u16)>, key: Option<usize>) -> Grid {
    let all = || columns.iter().flatten();
    let mut found = (size.rows.max(1), 0);
    // A line is kept for what is earlier, and one for what is later, only if there is any.
    for (top, bottom) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        let rows = size.rows.saturating_sub(top + bottom).max(1);
        let first = window(columns, rows, size.row_minutes, cursor);
        found = (rows, first);
        let last = end(first, rows, size.row_minutes);
        let earlier = all().any(|e| e.to <= first);
        let later = all().any(|e| e.from >= last);
        if (!earlier || top == 1) && (!later || bottom == 1) {
            break;
        }
    }
    let (rows, first) = found;
    let last = end(first, rows, size.row_minutes);
    let count = |hidden: &dyn Fn(&Timed) -> bool| -> Vec<usize> {
        let counts: Vec<usize> = columns.iter().map(|c| c.iter().filter(|e| hidden(e)).count()).collect();
        if counts.iter().all(|n| *n == 0) { Vec::new() } else { counts }
    };
    let mut grid = Grid {
        first,
        row_minutes: size.row_minutes,
        rows,
        earlier: count(&|e| e.to <= first),
        later: count(&|e| e.from >= last),
        ..Grid::default()
    };
    for (column, timed) in columns.iter().enumerate() {
        let width = size.widths.get(column).copied().unwrap_or_default();
        let mut seen: Vec<Placed> = timed
            .iter()
            .filter(|e| e.to > first && e.from < last)
            .map(|timed| Placed { timed: *timed, rows: rows_of(timed, &grid), lane: 0 })
            .collect();
        seen.sort_by_key(|p| (p.timed.from, p.timed.to, p.timed.key));
        for cluster in clusters(seen) {
            place(&mut grid, cluster, column, width, key);
        }
    }
    grid
}

/// An appointment in sight, and its place beside those it overlaps.
#[derive(Clone, Debug)]
struct Placed {
    timed: Timed,
    rows: Range<usize>,
    lane: usize,
}

fn end(first: u16, rows: usize, row_minutes: u16) -> u16 {
    first.saturating_add(row_minutes.saturating_mul(u16::try_from(rows).unwrap_or(u16::MAX)))
}

/// The first minute in sight: eight o'clock, unless earlier or later appointments have room, or the cursor asks for it.
fn window(columns: &[Vec<Timed>], rows: usize, row_minutes: u16, cursor: Option<(u16, u16)>) -> u16 {
    let shown = end(0, rows, row_minutes);
    let down = |minutes: u16| minutes / row_minutes * row_minutes;
    let all = || columns.iter().flatten();
    let earliest = all().map(|e| e.from).min().map_or(DAY.0, down);
    let latest = all().map(|e| e.to.div_ceil(row_minutes) * row_minutes).max().unwrap_or(DAY.1);
    let mut first = DAY.0.min(earliest);
    if latest > first.saturating_add(shown) {
        first = latest.saturating_sub(shown).clamp(first, earliest.max(first));
    }
    if let Some((from, to)) = cursor {
        let to = to.div_ceil(row_minutes) * row_minutes;
        if to > first.saturating_add(shown) {
            first = to.saturating_sub(shown);
        }
        first = first.min(down(from));
    }
    first.min(down(MIDNIGHT.saturating_sub(shown)))
}

fn rows_of(timed: &Timed, grid: &Grid) -> Range<usize> {
    let first = usize::from(timed.from.saturating_sub(grid.first) / grid.row_minutes);
    let last = usize::from(timed.to.saturating_sub(grid.first).div_ceil(grid.row_minutes)).min(grid.rows);
    first..last.max(first + 1)
}

/// Groups the appointments of a column that overlap, directly or through others.
fn clusters(seen: Vec<Placed>) -> Vec<Vec<Placed>> {
    let mut groups: Vec<Vec<Placed>> = Vec::new();
    let mut last = 0;
    for one in seen {
        let end = one.rows.end;
        match groups.last_mut() {
            Some(group) if one.rows.start < last => group.push(one),
            _ => groups.push(vec![one]),
        }
        last = last.max(end);
    }
    groups
}

/// Gives each appointment the first lane that is free; the one at `before` is asked first. Returns how many lanes.
fn lanes(cluster: &mut [Placed], before: Option<usize>) -> usize {
    let mut order: Vec<usize> = (0..cluster.len()).collect();
    order.sort_by_key(|n| (before != Some(*n), *n));
    let mut taken: Vec<Vec<Range<usize>>> = Vec::new();
    for n in order {
        let Some(one) = cluster.get_mut(n) else { continue };
        let meets = |other: &Range<usize>| other.start < one.rows.end && one.rows.start < other.end;
        let free = taken.iter().position(|lane| !lane.iter().any(meets));
        one.lane = free.unwrap_or(taken.len());
        match taken.get_mut(one.lane) {
            Some(lane) => lane.push(one.rows.clone()),
            None => taken.push(vec![one.rows.clone()]),
        }
    }
    taken.len()
}

fn place(grid: &mut Grid, mut cluster: Vec<Placed>, column: usize, width: usize, key: Option<usize>) {
    let needed = lanes(&mut cluster, None);
    let (shown, width) = if needed <= (width / LANE).max(1) {
        (needed, width)
    } else {
        let width = width.saturating_sub(COUNT);
        ((width / LANE).max(1), width)
    };
    if let Some(at) = cluster.iter().position(|p| Some(p.timed.key) == key && p.lane >= shown) {
        lanes(&mut cluster, Some(at));
    }
    let lane_widths = widths(width, shown);
    let hidden: Vec<&Placed> = cluster.iter().filter(|p| p.lane >= shown).collect();
    if let Some(row) = hidden.iter().map(|p| p.rows.start).min() {
        grid.more.push(More { column, row, count: hidden.len() });
    }
    let (first, last) = (grid.first, end(grid.first, grid.rows, grid.row_minutes));
    grid.blocks.extend(cluster.iter().filter(|p| p.lane < shown).map(|p| Block {
        key: p.timed.key,
        column,
        left: lane_widths.iter().take(p.lane).sum(),
        width: lane_widths.get(p.lane).copied().unwrap_or_default(),
        rows: p.rows.clone(),
        begins: p.timed.from >= first,
        ends: p.timed.to <= last,
    }));
}
