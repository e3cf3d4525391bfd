//! The school days around today, so that everything in the house can be dated in school days.

use chrono::{Days, NaiveDate};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::SchoolYear;

/// The school days from two school years back to some months ahead.
pub(super) struct School {
    calendar: Calendar,
    today: NaiveDate,
    days: Vec<NaiveDate>,
    now: i64,
}

impl School {
    pub(super) fn new(calendar: Calendar, today: NaiveDate) -> Self {
        let first = SchoolYear::from_starting(SchoolYear::of(today).starting() - 2).first_day();
        let last = today.checked_add_days(Days::new(240)).unwrap_or(today);
        let days: Vec<NaiveDate> = calendar.school_days(first, last).collect();
        let now = days.partition_point(|d| *d < today);
        Self { calendar, today, days, now: i64::try_from(now).unwrap_or(0) }
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.today
    }

    pub(super) fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The school day this many school days before today, or before the next school day if today is none. Negative
    /// numbers lie ahead; the result is clamped to the known range.
    pub(super) fn ago(&self, days: i64) -> NaiveDate {
        let last = i64::try_from(self.days.len()).unwrap_or(i64::MAX) - 1;
        let index = usize::try_from((self.now - days).clamp(0, last.max(0))).unwrap_or(0);
        self.days.get(index).copied().unwrap_or(self.today)
    }

    /// How many school days ago a date was.
    pub(super) fn since(&self, date: NaiveDate) -> i64 {
        self.now - i64::try_from(self.days.partition_point(|d| *d < date)).unwrap_or(0)
    }

    pub(super) fn last_year(&self) -> NaiveDate {
        SchoolYear::from_starting(SchoolYear::of(self.today).starting() - 1).first_day()
    }
}
