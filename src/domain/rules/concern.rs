//! The rules of concern: the amount of absence, of any cause, that is a reason to look closer.

use alloc::vec::Vec;

use chrono::{Months, NaiveDate};

use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::concern_rule::{ConcernChoice, ConcernPart};
use crate::record::day::{Day, Origin};
use crate::record::timetable::DayPlan;
use crate::rules::calendar::Calendar;
use crate::rules::patterns::{Streak, rows};
use crate::value::halves::{Halves, Pedagogical};
use crate::value::mark::{Half, Mark, MarkKind};

/// A rule that fired, and the part of it that did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// The rule.
    pub rule: ConcernChoice,
    /// The part of it.
    pub what: Concern,
}

/// The first of some rules that fires on a child's planned school days, oldest first; `None` if none does. Shares and
/// rows look at the days from `since` on, the first day of the last three months; the other parts count school days
/// back.
#[must_use]
pub fn fired(rules: &[ConcernChoice], days: &[SchoolDay], since: NaiveDate) -> Option<Fired> {
    let months = lately(days, since);
    first(rules, |part| match part {
        ConcernPart::Share { percent } => {
            let registered: u32 = months.iter().map(|d| d.registered).sum();
            let absent: u32 = months.iter().map(|d| d.absent).sum();
            let to = months.last().map_or(since, |d| d.date);
            share(absent, registered, percent, (since, to))
        }
        ConcernPart::InARow { days } => {
            longest_row(months).filter(|row| row.days >= days).map(Concern::InARow)
        }
        ConcernPart::Within { days: most, of } => {
            let counted = last(days, of);
            let absent: u32 = counted.iter().map(|d| d.absent).sum();
            let (from, to) = (counted.first()?.date, counted.last()?.date);
            (absent >= 2 * most).then_some(Concern::Within { absent, days: of, from, to })
        }
    })
}

/// The first of some rules that fires on half-days reported in three months, by weeks, from one day to another. Only
/// shares do: a week does not tell its days.
#[must_use]
pub fn fired_by_share(
    rules: &[ConcernChoice],
    absent: Halves<Pedagogical>,
    of: Halves<Pedagogical>,
    span: (NaiveDate, NaiveDate),
) -> Option<Fired> {
    first(rules, |part| match part {
        ConcernPart::Share { percent } => share(absent.get(), of.get(), percent, span),
        ConcernPart::InARow { .. } | ConcernPart::Within { .. } => None,
    })
}

fn first(rules: &[ConcernChoice], fires: impl Fn(ConcernPart) -> Option<Concern>) -> Option<Fired> {
    rules.iter().find_map(|rule| {
        let what = rule.parts().iter().find_map(|part| fires(*part))?;
        Some(Fired { rule: rule.clone(), what })
    })
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
        /// The first day counted.
        from: NaiveDate,
        /// The last day counted.
        to: NaiveDate,
    },
    /// Whole days in a row; a day without a mark neither counts nor breaks the row.
    InARow(Streak),
    /// Half-days within a number of school days.
    Within {
        /// Half-days absent.
        absent: u32,
        /// The number of school days.
        days: u32,
        /// The first of them.
        from: NaiveDate,
        /// The last of them.
        to: NaiveDate,
    },
}

impl Concern {
    /// The days that it counts, of those that the rule was asked about.
    #[must_use]
    pub fn counts(self, days: &[SchoolDay], since: NaiveDate) -> &[SchoolDay] {
        match self {
            Self::Share { .. } => lately(days, since),
            Self::InARow(row) => {
                let from = days.partition_point(|d| d.date < row.from);
                let to = days.partition_point(|d| d.date <= row.to);
                days.get(from..to).unwrap_or_default()
            }
            Self::Within { days: of, .. } => last(days, of),
        }
    }
}

fn lately(days: &[SchoolDay], since: NaiveDate) -> &[SchoolDay] {
    days.split_at(days.partition_point(|d| d.date < since)).1
}

fn last(days: &[SchoolDay], of: u32) -> &[SchoolDay] {
    days.split_at(days.len().saturating_sub(usize::try_from(of).unwrap_or(usize::MAX))).1
}

/// A school day on which a child was expected, in half-days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolDay {
    /// The date.
    pub date: NaiveDate,
    /// Half-days registered, 0 to 2.
    pub registered: u32,
    /// Half-days absent, 0 to 2: sick, on leave or unlawfully. Met elsewhere is contact, not absence.
    pub absent: u32,
}

/// The first school day that the rules look at on a date: of the last three months, or so many school days back.
#[must_use]
pub fn looks_back_to(calendar: &Calendar, date: NaiveDate) -> NaiveDate {
    let furthest = usize::try_from(ConcernPart::FURTHEST).unwrap_or(usize::MAX);
    let back = date.iter_days().rev().take(366).filter(|d| calendar.is_school_day(*d)).take(furthest).last();
    back.unwrap_or(date).min(since(date))
}

/// The first day of the three months that end on a date.
#[must_use]
pub fn since(date: NaiveDate) -> NaiveDate {
    date.checked_sub_months(Months::new(3)).unwrap_or(date)
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
        let mut counted = SchoolDay { date: *date, registered: 0, absent: 0 };
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

fn share(absent: u32, registered: u32, percent: u32, (from, to): (NaiveDate, NaiveDate)) -> Option<Concern> {
    let over = u64::from(absent) * 100 > u64::from(registered) * u64::from(percent);
    (registered >= ENOUGH && over).then_some(Concern::Share { absent, registered, from, to })
}

fn longest_row(days: &[SchoolDay]) -> Option<Streak> {
    rows(days.iter().filter(|d| d.registered > 0).map(|d| (d.date, d.absent == 2))).0
}
