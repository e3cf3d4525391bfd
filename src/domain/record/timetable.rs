//! The weekly timetable (skema): the days and hours at which a child is expected. Attendance is measured against it.

use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::value::id::{AnyKey, CaseId, TimetableId};
use crate::value::text::Line;
use crate::value::time::{Hours, TimeOfDay};

/// An entry at a time of the day: a lesson, a break, an arrival.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The time it begins.
    pub at: TimeOfDay,
    /// The name of the entry.
    pub what: Line,
}

/// One weekday of a timetable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "plan", rename_all = "snake_case")]
pub enum DayPlan {
    /// The child is not expected.
    Off,
    /// The child is met elsewhere by agreement: at home, online.
    Elsewhere,
    /// The child is expected at school.
    Expected {
        /// The expected hours; `None` if unknown.
        hours: Option<Hours>,
        /// The entries of the day, earliest first.
        blocks: Vec<Block>,
    },
}

impl DayPlan {
    /// Expected at school, hours unknown.
    pub const UNKNOWN: Self = Self::Expected { hours: None, blocks: Vec::new() };

    /// The hours, if the child is expected and they are known.
    #[must_use]
    pub fn hours(&self) -> Option<Hours> {
        match self {
            Self::Expected { hours, .. } => *hours,
            _ => None,
        }
    }

    /// Planned minutes at school; 0 if not expected or unknown.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.hours().map_or(0, |h| u32::from(h.minutes()))
    }
}

/// One version of a child's week, Monday to Friday, in force from a date until the next version.
/// Source: service description, teaching (planned for each child, adjusted as it goes).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    /// The identity of the version.
    pub id: TimetableId,
    /// The case it belongs to.
    pub case: CaseId,
    /// The first day it is in force.
    pub from: NaiveDate,
    /// The plans for Monday to Friday.
    pub days: [DayPlan; 5],
}

impl Timetable {
    /// The plan of a weekday; weekends are off.
    #[must_use]
    pub fn day(&self, weekday: Weekday) -> &DayPlan {
        self.days.get(weekday.num_days_from_monday() as usize).unwrap_or(&DayPlan::Off)
    }

    /// Planned minutes in a full week, 0 if unknown.
    #[must_use]
    pub fn minutes_a_week(&self) -> u32 {
        self.days.iter().map(DayPlan::minutes).sum()
    }
}

/// The version in force on a date among all versions of one case.
#[must_use]
pub fn in_force(versions: &[Timetable], on: NaiveDate) -> Option<&Timetable> {
    versions.iter().filter(|t| t.from <= on).max_by_key(|t| (t.from, t.id))
}

impl Record for Timetable {
    type Key = TimetableId;

    fn key(&self) -> TimetableId {
        self.id
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::From(self.case, self.from))
    }
}
