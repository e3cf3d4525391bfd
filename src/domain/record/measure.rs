//! Outcome measures (Feedback Informed Treatment): scores, their instruments, and what they give cause for.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
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
    /// The usual one at the start of a talk; of unknown age, as for the older.
    #[must_use]
    pub fn outcome_for(age: Option<u32>) -> Self {
        if age.is_some_and(|a| a < 13) { Self::Cors } else { Self::Ors }
    }

    /// The usual one at the end of a talk.
    #[must_use]
    pub fn alliance_for(age: Option<u32>) -> Self {
        if age.is_some_and(|a| a < 13) { Self::Csrs } else { Self::Srs }
    }

    /// Whether it asks about the talk, not about life.
    #[must_use]
    pub fn is_alliance(self) -> bool {
        matches!(self, Self::Srs | Self::Csrs)
    }
}

/// A number on a line or in a series, in tenths: exact, and written with one decimal.
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
    /// Four lines, 0.0 to 10.0 each.
    ///
    /// # Errors
    /// [`BadScore`] when one is outside.
    pub fn new(lines: [Tenths; 4]) -> Result<Self, BadScore> {
        if lines.iter().all(|l| (0..=100).contains(&l.0)) { Ok(Self(lines)) } else { Err(BadScore) }
    }

    /// The lines.
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

/// What was measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Score {
    /// With one of the four instruments.
    Fit {
        /// Which.
        instrument: Instrument,
        /// The four lines.
        lines: FourLines,
    },
    /// In a series that the house has defined.
    Own {
        /// Which.
        series: Tag,
        /// The value.
        value: Tenths,
    },
}

/// What makes two scores comparable: the instrument or series, and who rates. Others are never joined.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strand {
    /// An instrument, rated by somebody.
    Fit(Instrument, Role),
    /// A series of the house, rated by somebody.
    Own(Tag, Role),
}

/// A score on record, signed with its talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Which.
    pub id: MeasureId,
    /// Whose.
    pub case: CaseId,
    /// In which talk.
    pub talk: TalkId,
    /// The day.
    pub date: NaiveDate,
    /// Who rated.
    pub rater: Role,
    /// What.
    pub score: Score,
}

impl Measure {
    /// Its one number: the sum of the four lines, 0.0 to 40.0, or the value in the series.
    #[must_use]
    pub fn value(&self) -> Tenths {
        match &self.score {
            Score::Fit { lines, .. } => lines.sum(),
            Score::Own { value, .. } => *value,
        }
    }

    /// What it may be compared with.
    #[must_use]
    pub fn strand(&self) -> Strand {
        match &self.score {
            Score::Fit { instrument, .. } => Strand::Fit(*instrument, self.rater),
            Score::Own { series, .. } => Strand::Own(series.clone(), self.rater),
        }
    }
}

impl Record for Measure {
    type Key = MeasureId;

    fn key(&self) -> MeasureId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.talk.into(), self.case.into()].into()
    }
}
