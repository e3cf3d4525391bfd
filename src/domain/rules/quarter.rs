//! The quarter meter: a child's statutory absence in a calendar quarter, and what it asks for.

use chrono::{Datelike, Months, NaiveDate};

use crate::record::absence_rule::{AbsenceRule, Limits};
use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::Day;
use crate::rules::statutory::StatutoryAbsence;
use crate::value::code::coded;
use crate::value::halves::{Halves, Statutory};

/// A calendar quarter, stored as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter(NaiveDate);

impl Quarter {
    /// The quarter of a date.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let month = date.month0() / 3 * 3 + 1;
        Self(NaiveDate::from_ymd_opt(date.year(), month, 1).unwrap_or(date))
    }

    /// Its number in the year, 1 to 4.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.month0() / 3 + 1
    }

    /// The first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.0
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.0.checked_add_months(Months::new(3)).and_then(|d| d.pred_opt()).unwrap_or(self.0)
    }
}

/// The quarters that some days touch; none if the last day is before the first.
pub fn quarters(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = Quarter> {
    let first = (from <= to).then(|| Quarter::of(from));
    let next = move |q: &Quarter| q.last_day().succ_opt().map(Quarter::of).filter(|q| q.first_day() <= to);
    core::iter::successors(first, next)
}

coded! {
    "quarter level"
    /// The action that a quarter's absence requires.
    pub enum QuarterLevel {
        /// No action.
        Nothing = "nothing",
        /// The first limit: warn the parents, or, where days are counted, contact them.
        Warn = "warn",
        /// The second limit: notify the municipality, or, where days are counted, plan support with PPR.
        Notify = "notify",
    }
}

/// The statutory absence of a calendar quarter over all its school days, including those to come. So the share never
/// falls, and a single day at the start of a quarter raises no alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuarterMeter {
    /// The quarter.
    pub quarter: Quarter,
    /// The absence by cause.
    pub absence: StatutoryAbsence,
    /// School days of the whole quarter.
    pub school_days: u32,
    /// The limits in force on the first day of the quarter.
    pub limits: Limits,
}

impl QuarterMeter {
    /// Counts the house's own marks on the quarter's school days by the rule of its first day. The caller looks the
    /// days up once for all children.
    #[must_use]
    pub fn count<'a>(
        quarter: Quarter,
        rule: &AbsenceRule,
        child: &Child,
        enrolment: Enrolment,
        school_days: &[NaiveDate],
        days: impl Fn(NaiveDate) -> Option<&'a Day>,
    ) -> Self {
        Self {
            quarter,
            absence: StatutoryAbsence::count(rule, child, enrolment, school_days, days),
            school_days: u32::try_from(school_days.len()).unwrap_or(u32::MAX),
            limits: rule.limits,
        }
    }

    /// The absence that the limits are about: unlawful days where they are per cent, sick and unlawful ones where they
    /// are days.
    #[must_use]
    pub fn counted(self) -> Halves<Statutory> {
        match self.limits {
            Limits::Percent { .. } => self.absence.unlawful,
            Limits::Days { .. } => self.absence.unlawful + self.absence.sick,
        }
    }

    /// Unlawful absence in whole per cent, rounded down; `None` in a quarter without school days.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        (self.absence.unlawful.get() * 100).checked_div(2 * self.school_days)
    }

    /// The fewest half-days that reach the first and the second limit: a share is rounded up to the half-day.
    #[must_use]
    pub fn thresholds(self) -> (Halves<Statutory>, Halves<Statutory>) {
        let of = |percent: u32| (percent * 2 * self.school_days).div_ceil(100).max(1);
        let (first, second) = match self.limits {
            Limits::Percent { warn, notify } => (of(warn), of(notify)),
            // Over the first limit, and from the second on.
            Limits::Days { contact, plan } => (2 * contact + 1, 2 * plan),
        };
        (Halves::new(first), Halves::new(second))
    }

    /// The action required.
    #[must_use]
    pub fn level(self) -> QuarterLevel {
        let (first, second) = self.thresholds();
        if self.counted() >= second {
            QuarterLevel::Notify
        } else if self.counted() >= first {
            QuarterLevel::Warn
        } else {
            QuarterLevel::Nothing
        }
    }
}
