//! School years (skoleår): from 1 August to 31 July.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A school year, 1 August to 31 July, named by the calendar year it starts in. Source: the Folkeskole act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SchoolYear(i32);

impl SchoolYear {
    /// The school year that starts on 1 August of a year.
    #[must_use]
    pub fn from_starting(year: i32) -> Self {
        Self(year)
    }

    /// The school year of a date.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self(if date.month() >= 8 { date.year() } else { date.year() - 1 })
    }

    /// The calendar year it starts in.
    #[must_use]
    pub fn starting(self) -> i32 {
        self.0
    }

    /// 1 August.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 8, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Whether a date lies in it.
    #[must_use]
    pub fn includes(self, date: NaiveDate) -> bool {
        Self::of(date) == self
    }

    /// 31 July of the year after.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0.saturating_add(1), 7, 31).unwrap_or(NaiveDate::MAX)
    }
}
