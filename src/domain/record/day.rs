//! One case's day in the register: marks, a foretold absence, a remark, the day's mood.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::record::edit::Record;
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId};
use crate::value::mark::{Absence, Half, Mark};
use crate::value::text::Line;

/// A mood outside 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a mood is 1 to 5")]
pub struct MoodProblem;

/// The mood of the child's day, 1 (worst) to 5 (best).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Mood(u8);

impl Mood {
    /// Makes a mood from 1 to 5.
    ///
    /// # Errors
    /// [`MoodProblem`] outside that.
    pub fn new(mood: u8) -> Result<Self, MoodProblem> {
        if (1..=5).contains(&mood) { Ok(Self(mood)) } else { Err(MoodProblem) }
    }

    /// The number, 1 to 5.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Mood {
    type Error = MoodProblem;

    fn try_from(mood: u8) -> Result<Self, MoodProblem> {
        Self::new(mood)
    }
}

impl From<Mood> for u8 {
    fn from(mood: Mood) -> u8 {
        mood.0
    }
}

coded! {
    "origin"
    /// The register that a mark comes from. The sending school's marks are imprecise, so they are kept and drawn
    /// apart.
    /// Source: our own.
    pub enum Origin {
        /// The house's own.
        Own = "own",
        /// The sending school's, imported.
        SendingSchool = "sending-school",
    }
}

/// An absence reported ahead. It pre-fills the register; a mark overrides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foretold {
    /// The cause of the absence.
    pub cause: Absence,
    /// When it was reported, in the house's own time zone.
    pub told_at: NaiveDateTime,
}

/// One case's day in the register. There is at most one per case and date; an empty one is not stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// The case it belongs to.
    pub case: CaseId,
    /// The date.
    pub date: NaiveDate,
    /// The register it comes from.
    pub origin: Origin,
    /// The name of the school that kept it, if it is not the house's own and the import said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<Line>,
    /// The morning's mark, or the whole day's in the lower grades.
    pub first: Option<Mark>,
    /// The last lesson's mark, if it differs; until it is set, the first mark counts for both halves.
    pub second: Option<Mark>,
    /// An absence reported ahead.
    pub foretold: Option<Foretold>,
    /// A remark.
    pub remark: Option<Line>,
    /// The day's mood.
    pub mood: Option<Mood>,
}

impl Day {
    /// A day without any entry.
    #[must_use]
    pub fn blank(case: CaseId, date: NaiveDate) -> Self {
        Self {
            case,
            date,
            origin: Origin::Own,
            register: None,
            first: None,
            second: None,
            foretold: None,
            remark: None,
            mood: None,
        }
    }

    /// Whether the day is empty and need not be stored.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.first.is_none()
            && self.second.is_none()
            && self.foretold.is_none()
            && self.remark.is_none()
            && self.mood.is_none()
    }

    /// Whether the day has a mark.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.first.is_some() || self.second.is_some()
    }

    /// The mark that counts for a half: its own, else the first half's, else the foretold absence.
    #[must_use]
    pub fn mark(&self, half: Half) -> Option<Mark> {
        let own = match half {
            Half::First => self.first,
            Half::Second => self.second.or(self.first),
        };
        own.or_else(|| self.foretold.map(|f| f.cause.into()))
    }

    /// The mark of the worse half, by which the day is judged at a glance; the only mark of a child marked once a day.
    #[must_use]
    pub fn worse_mark(&self, twice: bool) -> Option<Mark> {
        let second = self.mark(Half::Second).filter(|_| twice);
        self.mark(Half::First).into_iter().chain(second).max_by_key(|m| m.kind().gravity())
    }

    /// Whether a foretold absence counts for the first half because no mark overrides it.
    #[must_use]
    pub fn is_prefilled(&self) -> bool {
        self.first.is_none() && self.foretold.is_some()
    }
}

impl Record for Day {
    type Key = (CaseId, NaiveDate);

    fn key(&self) -> (CaseId, NaiveDate) {
        (self.case, self.date)
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into()].into()
    }
}
