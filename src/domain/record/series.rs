//! Cut-offs of the instruments, and the series that a house defines itself.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::edit::repeats;
use crate::record::measure::{Instrument, Tenths};
use crate::record::total::{MOST_LINES, Total};
use crate::value::code::coded;
use crate::value::role::Role;
use crate::value::text::{Line, Tag};

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

/// A cut-off of a series, of its one number or, if it has none, of each line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "RawCutOff", into = "RawCutOff")]
pub struct SeriesCutOff {
    /// The cut-off.
    pub at: Tenths,
    /// The rater that it holds for; `None` for every one.
    pub rater: Option<Role>,
    /// The first and the last age in years that it holds for; `None` for every age.
    pub ages: Option<(u32, u32)>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum RawCutOff {
    /// One that holds for all, as it has been written since there were series.
    Plain(Tenths),
    Of {
        at: Tenths,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rater: Option<Role>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ages: Option<(u32, u32)>,
    },
}

impl From<RawCutOff> for SeriesCutOff {
    fn from(raw: RawCutOff) -> Self {
        match raw {
            RawCutOff::Plain(at) => at.into(),
            RawCutOff::Of { at, rater, ages } => Self { at, rater, ages },
        }
    }
}

impl From<SeriesCutOff> for RawCutOff {
    fn from(cut: SeriesCutOff) -> Self {
        let SeriesCutOff { at, rater, ages } = cut;
        if rater.is_none() && ages.is_none() { Self::Plain(at) } else { Self::Of { at, rater, ages } }
    }
}

impl From<Tenths> for SeriesCutOff {
    fn from(at: Tenths) -> Self {
        Self { at, rater: None, ages: None }
    }
}

impl SeriesCutOff {
    /// Whether it holds for a rater and the child's age in years. One for some ages does not hold for an unknown age.
    #[must_use]
    pub fn holds(&self, rater: Role, age: Option<u32>) -> bool {
        let of_age = |(from, to): (u32, u32)| age.is_some_and(|age| (from..=to).contains(&age));
        self.rater.is_none_or(|of| of == rater) && self.ages.is_none_or(of_age)
    }
}

/// What is wrong with a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesProblem {
    /// The range is empty, or goes beyond a thousand in either direction.
    #[error("the range runs from a lower to a higher number within ±1000")]
    Range,
    /// The step is nothing, or does not divide the range.
    #[error("the step divides the range")]
    Step,
    /// There are more than twelve lines, or two of one name.
    #[error("a series has at most twelve lines, each with its own name")]
    Lines,
    /// A cut-off lies outside the range, or its ages run backward.
    #[error("a cut-off lies outside the range, or its ages run backward")]
    CutOff,
}

/// What a series is made of, unchecked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesParts {
    /// The name.
    pub name: Tag,
    /// The names of the lines, at most 12; none for a single line without a name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Tag>,
    /// The lowest value of a line.
    pub low: Tenths,
    /// The highest value of a line.
    pub high: Tenths,
    /// The step between the values of a line, from the lowest on.
    #[serde(default = "tenth", skip_serializing_if = "is_tenth")]
    pub step: Tenths,
    /// How the lines make one number.
    #[serde(default = "sum", skip_serializing_if = "is_sum")]
    pub total: Total,
    /// The direction that is better.
    pub better: Direction,
    /// The cut-offs.
    pub cut_offs: Vec<SeriesCutOff>,
    /// What the house may do with it, and by whose leave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Line>,
    /// Whether no course begins it any more; one that has scores in it goes on.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub retired: bool,
}

fn tenth() -> Tenths {
    Tenths(1)
}

fn is_tenth(step: &Tenths) -> bool {
    *step == tenth()
}

fn sum() -> Total {
    Total::Sum
}

fn is_sum(total: &Total) -> bool {
    *total == Total::Sum
}

impl SeriesParts {
    /// A single line without a name, in steps of a tenth.
    #[must_use]
    pub fn single(name: Tag, low: Tenths, high: Tenths, better: Direction, cut_offs: Vec<Tenths>) -> Self {
        let cut_offs = cut_offs.into_iter().map(SeriesCutOff::from).collect();
        let (lines, step, total, licence) = (Vec::new(), tenth(), sum(), None);
        Self { name, lines, low, high, step, total, better, cut_offs, licence, retired: false }
    }
}

/// A series of scores that the house has defined: a name, 1 to 12 lines of one range, how they make one number, a
/// direction, cut-offs. The program ships no wording of any instrument.
/// Source: outcome measures, other series a house may define itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "SeriesParts", into = "SeriesParts")]
pub struct Series(SeriesParts);

