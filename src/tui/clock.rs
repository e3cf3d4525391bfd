//! The only place that asks for the current time, in the time zone of the house.

use chrono::{NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::Copenhagen;

/// Where the time comes from. All other code is handed the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    Running,
    /// The machine's time of day on a fixed date (`--today 2026-11-25`).
    OnDate(NaiveDate),
    /// A fixed moment (`--today 2026-11-25T08:15`).
    Stopped(NaiveDateTime),
}

impl Clock {
    /// The current time in Denmark.
    #[must_use]
    pub fn now(self) -> NaiveDateTime {
        let now = || Utc::now().with_timezone(&Copenhagen).naive_local();
        match self {
            Self::Running => now(),
            Self::OnDate(date) => date.and_time(now().time()),
            Self::Stopped(moment) => moment,
        }
    }

    /// The current date in Denmark.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }
}
