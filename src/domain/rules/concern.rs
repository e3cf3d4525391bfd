//! The concern rule: the amount of absence, of any cause, that is a reason to look closer.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::record::timetable::DayPlan;
use crate::value::code::coded;
use crate::value::halves::{Halves, Pedagogical};
use crate::value::mark::{Half, Mark, MarkKind};

coded! {
    "concern rule"
    /// The concern rules. Source: our own, with the names of the measures that others use.
    pub enum ConcernRule {
        /// Absence over ten per cent of the half-days registered in the last three months, at least a school week.
        TenPercent = "ten-percent",
        /// Five days in a row, five in twenty or fifteen in sixty school days.
        Days = "days",
        /// Five days in a row, seven in twenty or fifteen in sixty school days.
        DaysSeven = "days-seven",
    }
}

impl ConcernRule {
    /// The rule of a house that has chosen none.
    pub const USUAL: Self = Self::TenPercent;

    /// The part of the rule that fires on half-days reported in three months, by weeks; `None` if the rule is about
    /// days, which a week does not tell.
    #[must_use]
    pub fn fired_by_share(self, absent: Halves<Pedagogical>, of: Halves<Pedagogical>) -> Option<Concern> {
        match self {
            Self::TenPercent => share(absent.get(), of.get()),
            Self::Days | Self::DaysSeven => None,
        }
    }

    /// The part of the rule that fires on a child's planned school days, oldest first; `None` if none does.
    #[must_use]
    pub fn fired(self, days: &[SchoolDay]) -> Option<Concern> {
        match self {
            Self::TenPercent => over_ten_percent(days),
            Self::Days => by_days(days, 5),
            Self::DaysSeven => by_days(days, 7),
        }
    }
}

/// The part of a rule that fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// A share of the registered half-days.
    Share {
        /// Half-days absent.
        absent: u32,
        /// Half-days registered.
        registered: u32,
    },
    /// Whole days in a row.
    InARow(u32),
    /// Half-days within a number of school days.
    Within {
        /// Half-days absent.
        absent: u32,
        /// The number of school days.
        days: u32,
    },
}

/// A school day on which a child was expected, in half-days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolDay {
    /// Half-days registered, 0 to 2.
    pub registered: u32,
    /// Half-days absent, 0 to 2: sick, on leave or unlawfully. Met elsewhere is contact, not absence.
    pub absent: u32,
}

/// A child's planned school days among those given, oldest first, without days off and days not expected.
#[must_use]
pub fn planned_days<'a, 'p>(
    child: &Child,
    enrolment: Enrolment,
    plan: impl Fn(NaiveDate) -> &'p DayPlan,
    school_days: &[NaiveDate],
    days: impl Fn(NaiveDate) -> Option<&'a Day>,
) -> Vec<SchoolDay> {
    let count = |date: &NaiveDate| {
        if !enrolment.includes(*date) || !matches!(plan(*date), DayPlan::Expected { .. }) {
            return None;
        }
        let day = days(*date).filter(|d| d.origin == Origin::Own);
        let halves: &[(Half, u32)] = if child.marks_twice_a_day(*date) {
            &[(Half::First, 1), (Half::Second, 1)]
        } else {
            &[(Half::First, 2)]
        };
        let mut counted = SchoolDay { registered: 0, absent: 0 };
        let mut planned = 0;
        for (half, weight) in halves {
            match day.and_then(|d| d.mark(*half)).map(Mark::kind) {
                Some(MarkKind::NotExpected) => {}
                None => planned += weight,
                Some(kind) => {
                    planned += weight;
                    counted.registered += weight;
                    if matches!(kind, MarkKind::Sick | MarkKind::Leave | MarkKind::Unlawful) {
                        counted.absent += weight;
                    }
                }
            }
        }
        (planned > 0).then_some(counted)
    };
    school_days.iter().filter_map(count).collect()
}

/// The least number of registered half-days for a share: a school week. Source: our own.
const ENOUGH: u32 = 10;

fn over_ten_percent(days: &[SchoolDay]) -> Option<Concern> {
    let registered: u32 = days.iter().map(|d| d.registered).sum();
    let absent: u32 = days.iter().map(|d| d.absent).sum();
    share(absent, registered)
}

fn share(absent: u32, registered: u32) -> Option<Concern> {
    (registered >= ENOUGH && absent * 10 > registered).then_some(Concern::Share { absent, registered })
}

/// A day without a mark neither counts nor breaks a row.
fn by_days(days: &[SchoolDay], in_twenty: u32) -> Option<Concern> {
    let (mut row, mut longest) = (0, 0);
    for day in days.iter().filter(|d| d.registered > 0) {
        row = if day.absent == 2 { row + 1 } else { 0 };
        longest = longest.max(row);
    }
    let within = |most: u32, of: usize| {
        let absent: u32 = days.iter().rev().take(of).map(|d| d.absent).sum();
        let days = u32::try_from(of).unwrap_or(u32::MAX);
        (absent >= 2 * most).then_some(Concern::Within { absent, days })
    };
    (longest >= 5)
        .then_some(Concern::InARow(longest))
        .or_else(|| within(in_twenty, 20))
        .or_else(|| within(15, 60))
}
