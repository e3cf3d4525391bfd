//! Goals (mål) of a case, and how far it has come with each.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::edit::{Contradiction, Record, repeats};
use crate::value::code::coded;
use crate::value::id::{AnyKey, CaseId, GoalId, StaffId};
use crate::value::text::Line;

coded! {
    "goal kind"
    /// What a goal is for. Source: service description, start-up goals with focus on personal and academic development.
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
        /// It is no longer a goal.
        Dropped = "dropped",
    }
}

/// A number that is no progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("progress is a whole number from 0 to 10")]
pub struct BadProgress;

/// How far a goal has come: 0 not begun, 10 reached. Source: our own scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct HowFar(u8);

impl HowFar {
    /// A number from 0 to 10.
    ///
    /// # Errors
    /// [`BadProgress`] above 10.
    pub fn new(value: u8) -> Result<Self, BadProgress> {
        if value <= 10 { Ok(Self(value)) } else { Err(BadProgress) }
    }

    /// The number.
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

/// How far a goal had come on a day; one a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The day.
    pub date: NaiveDate,
    /// How far.
    pub value: HowFar,
    /// Who said so.
    pub by: StaffId,
}

/// That a goal has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalClosing {
    /// When.
    pub on: NaiveDate,
    /// How.
    pub how: GoalEnd,
}

/// A goal of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Which.
    pub id: GoalId,
    /// Of which case.
    pub case: CaseId,
    /// What it is for.
    pub kind: GoalKind,
    /// The goal.
    pub text: Line,
    /// The goal of the municipality's action plan (handleplan, barnets plan) that it serves, where there is one.
    /// Source: wellbeing programme, documentation (family goals are in line with the plan).
    pub municipal: Option<Line>,
    /// The day it was set.
    pub set_on: NaiveDate,
    /// How far it came, by date.
    pub progress: Vec<Progress>,
    /// How it ended, if it has.
    pub ended: Option<GoalClosing>,
}

impl Goal {
    /// Whether it is a family goal that no goal of the municipality's plan stands behind: to be looked at.
    #[must_use]
    pub fn is_unlinked_family(&self) -> bool {
        self.kind == GoalKind::Family && self.municipal.is_none()
    }

    /// Whether it is still a goal, or was reached; a dropped one is neither.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.ended.is_none_or(|e| e.how == GoalEnd::Reached)
    }

    /// How far it is now.
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

    fn references(&self) -> Vec<AnyKey> {
        core::iter::once(self.case.into()).chain(self.progress.iter().map(|p| p.by.into())).collect()
    }

    fn contradiction(&self) -> Option<Contradiction> {
        repeats(self.progress.iter().map(|p| p.date)).then_some(Contradiction::Twice)
    }
}
