//! Which row a value stands on, and which column a date.

use chrono::NaiveDate;
use trivsel_domain::Tenths;

/// Rows between two numbers of the axis, at least.
const BETWEEN: usize = 2;

/// From values to rows, the highest in row 0.
pub(super) struct Scale {
    low: i64,
    high: i64,
    /// Rows that the range spans, one less than there are.
    steps: i64,
}

impl Scale {
    /// Over a range, which is not empty, in so many rows.
    pub(super) fn new(low: Tenths, high: Tenths, rows: usize) -> Self {
        let steps = i64::try_from(rows).unwrap_or(i64::MAX).clamp(1, 10_000) - 1;
        Self { low: i64::from(low.0), high: i64::from(high.0), steps }
    }

    /// The row nearest to a value.
    pub(super) fn row(&self, value: Tenths) -> usize {
        let up = i64::from(value.0).clamp(self.low, self.high) - self.low;
        usize::try_from(self.steps - nearest(up * self.steps, self.high - self.low)).unwrap_or(0)
    }

    /// The numbers of the axis with their rows: the ends, and between them round ones that have room.
    pub(super) fn ticks(&self) -> Vec<(usize, Tenths)> {
        let value = |n: i64| Tenths(i32::try_from(n).unwrap_or(i32::MAX));
        let (top, bottom) = (value(self.high), value(self.low));
        let (first, last) = (self.row(top), self.row(bottom));
        let mut ticks = vec![(first, top)];
        if last > first {
            ticks.push((last, bottom));
        }
        let far = i64::try_from(BETWEEN).unwrap_or(0) * (self.high - self.low);
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

/// A part of a whole, to the nearest; the whole is more than nothing.
pub(super) fn nearest(part: i64, whole: i64) -> i64 {
    (2 * part + whole).div_euclid(2 * whole)
}

/// The columns of dates in order, in a room that has one for each: by their distance in days, no two on one.
pub(super) fn places(dates: &[NaiveDate], room: usize) -> Vec<usize> {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return Vec::new() };
    let days = last.signed_duration_since(*first).num_days();
    let end = i64::try_from(room).unwrap_or(i64::MAX) - 1;
    let place = |date: &NaiveDate| {
        // All on one day stand in the middle.
        let at = if days == 0 {
            end / 2
        } else {
            nearest(date.signed_duration_since(*first).num_days() * end, days)
        };
        usize::try_from(at).unwrap_or(0)
    };
    spread(&dates.iter().map(place).collect::<Vec<_>>(), room)
}

/// Places in order, each on its own and as near to where it is wanted as the room allows. There is a place for each.
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
