//! The statutory count of absence, as the order on absence has it. It is never mixed with the house's own count.

use chrono::NaiveDate;

use crate::record::absence_rule::AbsenceRule;
use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::record::timetable::DayPlan;
use crate::value::halves::{Halves, Statutory};
use crate::value::mark::{Half, Mark};

/// The causes of absence in the order on absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Sickness, disability or the like.
    Sick,
    /// Leave granted by the head.
    Leave,
    /// Everything else.
    Unlawful,
}

impl Cause {
    fn of(mark: Mark) -> Option<Self> {
        match mark {
            Mark::Sick => Some(Self::Sick),
            Mark::Leave => Some(Self::Leave),
            Mark::Unlawful => Some(Self::Unlawful),
            _ => None,
        }
    }
}

/// The statutory absence of one day, if there is any. Absence noted in the morning is of its cause the whole day; the
/// end of the day counts only in the grades that are marked twice and for a child that was not absent in the morning.
#[must_use]
pub fn absence_on(rule: &AbsenceRule, twice: bool, day: &Day) -> Option<(Cause, Halves<Statutory>)> {
    if let Some(cause) = day.mark(Half::First).and_then(Cause::of) {
        return Some((cause, rule.morning_halves));
    }
    let cause = day.mark(Half::Second).filter(|_| twice).and_then(Cause::of)?;
    let halves = match cause {
        Cause::Unlawful => rule.unlawful_end_halves,
        Cause::Sick | Cause::Leave => rule.lawful_end_halves,
    };
    (halves > Halves::NONE).then_some((cause, halves))
}

/// The statutory absence on some school days, by cause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatutoryAbsence {
    /// Sickness.
    pub sick: Halves<Statutory>,
    /// Leave.
    pub leave: Halves<Statutory>,
    /// Unlawful absence.
    pub unlawful: Halves<Statutory>,
}

impl StatutoryAbsence {
    /// Counts the house's own marks on school days of the enrolment.
    #[must_use]
    pub fn count<'a>(
        rule: &AbsenceRule,
        child: &Child,
        enrolment: Enrolment,
        school_days: &[NaiveDate],
        days: impl Fn(NaiveDate) -> Option<&'a Day>,
    ) -> Self {
        let mut counted = Self::default();
        for (_, cause, halves) in absent_days(rule, child, enrolment, school_days, days) {
            match cause {
                Cause::Sick => counted.sick += halves,
                Cause::Leave => counted.leave += halves,
                Cause::Unlawful => counted.unlawful += halves,
            }
        }
        counted
    }

    /// All causes together.
    #[must_use]
    pub fn total(self) -> Halves<Statutory> {
        self.sick + self.leave + self.unlawful
    }

    /// Adds the absence of other days or another child.
    pub fn add(&mut self, other: Self) {
        self.sick += other.sick;
        self.leave += other.leave;
        self.unlawful += other.unlawful;
    }
}

/// The school days of the enrolment with statutory absence by the house's own marks, each with its cause and what it
/// counts.
pub fn absent_days<'a>(
    rule: &AbsenceRule,
    child: &Child,
    enrolment: Enrolment,
    school_days: &[NaiveDate],
    days: impl Fn(NaiveDate) -> Option<&'a Day>,
) -> impl Iterator<Item = (NaiveDate, Cause, Halves<Statutory>)> {
    school_days.iter().filter(move |d| enrolment.includes(**d)).filter_map(move |date| {
        let day = days(*date).filter(|d| d.origin == Origin::Own)?;
        let (cause, halves) = absence_on(rule, child.marks_twice_a_day(*date), day)?;
        Some((*date, cause, halves))
    })
}

/// The days in practice by agreement that are registered and not absent, each with what it counts as attended. They are
/// shown apart: the register of the house plans nothing of them, so no share counts them.
pub fn practice_days<'a, 'p>(
    rule: &AbsenceRule,
    child: &Child,
    enrolment: Enrolment,
    plan: impl Fn(NaiveDate) -> &'p DayPlan,
    school_days: &[NaiveDate],
    days: impl Fn(NaiveDate) -> Option<&'a Day>,
) -> impl Iterator<Item = (NaiveDate, Halves<Statutory>)> {
    school_days.iter().filter(move |d| enrolment.includes(**d)).filter_map(move |date| {
        let practice = rule.practice.filter(|_| *plan(*date) == DayPlan::Practice)?;
        let day = days(*date).filter(|d| d.origin == Origin::Own)?;
        let is_there = day.mark(Half::First).is_some_and(|mark| mark != Mark::NotExpected)
            && absence_on(rule, child.marks_twice_a_day(*date), day).is_none();
        let counts = is_there && child.grade_on(*date).is_some_and(|grade| practice.is_about(grade));
        counts.then_some((*date, practice.halves))
    })
}
