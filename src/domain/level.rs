//! Levels (grader) of a programme that gives no more and no less than needed, and how a case comes to one.
//! Source: wellbeing programme, three grades and choice of intervention.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{StaffId, TalkId};
use crate::intervention::InterventionKind;
use crate::text::Line;

/// A number that is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a level is a whole number from 1 to 9")]
pub struct BadLevel;

/// A level of intervention, 1 to 9; the profile of the programme says which there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// A level from 1 to 9.
    ///
    /// # Errors
    /// [`BadLevel`] outside that.
    pub fn new(level: u8) -> Result<Self, BadLevel> {
        if (1..=9).contains(&level) { Ok(Self(level)) } else { Err(BadLevel) }
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = BadLevel;

    fn try_from(level: u8) -> Result<Self, BadLevel> {
        Self::new(level)
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.0
    }
}

/// What a level holds. Source: our own, from the three grades of intervention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelContent {
    /// Which level.
    pub level: Level,
    /// The interventions; of each group one is enough (a contact pedagogue *or* a teacher).
    pub interventions: Vec<Vec<InterventionKind>>,
}

/// One decision on the level of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelChange {
    /// The level from then on.
    pub level: Level,
    /// The day it holds from.
    pub on: NaiveDate,
    /// The recorded dialogue or meeting that it rests on.
    pub talk: TalkId,
    /// Why; only the first choice may go without.
    pub reason: Option<Line>,
    /// Who wrote it.
    pub by: StaffId,
}
