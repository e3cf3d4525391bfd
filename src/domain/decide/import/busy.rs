//! Import of the busy times of a member of staff from a calendar of their own.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::decide::action_kind::ActionKind;
use crate::decide::decision::{Decision, Denied};
use crate::decide::facts::Facts;
use crate::decide::people::not_here;
use crate::decide::refusal::Refusal;
use crate::record::appointment::Appointment;
use crate::record::change::Change;
use crate::record::edit::Edit;
use crate::value::id::{AppointmentId, StaffId};
use crate::value::text::Line;
use crate::value::time::Hours;

/// The busy times of a member of staff over some days.
#[derive(Clone, Debug, PartialEq)]
pub struct BusyTimes {
    /// The member of staff.
    pub staff: StaffId,
    /// The first day that the import is about.
    pub from: NaiveDate,
    /// The last day that the import is about.
    pub to: NaiveDate,
    /// The events, each once.
    pub events: Vec<ImportedBusy>,
    /// Whether these are all the events on those days, so that others are removed.
    pub all: bool,
}

/// An event of somebody's own calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedBusy {
    /// Its identity there. Taken in again, the event replaces itself.
    pub event: Line,
    /// The appointment that it is a copy of, if it comes from an export of a house.
    pub own: Option<AppointmentId>,
    /// When it makes busy; nothing if it was cancelled.
    pub times: Vec<BusyTime>,
}

/// A time when somebody is busy.
#[derive(Clone, Debug, PartialEq)]
pub struct BusyTime {
    /// The identity of the appointment, if it is new.
    pub id: AppointmentId,
    /// The date.
    pub date: NaiveDate,
    /// The hours; `None` for the whole day.
    pub hours: Option<Hours>,
    /// The title.
    pub title: Line,
}

impl BusyTime {
    fn is_on(&self, known: &Appointment) -> bool {
        (self.date, self.hours, &self.title) == (known.date, known.hours, &known.title)
    }
}

/// Imports busy times, all or none. An event on record is updated; a copy of an appointment of this house is skipped.
pub(crate) fn take_in_busy(facts: &dyn Facts, busy: &BusyTimes) -> Result<Decision, Denied> {
    Refusal::unless_empty(not_here(facts, &[busy.staff])?)?;
    let mut on_record: BTreeMap<Line, Vec<Appointment>> = BTreeMap::new();
    for known in facts.busy_times()? {
        let about = known.staff.contains(&busy.staff) && (busy.from..=busy.to).contains(&known.date);
        if let Some(event) = known.event.clone().filter(|_| about) {
            on_record.entry(event).or_default().push(known);
        }
    }
    let mut changes: Vec<Change> = Vec::new();
    for event in &busy.events {
        let mut known = on_record.remove(&event.event).unwrap_or_default();
        if let Some(own) = event.own
            && facts.appointment(own)?.is_some()
        {
            continue;
        }
        let mut moved = Vec::new();
        for time in &event.times {
            match known.iter().position(|k| time.is_on(k)) {
                Some(at) => drop(known.remove(at)),
                None => moved.push(time),
            }
        }
        let mut known = known.into_iter();
        for time in moved {
            let (date, hours, title) = (time.date, time.hours, time.title.clone());
            let old = known.next();
            let new = match &old {
                Some(old) => Appointment { date, hours, title, ..old.clone() },
                None => {
                    let (staff, event) = ([busy.staff].into(), Some(event.event.clone()));
                    let (not_held, series) = (None, None);
                    Appointment {
                        id: time.id,
                        date,
                        hours,
                        title,
                        kind: None,
                        case: None,
                        staff,
                        event,
                        not_held,
                        series,
                    }
                }
            };
            changes.extend(Edit::new(old, Some(new)).ok().map(Change::from));
        }
        changes.extend(known.filter_map(removed));
    }
    if busy.all {
        changes.extend(on_record.into_values().flatten().filter_map(removed));
    }
    Ok(Decision::to_do(ActionKind::Import, changes))
}

fn removed(known: Appointment) -> Option<Change> {
    Edit::new(Some(known), None).ok().map(Change::from)
}
