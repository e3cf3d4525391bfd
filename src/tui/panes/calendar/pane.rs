//! What the calendar pane knows: the appointments of a week, and where the cursor stands among them.

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::Appointment;
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::value::{AppointmentId, CaseId, Hours, TimeOfDay};

use crate::child_name::ChildName;
use crate::cursor::moved;
use crate::keys::Command;
use crate::view::Names;

/// The first and the last time that the cursor can stand on where nothing is booked, in minutes since midnight.
const FREE: (u16, u16) = (7 * 60, 18 * 60);

/// Where the arrows begin on a day without appointments.
const MORNING: u16 = 8 * 60;

/// Where the cursor stands on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Appointment(AppointmentId),
    /// A time when nothing is booked.
    Free(TimeOfDay),
}

#[derive(Debug)]
pub struct CalendarPane {
    date: NaiveDate,
    /// `None` on the day as a whole: it has no appointments, or is not read yet.
    stop: Option<Stop>,
    read: Option<NaiveDate>,
    appointments: Vec<Appointment>,
    names: Names,
}

impl CalendarPane {
    /// A pane on the week of a date, with nothing read yet.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self { date, stop: None, read: None, appointments: Vec::new(), names: Names::new() }
    }

    /// The appointments that were read.
    #[must_use]
    pub fn appointments(&self) -> &[Appointment] {
        &self.appointments
    }

    /// Whether the shown week has been read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.read == Some(self.monday())
    }

    #[must_use]
    pub fn monday(&self) -> NaiveDate {
        monday_of(self.date)
    }

    #[must_use]
    pub fn name_of(&self, case: CaseId) -> Option<&ChildName> {
        self.names.get(&case)
    }

    /// The children of the appointments that were read.
    pub fn children(&self) -> impl Iterator<Item = (CaseId, &ChildName)> {
        self.names.iter().map(|(id, name)| (*id, name))
    }

    /// The day of the cursor.
    #[must_use]
    pub fn selected_day(&self) -> NaiveDate {
        self.date
    }

    /// The appointment under the cursor, if there is one.
    #[must_use]
    pub fn selected_appointment(&self) -> Option<&Appointment> {
        match self.stop? {
            Stop::Appointment(id) => self.on(self.date).find(|a| a.id == id),
            Stop::Free(_) => None,
        }
    }

    /// The time under the cursor: the free one, or the start of the appointment; `None` for a whole day.
    #[must_use]
    pub fn selected_time(&self) -> Option<TimeOfDay> {
        match self.stop? {
            Stop::Free(time) => Some(time),
            Stop::Appointment(_) => self.selected_appointment()?.hours.map(Hours::from),
        }
    }

    /// Adds the names of children whose appointments are told of.
    pub fn know(&mut self, names: Names) {
        self.names.extend(names);
    }

    /// Takes the appointments of a week, ordered by date and time. The cursor stays on its appointment, also on another
    /// day of the week; if that is gone it stays on the time.
    pub fn take(
        &mut self,
        now: NaiveDateTime,
        monday: NaiveDate,
        appointments: Vec<Appointment>,
        names: Names,
    ) {
        if monday != self.monday() {
            return;
        }
        let time = self.selected_time();
        (self.appointments, self.names, self.read) = (appointments, names, Some(monday));
        if let Some(Stop::Appointment(id)) = self.stop
            && let Some(same) = self.appointments.iter().find(|a| a.id == id)
        {
            self.date = same.date;
            return;
        }
        self.stop = self.stop_at(now, time);
    }

    /// The appointment at a time of the day, or the free time; without a time the first appointment that is not over.
    fn stop_at(&self, now: NaiveDateTime, time: Option<TimeOfDay>) -> Option<Stop> {
        let covers =
            |a: &&Appointment, time| a.hours.is_some_and(|h: Hours| h.from() <= time && time < h.to());
        let of = |a: &Appointment| Stop::Appointment(a.id);
        let Some(time) = time else {
            let over = |a: &&Appointment| self.date == now.date() && is_over(a, now);
            return self.on(self.date).find(|a| !over(a)).or_else(|| self.on(self.date).last()).map(of);
        };
        let there = self.on(self.date).find(|a| covers(a, time)).map(of);
        Some(there.unwrap_or(Stop::Free(time)))
    }

    /// Stands on a day, on its first appointment once it is read. Without a read week the day is read next.
    pub fn stand_on(&mut self, date: NaiveDate) {
        self.date = date;
        self.stop = None;
    }

    /// Stands on another day: at the same time if the cursor is on a free one, or on the first appointment.
    pub fn go_on(&mut self, now: NaiveDateTime, date: NaiveDate) {
        let free = self.stop.filter(|stop| matches!(stop, Stop::Free(_)));
        let time = free.and_then(|stop| self.time_of(stop));
        self.date = date;
        self.stop = if self.is_read() { self.stop_at(now, time) } else { free };
    }

    /// Goes on to the new day if the pane stood on the one before.
    pub fn follow(&mut self, before: NaiveDate, today: NaiveDate) {
        if self.date == before {
            self.stand_on(today);
        }
    }

    /// The appointments of a day, whole days first, then by time.
    pub fn on(&self, date: NaiveDate) -> impl Iterator<Item = &Appointment> {
        self.appointments.iter().filter(move |a| a.date == date)
    }

    /// Everything that the cursor goes through on its day: whole days, then appointments and free times by time. A free
    /// time lies on a whole number of `step` minutes, 1 to 60.
    #[must_use]
    pub fn stops(&self, step: u16) -> Vec<Stop> {
        let taken = |at: u16| {
            let is_in = |h: Hours| h.from().minutes() < at + step && at < h.to().minutes();
            self.on(self.date).any(|a| a.hours.is_some_and(is_in))
        };
        let free = (FREE.0..FREE.1).step_by(usize::from(step)).filter(|at| !taken(*at));
        let free = free.filter_map(|at| Some((Some(at), Stop::Free(TimeOfDay::from_minutes(at).ok()?))));
        let booked =
            self.on(self.date).map(|a| (a.hours.map(|h| h.from().minutes()), Stop::Appointment(a.id)));
        let mut stops: Vec<(Option<u16>, Stop)> = booked.chain(free).collect();
        stops.sort_by_key(|(at, _)| *at);
        stops.into_iter().map(|(_, stop)| stop).collect()
    }

    /// Moves the cursor within its day. Returns whether the command moves there.
    pub fn step(&mut self, command: Command, step: u16) -> bool {
        let stops = self.stops(step);
        let here = self.stop.and_then(|stop| stops.iter().position(|s| *s == stop));
        // A free time that is no stop lies between two.
        let near = self.selected_time().map_or(MORNING, TimeOfDay::minutes);
        let before = |stop: &&Stop| self.time_of(**stop).is_none_or(|t| t.minutes() < near);
        let near = stops.iter().take_while(before).count().min(stops.len().saturating_sub(1));
        let Some(to) = moved(command, here.unwrap_or(near), stops.len()) else { return false };
        // The first arrow on an empty day lands on the morning.
        let to =
            if self.stop.is_none() && matches!(command, Command::Up | Command::Down) { near } else { to };
        self.stop = stops.get(to).copied().or(self.stop);
        true
    }

    fn time_of(&self, stop: Stop) -> Option<TimeOfDay> {
        match stop {
            Stop::Free(time) => Some(time),
            Stop::Appointment(id) => self.on(self.date).find(|a| a.id == id)?.hours.map(Hours::from),
        }
    }
}

/// Whether an appointment has ended on its day. One without hours has not.
fn is_over(appointment: &Appointment, now: NaiveDateTime) -> bool {
    appointment.hours.is_some_and(|h| h.to() <= TimeOfDay::from(now.time()))
}
