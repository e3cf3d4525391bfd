//! Levels (grader) of intervention in a programme, and a case's decisions on its level.
//! Source: wellbeing programme, three grades and choice of intervention.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::intervention::InterventionKind;
use crate::value::id::{StaffId, TalkId};
use crate::value::level::Level;
use crate::value::text::Line;

/// The interventions of a level. Source: our own, from the three grades of intervention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelContent {
    /// The level.
    pub level: Level,
    /// Groups of interventions; one of each group is enough (a contact pedagogue *or* a teacher).
    pub interventions: Vec<Vec<InterventionKind>>,
}

/// One decision on the level of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelChange {
    /// The new level.
    pub level: Level,
    /// The day it takes effect.
    pub on: NaiveDate,
    /// The recorded dialogue or meeting that it is based on.
    pub talk: TalkId,
    /// The reason; only the first choice may omit it.
    pub reason: Option<Line>,
    /// The member of staff who recorded it.
    pub by: StaffId,
}
