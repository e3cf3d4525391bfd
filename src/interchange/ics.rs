//! Calendars in the format of RFC 5545: the house's appointments out, and a person's own appointments in.
//!
//! Trivsel keeps local times. The house lies in Denmark, so they are read as times in Copenhagen.

mod faults;
mod initials;
pub mod read;
mod recurrence;
pub mod revision;
#[cfg(test)]
mod tests;
pub mod write;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameter, ICalendarProperty, ICalendarValueType,
};
use chrono::{MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Copenhagen;

/// The end of the UIDs that this program gives. The part before it is the identity of an appointment, or that of a
/// closure with its first day.
const AT_TRIVSEL: &str = "@trivsel";

/// A local time as a moment. A time that the change to summer time skips is read with the offset before the change, and
/// the first of two equal times is meant, as RFC 5545 says.
fn moment(local: NaiveDateTime) -> i64 {
    match Copenhagen.from_local_datetime(&local) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => at.timestamp(),
        MappedLocalTime::None => {
            let before = Copenhagen.from_local_datetime(&(local - TimeDelta::hours(1))).earliest();
            before.map_or(local.and_utc().timestamp(), |at| at.timestamp() + 3_600)
        }
    }
}

/// A local time, written in UTC.
fn utc(local: NaiveDateTime) -> PartialDateTime {
    PartialDateTime::from_utc_timestamp(moment(local))
}

/// Adds a date without a time.
fn add_date(component: &mut ICalendarComponent, name: ICalendarProperty, date: NaiveDate) {
    let midnight = PartialDateTime::from_naive_timestamp(date.and_time(NaiveTime::MIN).and_utc().timestamp());
    let value = PartialDateTime { hour: None, minute: None, second: None, ..midnight };
    let kind = ICalendarParameter::value(ICalendarValueType::Date);
    component.entries.push(ICalendarEntry::new(name).with_value(value).with_param(kind));
}
