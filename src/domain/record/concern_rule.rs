//! The rules of concern that a house looks at absence by: named presets, and the house's own.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::edit::repeats;
use crate::value::code::coded;
use crate::value::text::Tag;

/// One part of a rule. A rule fires when any of its parts does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ConcernPart {
    /// Absence over so many per cent of the half-days registered in the last three months.
    Share {
        /// 1 to 99.
        percent: u32,
    },
    /// So many whole days in a row, in the last three months.
    InARow {
        /// 2 to 60.
        days: u32,
    },
    /// So many days in all among the last school days.
    Within {
        /// 1 to 60, at most `of`.
        days: u32,
        /// 2 to 60.
        of: u32,
    },
}

impl ConcernPart {
    /// The most school days that a part looks back. Source: our own, as far as the presets do.
    pub const FURTHEST: u32 = 60;

    fn is_sound(self) -> bool {
        let far = Self::FURTHEST;
        match self {
            Self::Share { percent } => (1..100).contains(&percent),
            Self::InARow { days } => (2..=far).contains(&days),
            Self::Within { days, of } => 1 <= days && days <= of && (2..=far).contains(&of),
        }
    }
}

coded! {
    "concern rule"
    /// The presets. Source: our own, with the names of the measures that others use.
    pub enum ConcernRule {
        /// Absence over ten per cent of the half-days registered in the last three months, at least a school week.
        TenPercent = "ten-percent",
        /// Five days in a row, five in twenty or fifteen in sixty school days.
        Days = "days",
        /// Five days in a row, seven in twenty or fifteen in sixty school days.
        DaysSeven = "days-seven",
    }
}

impl ConcernRule {
    /// The rule of a house that has chosen none.
    pub const USUAL: Self = Self::TenPercent;

    /// Its parts, the first that fires being the one that is told.
    #[must_use]
    pub fn parts(self) -> &'static [ConcernPart] {
        use ConcernPart::{InARow, Share, Within};
        match self {
            Self::TenPercent => const { &[Share { percent: 10 }] },
            Self::Days => {
                const { &[InARow { days: 5 }, Within { days: 5, of: 20 }, Within { days: 15, of: 60 }] }
            }
            Self::DaysSeven => {
                const { &[InARow { days: 5 }, Within { days: 7, of: 20 }, Within { days: 15, of: 60 }] }
            }
        }
    }
}

/// A rule without parts, or with a part outside its range or twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a rule has parts, each once and within its range")]
pub struct BadConcern;

/// A rule that the house has written itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawConcern", into = "RawConcern")]
pub struct OwnConcern {
    name: Tag,
    parts: Vec<ConcernPart>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConcern {
    name: Tag,
    parts: Vec<ConcernPart>,
}

impl OwnConcern {
    /// Makes a rule.
    ///
    /// # Errors
    /// [`BadConcern`] without parts, or with a part outside its range or twice.
    pub fn new(name: Tag, parts: Vec<ConcernPart>) -> Result<Self, BadConcern> {
        let sound =
            !parts.is_empty() && parts.iter().all(|p| p.is_sound()) && !repeats(parts.iter().copied());
        if sound { Ok(Self { name, parts }) } else { Err(BadConcern) }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &Tag {
        &self.name
    }
}

impl TryFrom<RawConcern> for OwnConcern {
    type Error = BadConcern;

    fn try_from(raw: RawConcern) -> Result<Self, BadConcern> {
        Self::new(raw.name, raw.parts)
    }
}

impl From<OwnConcern> for RawConcern {
    fn from(rule: OwnConcern) -> Self {
        Self { name: rule.name, parts: rule.parts }
    }
}

/// A rule of a house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConcernChoice {
    /// One of the presets.
    Preset(ConcernRule),
    /// One of its own.
    Own(OwnConcern),
}

impl ConcernChoice {
    /// The parts of the rule.
    #[must_use]
    pub fn parts(&self) -> &[ConcernPart] {
        match self {
            Self::Preset(rule) => rule.parts(),
            Self::Own(rule) => &rule.parts,
        }
    }
}
