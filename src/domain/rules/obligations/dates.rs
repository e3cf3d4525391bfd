//! Moving a date that falls on a day without school. An appointment moves forward, a deadline backward; each goes the
//! other way rather than leave its window.

use chrono::{Days, Months, NaiveDate};

use crate::rules::calendar::Calendar;
use crate::rules::obligations::why::Moved;

/// A date that may have been moved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) moved: Option<Moved>,
}

/// The day of an appointment: the next school day unless that is after `last`, then the one before.
pub(super) fn appointment(calendar: &Calendar, nominal: NaiveDate, last: Option<NaiveDate>) -> Day {
    let next = calendar.school_day_from(nominal);
    let within = next.filter(|date| last.is_none_or(|last| *date <= last));
    moved(calendar, nominal, within.or_else(|| calendar.school_day_before(nominal)).or(next))
}

/// The day of a deadline: the last school day before unless that is not after `after`, then the next one.
pub(super) fn deadline(calendar: &Calendar, nominal: NaiveDate, after: NaiveDate) -> Day {
    let before = calendar.school_day_before(nominal).filter(|date| *date > after);
    moved(calendar, nominal, before.or_else(|| calendar.school_day_from(nominal)))
}

fn moved(calendar: &Calendar, nominal: NaiveDate, to: Option<NaiveDate>) -> Day {
    match (calendar.no_school(nominal), to) {
        (Some(because), Some(date)) => Day { date, moved: Some(Moved { from: nominal, because }) },
        _ => Day { date: nominal, moved: None },
    }
}

/// The school day a number of school days after a date; `None` if the school is closed for a year.
pub(super) fn school_days_after(calendar: &Calendar, date: NaiveDate, count: u32) -> Option<NaiveDate> {
    (0..count).try_fold(date, |day, _| calendar.school_day_after(day))
}

pub(super) fn plus(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

pub(super) fn minus(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
}

pub(super) fn plus_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}
