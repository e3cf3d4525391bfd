//! What the calendar pane knows: the appointments of a week, and where the cursor stands among them.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};
use trivsel_domain::record::Appointment;
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::obligations::Obligation;
use trivsel_domain::rules::series::Reach;
use trivsel_domain::value::{AppointmentId, CaseId, Hours, StaffId, TalkId, TimeOfDay};

use super::whose::Whose;
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

/// How much the pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    Day,
    #[default]
    Week,
    Month,
}

impl View {
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// The stable code, for words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

/// What is owed a case and not booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub case: CaseId,
    /// The case's primary and secondary contact.
    pub contacts: Vec<StaffId>,
    pub obligation: Obligation,
}

#[derive(Debug)]
pub struct CalendarPane {
    pub view: View,
    pub(super) whose: Whose,
    date: NaiveDate,
    /// `None` on the day as a whole: it has no appointments, or is not read yet.
    stop: Option<Stop>,
    /// The first and the last day that were read.
    read: Option<(NaiveDate, NaiveDate)>,
    appointments: Vec<Appointment>,
    /// The signed notes of the appointments that were held.
    held: BTreeMap<AppointmentId, TalkId>,
    names: Names,
    owed: Vec<Due>,
    owed_names: Names,
    /// How many of its series a change of an appointment reaches.
    reach: Option<(AppointmentId, Reach)>,
}

impl CalendarPane {
    /// A pane on the week of a date, with nothing read yet.
    #[must_use]
    pub fn new(date: NaiveDate) -> Self {
        Self {
            view: View::default(),
            whose: Whose::default(),
            date,
            stop: None,
            read: None,
            appointments: Vec::new(),
            held: BTreeMap::new(),
            names: Names::new(),
            owed: Vec::new(),
            owed_names: Names::new(),
            reach: None,
        }
    }

    /// The appointments that were read, whoever they are of.
    #[must_use]
    pub fn appointments(&self) -> &[Appointment] {
        &self.appointments
    }

    /// The first and the last day that the view shows: whole weeks.
    #[must_use]
    pub fn range(&self) -> (NaiveDate, NaiveDate) {
        match self.view {
            View::Day | View::Week => (self.monday(), self.monday() + Days::new(6)),
            View::Month => {
                let first = self.date.with_day(1).unwrap_or(self.date);
                let last = first + Months::new(1) - Days::new(1);
                (monday_of(first), monday_of(last) + Days::new(6))
            }
        }
    }

