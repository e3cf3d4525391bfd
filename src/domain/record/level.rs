//! Levels (grader) of a programme that gives no more and no less than needed, and how a case comes to one.
//! Source: wellbeing programme, three grades and choice of intervention.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::intervention::InterventionKind;
use crate::value::id::{StaffId, TalkId};
use crate::value::level::Level;
use crate::value::text::Line;

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