impl Series {
    /// Makes a series of a single line; both ends belong to the range.
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
        Self::of(SeriesParts::single(name, low, high, better, cut_offs))
    }

    /// Makes a series.
    ///
    /// # Errors
    /// [`SeriesProblem`] for the first part that is wrong.
    pub fn of(parts: SeriesParts) -> Result<Self, SeriesProblem> {
        let SeriesParts { low, high, step, .. } = parts;
        if low >= high || low.0 < -10_000 || high.0 > 10_000 {
            return Err(SeriesProblem::Range);
        }
        if step.0 < 1 || (high.0 - low.0) % step.0 != 0 {
            return Err(SeriesProblem::Step);
        }
        if parts.lines.len() > MOST_LINES || repeats(parts.lines.iter()) {
            return Err(SeriesProblem::Lines);
        }
        let series = Self(parts);
        let (low, high) = series.ends();
        let sound = |cut: &SeriesCutOff| {
            low <= cut.at && cut.at <= high && cut.ages.is_none_or(|(from, to)| from <= to && to < 150)
        };
        if series.0.cut_offs.iter().all(sound) { Ok(series) } else { Err(SeriesProblem::CutOff) }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &Tag {
        &self.0.name
    }

    /// The names of the lines; none for a single line without a name.
    #[must_use]
    pub fn lines(&self) -> &[Tag] {
        &self.0.lines
    }

    /// The number of lines, 1 to 12.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.lines.len().max(1)
    }

    /// The lowest value of a line.
    #[must_use]
    pub fn low(&self) -> Tenths {
        self.0.low
    }

    /// The highest value of a line.
    #[must_use]
    pub fn high(&self) -> Tenths {
        self.0.high
    }

    /// The step between the values of a line.
    #[must_use]
    pub fn step(&self) -> Tenths {
        self.0.step
    }

    /// How the lines make one number.
    #[must_use]
    pub fn total(&self) -> Total {
        self.0.total
    }

    /// How the lines of a score make one number: one line always does.
    #[must_use]
    pub fn total_of_one(&self) -> Total {
        if self.count() == 1 { Total::Sum } else { self.0.total }
    }

    /// The lowest and the highest number that the lines make; of one line, if they make none.
    #[must_use]
    pub fn ends(&self) -> (Tenths, Tenths) {
        let times = if self.0.total == Total::Sum { i32::try_from(self.count()).unwrap_or(1) } else { 1 };
        (Tenths(self.0.low.0 * times), Tenths(self.0.high.0 * times))
    }

    /// The direction that is better.
    #[must_use]
    pub fn better(&self) -> Direction {
        self.0.better
    }

    /// The cut-offs, as given.
    #[must_use]
    pub fn cut_offs(&self) -> &[SeriesCutOff] {
        &self.0.cut_offs
    }

    /// The cut-offs that hold for a rater and the child's age in years.
    pub fn cut_offs_of(&self, rater: Role, age: Option<u32>) -> impl Iterator<Item = Tenths> + '_ {
        self.0.cut_offs.iter().filter(move |cut| cut.holds(rater, age)).map(|cut| cut.at)
    }

    /// What the house may do with it, and by whose leave.
    #[must_use]
    pub fn licence(&self) -> Option<&Line> {
        self.0.licence.as_ref()
    }

    /// Whether no course begins it any more. Source: our own (a course keeps the instrument that it began with, and a
    /// series with scores stays on record).
    #[must_use]
    pub fn is_retired(&self) -> bool {
        self.0.retired
    }

    /// Whether a value is one of a line: in the range, and on a step.
    #[must_use]
    pub fn has(&self, value: Tenths) -> bool {
        self.0.low <= value && value <= self.0.high && (value.0 - self.0.low.0) % self.0.step.0 == 0
    }

    /// Whether scores of it can be compared with those of another: the same lines, range and number.
    #[must_use]
    pub fn measures_as(&self, other: &Self) -> bool {
        let of = |s: &Self| (s.count(), s.0.low, s.0.high, s.0.total, s.0.better);
        of(self) == of(other)
    }
}

impl TryFrom<SeriesParts> for Series {
    type Error = SeriesProblem;

    fn try_from(parts: SeriesParts) -> Result<Self, SeriesProblem> {
        Self::of(parts)
    }
}

impl From<Series> for SeriesParts {
    fn from(series: Series) -> Self {
        series.0
    }
}
