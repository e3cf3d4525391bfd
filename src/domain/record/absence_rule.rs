//! The dated rules of the statutory count of absence. They ship as data; a house can set other limits.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::value::grade::Grade;
use crate::value::halves::{Halves, Statutory};

/// The limits of a quarter's absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Limits {
    /// Unlawful absence in per cent of the quarter's school days, 1 to 100.
    Percent {
        /// The per cent from which the parents are warned.
        warn: u32,
        /// The per cent from which the municipality is notified, above the first.
        notify: u32,
    },
    /// Sick and unlawful days in the quarter, 1 to 100.
    Days {
        /// The days over which the head contacts the parents.
        contact: u32,
        /// The days from which there is a plan of support with PPR, above the first.
        plan: u32,
    },
}

/// Limits in force from a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedLimits {
    /// The first day. A quarter is judged by the limits of its own first day.
    pub from: NaiveDate,
    /// The limits.
    pub limits: Limits,
}

/// One row of the rules, in force from a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbsenceRule {
    /// The first day.
    pub from: NaiveDate,
    /// Half-days for absence noted in the morning, of any cause, 0 to 2.
    pub morning_halves: Halves<Statutory>,
    /// Half-days for unlawful absence at the end of a day that began at school, 0 to 2.
    pub unlawful_end_halves: Halves<Statutory>,
    /// Half-days for lawful absence at the end of a day that began at school, 0 to 2.
    pub lawful_end_halves: Halves<Statutory>,
    /// What a day in practice counts; `None` if the rules say nothing of it.
    #[serde(default)]
    pub practice: Option<PracticeRule>,
    /// The limits of the quarter.
    pub limits: Limits,
}

/// What a day in practice or a junior apprenticeship by agreement counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeRule {
    /// Half-days that it counts as attended, 0 to 2.
    pub halves: Halves<Statutory>,
    /// The first and the last grade in which it does.
    pub grades: [Grade; 2],
}

impl PracticeRule {
    /// Whether it is about a grade.
    #[must_use]
    pub fn is_about(&self, grade: Grade) -> bool {
        let [first, last] = self.grades;
        (first..=last).contains(&grade)
    }
}

/// What is wrong with dated rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AbsenceProblem {
    /// Two rows begin on one day, or a later row stands first.
    #[error("the rows are not in the order of their dates")]
    Order,
    /// A day has more than two half-days.
    #[error("a day has 0 to 2 half-days")]
    Halves,
    /// The last grade is below the first.
    #[error("the last grade is below the first")]
    Grades,
    /// A limit is outside 1 to 100, or the second is not above the first.
    #[error("the limits are 1 to 100, the second above the first")]
    Limits,
}

impl Limits {
    /// The first and the second limit.
    #[must_use]
    pub fn pair(self) -> (u32, u32) {
        match self {
            Self::Percent { warn, notify } => (warn, notify),
            Self::Days { contact, plan } => (contact, plan),
        }
    }

    /// Checks the limits.
    ///
    /// # Errors
    /// `Limits` outside 1 to 100, or if the second is not above the first.
    pub fn checked(self) -> Result<Self, AbsenceProblem> {
        let (first, second) = self.pair();
        if 1 <= first && first < second && second <= 100 { Ok(self) } else { Err(AbsenceProblem::Limits) }
    }
}

/// The rules as read from a file, unchecked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbsenceFile {
    /// The rows in force, by date.
    pub rule: Vec<AbsenceRule>,
    /// Limits that are in force only where a house sets them.
    pub offered: Vec<DatedLimits>,
}

/// The checked rules, by date. The default has none, so nothing is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AbsenceRules {
    rules: Vec<AbsenceRule>,
    offered: Vec<DatedLimits>,
}

impl AbsenceRules {
    /// The row in force on a date, with the limits that a house has set in its place; `None` before the first row.
    #[must_use]
    pub fn on(&self, date: NaiveDate, own: &[DatedLimits]) -> Option<AbsenceRule> {
        let rule = self.rules.iter().rev().find(|r| r.from <= date)?;
        let own = own.iter().filter(|l| l.from <= date).max_by_key(|l| l.from);
        Some(AbsenceRule { limits: own.map_or(rule.limits, |l| l.limits), ..*rule })
    }

    /// The limits that are in force only where a house sets them.
    #[must_use]
    pub fn offered(&self) -> &[DatedLimits] {
        &self.offered
    }
}

impl TryFrom<AbsenceFile> for AbsenceRules {
    type Error = AbsenceProblem;

    fn try_from(file: AbsenceFile) -> Result<Self, AbsenceProblem> {
        let AbsenceFile { rule: rules, offered } = file;
        if !rules.is_sorted_by(|a, b| a.from < b.from) || !offered.is_sorted_by(|a, b| a.from < b.from) {
            return Err(AbsenceProblem::Order);
        }
        for rule in &rules {
            let practice = rule.practice.map_or(Halves::NONE, |practice| practice.halves);
            let halves = [rule.morning_halves, rule.unlawful_end_halves, rule.lawful_end_halves, practice];
            if rule.practice.is_some_and(|practice| practice.grades[0] > practice.grades[1]) {
                return Err(AbsenceProblem::Grades);
            }
            if halves.iter().any(|h| h.get() > 2) {
                return Err(AbsenceProblem::Halves);
            }
            rule.limits.checked()?;
        }
        for limits in &offered {
            limits.limits.checked()?;
        }
        Ok(Self { rules, offered })
    }
}
