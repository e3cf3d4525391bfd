//! Free times: when members of staff, and a child, can meet.
//!
//! A time is free on a school day, within the working day, when no appointment and no busy time takes any of the staff
//! or the child. A child that takes part is free while it is at the service: within the hours of its timetable, all day
//! where the hours are unknown or the child is met elsewhere, never on a day off. Without a timetable in force the child
//! can be met at any time. Source: our own.

use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::record::appointment::Appointment;
use crate::record::timetable::{DayPlan, Timetable, in_force};
use crate::rules::booking::{share_time, takes};
use crate::rules::calendar::Calendar;
use crate::value::id::{CaseId, StaffId};
use crate::value::time::{Hours, TimeOfDay};

/// Minutes since midnight at which the working day begins. Source: our own, as the house keeps no hours.
const OPENS: u16 = 8 * 60;
/// Minutes since midnight at which it ends. Source: our own.
const CLOSES: u16 = 16 * 60;
/// A free time begins on a quarter of an hour.
const STEP: u16 = 15;

/// Who is to meet, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// The members of staff who take part.
    pub staff: &'a [StaffId],
    /// The case it is about. Its other appointments are not free times.
    pub case: Option<CaseId>,
    /// Every version of the child's timetable; `None` for a meeting without the child.
    pub timetables: Option<&'a [Timetable]>,
    /// The length in minutes.
    pub minutes: u16,
    /// The minutes kept free before and after it.
    pub pause: u16,
}

/// Where a free time is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The moment from which on.
    pub from: NaiveDateTime,
    /// The last day, included.
    pub to: NaiveDate,
}

/// A span of time on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// The hours.
    pub hours: Hours,
}

/// Why there is no free time in a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTime {
    /// Nobody is appointed who could take part.
    NoContact,
    /// The range has no school day left.
    NoSchoolDay,
    /// The child is there on none of its school days, or never for long enough.
    ChildAway,
    /// At any time somebody is taken.
    Taken,
}

/// What free times are looked for among.
#[derive(Clone, Copy, Debug)]
pub struct Diary<'a> {
    /// The appointments of the range, busy times included.
    pub appointments: &'a [Appointment],
    /// The school calendar.
    pub calendar: &'a Calendar,
}

impl<'a> Diary<'a> {
    /// Every free time of a meeting in a range, earliest first, by quarters of an hour. They share time with each other.
    pub fn free(self, meeting: Meeting<'a>, range: Range) -> impl Iterator<Item = Slot> + 'a {
        let days = self.calendar.school_days(range.from.date(), range.to);
        days.flat_map(move |date| self.free_on(meeting, date, range.from).collect::<Vec<_>>())
    }

    /// The next free times of a meeting, earliest first, at most `count`. They share no time with each other.
    #[must_use]
    pub fn next_free(self, meeting: Meeting<'a>, range: Range, count: usize) -> Vec<Slot> {
        let mut found: Vec<Slot> = Vec::new();
        for slot in self.free(meeting, range) {
            let apart = |last: &Slot| last.date != slot.date || last.hours.shared_minutes(slot.hours) == 0;
            if found.len() == count {
                break;
            }
            if found.last().is_none_or(apart) {
                found.push(slot);
            }
        }
        found
    }

    /// The free times of a meeting on one day, from a moment on.
    fn free_on(
        self,
        meeting: Meeting<'a>,
        date: NaiveDate,
        from: NaiveDateTime,
    ) -> impl Iterator<Item = Slot> + 'a {
        let concerns = move |a: &&Appointment| a.date == date && takes(a, meeting.staff, meeting.case);
        let others: Vec<&Appointment> = self.appointments.iter().filter(concerns).collect();
        let earliest = if date == from.date() { minute_of(from) } else { 0 };
        let open = openings(meeting, date).filter(move |hours| hours.from().minutes() >= earliest);
        let is_free = move |hours: &Hours| {
            let kept = widened(*hours, meeting.pause);
            !others.iter().any(|other| share_time(Some(kept), other))
        };
        open.filter(is_free).map(move |hours| Slot { date, hours })
    }

    /// Why a range has no free time for a meeting.
    #[must_use]
    pub fn why_none(self, meeting: Meeting<'_>, range: Range) -> NoTime {
        let mut days = self.calendar.school_days(range.from.date(), range.to).peekable();
        if meeting.staff.is_empty() {
            NoTime::NoContact
        } else if days.peek().is_none() {
            NoTime::NoSchoolDay
        } else if days.any(|date| openings(meeting, date).next().is_some()) {
            NoTime::Taken
        } else {
            NoTime::ChildAway
        }
    }
}

/// The times of a day at which a meeting can begin and end, whoever is taken then.
fn openings(meeting: Meeting<'_>, date: NaiveDate) -> impl Iterator<Item = Hours> {
    let there = presence(meeting.timetables, date);
    let (opens, closes) = there.unwrap_or((CLOSES, OPENS));
    let starts = (opens.next_multiple_of(STEP)..closes).step_by(usize::from(STEP));
    let hours = move |start: u16| {
        let end = start.checked_add(meeting.minutes).filter(|end| *end <= closes)?;
        Hours::new(TimeOfDay::from_minutes(start).ok()?, TimeOfDay::from_minutes(end).ok()?).ok()
    };
    starts.filter_map(hours)
}

/// The part of the working day on which everybody who must be there is there, in minutes since midnight.
fn presence(timetables: Option<&[Timetable]>, date: NaiveDate) -> Option<(u16, u16)> {
    let plan = timetables.and_then(|all| in_force(all, date)).map(|table| table.day(date.weekday()));
    match plan {
        Some(DayPlan::Off | DayPlan::Practice) => None,
        Some(DayPlan::Expected { hours: Some(spells), .. }) => {
            let hours = spells.around();
            Some((hours.from().minutes().max(OPENS), hours.to().minutes().min(CLOSES)))
        }
        Some(DayPlan::Elsewhere | DayPlan::Expected { hours: None, .. }) | None => Some((OPENS, CLOSES)),
    }
}

/// The hours with a pause before and after them.
fn widened(hours: Hours, pause: u16) -> Hours {
    let from = TimeOfDay::from_minutes(hours.from().minutes().saturating_sub(pause));
    let to = TimeOfDay::from_minutes(hours.to().minutes().saturating_add(pause));
    let wide = from.ok().zip(to.ok()).and_then(|(from, to)| Hours::new(from, to).ok());
    wide.unwrap_or(hours)
}

/// Minutes since midnight; a minute that has begun counts as past.
fn minute_of(moment: NaiveDateTime) -> u16 {
    let minutes = moment.hour() * 60 + moment.minute() + u32::from(moment.second() > 0);
    u16::try_from(minutes).unwrap_or(u16::MAX)
}
