//! Outcome measures (Feedback Informed Treatment): scores and their instruments.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::record::total::{MOST_LINES, Total};
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, MeasureId, TalkId};
use crate::value::role::Role;
use crate::value::text::Tag;

coded! {
    "instrument"
    /// The instruments with four lines of 0 to 10. Their wording is licensed and not part of the program.
    /// Source: service description of the wellbeing programme, documentation (FIT).
    pub enum Instrument {
        /// Outcome Rating Scale, from 13 years.
        Ors = "ors",
        /// Child Outcome Rating Scale, 6 to 12 years.
        Cors = "cors",
        /// Session Rating Scale, from 13 years.
        Srs = "srs",
        /// Child Session Rating Scale, 6 to 12 years.
        Csrs = "csrs",
    }
}

impl Instrument {
    /// The usual instrument at the start of a talk, by age in years; an unknown age counts as 13 or more.
    #[must_use]
    pub fn outcome_for(age: Option<u32>) -> Self {
        if age.is_some_and(|a| a < 13) { Self::Cors } else { Self::Ors }
    }

    /// The usual instrument at the end of a talk, by age in years.
    #[must_use]
    pub fn alliance_for(age: Option<u32>) -> Self {
        if age.is_some_and(|a| a < 13) { Self::Csrs } else { Self::Srs }
    }

    /// Whether it rates the talk rather than the child's life.
    #[must_use]
    pub fn is_alliance(self) -> bool {
        matches!(self, Self::Srs | Self::Csrs)
    }
}

/// A number on a line or in a series, in tenths: exact, written with one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tenths(pub i32);

/// A line outside 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a line is 0 to 10")]
pub struct BadScore;

/// Four lines of 0 to 10 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[Tenths; 4]", into = "[Tenths; 4]")]
pub struct FourLines([Tenths; 4]);

impl FourLines {
    /// Makes four lines, 0.0 to 10.0 each.
    ///
    /// # Errors
    /// [`BadScore`] when a line is outside.
    pub fn new(lines: [Tenths; 4]) -> Result<Self, BadScore> {
        if lines.iter().all(|l| (0..=100).contains(&l.0)) { Ok(Self(lines)) } else { Err(BadScore) }
    }

    /// The four lines, 0.0 to 10.0 each.
    #[must_use]
    pub fn lines(self) -> [Tenths; 4] {
        self.0
    }

    /// Their sum, 0.0 to 40.0.
    #[must_use]
    pub fn sum(self) -> Tenths {
        Tenths(self.0.iter().map(|l| l.0).sum())
    }
}

impl TryFrom<[Tenths; 4]> for FourLines {
    type Error = BadScore;

    fn try_from(lines: [Tenths; 4]) -> Result<Self, BadScore> {
        Self::new(lines)
    }
}

impl From<FourLines> for [Tenths; 4] {
    fn from(lines: FourLines) -> Self {
        lines.0
    }
}

/// A score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Score {
    /// A score on one of the four instruments.
    Fit {
        /// The instrument.
        instrument: Instrument,
        /// The four lines.
        lines: FourLines,
    },
    /// A score in a series that the house has defined.
    Own(OwnScore),
}

/// A score without lines, or with more than twelve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a score has 1 to 12 lines")]
pub struct BadLines;

/// A score in a series of the house. It keeps how its lines make one number, so it means the same if the house changes
/// the series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawOwn", into = "RawOwn")]
pub struct OwnScore {
    series: Tag,
    values: Vec<Tenths>,
    total: Total,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOwn {
    series: Tag,
    /// A single line, as it has been written since there were series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Tenths>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    values: Vec<Tenths>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    total: Option<Total>,
}

impl OwnScore {
    /// Makes a score of 1 to 12 lines.
    ///
    /// # Errors
    /// [`BadLines`] without lines, or with more.
    pub fn new(series: Tag, values: Vec<Tenths>, total: Total) -> Result<Self, BadLines> {
        match values.len() {
            // One line makes one number.
            1 => Ok(Self { series, values, total: Total::Sum }),
            2..=MOST_LINES => Ok(Self { series, values, total }),
            _ => Err(BadLines),
        }
    }

    /// Makes a score of a single line.
    #[must_use]
    pub fn single(series: Tag, value: Tenths) -> Self {
        Self { series, values: alloc::vec![value], total: Total::Sum }
    }

    /// The series.
    #[must_use]
    pub fn series(&self) -> &Tag {
        &self.series
    }

    /// The values of the lines, 1 to 12.
    #[must_use]
    pub fn values(&self) -> &[Tenths] {
        &self.values
    }

