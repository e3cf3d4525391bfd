//! The baseline: attendance before the course, at its start, now, at its end and half a year after it. Each is counted
//! apart, from the register that tells of it.
//!
//! Source: service description, general (the aim is to come back to school); our own for the periods.

use alloc::vec::Vec;

use chrono::{Months, NaiveDate};

use crate::record::case::Enrolment;
use crate::record::day::{Day, Origin};
use crate::record::reported_week::ReportedWeek;
use crate::rules::calendar::Calendar;
use crate::rules::gate::{Course, WEEKS};
use crate::rules::imported::ImportedFigures;
use crate::rules::reported::{Attendance, ReportedFigures};
use crate::value::code::coded;
use crate::value::week::SchoolWeek;

/// Days of a register in each period: planned ones of the house's own register, registered ones of another.
pub const DAYS: usize = 20;
/// Months from the end of the course to the last period.
pub const MONTHS_AFTER: u32 = 6;

coded! {
    "baseline point"
    /// When attendance is measured.
    pub enum Point {
        /// The last of it before the first day of the course.
        Before = "before",
        /// The first of it in the course.
        Start = "start",
        /// The latest of it in a course that runs.
        Now = "now",
        /// The last of it in a course that is over.
        End = "end",
        /// The last school weeks up to six months after the course.
        After = "after",
    }
}

/// Attendance at one point of the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// When it is measured.
    pub at: Point,
    /// What was counted, with its dates and its source.
    pub attendance: Attendance,
}

impl Course<'_> {
    /// The points of the baseline that something is on record of, in the order of time. No day counts at two points,
    /// and figures of different registers are never added: both stand at the same point.
    #[must_use]
    pub fn baseline(&self, today: NaiveDate) -> Vec<Measured> {
        let Some(enrolment) = self.case.enrolment() else { return Vec::new() };
        let mut weeks: Vec<&ReportedWeek> =
            self.reported.iter().filter(|w| w.monday.thursday() <= today).collect();
        weeks.sort_by_key(|w| w.monday);
        let mut points = self.before(enrolment, &weeks);
        let last = if enrolment.until.is_none_or(|until| today < until) { Point::Now } else { Point::End };
        let (start, end) = if self.is_at_own_school() {
            let within: Vec<&ReportedWeek> =
                weeks.iter().copied().filter(|w| enrolment.includes(w.monday.thursday())).collect();
            let (start, end) = ends(&within, WEEKS);
            (reported(start), reported(end))
        } else {
            let days = self.own_days();
            let planned = self.planned(enrolment, &days, today);
            let (start, end) = ends(&planned, DAYS);
            let count = |period| self.figures(enrolment, &days, period).map(Attendance::Own);
            (count(start), count(end))
        };
        let measured = |at| move |attendance| Measured { at, attendance };
        points.extend(start.map(measured(Point::Start)));
        points.extend(end.map(measured(last)));
        let after = weeks_after(enrolment, self.calendar);
        let after: Vec<&ReportedWeek> = weeks.iter().copied().filter(|w| after.contains(&w.monday)).collect();
        points.extend(reported(&after).map(measured(Point::After)));
        points.retain(|point| point.attendance.share().is_some());
        points
    }

    /// The last days of the sending school's register and the last weeks reported, each if there are any.
    fn before(&self, enrolment: Enrolment, weeks: &[&ReportedWeek]) -> Vec<Measured> {
        let earlier =
            |day: &&Day| day.origin == Origin::SendingSchool && day.is_marked() && day.date < enrolment.from;
        let mut days: Vec<&Day> = self.days.iter().filter(earlier).collect();
        days.sort_by_key(|day| day.date);
        let imported = ImportedFigures::count(self.child, last(&days, DAYS)).map(Attendance::Imported);
        let weeks: Vec<&ReportedWeek> =
            weeks.iter().copied().filter(|w| w.monday.thursday() < enrolment.from).collect();
        let attendance = imported.into_iter().chain(reported(last(&weeks, WEEKS)));
        attendance.map(|attendance| Measured { at: Point::Before, attendance }).collect()
    }
}

/// The weeks that tell of the time after the course, oldest first: the last [`WEEKS`] with school in them up to six
/// months after it. None while the course runs.
#[must_use]
pub fn weeks_after(enrolment: Enrolment, calendar: &Calendar) -> Vec<SchoolWeek> {
    let to =
        enrolment.until.and_then(|until| Some((until, until.checked_add_months(Months::new(MONTHS_AFTER))?)));
    let Some((until, to)) = to else { return Vec::new() };
    let back = core::iter::successors(Some(SchoolWeek::of(to)), |week| {
        Some(week.before()).filter(|before| before < week)
    });
    let mut weeks: Vec<SchoolWeek> = back
        .take_while(|week| week.monday() >= until)
        .filter(|week| week.thursday() <= to)
        .filter(|week| calendar.school_days(week.monday(), week.friday()).next().is_some())
        .take(WEEKS)
        .collect();
    weeks.reverse();
    weeks
}

/// Counts weeks, oldest first; `None` if there are none.
fn reported(weeks: &[&ReportedWeek]) -> Option<Attendance> {
    let (first, last) = (weeks.first()?, weeks.last()?);
    let (from, to) = (first.monday.monday(), last.monday.friday());
    Some(Attendance::Reported(ReportedFigures::count(weeks.iter().copied(), from, to)))
}

/// The first and the last so many. What is among the first is not among the last.
fn ends<T>(all: &[T], count: usize) -> (&[T], &[T]) {
    let (start, rest) = all.split_at(count.min(all.len()));
    (start, last(rest, count))
}

fn last<T>(all: &[T], count: usize) -> &[T] {
    all.split_at(all.len().saturating_sub(count)).1
}
