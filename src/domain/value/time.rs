//! Times of day in whole minutes, and spans between them.

use alloc::string::{String, ToString};
use core::fmt;

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// A value that is not a time of day, a span that does not run forward, or minutes outside a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time of day, a span that runs forward, or 1 to 1,439 minutes")]
pub struct BadTime;

/// A time of day in whole minutes, 00:00 to 23:59, in the house's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Makes a time from an hour, 0 to 23, and a minute, 0 to 59.
    ///
    /// # Errors
    /// [`BadTime`] outside those.
    pub fn new(hour: u32, minute: u32) -> Result<Self, BadTime> {
        if hour > 23 || minute > 59 {
            return Err(BadTime);
        }
        u16::try_from(hour * 60 + minute).map(Self).map_err(|_| BadTime)
    }

    /// Minutes since midnight, 0 to 1,439.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// Makes a time from minutes since midnight, 0 to 1,439.
    ///
    /// # Errors
    /// [`BadTime`] above that.
    pub fn from_minutes(minutes: u16) -> Result<Self, BadTime> {
        Self::new(u32::from(minutes) / 60, u32::from(minutes) % 60)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<NaiveTime> for TimeOfDay {
    fn from(time: NaiveTime) -> Self {
        // An hour and a minute of a NaiveTime are always in range.
        Self((time.hour() * 60 + time.minute()) as u16)
    }
}

impl From<TimeOfDay> for NaiveTime {
    fn from(time: TimeOfDay) -> Self {
        Self::from_num_seconds_from_midnight_opt(u32::from(time.0) * 60, 0).unwrap_or(Self::MIN)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = BadTime;

    fn try_from(text: String) -> Result<Self, BadTime> {
        let (hour, minute) = text.split_once(':').ok_or(BadTime)?;
        Self::new(hour.parse().map_err(|_| BadTime)?, minute.parse().map_err(|_| BadTime)?)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

/// A length of time within one day, 1 to 1,439 minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Minutes(u16);

impl Minutes {
    /// Makes a length of 1 to 1,439 minutes.
    ///
    /// # Errors
    /// [`BadTime`] outside that.
    pub fn new(minutes: u16) -> Result<Self, BadTime> {
        if (1..=1_439).contains(&minutes) { Ok(Self(minutes)) } else { Err(BadTime) }
    }

    /// The number, 1 to 1,439.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Minutes {
    type Error = BadTime;

    fn try_from(minutes: u16) -> Result<Self, BadTime> {
        Self::new(minutes)
    }
}

impl From<Minutes> for u16 {
    fn from(minutes: Minutes) -> u16 {
        minutes.0
    }
}

/// A span of at least a minute within one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "RawHours", into = "RawHours")]
pub struct Hours {
    from: TimeOfDay,
    to: TimeOfDay,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct RawHours {
    from: TimeOfDay,
    to: TimeOfDay,
}

impl Hours {
    /// Makes the span from one time to a later one.
    ///
    /// # Errors
    /// [`BadTime`] when `to` is not after `from`.
    pub fn new(from: TimeOfDay, to: TimeOfDay) -> Result<Self, BadTime> {
        if from < to { Ok(Self { from, to }) } else { Err(BadTime) }
    }

    /// Makes the span of so many minutes from a time, cut at 23:59.
    ///
    /// # Errors
    /// [`BadTime`] without a minute, or from 23:59.
    pub fn lasting(from: TimeOfDay, minutes: u16) -> Result<Self, BadTime> {
        const LAST: u16 = 24 * 60 - 1;
        Self::new(from, TimeOfDay(from.0.saturating_add(minutes).min(LAST)))
    }

    /// The start.
    #[must_use]
    pub fn from(self) -> TimeOfDay {
        self.from
    }

    /// The end.
    #[must_use]
    pub fn to(self) -> TimeOfDay {
        self.to
    }

    /// The length in minutes, 1 to 1,439.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.to.0 - self.from.0
    }

    /// The minutes shared with another span, 0 to 1,439.
    #[must_use]
    pub fn shared_minutes(self, other: Self) -> u16 {
        self.to.0.min(other.to.0).saturating_sub(self.from.0.max(other.from.0))
    }

    /// The two halves; the first is longer if the minutes are odd, and a span of one minute has no second half.
    #[must_use]
    pub fn halves(self) -> (Self, Option<Self>) {
        let middle = TimeOfDay(self.from.0 + self.minutes().div_ceil(2));
        (Self { from: self.from, to: middle }, Self::new(middle, self.to).ok())
    }
}

impl TryFrom<RawHours> for Hours {
    type Error = BadTime;

    fn try_from(raw: RawHours) -> Result<Self, BadTime> {
        Self::new(raw.from, raw.to)
    }
}

impl From<Hours> for RawHours {
    fn from(hours: Hours) -> Self {
        Self { from: hours.from, to: hours.to }
    }
}
