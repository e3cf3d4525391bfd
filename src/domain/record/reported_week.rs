//! A week at the child's own school, as somebody reports it to the house.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::value::code::coded;
use crate::value::halves::{Halves, Pedagogical};
use crate::value::id::{AnyKey, CaseId, ReportedWeekId};
use crate::value::week::SchoolWeek;

coded! {
    "report source"
    /// Who reports a week. Source: our own.
    pub enum ReportSource {
        /// The school.
        School = "school",
        /// A parent.
        Parent = "parent",
        /// The child.
        Child = "child",
    }
}

/// More attended than possible, nothing possible, or more than a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a week has 1 to 10 half-days, and no more are attended than possible")]
pub struct BadDays;

/// Half-days attended of half-days possible in one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawDays", into = "RawDays")]
pub struct ReportedDays {
    attended: Halves<Pedagogical>,
    possible: Halves<Pedagogical>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDays {
    attended: Halves<Pedagogical>,
    possible: Halves<Pedagogical>,
}

impl ReportedDays {
    /// Half-days of a whole school week.
    pub const WEEK: u32 = 10;

    /// Makes a week of 0 to `possible` attended half-days, and 1 to 10 possible ones.
    ///
    /// # Errors
    /// [`BadDays`] outside that.
    pub fn new(attended: Halves<Pedagogical>, possible: Halves<Pedagogical>) -> Result<Self, BadDays> {
        let sound = (1..=Self::WEEK).contains(&possible.get()) && attended <= possible;
        if sound { Ok(Self { attended, possible }) } else { Err(BadDays) }
    }

    /// Half-days attended.
    #[must_use]
    pub fn attended(self) -> Halves<Pedagogical> {
        self.attended
    }

    /// Half-days on which the school expected the child, 1 to 10.
    #[must_use]
    pub fn possible(self) -> Halves<Pedagogical> {
        self.possible
    }
}

impl TryFrom<RawDays> for ReportedDays {
    type Error = BadDays;

    fn try_from(raw: RawDays) -> Result<Self, BadDays> {
        Self::new(raw.attended, raw.possible)
    }
}

impl From<ReportedDays> for RawDays {
    fn from(days: ReportedDays) -> Self {
        Self { attended: days.attended, possible: days.possible }
    }
}

/// A child's week at its own school, as it was reported. There is at most one per case and week.
/// Source: the wellbeing programme; its children go to their own schools.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedWeek {
    /// Its identity.
    pub id: ReportedWeekId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The week.
    pub monday: SchoolWeek,
    /// The days attended of those possible.
    pub days: ReportedDays,
    /// Who reported it.
    pub source: ReportSource,
}

impl Record for ReportedWeek {
    type Key = ReportedWeekId;

    fn key(&self) -> ReportedWeekId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::From(self.case, self.monday.monday()))
    }
}
