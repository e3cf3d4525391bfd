//! Writes the appointments and closures of a house as a calendar.

use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency,
};
use chrono::NaiveDate;
use trivsel_domain::record::{Appointment, Closure, Records};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{Coded, StaffId};
use trivsel_words::Words;

use super::initials::{Names, initials};
use super::revision::{Revision, Revisions};
use super::{AT_TRIVSEL, add_date, utc};

/// What is written.
#[derive(Clone, Copy, Debug)]
pub struct Agenda<'h> {
    pub records: &'h Records,
    pub revisions: &'h Revisions,
    /// Only the appointments of this member of staff; `None` for all.
    pub staff: Option<StaffId>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Whether names are written in full instead of as initials.
    pub full_names: bool,
}

/// Writes a calendar, and returns it with the number of appointments that are not cancelled. The same house gives the
/// same bytes.
///
/// # Errors
/// Where the calendar can't hold a text.
pub fn write_agenda(words: &Words, agenda: &Agenda<'_>) -> anyhow::Result<(String, usize)> {
    let names = (!agenda.full_names).then(|| Names::of(agenda.records));
    let writer = Writer { words, agenda, names };
    let mut root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    root.add_property(ICalendarProperty::Version, "2.0");
    root.add_property(ICalendarProperty::Prodid, "-//Trivsel//Trivsel//DA");
    let mut held: Vec<&Appointment> =
        agenda.records.appointments.iter().filter(|a| agenda.holds(a)).collect();
    held.sort_by_key(|a| (a.date, a.hours, a.id));
    let mut removed: Vec<&Appointment> = agenda.revisions.removed().filter(|a| agenda.holds(a)).collect();
    removed.sort_by_key(|a| (a.date, a.hours, a.id));
    let events = held.iter().map(|a| writer.appointment(a, !a.takes_place()));
    let cancelled = removed.iter().map(|a| writer.appointment(a, true));
    let mut calendar = ICalendar { components: vec![root] };
    calendar.components.extend(events.chain(cancelled).chain(writer.closures()));
    let all = 1..u32::try_from(calendar.components.len())?;
    calendar.components[0].component_ids.extend(all);
    let mut text = String::new();
    calendar.write_to(&mut text)?;
    Ok((text, held.iter().filter(|a| a.takes_place()).count()))
}

impl Agenda<'_> {
    /// Busy times stand in the calendar that they came from already.
    fn holds(&self, appointment: &Appointment) -> bool {
        appointment.event.is_none()
            && (self.from..=self.to).contains(&appointment.date)
            && self.staff.is_none_or(|who| appointment.staff.contains(&who))
    }
}

struct Writer<'h> {
    words: &'h Words,
    agenda: &'h Agenda<'h>,
    /// The names to shorten; `None` if they are written in full.
    names: Option<Names>,
}

impl Writer<'_> {
    fn appointment(&self, appointment: &Appointment, cancelled: bool) -> ICalendarComponent {
        let revision = self.agenda.revisions.revision(&appointment.id.into());
        let mut event = event(&format!("{}{AT_TRIVSEL}", appointment.id), revision);
        match appointment.hours {
            Some(hours) => {
                let at = |time: trivsel_domain::value::TimeOfDay| utc(appointment.date.and_time(time.into()));
                event.add_property(ICalendarProperty::Dtstart, at(hours.from()));
                event.add_property(ICalendarProperty::Dtend, at(hours.to()));
            }
            None => whole_days(&mut event, appointment.date, appointment.date),
        }
        event.add_property(ICalendarProperty::Summary, self.title(appointment));
        let staff = self.agenda.records.staff.iter().filter(|s| appointment.staff.contains(&s.id));
        let mut staff: Vec<&str> = staff.map(|s| s.initials.as_str()).collect();
        if !staff.is_empty() {
            staff.sort_unstable();
            event.add_property(ICalendarProperty::Description, staff.join(" "));
        }
        let status = if cancelled { ICalendarStatus::Cancelled } else { ICalendarStatus::Confirmed };
        event.add_property(ICalendarProperty::Status, status);
        event.add_property(ICalendarProperty::Class, ICalendarClassification::Private);
        event
    }

    /// The title and the child, if there is one.
    fn title(&self, appointment: &Appointment) -> String {
        let title = appointment.title.as_str();
        let records = self.agenda.records;
        let case = records.cases.iter().find(|c| Some(c.id) == appointment.case);
        let child = case.and_then(|case| records.children.iter().find(|c| c.id == case.child));
        let name = child.map(|child| child.name.as_str());
        let (title, name) = match &self.names {
            Some(names) => (names.shortened(title), name.map(initials)),
            None => (title.to_owned(), name.map(str::to_owned)),
        };
        name.map_or_else(|| title.clone(), |name| format!("{title} · {name}"))
    }

    /// An event for each run of days that a closure covers.
    fn closures(&self) -> Vec<ICalendarComponent> {
        let (calendar, mut events) = (Calendar::new(self.agenda.records.closures.clone()), Vec::new());
        for closure in calendar.closures() {
            let mut first = None;
            for date in self.agenda.from.iter_days() {
                let covered = date <= self.agenda.to && calendar.closes(closure, date);
                match (first, covered) {
                    (None, true) => first = Some(date),
                    (Some(from), false) => {
                        events.push((from, self.closure(closure, from, date)));
                        first = None;
                    }
                    _ => {}
                }
                if date > self.agenda.to {
                    break;
                }
            }
        }
        events.sort_by_key(|(from, _)| *from);
        events.into_iter().map(|(_, event)| event).collect()
    }

    fn closure(&self, closure: &Closure, from: NaiveDate, after: NaiveDate) -> ICalendarComponent {
        let revision = self.agenda.revisions.revision(&closure.id.into());
        let mut event = event(&format!("{}-{from}{AT_TRIVSEL}", closure.id), revision);
        add_date(&mut event, ICalendarProperty::Dtstart, from);
        add_date(&mut event, ICalendarProperty::Dtend, after);
        let kind = self.words.code("closure", closure.kind.code());
        let name = closure.name.as_ref().map_or(kind, |own| own.as_str());
        let name = self.names.as_ref().map_or_else(|| name.to_owned(), |names| names.shortened(name));
        event.add_property(ICalendarProperty::Summary, name);
        event.add_property(ICalendarProperty::Transp, ICalendarTransparency::Transparent);
        event
    }
}

fn event(uid: &str, revision: Revision) -> ICalendarComponent {
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.add_uid(uid);
    event.add_dtstamp(utc(revision.at));
    event.add_sequence(i64::from(revision.number));
    event
}

fn whole_days(event: &mut ICalendarComponent, first: NaiveDate, last: NaiveDate) {
    add_date(event, ICalendarProperty::Dtstart, first);
    add_date(event, ICalendarProperty::Dtend, last.succ_opt().unwrap_or(last));
}
