//! Maps values to rows and dates to columns.

use chrono::NaiveDate;
use trivsel_domain::record::Tenths;

/// The fewest rows between two numbers of the axis.
const BETWEEN: usize = 2;

/// Maps values to dots and to the rows that these are in. Row 0 is the highest value.
pub(super) struct Scale {
    low: i64,
    high: i64,
    /// One less than the number of dots.
    steps: i64,
    /// The dots down one row.
    dots: usize,
}

impl Scale {
    /// A scale for a range that is not empty, over rows of so many dots each.
    pub(super) fn new(low: Tenths, high: Tenths, rows: usize, dots: usize) -> Self {
        let steps = i64::try_from(rows.max(1) * dots).unwrap_or(i64::MAX).clamp(1, 10_000) - 1;
        Self { low: i64::from(low.0), high: i64::from(high.0), steps, dots }
    }

    /// The dot nearest to a value, from the top.
    pub(super) fn dot(&self, value: Tenths) -> usize {
        let up = i64::from(value.0).clamp(self.low, self.high) - self.low;
        usize::try_from(self.steps - nearest(up * self.steps, self.high - self.low)).unwrap_or(0)
    }

    /// The row of the dot nearest to a value.
    pub(super) fn row(&self, value: Tenths) -> usize {
        self.dot(value) / self.dots
    }

    /// The numbers of the axis with their rows: the ends, and round numbers between them that fit.
    pub(super) fn ticks(&self) -> Vec<(usize, Tenths)> {
        let value = |n: i64| Tenths(i32::try_from(n).unwrap_or(i32::MAX));
        let (top, bottom) = (value(self.high), value(self.low));
        let (first, last) = (self.row(top), self.row(bottom));
        let mut ticks = vec![(first, top)];
        if last > first {
            ticks.push((last, bottom));
        }
        let far = i64::try_from(BETWEEN * self.dots).unwrap_or(0) * (self.high - self.low);
        let mut by = (0..10).flat_map(|n| [1, 2, 5].map(|m| m * 10_i64.pow(n)));
        let Some(step) = by.find(|step| step * self.steps >= far) else { return ticks };
        let mut at = self.low.div_euclid(step) * step + step;
        while at < self.high {
            let row = self.row(value(at));
            if row >= first + BETWEEN && row + BETWEEN <= last {
                ticks.push((row, value(at)));
            }
            at += step;
        }
        ticks
    }
}

/// `part / whole`, rounded to the nearest. `whole` is positive.
pub(super) fn nearest(part: i64, whole: i64) -> i64 {
    (2 * part + whole).div_euclid(2 * whole)
}

/// The columns of sorted dates, in proportion to the days between them. No two dates share a column, so `room` must be
/// at least the number of dates.
pub(super) fn places(dates: &[NaiveDate], room: usize) -> Vec<usize> {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return Vec::new() };
    let days = last.signed_duration_since(*first).num_days();
    let end = i64::try_from(room).unwrap_or(i64::MAX) - 1;
    let place = |date: &NaiveDate| {
        // Dates that are all the same go in the middle.
        let at = if days == 0 {
            end / 2
        } else {
            nearest(date.signed_duration_since(*first).num_days() * end, days)
        };
        usize::try_from(at).unwrap_or(0)
    };
    spread(&dates.iter().map(place).collect::<Vec<_>>(), room)
}

/// Moves sorted places apart until no two are equal, each as near to its wanted place as the room allows. The room must
/// have a place for each.
pub(super) fn spread(wanted: &[usize], room: usize) -> Vec<usize> {
    let mut free = 0;
    let mut at: Vec<usize> = Vec::with_capacity(wanted.len());
    for want in wanted {
        let place = (*want).max(free);
        at.push(place);
        free = place + 1;
    }
    for (after, place) in at.iter_mut().rev().enumerate() {
        *place = (*place).min(room.saturating_sub(1 + after));
    }
    at
}
