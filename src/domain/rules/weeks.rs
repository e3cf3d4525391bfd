//! The weeks of a child: what was attended in each register, and the plan behind it.
//!
//! Source: service description, teaching (attendance is measured against the individual timetable).

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
use crate::rules::gate::Course;
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
    /// The weeks that were reported.
    pub reported: &'a [ReportedWeek],
}

impl<'a> Registers<'a> {
    /// What each register says of a week, Monday to Friday; nothing where nothing is planned or on record. The sending
    /// school's comes before the house's own, and that before what was reported. The registers are never added: a week
    /// in which the course began may have the sending school's days and the house's own.
    #[must_use]
    pub fn week(
        &self,
        week: SchoolWeek,
        day: impl Fn(NaiveDate) -> Option<&'a Day>,
        plan: impl Fn(NaiveDate) -> &'a DayPlan,
    ) -> Vec<Attendance> {
        let (from, to) = (week.monday(), week.friday());
        let dates = from.iter_days().take_while(|date| *date <= to);
        let imported: Vec<&Day> =
            dates.filter_map(&day).filter(|d| d.origin == Origin::SendingSchool).collect();
        let imported = ImportedFigures::count(self.child, &imported).map(Attendance::Imported);
        let own = self.enrolment.filter(|_| !self.at_own_school).and_then(|enrolment| {
            let figures = Figures::count(self.child, enrolment, plan, self.calendar, day, from, to);
            (figures.planned > Halves::NONE).then_some(Attendance::Own(figures))
        });
        let reported = ReportedFigures::count(self.reported, from, to);
        let reported = (reported.weeks > 0).then_some(Attendance::Reported(reported));
        [imported, own, reported].into_iter().flatten().collect()
    }
}

/// The attendance of one week in one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// What is on record of it.
    pub attendance: Attendance,
}

impl Week {
    /// Half-days attended, of half-days that are registered or were possible.
    #[must_use]
    pub fn half_days(&self) -> (u32, u32) {
        match &self.attendance {
            Attendance::Own(figures) => (figures.attended().get(), figures.registered().get()),
            Attendance::Reported(figures) => (figures.attended.get(), figures.possible.get()),
            Attendance::Imported(figures) => (figures.attended.get(), figures.registered.get()),
        }
    }
}

impl Course<'_> {
    /// The weeks up to that of a day in which something was planned, registered or reported, oldest first, each
    /// register of a week by itself.
    #[must_use]
    pub fn weeks(&self, today: NaiveDate) -> Vec<Week> {
        let days: BTreeMap<NaiveDate, &Day> = self.days.iter().map(|day| (day.date, day)).collect();
        let registers = Registers {
            child: self.child,
            enrolment: self.case.enrolment(),
            at_own_school: self.is_at_own_school(),
            calendar: self.calendar,
            reported: self.reported,
        };
        let first = [
            registers.enrolment.map(|enrolment| enrolment.from),
            days.keys().next().copied(),
            self.reported.iter().map(|week| week.monday.monday()).min(),
        ];
        let Some(first) = first.into_iter().flatten().min() else { return Vec::new() };
        let of_week = |week: SchoolWeek| {
            let found = registers.week(week, |date| days.get(&date).copied(), |date| self.plan(date));
            found.into_iter().map(move |attendance| Week { monday: week.monday(), attendance })
        };
        weeks(first, today).flat_map(of_week).collect()
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
            Attendance::Own(own) => match own.minutes_of_plan() {
                Some(planned) => Self::Minutes { attended: own.minutes_attended, planned },
                None => Self::halves(week),
            },
            Attendance::Reported(_) | Attendance::Imported(_) => Self::halves(week),
        }
    }

    fn halves(week: &Attendance) -> Self {
        let (attended, planned) = halves(week);
        Self::Halves { attended, planned }
    }
}

/// Half-days attended, of those planned, possible, or registered by the sending school.
#[must_use]
pub fn halves(week: &Attendance) -> (u32, u32) {
    match week {
        Attendance::Own(own) => (own.attended().get(), own.planned.get()),
        Attendance::Reported(told) => (told.attended.get(), told.possible.get()),
        Attendance::Imported(told) => (told.attended.get(), told.registered.get()),
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
