//! How an appointment repeats: every so many weeks, on some weekdays, until a day or a number of times.

use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::value::interval::Interval;

/// The most appointments in a series: a year of weeks and some more.
pub const MOST_TIMES: u8 = 60;

/// The days that a series can be on.
const SCHOOL_WEEK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// No weekday, a Saturday or Sunday, or a number of times outside 1 to 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a series is on one or more of Monday to Friday, 1 to 60 times")]
pub struct BadRepeat;

/// One or more weekdays, Monday to Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct SchoolWeekdays([bool; 5]);

impl SchoolWeekdays {
    /// Makes a set of weekdays.
    ///
    /// # Errors
    /// [`BadRepeat`] without a day, and with a Saturday or Sunday.
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Result<Self, BadRepeat> {
        let mut on = [false; 5];
        for day in days {
            let number = usize::try_from(day.num_days_from_monday()).map_err(|_| BadRepeat)?;
            *on.get_mut(number).ok_or(BadRepeat)? = true;
        }
        if on.contains(&true) { Ok(Self(on)) } else { Err(BadRepeat) }
    }

    /// The weekdays, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        SCHOOL_WEEK.into_iter().zip(self.0).filter(|(_, on)| *on).map(|(day, _)| day)
    }

    /// Whether a date is on one of them.
    #[must_use]
    pub fn has(self, date: NaiveDate) -> bool {
        self.iter().any(|day| day == date.weekday())
    }

    /// The same weekdays some days later; `None` if one of them would be a Saturday or Sunday.
    #[must_use]
    fn later(self, days: i64) -> Option<Self> {
        let moved = self.iter().map(|day| {
            let number = i64::from(day.num_days_from_monday()) + days;
            Weekday::try_from(u8::try_from(number.rem_euclid(7)).unwrap_or_default()).unwrap_or(Weekday::Sun)
        });
        Self::new(moved).ok()
    }
}

impl TryFrom<Vec<u8>> for SchoolWeekdays {
    type Error = BadRepeat;

    /// Reads ISO weekday numbers, 1 to 5.
    fn try_from(numbers: Vec<u8>) -> Result<Self, BadRepeat> {
        let days = numbers.into_iter().map(|n| n.checked_sub(1).and_then(|n| Weekday::try_from(n).ok()));
        Self::new(days.collect::<Option<Vec<_>>>().ok_or(BadRepeat)?)
    }
}

impl From<SchoolWeekdays> for Vec<u8> {
    fn from(days: SchoolWeekdays) -> Vec<u8> {
        (1..=5).zip(days.0).filter(|(_, on)| *on).map(|(number, _)| number).collect()
    }
}

/// The number of appointments in a series, 1 to 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Times(u8);

impl Times {
    /// Makes a number of 1 to 60.
    ///
    /// # Errors
    /// [`BadRepeat`] outside that.
    pub fn new(number: u8) -> Result<Self, BadRepeat> {
        if (1..=MOST_TIMES).contains(&number) { Ok(Self(number)) } else { Err(BadRepeat) }
    }

    /// The number, 1 to 60.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Times {
    type Error = BadRepeat;

    fn try_from(number: u8) -> Result<Self, BadRepeat> {
        Self::new(number)
    }
}

impl From<Times> for u8 {
    fn from(times: Times) -> u8 {
        times.0
    }
}

/// Where a series ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeriesEnd {
    /// On this day at the latest.
    On(NaiveDate),
    /// After this number of appointments.
    After(Times),
}

/// The rule of a series of appointments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Every so many weeks, 1 to 52.
    pub weeks: Interval,
    /// On these weekdays.
    pub weekdays: SchoolWeekdays,
    /// Where it ends.
    pub end: SeriesEnd,
}

impl Repeat {
    /// The same rule with every day moved by some days; `None` if it would be on a Saturday or Sunday.
    #[must_use]
    pub fn later(self, days: i64) -> Option<Self> {
        let end = match self.end {
            SeriesEnd::On(last) => SeriesEnd::On(days_after(last, days)?),
            after @ SeriesEnd::After(_) => after,
        };
        Some(Self { weekdays: self.weekdays.later(days)?, end, ..self })
    }
}

/// The date some days after another, or before it.
pub(crate) fn days_after(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
}
