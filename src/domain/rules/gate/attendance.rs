//! The leg of attendance: two periods of the house's own register, or of the weeks that the child's own school reports.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Course, Leg, Unit, first_mark};
use crate::record::case::Enrolment;
use crate::record::reported_week::ReportedWeek;
use crate::rules::figures::Figures;
use crate::rules::reported::ReportedFigures;
use crate::value::week::SchoolWeek;

/// Planned school days in each of the two periods of the house's own register.
pub const PERIOD: usize = 20;
/// The fewest registered days in each of them.
pub const FEWEST_DAYS: u32 = 10;
/// School weeks in each of the two periods where the child's own school reports weeks: as long as [`PERIOD`].
pub const WEEKS: usize = 4;
/// The fewest reported weeks in each of them.
pub const FEWEST_WEEKS: u32 = 2;

/// Two periods, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods<Counted> {
    /// The earlier period.
    pub before: Counted,
    /// The later one.
    pub after: Counted,
}

/// The reported weeks of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// What was reported in them.
    pub figures: ReportedFigures,
    /// The school days of the reported weeks, by the school calendar.
    pub school_days: u32,
}

/// The attendance of two periods, both from one register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttendanceTrend {
    /// Periods of [`PERIOD`] planned school days in the house's own register.
    Own(Periods<Figures>),
    /// Periods of [`WEEKS`] school weeks, as the child's own school, a parent or the child reports them.
    Reported(Periods<Reports>),
}

impl AttendanceTrend {
    /// Whether the share of the registered or possible half-days is higher than before.
    #[must_use]
    pub fn rises_by_share(&self) -> bool {
        let [before, after] = match self {
            Self::Own(Periods { before, after }) => {
                [before, after].map(|f| (f.attended().get(), f.registered().get()))
            }
            Self::Reported(Periods { before, after }) => {
                [before, after].map(|r| (r.figures.attended.get(), r.figures.possible.get()))
            }
        };
        is_more(before, after)
    }

    /// Whether the child attends more hours than before, reckoned on each registered half-day so that a period with
    /// more of them does not win by that alone. A child whose timetable grows attends more hours at a lower share.
    /// Of reported weeks the hours are not known: days count in their place, reckoned on the days of school.
    #[must_use]
    pub fn rises_by_hours(&self) -> bool {
        let [before, after] = match self {
            Self::Own(Periods { before, after }) => {
                [before, after].map(|f| (f.minutes_attended, f.registered().get()))
            }
            Self::Reported(Periods { before, after }) => {
                [before, after].map(|r| (r.figures.attended.get(), r.school_days))
            }
        };
        is_more(before, after)
    }
}

/// Whether a part of a whole is a greater share after than before.
fn is_more(before: (u32, u32), after: (u32, u32)) -> bool {
    u64::from(after.0) * u64::from(before.1) > u64::from(before.0) * u64::from(after.1)
}

impl Course<'_> {
    /// The attendance up to a day beside that before it, by the register that there is: the house's own, or the weeks
    /// reported.
    #[must_use]
    pub fn trend(&self, on: NaiveDate) -> Leg<AttendanceTrend> {
        let at_own_school = self.is_at_own_school();
        let Some(enrolment) = self.case.enrolment() else {
            let (unit, needed) =
                if at_own_school { (Unit::Weeks, FEWEST_WEEKS) } else { (Unit::Days, FEWEST_DAYS) };
            return Leg::TooFew { unit, found: 0, needed };
        };
        if at_own_school { self.by_weeks(enrolment, on) } else { self.by_days(enrolment, on) }
    }

    fn by_days(&self, enrolment: Enrolment, on: NaiveDate) -> Leg<AttendanceTrend> {
        let days = self.own_days();
        let planned = self.planned(enrolment, &days, on);
        let Periods { before, after } = last_two(&planned, PERIOD);
        let registered = |period: &[NaiveDate]| -> u32 {
            period.iter().map(|d| u32::from(first_mark(&days, *d).is_some())).sum()
        };
        let found = registered(before).min(registered(after));
        match (self.figures(enrolment, &days, before), self.figures(enrolment, &days, after)) {
            (Some(before), Some(after)) if found >= FEWEST_DAYS => {
                judged(AttendanceTrend::Own(Periods { before, after }))
            }
            _ => Leg::TooFew { unit: Unit::Days, found, needed: FEWEST_DAYS },
        }
    }

    fn by_weeks(&self, enrolment: Enrolment, on: NaiveDate) -> Leg<AttendanceTrend> {
        let weeks = self.school_weeks(enrolment, on);
        let Periods { before, after } = last_two(&weeks, WEEKS);
        let (before, after) = (self.reports(before), self.reports(after));
        let found = [&before, &after].map(|r| r.as_ref().map_or(0, |r| r.figures.weeks));
        let found = found[0].min(found[1]);
        match (before, after) {
            (Some(before), Some(after)) if found >= FEWEST_WEEKS => {
                judged(AttendanceTrend::Reported(Periods { before, after }))
            }
            _ => Leg::TooFew { unit: Unit::Weeks, found, needed: FEWEST_WEEKS },
        }
    }

    fn report_of(&self, week: SchoolWeek) -> Option<&ReportedWeek> {
        self.reported.iter().find(|w| w.monday == week)
    }

    /// The school days of a week.
    fn days_of(&self, week: SchoolWeek) -> u32 {
        let days = self.calendar.school_days(week.monday(), week.friday()).count();
        u32::try_from(days).unwrap_or(u32::MAX)
    }

    /// The weeks of the course with school in them, up to a day. The week of the day counts only once it is reported:
    /// a blank one would push a reported week out of a period.
    fn school_weeks(&self, enrolment: Enrolment, on: NaiveDate) -> Vec<SchoolWeek> {
        let this = SchoolWeek::of(on);
        let all = core::iter::successors(Some(SchoolWeek::of(enrolment.from)), |week| {
            Some(week.after()).filter(|next| next > week)
        });
        all.take_while(|week| *week <= this)
            .filter(|week| enrolment.includes(week.thursday()) && self.days_of(*week) > 0)
            .filter(|week| *week < this || self.report_of(*week).is_some())
            .collect()
    }

    /// What was reported in some weeks; `None` if nothing was.
    fn reports(&self, weeks: &[SchoolWeek]) -> Option<Reports> {
        let (first, last) = (weeks.first()?, weeks.last()?);
        let reported: Vec<&ReportedWeek> = weeks.iter().filter_map(|week| self.report_of(*week)).collect();
        let school_days = reported.iter().map(|week| self.days_of(week.monday)).sum();
        let figures = ReportedFigures::count(reported, first.monday(), last.friday());
        (figures.weeks > 0).then_some(Reports { figures, school_days })
    }
}

fn judged(trend: AttendanceTrend) -> Leg<AttendanceTrend> {
    Leg::judged(trend.rises_by_share() || trend.rises_by_hours(), trend)
}

/// The last so many, and the so many before them.
fn last_two<T>(all: &[T], count: usize) -> Periods<&[T]> {
    let (rest, after) = all.split_at(all.len().saturating_sub(count));
    let (_, before) = rest.split_at(rest.len().saturating_sub(count));
    Periods { before, after }
}
