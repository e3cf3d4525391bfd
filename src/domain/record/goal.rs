//! Goals (mål) of a case and their progress.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::{Contradiction, Record, repeats};
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, GoalId, StaffId};
use crate::value::text::Line;

coded! {
    "goal kind"
    /// The kinds of goal. Source: service description, start-up goals with focus on personal and academic
    /// development.
    pub enum GoalKind {
        /// Personligt.
        Personal = "personal",
        /// Fagligt.
        Academic = "academic",
        /// Familiens.
        Family = "family",
    }
}

coded! {
    "goal end"
    /// How a goal ended.
    pub enum GoalEnd {
        /// It was reached.
        Reached = "reached",
        /// It was given up.
        Dropped = "dropped",
    }
}

/// A number outside 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("progress is a whole number from 0 to 10")]
pub struct BadProgress;

/// Progress towards a goal: 0 not begun, 10 reached. Source: our own scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct HowFar(u8);

impl HowFar {
    /// Makes a progress value from 0 to 10.
    ///
    /// # Errors
    /// [`BadProgress`] above 10.
    pub fn new(value: u8) -> Result<Self, BadProgress> {
        if value <= 10 { Ok(Self(value)) } else { Err(BadProgress) }
    }

    /// The number, 0 to 10.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for HowFar {
    type Error = BadProgress;

    fn try_from(value: u8) -> Result<Self, BadProgress> {
        Self::new(value)
    }
}

impl From<HowFar> for u8 {
    fn from(value: HowFar) -> u8 {
        value.0
    }
}

/// The progress recorded on a day; at most one per day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The date.
    pub date: NaiveDate,
    /// Progress, 0 to 10.
    pub value: HowFar,
    /// The member of staff who recorded it.
    pub by: StaffId,
}

/// The end of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalClosing {
    /// The day it ended.
    pub on: NaiveDate,
    /// How it ended.
    pub how: GoalEnd,
}

/// A goal of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its identity.
    pub id: GoalId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The kind of goal.
    pub kind: GoalKind,
    /// The wording of the goal.
    pub text: Line,
    /// The goal of the municipality's action plan (handleplan, barnets plan) that it serves, if there is one.
    /// Source: wellbeing programme, documentation (family goals are in line with the plan).
    pub municipal: Option<Line>,
    /// The day it was set.
    pub set_on: NaiveDate,
    /// The recorded progress, by date.
    pub progress: Vec<Progress>,
    /// Its end; `None` while it is open.
    pub ended: Option<GoalClosing>,
}

impl Goal {
    /// Whether it is a family goal without a goal of the municipality's plan, which staff should review.
    #[must_use]
    pub fn is_unlinked_family(&self) -> bool {
        self.kind == GoalKind::Family && self.municipal.is_none()
    }

    /// Whether it is open or was reached; a dropped goal is neither.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.ended.is_none_or(|e| e.how == GoalEnd::Reached)
    }

    /// The latest progress.
    #[must_use]
    pub fn latest(&self) -> Option<Progress> {
        self.progress.last().copied()
    }
}

impl Record for Goal {
    type Key = GoalId;

    fn key(&self) -> GoalId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        core::iter::once(self.case.into()).chain(self.progress.iter().map(|p| p.by.into())).collect()
    }

    fn contradiction(&self) -> Option<Contradiction> {
        repeats(self.progress.iter().map(|p| p.date)).then_some(Contradiction::Twice)
    }
}
