//! The weekly timetable (skema): the days and hours at which a child is expected. Attendance is measured against it.

use alloc::vec::Vec;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::record::edit::{Record, Unique};
use crate::value::id::{AnyKey, CaseId, TimetableId};
use crate::value::spells::Spells;
use crate::value::text::Line;
use crate::value::time::{BadTime, Hours, TimeOfDay};

/// A block at a time of the day: a lesson, a break, an arrival.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The time it begins.
    pub at: TimeOfDay,
    /// The name of the block.
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
    /// The child is in practice (praktik) or a junior apprenticeship by agreement; not at school.
    Practice,
    /// The child is expected at school.
    Expected {
        /// The expected hours, in one spell or two; `None` if unknown.
        hours: Option<Spells>,
        /// The blocks of the day, earliest first.
        blocks: Vec<Block>,
    },
}

impl DayPlan {
    /// Expected at school, hours unknown.
    pub const UNKNOWN: Self = Self::Expected { hours: None, blocks: Vec::new() };

    /// The spells, if the child is expected and they are known.
    #[must_use]
    pub fn spells(&self) -> Option<Spells> {
        match self {
            Self::Expected { hours, .. } => *hours,
            _ => None,
        }
    }

    /// The hours from the first start to the last end, if the child is expected and they are known.
    #[must_use]
    pub fn hours(&self) -> Option<Hours> {
        self.spells().map(Spells::around)
    }

    /// Planned minutes at school; 0 if not expected or unknown.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.spells().map_or(0, |spells| u32::from(spells.minutes()))
    }

    /// Whether the child is met by agreement, but not at school.
    #[must_use]
    pub fn is_away_by_agreement(&self) -> bool {
        matches!(self, Self::Elsewhere | Self::Practice)
    }

    /// The blocks of the day, earliest first.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        match self {
            Self::Expected { blocks, .. } => blocks,
            _ => &[],
        }
    }

    /// The day with a span of school more.
    ///
    /// # Errors
    /// [`BadTime`] when that makes three spells.
    pub fn with(&self, span: Hours) -> Result<Self, BadTime> {
        let hours = match self.spells() {
            Some(spells) => spells.with(span)?,
            None => span.into(),
        };
        Ok(Self::Expected { hours: Some(hours), blocks: self.blocks().to_vec() })
    }

    /// The day without a span of school, and without the blocks in it. Free if nothing is left.
    ///
    /// # Errors
    /// [`BadTime`] when that makes three spells.
    pub fn without(&self, span: Hours) -> Result<Self, BadTime> {
        let Some(spells) = self.spells() else { return Ok(self.clone()) };
        let Some(hours) = spells.without(span)? else { return Ok(Self::Off) };
        let blocks = self.blocks().iter().filter(|block| hours.include(block.at)).cloned().collect();
        Ok(Self::Expected { hours: Some(hours), blocks })
    }

    /// The day with this block alone among those that begin in a span; without any of them if there is none.
    #[must_use]
    pub fn saying(&self, span: Hours, what: Option<Line>) -> Self {
        let Self::Expected { hours, blocks } = self else { return self.clone() };
        let inside = |at: TimeOfDay| span.from() <= at && at < span.to();
        let at = blocks.iter().map(|b| b.at).find(|at| inside(*at)).unwrap_or(span.from());
        let mut blocks: Vec<Block> = blocks.iter().filter(|b| !inside(b.at)).cloned().collect();
        blocks.extend(what.map(|what| Block { at, what }));
        blocks.sort_by_key(|b| b.at);
        Self::Expected { hours: *hours, blocks }
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

/// The versions among all of one case that were in force some time from one day to another, inclusive, the earliest first.
#[must_use]
pub fn in_force_during(versions: &[Timetable], from: NaiveDate, to: NaiveDate) -> Vec<&Timetable> {
    let later = versions.iter().filter(|t| from < t.from && t.from <= to);
    let mut found: Vec<&Timetable> = in_force(versions, from).into_iter().chain(later).collect();
    found.sort_by_key(|t| (t.from, t.id));
    found
}

impl Record for Timetable {
    type Key = TimetableId;

    fn key(&self) -> TimetableId {
        self.id
    }

    fn owner(&self) -> Option<AnyKey> {
        Some(self.case.into())
    }

    fn references(&self) -> Vec<AnyKey> {
        [self.case.into()].into()
    }

    fn unique(&self) -> Option<Unique> {
        Some(Unique::From(self.case, self.from))
    }
}
