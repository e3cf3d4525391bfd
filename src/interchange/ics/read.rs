//! Reads the busy times of a person's own calendar. Recurrences are expanded over the days that are asked for.
//!
//! Only when the person is busy comes in. A title does not, unless it is asked for.

use calcard::icalendar::dates::TimeOrDelta;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Europe::Copenhagen;
use indexmap::IndexMap;
use trivsel_domain::decide::{BusyTime, ImportedBusy};
use trivsel_domain::value::{AppointmentId, Hours, Line, TimeOfDay};
use trivsel_words::text::clean_line;

use super::AT_TRIVSEL;
use super::faults::{faults, has_time, property};
use super::recurrence::made_plain;
use crate::problem::{Fault, Problem};

/// The most occurrences of one event. A daily event reaches it after 54 years.
pub(super) const MOST: usize = 20_000;

/// The most busy times of one calendar; as many as a list has lines.
const MOST_TIMES: usize = 100_000;

/// What is taken from a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'t> {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The title of a busy time.
    pub busy: &'t Line,
    /// Whether events that are not private keep their own title.
    pub titles: bool,
}

/// A calendar that was read. It may only be imported without problems.
#[derive(Clone, Debug, Default)]
pub struct BusyCalendar {
    pub events: Vec<ImportedBusy>,
    /// In line order.
    pub problems: Vec<Problem>,
    /// The events that are not during the days asked for.
    pub outside: usize,
    /// The events that take no time: free, cancelled, or without a length.
    pub free: usize,
}

/// Reads a calendar in the format of RFC 5545.
#[must_use]
pub fn read_busy(bytes: &[u8], wanted: &Wanted<'_>, mint: &mut dyn FnMut() -> u128) -> BusyCalendar {
    let mut read = BusyCalendar::default();
    let Ok(text) = std::str::from_utf8(bytes) else {
        read.problems.push(Problem::of_file(Fault::NotACalendar));
        return read;
    };
    let lines_of = |what: &str| -> Vec<u32> {
        let all = text.lines().zip(1..);
        all.filter(|(line, _)| line.trim_end().eq_ignore_ascii_case(what)).map(|(_, at)| at).collect()
    };
    let mut begins = lines_of("BEGIN:VEVENT").into_iter();
    // The parser closes for itself what the file leaves open.
    if ["VCALENDAR", "VEVENT"]
        .iter()
        .any(|what| lines_of(&format!("BEGIN:{what}")).len() > lines_of(&format!("END:{what}")).len())
    {
        read.problems.push(Problem::of_file(Fault::CutOff));
        return read;
    }
    let (mut parser, mut found) = (Parser::new(text), false);
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) if is_calendar(&calendar) => {
                found = true;
                read.take(&calendar, &mut begins, wanted, mint);
            }
            Entry::Eof if found => break,
            _ => {
                read.problems.push(Problem::of_file(Fault::NotACalendar));
                break;
            }
        }
    }
    if read.events.iter().map(|event| event.times.len()).sum::<usize>() > MOST_TIMES {
        read.problems.push(Problem::of_file(Fault::TooMuch));
    }
    read.problems.sort_by_key(|problem| problem.line);
    read
}

fn is_calendar(calendar: &ICalendar) -> bool {
    calendar.components.first().is_some_and(|root| root.component_type == ICalendarComponentType::VCalendar)
}

impl BusyCalendar {
    fn take(
        &mut self,
        calendar: &ICalendar,
        begins: &mut impl Iterator<Item = u32>,
        wanted: &Wanted<'_>,
        mint: &mut dyn FnMut() -> u128,
    ) {
        let zones = calendar.build_tz_resolver().with_default(Copenhagen);
        let mut series: IndexMap<&str, Vec<(u32, &ICalendarComponent)>> = IndexMap::new();
        let events =
            calendar.components.iter().filter(|c| c.component_type == ICalendarComponentType::VEvent);
        for event in events {
            let line = begins.next().unwrap_or_default();
            let found = faults(event, line, &zones);
            if let (true, Some(uid)) = (found.is_empty(), event.uid()) {
                series.entry(uid).or_default().push((line, event));
            }
            self.problems.extend(found);
        }
        for (uid, events) in series {
            // Other events may have the same times and numbers, so each series is expanded by itself.
            let root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
            let mut alone = ICalendar { components: vec![root] };
            let zone =
                |zone: &ICalendarComponent| ICalendarComponent { component_ids: Vec::new(), ..zone.clone() };
            alone.components.extend(calendar.timezones().map(zone));
            let first = alone.components.len();
            alone.components.extend(events.iter().map(|(_, event)| made_plain(event, &zones, wanted.to)));
            self.expand(uid, &alone, first, &events, wanted, mint);
        }
    }

