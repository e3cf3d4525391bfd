//! The quarter meter: how much of a calendar quarter's school days a child was unlawfully absent.

use chrono::{Datelike, Months, NaiveDate};

use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::value::code::coded;
use crate::value::mark::{Half, Mark};

/// From how many per cent the parents are warned. Source: the order on absence in the Folkeskole.
const WARN: u32 = 10;
/// From how many per cent the municipality is notified. Source: the same.
const NOTIFY: u32 = 15;

/// A calendar quarter, by its first day.
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
    /// What the unlawful absence of a quarter asks for.
    pub enum QuarterLevel {
        /// Nothing.
        Nothing = "nothing",
        /// The parents are warned.
        Warn = "warn",
        /// The municipality is notified.
        Notify = "notify",
    }
}

/// Unlawful absence in a calendar quarter over all of the quarter's school days, also those to come: so it only ever
/// goes up, and a single day at the quarter's beginning is no alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuarterMeter {
    /// Half-days of unlawful absence.
    pub halves: u32,
    /// School days of the whole quarter.
    pub school_days: u32,
}

impl QuarterMeter {
    /// Counts own marks on the quarter's school days, which the caller looks up once for every child.
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

    /// Whole per cent, never rounded up over a limit; nothing in a quarter without school days.
    #[must_use]
    pub fn percent(self) -> Option<u32> {
        (self.halves * 100).checked_div(2 * self.school_days)
    }

    /// What it asks for. Counted in whole numbers, so that ten per cent are ten.
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
