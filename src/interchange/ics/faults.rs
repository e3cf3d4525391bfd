//! What is wrong with one event of a calendar. Every fault names its line and its property.

use calcard::common::PartialDateTime;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarFrequency, ICalendarProperty, ICalendarValue,
};
use trivsel_words::text::clean_line;

use crate::problem::{Fault, Problem};

/// A problem with a property of the event that begins on a line.
pub(super) fn property(line: u32, name: &str, fault: Fault) -> Problem {
    Problem::on_line(line, fault).headed(name)
}

/// The start of an event, if it is a date or a moment.
pub(super) fn start(event: &ICalendarComponent) -> Option<&PartialDateTime> {
    event.property(&ICalendarProperty::Dtstart)?.values.first()?.as_partial_date_time()
}

/// Whether an event begins at a time rather than on a day.
pub(super) fn has_time(event: &ICalendarComponent) -> bool {
    start(event).is_some_and(PartialDateTime::has_time)
}

/// Every fault of the event that begins on a line.
pub(super) fn faults(event: &ICalendarComponent, line: u32, zones: &TzResolver<&str>) -> Vec<Problem> {
    let mut found = Vec::new();
    if event.uid().is_none_or(|uid| clean_line(uid).is_empty()) {
        found.push(property(line, "UID", Fault::PropertyMissing));
    }
    if !event.has_property(&ICalendarProperty::Dtstart) {
        found.push(property(line, "DTSTART", Fault::PropertyMissing));
    }
    for entry in &event.entries {
        let Some(fault) = fault(entry, zones) else { continue };
        let said = match &fault {
            Fault::UnknownZone => entry.tz_id(),
            _ => entry.values.first().and_then(ICalendarValue::as_text),
        };
        found.push(property(line, entry.name.as_str(), fault).saying(&clean_line(said.unwrap_or_default())));
    }
    found
}

fn fault(entry: &ICalendarEntry, zones: &TzResolver<&str>) -> Option<Fault> {
    let all = |sound: fn(&ICalendarValue) -> bool| !entry.values.is_empty() && entry.values.iter().all(sound);
    match entry.name {
        ICalendarProperty::Dtstart
        | ICalendarProperty::Dtend
        | ICalendarProperty::RecurrenceId
        | ICalendarProperty::Exdate
        | ICalendarProperty::Rdate => {
            if entry.tz_id().is_some_and(|zone| zones.resolve(zone).is_none()) {
                return Some(Fault::UnknownZone);
            }
            (!all(is_moment)).then_some(Fault::NotAMoment)
        }
        ICalendarProperty::Duration => {
            (!all(|value| matches!(value, ICalendarValue::Duration(_)))).then_some(Fault::NotAMoment)
        }
        ICalendarProperty::Rrule => (!all(is_readable_rule)).then_some(Fault::Recurrence),
        _ => None,
    }
}

fn is_moment(value: &ICalendarValue) -> bool {
    match value {
        ICalendarValue::PartialDateTime(at) => at.to_date_time().is_some(),
        ICalendarValue::Period(_) => true,
        _ => false,
    }
}

fn is_readable_rule(value: &ICalendarValue) -> bool {
    let ICalendarValue::RecurrenceRule(rule) = value else { return false };
    let often = [ICalendarFrequency::Hourly, ICalendarFrequency::Minutely, ICalendarFrequency::Secondly];
    !often.contains(&rule.freq) && rule.until.as_ref().is_none_or(|until| until.to_date_time().is_some())
}
