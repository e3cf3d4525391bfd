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
pub struct LevelStep {
    /// The case.
    pub case: CaseId,
    /// The day it took effect.
    pub on: NaiveDate,
    /// The level before.
    pub from: Level,
    /// The level after, another one.
    pub to: Level,
}

impl LevelStep {
    /// The direction.
    #[must_use]
    pub fn direction(self) -> Direction {
        if self.from < self.to { Direction::Up } else { Direction::Down }
    }
}

/// The changes of level that took effect in a period.
pub(super) fn steps(cases: &[&CaseFacts<'_>], from: NaiveDate, to: NaiveDate) -> Vec<LevelStep> {
    let of = |facts: &&CaseFacts<'_>| {
        let case = facts.ledger.case;
        let pairs = case.levels.iter().zip(case.levels.iter().skip(1));
        let step = |(before, after): (&LevelChange, &LevelChange)| {
            let step = LevelStep { case: case.id, on: after.on, from: before.level, to: after.level };
            (step.from != step.to && within(step.on, from, to)).then_some(step)
        };
        pairs.filter_map(step).collect::<Vec<_>>()
    };
    cases.iter().flat_map(of).collect()
}
