//! The weeks of a child: what was attended, and the plan behind it.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::record::reported_week::ReportedWeek;
use crate::record::timetable::DayPlan;
use crate::rules::calendar::Calendar;
use crate::rules::figures::Figures;
use crate::rules::imported::ImportedFigures;
use crate::rules::reported::{Attendance, ReportedFigures};
use crate::value::halves::Halves;
use crate::value::week::SchoolWeek;

/// What is on record of a child's attendance, for its weeks.
#[derive(Clone, Copy, Debug)]
pub struct Registers<'a> {
    /// The child.
    pub child: &'a Child,
    /// The days of the course, if the case ever had a seat.
    pub enrolment: Option<Enrolment>,
    /// Whether the child's own school keeps the register.
    pub at_own_school: bool,
    /// The school calendar.
    pub calendar: &'a Calendar,
    /// The days on record.
    pub days: &'a BTreeMap<NaiveDate, Day>,
    /// The weeks that were reported.
    pub reported: &'a [ReportedWeek],
}

impl<'a> Registers<'a> {
    /// What each register says of a week, Monday to Friday; nothing where nothing is planned or on record. The registers
    /// are never added: a week in which the course began may have the sending school's days and the house's own.
    #[must_use]
    pub fn week(&self, week: SchoolWeek, plan: impl Fn(NaiveDate) -> &'a DayPlan) -> Vec<Attendance> {
        let (from, to) = (week.monday(), week.friday());
        let imported: Vec<&Day> = self
            .days
            .range(from..=to)
            .map(|(_, day)| day)
            .filter(|d| d.origin == Origin::SendingSchool)
            .collect();
        let imported = ImportedFigures::count(self.child, &imported).map(Attendance::Imported);
        let here = if self.at_own_school {
            let figures = ReportedFigures::count(self.reported, from, to);
            (figures.weeks > 0).then_some(Attendance::Reported(figures))
        } else {
            self.enrolment.and_then(|enrolment| {
                let day = |date: NaiveDate| self.days.get(&date);
                let figures = Figures::count(self.child, enrolment, plan, self.calendar, day, from, to);
                (figures.planned > Halves::NONE).then_some(Attendance::Own(figures))
            })
        };
        imported.into_iter().chain(here).collect()
    }
}

/// The weeks that share a day from Monday to Friday with a span, both ends included, in order.
pub fn weeks(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = SchoolWeek> {
    let first = SchoolWeek::of(from);
    let first = if first.friday() < from { first.after() } else { first };
    core::iter::successors(Some(first), |week| Some(week.after())).take_while(move |week| week.monday() <= to)
}

/// How long the bar of a week is, and that of the plan behind it, in one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lengths {
    /// Minutes, where the hours of the plan are known.
    Minutes {
        /// Minutes attended.
        attended: u32,
        /// Minutes planned in the whole week.
        planned: u32,
    },
    /// Half-days in the pedagogical count.
    Halves {
        /// Half-days attended.
        attended: u32,
        /// Half-days planned, possible, or registered by the sending school.
        planned: u32,
    },
}

impl Lengths {
    /// The lengths of a week.
    #[must_use]
    pub fn of(week: &Attendance) -> Self {
        match week {
            Attendance::Own(own) if own.minutes_in_plan > 0 => {
                Self::Minutes { attended: own.minutes_attended, planned: own.minutes_in_plan }
            }
            Attendance::Own(own) => {
                Self::Halves { attended: own.attended().get(), planned: own.planned.get() }
            }
            Attendance::Reported(told) => {
                Self::Halves { attended: told.attended.get(), planned: told.possible.get() }
            }
            Attendance::Imported(told) => {
                Self::Halves { attended: told.attended.get(), planned: told.registered.get() }
            }
        }
    }
}

/// The longest bar of some weeks, in minutes and in half-days. A week of school has ten half-days.
#[must_use]
pub fn longest(weeks: impl Iterator<Item = Lengths>) -> (u32, u32) {
    weeks.fold((0, 10), |(minutes, halves), week| match week {
        Lengths::Minutes { planned, .. } => (minutes.max(planned), halves),
        Lengths::Halves { planned, .. } => (minutes, halves.max(planned)),
    })
}
