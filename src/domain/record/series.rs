//! Cut-offs of the instruments, and the series that a house defines itself.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::measure::{Instrument, Tenths};
use crate::value::code::coded;
use crate::value::text::Tag;

/// The sum from which each instrument shows no problem. Settings, in tenths of 0.0 to 40.0.
/// Source: outcome measures, cut-offs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutOffs {
    /// ORS from 18 years.
    pub ors_adult: Tenths,
    /// ORS from 13 to 17 years.
    pub ors_young: Tenths,
    /// CORS.
    pub cors: Tenths,
    /// SRS and CSRS.
    pub srs: Tenths,
}

impl Default for CutOffs {
    fn default() -> Self {
        Self { ors_adult: Tenths(250), ors_young: Tenths(280), cors: Tenths(320), srs: Tenths(360) }
    }
}

impl CutOffs {
    /// The cut-off of an instrument at an age in years; an unknown age counts as young.
    #[must_use]
    pub fn of(self, instrument: Instrument, age: Option<u32>) -> Tenths {
        match instrument {
            Instrument::Ors if age.is_some_and(|a| a >= 18) => self.ors_adult,
            Instrument::Ors => self.ors_young,
            Instrument::Cors => self.cors,
            Instrument::Srs | Instrument::Csrs => self.srs,
        }
    }
}

coded! {
    "direction"
    /// The direction that is better.
    pub enum Direction {
        /// A higher value is better.
        Up = "up",
        /// A lower value is better.
        Down = "down",
    }
}

/// What is wrong with a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesProblem {
    /// The range is empty, or goes beyond a thousand in either direction.
    #[error("the range runs from a lower to a higher number within ±1000")]
    Range,
    /// A cut-off lies outside the range.
    #[error("a cut-off lies outside the range")]
    CutOff,
}

/// A series of scores that the house has defined: a name, a range, a direction, cut-offs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawSeries", into = "RawSeries")]
pub struct Series {
    name: Tag,
    low: Tenths,
    high: Tenths,
    better: Direction,
    cut_offs: Vec<Tenths>,
}

#[derive(Clone, Serialize, Deserialize)]
struct RawSeries {
    name: Tag,
    low: Tenths,
    high: Tenths,
    better: Direction,
    cut_offs: Vec<Tenths>,
}

impl Series {
    /// Makes a series; both ends belong to the range.
    ///
    /// # Errors
    /// [`SeriesProblem`] when the range is empty or too wide, or a cut-off lies outside.
    pub fn new(
        name: Tag,
        low: Tenths,
        high: Tenths,
        better: Direction,
        cut_offs: Vec<Tenths>,
    ) -> Result<Self, SeriesProblem> {
        if low >= high || low.0 < -10_000 || high.0 > 10_000 {
            return Err(SeriesProblem::Range);
        }
        if cut_offs.iter().any(|c| *c < low || *c > high) {
            return Err(SeriesProblem::CutOff);
        }
        Ok(Self { name, low, high, better, cut_offs })
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &Tag {
        &self.name
    }

    /// The lowest value.
    #[must_use]
    pub fn low(&self) -> Tenths {
        self.low
    }

    /// The highest value.
    #[must_use]
    pub fn high(&self) -> Tenths {
        self.high
    }

    /// The direction that is better.
    #[must_use]
    pub fn better(&self) -> Direction {
        self.better
    }

    /// The cut-offs, as given.
    #[must_use]
    pub fn cut_offs(&self) -> &[Tenths] {
        &self.cut_offs
    }

    /// Whether a value is in the range.
    #[must_use]
    pub fn has(&self, value: Tenths) -> bool {
        self.low <= value && value <= self.high
    }
}

impl TryFrom<RawSeries> for Series {
    type Error = SeriesProblem;

    fn try_from(raw: RawSeries) -> Result<Self, SeriesProblem> {
        Self::new(raw.name, raw.low, raw.high, raw.better, raw.cut_offs)
    }
}

impl From<Series> for RawSeries {
    fn from(series: Series) -> Self {
        let Series { name, low, high, better, cut_offs } = series;
        Self { name, low, high, better, cut_offs }
    }
}
