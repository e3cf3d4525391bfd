//! The quarter meter: a child's unlawful absence as a share of a calendar quarter's school days.

use chrono::{Datelike, Months, NaiveDate};

use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::value::code::coded;
use crate::value::mark::{Half, Mark};

/// The per cent from which the parents are warned. Source: the order on absence in the Folkeskole.
const WARN: u32 = 10;
/// The per cent from which the municipality is notified. Source: the same.
const NOTIFY: u32 = 15;

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

coded! {
    "quarter level"
    /// The action that a quarter's unlawful absence requires.
    pub enum QuarterLevel {
        /// No action.
        Nothing = "nothing",
        /// Warn the parents.
        Warn = "warn",
        /// Notify the municipality.
        Notify = "notify",
    }
}

/// Unlawful absence as a share of all school days of a calendar quarter, including those to come. The share never
/// falls, and a single day at the start of a quarter raises no alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuarterMeter {
    /// Half-days of unlawful absence.
    pub halves: u32,
    /// School days of the whole quarter.
    pub school_days: u32,
}

impl QuarterMeter {
    /// Counts the house's own marks on the quarter's school days. The caller looks the days up once for all children.
    #[must_use]
    pub fn count<'a>(
        child: &Child,
        enrolment: Enrolment,
        school_days: &[NaiveDate],
        days: impl Fn(NaiveDate) -> Option<&'a Day>,
    ) -> Self {
        let unlawful = |date: &NaiveDate| {
            let Some(day) = days(*date).filter(|d| d.origin == Origin::Own) else { return 0 };
            let half = |half| u32::from(day.mark(half) == Some(Mark::Unlawful));
            let first = half(Half::First);
            if child.marks_twice_a_day(*date) { first + half(Half::Second) } else { 2 * first }
        };
        Self {
            halves: school_days.iter().filter(|d| enrolment.includes(**d)).map(unlawful).sum(),
            school_days: u32::try_from(school_days.len()).unwrap_or(u32::MAX),
        }
    }

    /// Whole per cent, rounded down; `None` in a quarter without school days.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        (self.halves * 100).checked_div(2 * self.school_days)
    }

    /// The action required. Whole numbers keep exactly ten per cent at ten.
    #[must_use]
    pub fn level(self) -> QuarterLevel {
        let reaches = |percent: u32| self.halves > 0 && self.halves * 100 >= percent * 2 * self.school_days;
        if reaches(NOTIFY) {
            QuarterLevel::Notify
        } else if reaches(WARN) {
            QuarterLevel::Warn
        } else {
            QuarterLevel::Nothing
        }
    }
}