    /// Takes in every occurrence of an event, which may have several components. `first` is the place of the first.
    fn expand(
        &mut self,
        uid: &str,
        alone: &ICalendar,
        first: usize,
        events: &[(u32, &ICalendarComponent)],
        wanted: &Wanted<'_>,
        mint: &mut dyn FnMut() -> u128,
    ) {
        let of = |component: u32| {
            usize::try_from(component).ok().and_then(|at| events.get(at.checked_sub(first)?))
        };
        let expanded = alone.expand_dates(Copenhagen, MOST);
        let mut problems: Vec<Problem> = Vec::new();
        for error in expanded.errors {
            let line = of(error.comp_id).map_or(0, |(line, _)| *line);
            problems.push(Problem::on_line(line, Fault::NotAMoment));
        }
        let line = events.first().map_or(0, |(line, _)| *line);
        if expanded.events.len() >= MOST {
            problems.push(Problem::on_line(line, Fault::TooOften { most: MOST }));
        }
        let (mut times, mut some) = (Vec::new(), false);
        for occurrence in expanded.events {
            let Some((line, event)) = of(occurrence.comp_id) else { continue };
            if !takes_time(event) {
                continue;
            }
            some = true;
            let start = occurrence.start.with_timezone(&Copenhagen).naive_local();
            let end = match occurrence.end {
                TimeOrDelta::Time(end) => Some(end.with_timezone(&Copenhagen).naive_local()),
                // A length is one on the clock: a meeting ends at its time on the night of the change too.
                TimeOrDelta::Delta(length) => start.checked_add_signed(length),
            };
            let Some(end) = end.filter(|end| *end >= start) else {
                problems.push(property(*line, "DTEND", Fault::EndsBeforeStart));
                continue;
            };
            let title = title(event, wanted);
            for (date, hours) in by_day(start, end, wanted) {
                times.push(BusyTime {
                    id: AppointmentId::from_u128(mint()),
                    date,
                    hours,
                    title: title.clone(),
                });
            }
        }
        problems.dedup();
        if problems.is_empty() {
            let own = uid.strip_suffix(AT_TRIVSEL).and_then(|id| id.parse().ok());
            match (some, times.is_empty()) {
                (false, _) => self.free += 1,
                (true, true) => self.outside += 1,
                (true, false) => {}
            }
            self.events.extend(key(uid).map(|event| ImportedBusy { event, own, times }));
        }
        self.problems.append(&mut problems);
    }
}

/// The UID as it is kept. Of a very long one the end is kept, since programs put what is common first.
fn key(uid: &str) -> Option<Line> {
    let uid = clean_line(uid);
    let over = uid.chars().count().saturating_sub(Line::MAX);
    Line::new(&uid.chars().skip(over).collect::<String>()).ok()
}

fn takes_time(event: &ICalendarComponent) -> bool {
    let has_length = [ICalendarProperty::Dtend, ICalendarProperty::Duration];
    event.status() != Some(&ICalendarStatus::Cancelled)
        && event.transparency() != Some(&ICalendarTransparency::Transparent)
        && (has_length.iter().any(|length| event.has_property(length)) || !has_time(event))
}

fn title(event: &ICalendarComponent, wanted: &Wanted<'_>) -> Line {
    let first = |name| event.property(name).and_then(|entry| entry.values.first());
    let class = first(&ICalendarProperty::Class);
    let open = matches!(class, None | Some(ICalendarValue::Classification(ICalendarClassification::Public)));
    let own = first(&ICalendarProperty::Summary)
        .and_then(ICalendarValue::as_text)
        .filter(|_| wanted.titles && open);
    let short = |own: &str| clean_line(own).chars().take(Line::MAX).collect::<String>();
    own.and_then(|own| Line::new(&short(own)).ok()).unwrap_or_else(|| wanted.busy.clone())
}

/// The hours on each day asked for; `None` for a whole day. A day ends at 23:59, the last time there is.
fn by_day(
    start: NaiveDateTime,
    end: NaiveDateTime,
    wanted: &Wanted<'_>,
) -> impl Iterator<Item = (NaiveDate, Option<Hours>)> {
    let first = start.date().max(wanted.from);
    let last = end.date().min(wanted.to);
    first.iter_days().take_while(move |date| *date <= last).filter_map(move |date| {
        let midnight = date.and_time(NaiveTime::MIN);
        let next = date.succ_opt()?.and_time(NaiveTime::MIN);
        if start <= midnight && next <= end {
            return Some((date, None));
        }
        let from = TimeOfDay::from(start.max(midnight).time());
        let to = if next <= end { TimeOfDay::new(23, 59).ok()? } else { TimeOfDay::from(end.time()) };
        Some((date, Some(Hours::new(from, to).ok()?)))
    })
}
