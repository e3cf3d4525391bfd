//! Changes of level. The first choice of a level is no change.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::level::LevelChange;
use crate::rules::house_figures::facts::CaseFacts;
use crate::rules::house_figures::span::within;
use crate::value::code::coded;
use crate::value::id::CaseId;
use crate::value::level::Level;

coded! {
    "level direction"
    /// The direction of a change of level.
    pub enum Direction {
        /// To a higher level.
        Up = "up",
        /// To a lower level.
        Down = "down",
    }
}

/// A change of level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelShift {
    /// The case.
    pub case: CaseId,
    /// The day it took effect.
    pub on: NaiveDate,
    /// The level before.
    pub from: Level,
    /// The level after, another one.
    pub to: Level,
}

impl LevelShift {
    /// The direction.
    #[must_use]
    pub fn direction(self) -> Direction {
        if self.from < self.to { Direction::Up } else { Direction::Down }
    }
}

/// The changes of level that took effect in a period.
pub(super) fn shifts(cases: &[&CaseFacts<'_>], from: NaiveDate, to: NaiveDate) -> Vec<LevelShift> {
    let of = |facts: &&CaseFacts<'_>| {
        let case = facts.ledger.case;
        let pairs = case.levels.iter().zip(case.levels.iter().skip(1));
        let shift = |(before, after): (&LevelChange, &LevelChange)| {
            let shift = LevelShift { case: case.id, on: after.on, from: before.level, to: after.level };
            (shift.from != shift.to && within(shift.on, from, to)).then_some(shift)
        };
        pairs.filter_map(shift).collect::<Vec<_>>()
    };
    cases.iter().flat_map(of).collect()
}