    /// How the lines make one number.
    #[must_use]
    pub fn total(&self) -> Total {
        self.total
    }

    /// The number that the lines make; `None` if each stands alone.
    #[must_use]
    pub fn number(&self) -> Option<Tenths> {
        let sum: i32 = self.values.iter().map(|v| v.0).sum();
        let count = i32::try_from(self.values.len()).unwrap_or(1).max(1);
        match self.total {
            Total::Sum => Some(Tenths(sum)),
            // Halves are rounded up, also below zero.
            Total::Mean => Some(Tenths((2 * sum + count).div_euclid(2 * count))),
            Total::None => None,
        }
    }
}

impl TryFrom<RawOwn> for OwnScore {
    type Error = BadLines;

    fn try_from(raw: RawOwn) -> Result<Self, BadLines> {
        let values = raw.value.into_iter().chain(raw.values).collect();
        Self::new(raw.series, values, raw.total.unwrap_or(Total::Sum))
    }
}

impl From<OwnScore> for RawOwn {
    fn from(score: OwnScore) -> Self {
        let OwnScore { series, values, total } = score;
        match *values.as_slice() {
            [value] => Self { series, value: Some(value), values: Vec::new(), total: None },
            _ => Self { series, value: None, values, total: Some(total) },
        }
    }
}

/// A strand of comparable scores: one instrument or series, and one rater. Scores of two strands are never compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "RawStrand", into = "RawStrand")]
pub enum Strand {
    /// An instrument and the rater.
    Fit(Instrument, Role),
    /// A series of the house, its shape and the rater.
    Own(Tag, Shape, Role),
}

/// The stored form of a strand: an instrument, or a series with its lines.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStrand {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instrument: Option<Instrument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    series: Option<Tag>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lines: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    total: Option<Total>,
    rater: Role,
}

/// A strand of neither an instrument nor a series with 1 to 12 lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a strand is of an instrument, or of a series with 1 to 12 lines")]
struct BadStrand;

impl TryFrom<RawStrand> for Strand {
    type Error = BadStrand;

    fn try_from(raw: RawStrand) -> Result<Self, BadStrand> {
        match (raw.instrument, raw.series, raw.lines, raw.total) {
            (Some(instrument), None, None, None) => Ok(Self::Fit(instrument, raw.rater)),
            (None, Some(series), Some(lines @ 1..=MOST_LINES), Some(total)) => {
                Ok(Self::Own(series, Shape { lines, total }, raw.rater))
            }
            _ => Err(BadStrand),
        }
    }
}

impl From<Strand> for RawStrand {
    fn from(strand: Strand) -> Self {
        match strand {
            Strand::Fit(instrument, rater) => {
                Self { instrument: Some(instrument), series: None, lines: None, total: None, rater }
            }
            Strand::Own(series, Shape { lines, total }, rater) => {
                Self { instrument: None, series: Some(series), lines: Some(lines), total: Some(total), rater }
            }
        }
    }
}

/// The number of lines of a series, and how they make one number. Scores of two shapes are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape {
    /// The number of lines, 1 to 12.
    pub lines: usize,
    /// How they make one number.
    pub total: Total,
}

/// A recorded score, signed with its talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its identity.
    pub id: MeasureId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The talk in which it was taken.
    pub talk: TalkId,
    /// The date.
    pub date: NaiveDate,
    /// The rater.
    pub rater: Role,
    /// The score.
    pub score: Score,
}

impl Measure {
    /// The score as one number: the sum of the four lines, 0.0 to 40.0, or the number of the series; `None` for a series
    /// whose lines stand alone.
    #[must_use]
    pub fn number(&self) -> Option<Tenths> {
        match &self.score {
            Score::Fit { lines, .. } => Some(lines.sum()),
            Score::Own(own) => own.number(),
        }
    }

    /// The values of its lines.
    #[must_use]
    pub fn lines(&self) -> Vec<Tenths> {
        match &self.score {
            Score::Fit { lines, .. } => lines.lines().to_vec(),
            Score::Own(own) => own.values().to_vec(),
        }
    }

    /// The strand of scores it belongs to.
    #[must_use]
    pub fn strand(&self) -> Strand {
        match &self.score {
            Score::Fit { instrument, .. } => Strand::Fit(*instrument, self.rater),
            Score::Own(own) => Strand::Own(
                own.series().clone(),
                Shape { lines: own.values().len(), total: own.total() },
                self.rater,
            ),
        }
    }
}

impl Record for Measure {
    type Key = MeasureId;

    fn key(&self) -> MeasureId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.talk.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.talk.into(), self.case.into()].into()
    }
}
