//! The one place that asks what time it is, in the time zone of the house.

use chrono::{NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::Copenhagen;

/// Where the time comes from. Everything below is handed the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    Running,
    /// The machine's time of day on a date that stands still (`--today 2026-11-25`).
    OnDate(NaiveDate),
    /// A moment that stands still (`--today 2026-11-25T08:15`).
    Stopped(NaiveDateTime),
}

impl Clock {
    /// Now, Danish time.
    #[must_use]
    pub fn now(self) -> NaiveDateTime {
        let now = || Utc::now().with_timezone(&Copenhagen).naive_local();
        match self {
            Self::Running => now(),
            Self::OnDate(date) => date.and_time(now().time()),
            Self::Stopped(moment) => moment,
        }
    }

    /// Today, Danish time.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }
}
