//! When something was put on record.

use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// The longest difference between the machine's clock and what is taken for the present that is not told.
const NOT_TOLD: TimeDelta = TimeDelta::days(1);
/// What stands before the day taken for today, in the notation of RFC 9557.
const OPENS: &str = "[today=";

/// The moment of a signature, a step or a change, in the house's own time zone: what the machine's clock said, and the
/// day that was taken for today where that is more than a day away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Moment {
    at: NaiveDateTime,
    taken: Option<NaiveDate>,
}

impl Moment {
    /// The moment of the machine's clock while `present` is taken for the present. Source: our own.
    #[must_use]
    pub fn new(machine: NaiveDateTime, present: NaiveDateTime) -> Self {
        let apart = (machine - present).abs() > NOT_TOLD;
        Self { at: machine, taken: apart.then(|| present.date()) }
    }

    /// A moment with the day that was taken for today, as it is stored.
    #[must_use]
    pub fn stored(at: NaiveDateTime, taken: Option<NaiveDate>) -> Self {
        Self { at, taken }
    }

    /// What the machine's clock said.
    #[must_use]
    pub fn at(self) -> NaiveDateTime {
        self.at
    }

    /// The date of the machine's clock.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.at.date()
    }

    /// The time of the machine's clock.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        self.at.time()
    }

    /// The day that was taken for today, as far as it is known.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.taken.unwrap_or(self.at.date())
    }

    /// The day that was taken for today, where the machine's clock was more than a day away from it.
    #[must_use]
    pub fn taken(self) -> Option<NaiveDate> {
        self.taken
    }
}

impl From<NaiveDateTime> for Moment {
    fn from(at: NaiveDateTime) -> Self {
        Self { at, taken: None }
    }
}

/// `2026-11-25T08:15:00`, or `2026-11-25T08:15:00[today=2026-09-01]`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.at.format("%Y-%m-%dT%H:%M:%S%.f"))?;
        self.taken.map_or(Ok(()), |day| write!(f, "{OPENS}{day}]"))
    }
}

/// The error for a text that is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a moment such as 2026-11-25T08:15:00")]
pub struct NoMoment;

impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        let (at, taken) = match text.split_once(OPENS) {
            Some((at, rest)) => (at, Some(rest.strip_suffix(']').ok_or(NoMoment)?)),
            None => (text, None),
        };
        let taken = taken.map(str::parse).transpose().map_err(|_| NoMoment)?;
        Ok(Self { at: at.parse().map_err(|_| NoMoment)?, taken })
    }
}

impl TryFrom<String> for Moment {
    type Error = NoMoment;

    fn try_from(text: String) -> Result<Self, NoMoment> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        format!("{moment}")
    }
}
