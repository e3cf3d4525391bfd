//! Writes an event so that the library expands it as RFC 5545 means it.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendarComponent, ICalendarParameter, ICalendarProperty, ICalendarValue};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::faults::{has_time, start};

/// An event whose start names its zone, whose recurrence ends at a local time of it and soon after the last day asked for, and that has no number: the library
/// takes another number for another series.
pub(super) fn made_plain(
    event: &ICalendarComponent,
    zones: &TzResolver<&str>,
    last: NaiveDate,
) -> ICalendarComponent {
    let mut plain = event.clone();
    plain.component_ids.clear();
    plain.entries.retain(|entry| entry.name != ICalendarProperty::Sequence);
    let zone = match event.property(&ICalendarProperty::Dtstart) {
        Some(entry) if start(event).is_some_and(PartialDateTime::has_zone) => {
            let named = entry.clone().with_param(ICalendarParameter::tzid("UTC".to_owned()));
            if let Some(entry) = plain.property_mut(&ICalendarProperty::Dtstart) {
                *entry = named;
            }
            Tz::UTC
        }
        entry => zones.resolve_or_default(entry.and_then(|entry| entry.tz_id())),
    };
    let timed = has_time(event);
    for entry in plain.properties_mut(&ICalendarProperty::Rrule) {
        for value in &mut entry.values {
            if let ICalendarValue::RecurrenceRule(rule) = value {
                let until = rule.until.as_ref().and_then(|until| local(until, zone, timed));
                // A zone may be a day ahead. A counted recurrence ends by itself.
                let last = last.checked_add_days(Days::new(2)).unwrap_or(last);
                if rule.count.is_none() || until.is_some() {
                    let end = until.unwrap_or(NaiveDateTime::MAX).min(last.and_time(NaiveTime::MIN));
                    rule.until = Some(PartialDateTime::from_naive_timestamp(end.and_utc().timestamp()));
                }
            }
        }
    }
    plain
}

/// The end of a recurrence as a local time. A date includes its whole day.
fn local(until: &PartialDateTime, zone: Tz, timed: bool) -> Option<NaiveDateTime> {
    if until.has_zone() {
        until.to_date_time_with_tz(zone).map(|at| at.with_timezone(&zone).naive_local())
    } else {
        let at = until.to_date_time().map(|at| at.date_time);
        let evening = NaiveTime::from_hms_opt(23, 59, 59);
        at.map(|at| match evening {
            Some(evening) if timed && !until.has_time() => at.date().and_time(evening),
            _ => at,
        })
    }
}
