//! Attendance figures of a period. They are calculated each time, never stored.

use alloc::collections::BTreeMap;

use chrono::NaiveDate;

use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::record::timetable::DayPlan;
use crate::rules::calendar::Calendar;
use crate::value::halves::{Halves, Pedagogical};
use crate::value::mark::{Half, Mark, MarkKind};
use crate::value::spells::Spells;

/// Half-days by kind of mark: with two marks a day each counts one, a single mark counts two. Source: our own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<MarkKind, Halves<Pedagogical>>);

impl Tally {
    fn add(&mut self, kind: MarkKind, halves: Halves<Pedagogical>) {
        *self.0.entry(kind).or_default() += halves;
    }

    /// Half-days of one kind.
    #[must_use]
    pub fn of(&self, kind: MarkKind) -> Halves<Pedagogical> {
        self.0.get(&kind).copied().unwrap_or_default()
    }

    /// Half-days of all kinds together.
    #[must_use]
    pub fn total(&self) -> Halves<Pedagogical> {
        self.0.values().copied().sum()
    }
}

/// Attendance over a period in the pedagogical count. It counts own marks on school days of the enrolment on which the timetable expected the
/// child at school; closures, days off and days planned elsewhere drop out. Source: our own, over the marks of the order
/// on absence; met elsewhere counts as contact and not as attendance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// First day counted.
    pub from: NaiveDate,
    /// Last day counted.
    pub to: NaiveDate,
    /// Planned half-days.
    pub planned: Halves<Pedagogical>,
    /// The registered ones of these, by kind of mark.
    pub marked: Tally,
    /// Planned half-days without a mark. Reported beside the share, never as present.
    pub unregistered: Halves<Pedagogical>,
    /// Planned minutes of all halves, registered or not; `None` if the hours of one are not known.
    minutes_in_plan: Option<u32>,
    /// Planned minutes of the registered halves whose hours are known.
    pub minutes_planned: u32,
    /// The attended ones of these minutes.
    pub minutes_attended: u32,
}

impl Figures {
    /// Counts the period from `from` to `to`, both included.
    #[must_use]
    pub fn count<'a, 'p>(
        child: &Child,
        enrolment: Enrolment,
        plan: impl Fn(NaiveDate) -> &'p DayPlan,
        calendar: &Calendar,
        days: impl Fn(NaiveDate) -> Option<&'a Day>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Self {
        let mut figures = Self::none(from, to);
        for date in calendar.school_days(from, to).filter(|d| enrolment.includes(*d)) {
            let day = days(date).filter(|d| d.origin == Origin::Own);
            figures.count_day(plan(date), child.marks_twice_a_day(date), day);
        }
        figures
    }

    /// Counts one school day of the enrolment.
    #[must_use]
    pub fn of_day(child: &Child, plan: &DayPlan, date: NaiveDate, day: Option<&Day>) -> Self {
        let mut figures = Self::none(date, date);
        figures.count_day(plan, child.marks_twice_a_day(date), day.filter(|d| d.origin == Origin::Own));
        figures
    }

    fn none(from: NaiveDate, to: NaiveDate) -> Self {
        Self {
            from,
            to,
            planned: Halves::NONE,
            marked: Tally::default(),
            unregistered: Halves::NONE,
            minutes_in_plan: Some(0),
            minutes_planned: 0,
            minutes_attended: 0,
        }
    }

    fn count_day(&mut self, plan: &DayPlan, twice: bool, day: Option<&Day>) {
        let DayPlan::Expected { hours, .. } = plan else { return };
        let is_timed = hours.is_some();
        let halves = hours.map(Spells::halves);
        let (first, second) = (halves.map(|h| h.0), halves.and_then(|h| h.1));
        let slots: &[(Half, u32, [_; 2])] =
            &[(Half::First, 1, [first, None]), (Half::Second, 1, [second, None])];
        // The two halves of a day make the whole of it.
        let whole: &[(Half, u32, [_; 2])] = &[(Half::First, 2, [first, second])];
        for &(half, weight, hours) in if twice { slots } else { whole } {
            let mark = day.and_then(|d| d.mark(half));
            if mark == Some(Mark::NotExpected) {
                continue;
            }
            let weight = Halves::new(weight);
            self.planned += weight;
            let minutes = hours.into_iter().flatten().map(|h| u32::from(h.minutes())).sum::<u32>();
            let known = self.minutes_in_plan.filter(|_| is_timed);
            self.minutes_in_plan = known.map(|sum| sum + minutes);
            match mark {
                None => self.unregistered += weight,
                Some(mark) => {
                    self.marked.add(mark.kind(), weight);
                    for hours in hours.into_iter().flatten() {
                        self.minutes_planned += u32::from(hours.minutes());
                        self.minutes_attended += mark.minutes_within(hours);
                    }
                }
            }
        }
    }

    /// Half-days on which the child was present for the whole or a part.
    #[must_use]
    pub fn attended(&self) -> Halves<Pedagogical> {
        [MarkKind::Present, MarkKind::Late, MarkKind::Partial].iter().map(|k| self.marked.of(*k)).sum()
    }

    /// Planned half-days that are registered: the base of the share.
    #[must_use]
    pub fn registered(&self) -> Halves<Pedagogical> {
        self.planned - self.unregistered
    }

    /// The planned minutes behind what was attended, registered or not; `None` if nothing is planned, or the hours of
    /// something planned are not known.
    #[must_use]
    pub fn minutes_of_plan(&self) -> Option<u32> {
        self.minutes_in_plan.filter(|minutes| *minutes > 0)
    }

    /// Attended half-days as a share of registered planned ones, 0 to 1; `None` if none is registered.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        share(self.attended().get(), self.registered().get())
    }

    /// Attended minutes as a share of planned ones, 0 to 1; `None` if no hours are known.
    #[must_use]
    pub fn share_of_minutes(&self) -> Option<f64> {
        share(self.minutes_attended, self.minutes_planned)
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}
