//! The spread of some lengths in days: how many, the mean, the middle, the least and the most.

use alloc::vec::Vec;

/// A spread of lengths in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many lengths.
    pub count: u32,
    /// The mean, in days.
    pub mean: f64,
    /// The median, in days: the middle one, or the mean of the two in the middle.
    pub median: f64,
    /// The shortest, in days.
    pub least: i64,
    /// The longest, in days.
    pub most: i64,
}

impl Spread {
    /// The spread of some lengths in days; `None` of none.
    #[must_use]
    pub fn of(days: impl IntoIterator<Item = i64>) -> Option<Self> {
        let mut days: Vec<i64> = days.into_iter().collect();
        days.sort_unstable();
        let (least, most) = (*days.first()?, *days.last()?);
        let count = u32::try_from(days.len()).ok()?;
        let middle = days.len() / 2;
        let upper = number(*days.get(middle)?);
        let median = if days.len() % 2 == 1 {
            upper
        } else {
            (number(*days.get(middle.checked_sub(1)?)?) + upper) / 2.0
        };
        let mean = number(days.iter().sum()) / f64::from(count);
        Some(Self { count, mean, median, least, most })
    }
}

/// A number of days as a fraction; days are far fewer than the whole numbers that it holds.
fn number(days: i64) -> f64 {
    i32::try_from(days).map_or(f64::MAX, f64::from)
}
