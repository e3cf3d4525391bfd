//! Attendance week by week, each register apart, with what was planned.
//!
//! Source: service description, teaching (attendance is measured against the individual timetable).

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::day::{Day, Origin};
use crate::record::timetable::DayPlan;
use crate::rules::calendar::monday_of;
use crate::rules::gate::Course;
use crate::rules::imported::ImportedFigures;
use crate::rules::register::plan_on;
use crate::rules::reported::{Attendance, ReportedFigures};

/// The attendance of one week in one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// What is on record of it, up to the day it was counted on.
    pub attendance: Attendance,
    /// The minutes planned up to that day; `None` in other registers than the house's own, and if the hours of a day
    /// are not known.
    pub minutes_planned: Option<u32>,
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

    /// Half-days attended, of half-days planned. Planned ones without a mark count too.
    #[must_use]
    pub fn half_days_of_planned(&self) -> (u32, u32) {
        match &self.attendance {
            Attendance::Own(figures) => (figures.attended().get(), figures.planned.get()),
            Attendance::Reported(_) | Attendance::Imported(_) => self.half_days(),
        }
    }

    /// Minutes attended, of minutes planned; `None` unless the hours are known.
    #[must_use]
    pub fn minutes_of_planned(&self) -> Option<(u32, u32)> {
        match &self.attendance {
            Attendance::Own(figures) => Some((figures.minutes_attended, self.minutes_planned?)),
            Attendance::Reported(_) | Attendance::Imported(_) => None,
        }
    }
}

impl Course<'_> {
    /// The weeks that something was planned in, registered or reported, oldest first. Of one week the imported register
    /// comes before the own one, and that before what was reported.
    #[must_use]
    pub fn weeks(&self, today: NaiveDate) -> Vec<Week> {
        let mut weeks = self.imported_weeks(today);
        weeks.extend(self.own_weeks(today));
        let reported = self.reported.iter().filter(|w| w.monday.monday() <= today).map(|week| {
            let (monday, friday) = (week.monday.monday(), week.monday.friday());
            let figures = ReportedFigures::count([week], monday, friday);
            Week { monday, attendance: Attendance::Reported(figures), minutes_planned: None }
        });
        weeks.extend(reported);
        weeks.sort_by_key(|week| week.monday);
        weeks
    }

    fn imported_weeks(&self, today: NaiveDate) -> Vec<Week> {
        let mut days: BTreeMap<NaiveDate, Vec<&Day>> = BTreeMap::new();
        for day in self.days.iter().filter(|d| d.origin == Origin::SendingSchool && d.date <= today) {
            days.entry(monday_of(day.date)).or_default().push(day);
        }
        let week = |(monday, mut days): (NaiveDate, Vec<&Day>)| {
            days.sort_by_key(|day| day.date);
            let figures = ImportedFigures::count(self.child, &days)?;
            Some(Week { monday, attendance: Attendance::Imported(figures), minutes_planned: None })
        };
        days.into_iter().filter_map(week).collect()
    }

    fn own_weeks(&self, today: NaiveDate) -> Vec<Week> {
        let Some(enrolment) = self.case.enrolment() else { return Vec::new() };
        let days = self.own_days();
        let planned = self.planned(enrolment, &days, today);
        let week = |dates: &[NaiveDate]| {
            let (first, last) = (dates.first()?, dates.last()?);
            let figures = self.figures(enrolment, &days, &[*first, *last])?;
            let minutes =
                dates.iter().map(|date| match plan_on(self.case, self.programme, self.timetables, *date) {
                    DayPlan::Expected { hours, .. } => hours.map(|hours| u32::from(hours.minutes())),
                    _ => Some(0),
                });
            let minutes_planned = minutes.sum();
            Some(Week { monday: monday_of(*first), attendance: Attendance::Own(figures), minutes_planned })
        };
        planned.chunk_by(|a, b| monday_of(*a) == monday_of(*b)).filter_map(week).collect()
    }
}
