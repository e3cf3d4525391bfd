//! The gate to more subjects: it opens when both attendance and wellbeing rise, and shows what it compared.
//!
//! Source: service description, teaching (other subjects when wellbeing and attendance develop positively); our own for
//! the periods, the smallest numbers and the comparison.

mod attendance;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub use self::attendance::{AttendanceTrend, FEWEST_DAYS, FEWEST_WEEKS, PERIOD, Periods, Reports, WEEKS};

use crate::record::case::{Case, Enrolment};
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::record::measure::{Measure, Strand, Tenths};
use crate::record::programme::Programme;
use crate::record::reported_week::ReportedWeek;
use crate::record::timetable::{DayPlan, Timetable};
use crate::rules::calendar::Calendar;
use crate::rules::figures::Figures;
use crate::rules::open_scores::OpenScores;
use crate::rules::register::plan_on;
use crate::rules::wellbeing::leading_strand;
use crate::value::mark::{Half, Mark};

/// Scores in each of the two means.
pub const SCORES: usize = 3;

/// What a leg has too few of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Registered days in each period.
    Days,
    /// Reported weeks in each period.
    Weeks,
    /// Scores.
    Scores,
    /// Scores that are open to the reader.
    OpenScores,
}

/// Whether a figure rises, with what was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leg<Evidence> {
    /// It rises.
    Rises(Evidence),
    /// It falls or stays as it is.
    DoesNotRise(Evidence),
    /// There is too little to compare.
    TooFew {
        /// What there is too little of.
        unit: Unit,
        /// The number there is.
        found: u32,
        /// The number it takes.
        needed: u32,
    },
}

impl<Evidence> Leg<Evidence> {
    /// Whether it rises.
    #[must_use]
    pub fn rises(&self) -> bool {
        matches!(self, Self::Rises(_))
    }

    pub(super) fn judged(rises: bool, evidence: Evidence) -> Self {
        if rises { Self::Rises(evidence) } else { Self::DoesNotRise(evidence) }
    }
}

/// The last [`SCORES`] scores of a strand beside the ones before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreTrend {
    /// The instrument and the rater.
    pub strand: Strand,
    /// The sum of the earlier scores.
    pub before: Tenths,
    /// The sum of the later ones.
    pub after: Tenths,
    /// The date of the first score.
    pub from: NaiveDate,
    /// The date of the last score.
    pub to: NaiveDate,
}

/// The answer of the gate, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The attendance.
    pub attendance: Leg<AttendanceTrend>,
    /// The wellbeing.
    pub wellbeing: Leg<ScoreTrend>,
}

impl Gate {
    /// Whether other subjects may be added without a reason.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.attendance.rises() && self.wellbeing.rises()
    }
}

/// A course with what it is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The case.
    pub case: &'a Case,
    /// The child.
    pub child: &'a Child,
    /// The programme, if the house runs it.
    pub programme: Option<&'a Programme>,
    /// Every version of the timetable.
    pub timetables: &'a [Timetable],
    /// The school calendar.
    pub calendar: &'a Calendar,
    /// The register of the case, in any order.
    pub days: &'a [Day],
    /// The scores of the case, as the user may see them.
    pub measures: &'a OpenScores,
    /// The weeks reported from the child's own school, in any order.
    pub reported: &'a [ReportedWeek],
}

impl Course<'_> {
    /// The answer of the gate on a day, by what was registered and scored up to it.
    #[must_use]
    pub fn gate(&self, on: NaiveDate) -> Gate {
        Gate { attendance: self.trend(on), wellbeing: wellbeing(self.measures, on) }
    }

    /// Whether the child's own school keeps the register.
    pub(super) fn is_at_own_school(&self) -> bool {
        self.programme.is_some_and(|p| !p.keeps_register())
    }

    pub(super) fn plan(&self, date: NaiveDate) -> &DayPlan {
        plan_on(self.case, self.programme, self.timetables, date)
    }

    /// The days of the house's own register.
    pub(super) fn own_days(&self) -> BTreeMap<NaiveDate, &Day> {
        self.days.iter().filter(|d| d.origin == Origin::Own).map(|d| (d.date, d)).collect()
    }

    /// The school days of the course up to a day on which the child was expected. Today counts only once it is
    /// registered: a blank one would push a registered day out of a period.
    pub(super) fn planned(
        &self,
        enrolment: Enrolment,
        days: &BTreeMap<NaiveDate, &Day>,
        on: NaiveDate,
    ) -> Vec<NaiveDate> {
        self.calendar
            .school_days(enrolment.from, on)
            .filter(|date| enrolment.includes(*date) && matches!(self.plan(*date), DayPlan::Expected { .. }))
            .filter(|date| {
                let mark = first_mark(days, *date);
                mark != Some(Mark::NotExpected) && (*date < on || mark.is_some())
            })
            .collect()
    }

    /// The figures of the house's own register over some dates.
    pub(super) fn counted(
        &self,
        enrolment: Enrolment,
        days: &BTreeMap<NaiveDate, &Day>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Figures {
        let day = |date: NaiveDate| days.get(&date).copied();
        Figures::count(self.child, enrolment, |d| self.plan(d), self.calendar, day, from, to)
    }

    /// The figures from the first to the last of some days; `None` of none.
    pub(super) fn figures(
        &self,
        enrolment: Enrolment,
        days: &BTreeMap<NaiveDate, &Day>,
        period: &[NaiveDate],
    ) -> Option<Figures> {
        let (from, to) = (*period.first()?, *period.last()?);
        Some(self.counted(enrolment, days, from, to))
    }
}

fn first_mark(days: &BTreeMap<NaiveDate, &Day>, date: NaiveDate) -> Option<Mark> {
    days.get(&date).and_then(|d| d.mark(Half::First))
}

/// The last scores of the strand that tells of wellbeing.
///
/// Where the user may not see all of them, nothing is judged: the answer would tell of a restricted note.
fn wellbeing(measures: &OpenScores, on: NaiveDate) -> Leg<ScoreTrend> {
    let needed = u32::try_from(2 * SCORES).unwrap_or(u32::MAX);
    let is_sealed = |from| measures.is_sealed_between(from, on);
    let too_few = |found: usize, from| Leg::TooFew {
        unit: if is_sealed(from) { Unit::OpenScores } else { Unit::Scores },
        found: u32::try_from(found).unwrap_or(u32::MAX),
        needed,
    };
    let Some(strand) = leading_strand(measures, on) else { return too_few(0, NaiveDate::MIN) };
    let mut scores: Vec<&Measure> =
        measures.iter().filter(|m| m.date <= on && m.strand() == strand).collect();
    scores.sort_by_key(|m| (m.date, m.id));
    let (rest, after) = scores.split_at(scores.len().saturating_sub(SCORES));
    let (_, before) = rest.split_at(rest.len().saturating_sub(SCORES));
    let (Some(first), Some(end), true) = (before.first(), after.last(), before.len() == SCORES) else {
        return too_few(scores.len(), NaiveDate::MIN);
    };
    if is_sealed(first.date) {
        return too_few(scores.len(), first.date);
    }
    let sum = |scores: &[&Measure]| Tenths(scores.iter().filter_map(|m| m.number()).map(|n| n.0).sum());
    let (before, after) = (sum(before), sum(after));
    let trend = ScoreTrend { strand, before, after, from: first.date, to: end.date };
    Leg::judged(after > before, trend)
}
