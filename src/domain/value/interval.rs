//! An interval of weeks, months or years.

use serde::{Deserialize, Serialize};

/// An interval outside 1 to 52.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an interval is 1 to 52")]
pub struct BadInterval;

/// An interval of 1 to 52 weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Interval(u8);

impl Interval {
    /// Makes an interval of 1 to 52.
    ///
    /// # Errors
    /// [`BadInterval`] outside that.
    pub fn new(number: u8) -> Result<Self, BadInterval> {
        if (1..=52).contains(&number) { Ok(Self(number)) } else { Err(BadInterval) }
    }

    /// The number, 1 to 52.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Interval {
    type Error = BadInterval;

    fn try_from(number: u8) -> Result<Self, BadInterval> {
        Self::new(number)
    }
}

impl From<Interval> for u8 {
    fn from(interval: Interval) -> u8 {
        interval.0
    }
}
