//! A school week, by its Monday.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A date that is not a Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a school week begins on a Monday")]
pub struct NoMonday;

/// A school week, Monday to Friday. It belongs to the period in which its Thursday lies, as an ISO week to its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "NaiveDate", into = "NaiveDate")]
pub struct SchoolWeek(NaiveDate);

impl SchoolWeek {
    /// The week that begins on a Monday.
    ///
    /// # Errors
    /// [`NoMonday`] on any other day.
    pub fn from_monday(monday: NaiveDate) -> Result<Self, NoMonday> {
        if monday.weekday() == Weekday::Mon { Ok(Self(monday)) } else { Err(NoMonday) }
    }

    /// The week of a date.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        let back = Days::new(u64::from(date.weekday().num_days_from_monday()));
        Self(date.checked_sub_days(back).unwrap_or(date))
    }

    /// Its Monday.
    #[must_use]
    pub fn monday(self) -> NaiveDate {
        self.0
    }

    /// Its Thursday.
    #[must_use]
    pub fn thursday(self) -> NaiveDate {
        self.0.checked_add_days(Days::new(3)).unwrap_or(self.0)
    }

    /// Its Friday.
    #[must_use]
    pub fn friday(self) -> NaiveDate {
        self.0.checked_add_days(Days::new(4)).unwrap_or(self.0)
    }

    /// The week before.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.checked_sub_days(Days::new(7)).unwrap_or(self.0))
    }

    /// The week after.
    #[must_use]
    pub fn after(self) -> Self {
        Self(self.0.checked_add_days(Days::new(7)).unwrap_or(self.0))
    }
}

impl TryFrom<NaiveDate> for SchoolWeek {
    type Error = NoMonday;

    fn try_from(monday: NaiveDate) -> Result<Self, NoMonday> {
        Self::from_monday(monday)
    }
}

impl From<SchoolWeek> for NaiveDate {
    fn from(week: SchoolWeek) -> NaiveDate {
        week.0
    }
}