    /// Whether what is shown has been read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        let (from, to) = self.range();
        self.read.is_some_and(|(first, last)| first <= from && to <= last)
    }

    #[must_use]
    pub fn monday(&self) -> NaiveDate {
        monday_of(self.date)
    }

    #[must_use]
    pub fn name_of(&self, case: CaseId) -> Option<&ChildName> {
        self.names.get(&case).or_else(|| self.owed_names.get(&case))
    }

    /// The children of the appointments that were read.
    pub fn children(&self) -> impl Iterator<Item = (CaseId, &ChildName)> {
        self.names.iter().chain(&self.owed_names).map(|(id, name)| (*id, name))
    }

    /// Takes what is owed.
    pub fn take_owed(&mut self, owed: Vec<Due>, names: Names) {
        (self.owed, self.owed_names) = (owed, names);
    }

    /// What is owed on a day and not booked.
    pub fn owed_on(&self, date: NaiveDate) -> impl Iterator<Item = &Due> {
        let shown = |due: &&Due| self.whose.has_due(due.case, &due.contacts);
        self.owed.iter().filter(move |due| due.obligation.date == date).filter(shown)
    }

    /// Shows another view of the same day.
    pub fn turn(&mut self, now: NaiveDateTime, view: View) {
        self.view = view;
        if self.is_read() && self.stop.is_none() {
            self.stop = self.stop_at(now, None);
        }
    }

    /// Shows somebody's appointments. The cursor stays where it is, if its appointment is shown.
    pub fn show_of(&mut self, now: NaiveDateTime, whose: Whose) {
        self.whose = whose;
        if !matches!(self.stop, Some(Stop::Free(_))) && self.selected_appointment().is_none() {
            self.stop = self.stop_at(now, None);
        }
    }

    /// The day of the cursor.
    #[must_use]
    pub fn selected_day(&self) -> NaiveDate {
        self.date
    }

    /// The appointment under the cursor, if there is one. The month has a cursor for days only.
    #[must_use]
    pub fn selected_appointment(&self) -> Option<&Appointment> {
        match self.stop.filter(|_| self.view != View::Month)? {
            Stop::Appointment(id) => self.on(self.date).find(|a| a.id == id),
            Stop::Free(_) => None,
        }
    }

    /// The time under the cursor: the free one, or the start of the appointment; `None` for a whole day.
    #[must_use]
    pub fn selected_time(&self) -> Option<TimeOfDay> {
        match self.stop.filter(|_| self.view != View::Month)? {
            Stop::Free(time) => Some(time),
            Stop::Appointment(_) => self.selected_appointment()?.hours.map(Hours::from),
        }
    }

    /// Adds the names of children whose appointments are told of.
    pub fn know(&mut self, names: Names) {
        self.names.extend(names);
    }

    /// The signed note that shows that an appointment was held, if there is one.
    #[must_use]
    pub fn note_of(&self, id: AppointmentId) -> Option<TalkId> {
        self.held.get(&id).copied()
    }

    /// Takes the appointments of some days, ordered by date and time, with the notes of those that were held. The cursor
    /// stays on its appointment, also when that is moved to another of the days; if it is gone the cursor stays on the time.
    pub fn take(
        &mut self,
        now: NaiveDateTime,
        (from, to): (NaiveDate, NaiveDate),
        (appointments, held): (Vec<Appointment>, BTreeMap<AppointmentId, TalkId>),
        names: Names,
    ) {
        if (from, to) != self.range() {
            return;
        }
        let time = self.stop.and_then(|stop| self.time_of(stop));
        (self.appointments, self.held, self.names) = (appointments, held, names);
        self.read = Some((from, to));
        if let Some(Stop::Appointment(id)) = self.stop
            && let Some(same) = self.appointments.iter().find(|a| a.id == id)
        {
            self.date = same.date;
            return;
        }
        self.stop = self.stop_at(now, time);
    }

    /// The appointment at a time of the day, or the free time; without a time the first appointment with hours that is not
    /// over.
    fn stop_at(&self, now: NaiveDateTime, time: Option<TimeOfDay>) -> Option<Stop> {
        let covers =
            |a: &&Appointment, time| a.hours.is_some_and(|h: Hours| h.from() <= time && time < h.to());
        let of = |a: &Appointment| Stop::Appointment(a.id);
        let Some(time) = time else {
            let over = |a: &Appointment| self.date == now.date() && is_over(a, now);
            let next = self.on(self.date).find(|a| a.hours.is_some() && !over(a));
            return next.or_else(|| self.on(self.date).next()).map(of);
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

    /// Stands on an appointment of a day, once its week is read.
    pub fn stand_on_appointment(&mut self, date: NaiveDate, id: AppointmentId) {
        self.date = date;
        self.stop = Some(Stop::Appointment(id));
    }

    /// Stands on an appointment that everybody's calendar may have to be shown for.
    pub fn show_appointment(&mut self, one: &Appointment) {
        if self.view == View::Month {
            self.view = View::Week;
        }
        if !self.whose.has(one) {
            self.whose = Whose::All;
        }
        self.stand_on_appointment(one.date, one.id);
    }

    /// How many of its series a change of an appointment reaches: it alone, unless more was chosen for it.
    #[must_use]
    pub fn reach(&self, id: AppointmentId) -> Reach {
        self.reach.filter(|(of, _)| *of == id).map_or(Reach::One, |(_, reach)| reach)
    }

    /// Chooses how many of its series a change of an appointment reaches.
    pub fn set_reach(&mut self, id: AppointmentId, reach: Reach) {
        self.reach = Some((id, reach));
    }

    /// Goes on to the new day if the pane stood on the one before.
    pub fn follow(&mut self, before: NaiveDate, today: NaiveDate) {
        if self.date == before {
            self.stand_on(today);
        }
    }

    /// The appointments of a day that are shown, whole days first, then by time.
    pub fn on(&self, date: NaiveDate) -> impl Iterator<Item = &Appointment> {
        self.appointments.iter().filter(move |a| a.date == date && self.whose.has(a))
    }

    /// Everything that the cursor goes through on its day: whole days, then appointments and free times by time. A free
    /// time lies on a whole number of `step` minutes, 1 to 60.
    #[must_use]
    pub fn stops(&self, row_minutes: u16) -> Vec<Stop> {
        let taken = |at: u16| {
            let is_in = |h: Hours| h.from().minutes() < at + row_minutes && at < h.to().minutes();
            self.on(self.date).any(|a| a.hours.is_some_and(is_in))
        };
        let free = (FREE.0..FREE.1).step_by(usize::from(row_minutes)).filter(|at| !taken(*at));
        let free = free.filter_map(|at| Some((Some(at), Stop::Free(TimeOfDay::from_minutes(at).ok()?))));
        let booked =
            self.on(self.date).map(|a| (a.hours.map(|h| h.from().minutes()), Stop::Appointment(a.id)));
        let mut stops: Vec<(Option<u16>, Stop)> = booked.chain(free).collect();
        stops.sort_by_key(|(at, _)| *at);
        stops.into_iter().map(|(_, stop)| stop).collect()
    }

    /// Moves the cursor within its day. Returns whether the command moves there.
    pub fn move_within_day(&mut self, command: Command, row_minutes: u16) -> bool {
        let stops = self.stops(row_minutes);
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
