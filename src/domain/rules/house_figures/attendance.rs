//! Attendance, causes and meters of every child in a period, and the ministry's average.

use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::record::day::{Day, Origin};
use crate::rules::calendar::Calendar;
use crate::rules::figures::Figures;
use crate::rules::house_figures::facts::CaseFacts;
use crate::rules::house_figures::span::within;
use crate::rules::quarter::{Quarter, QuarterLevel, QuarterMeter, quarters};
use crate::rules::register::plan_on;
use crate::rules::reported::{Attendance, ReportedFigures};
use crate::rules::statutory::StatutoryAbsence;
use crate::value::code::{Coded, coded};
use crate::value::halves::{Halves, Pedagogical};
use crate::value::id::{CaseId, ChildId};
use crate::value::stage::Stage;

/// A child in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct ChildFigures {
    /// The case.
    pub case: CaseId,
    /// The child.
    pub child: ChildId,
    /// The stage on the last day counted.
    pub stage: Stage,
    /// The first day of the period on which the child was enrolled.
    pub from: NaiveDate,
    /// The last day of the period on which the child was enrolled.
    pub to: NaiveDate,
    /// The attendance, in the pedagogical count: from the house's own register, or as its own school reported it.
    pub attendance: Attendance,
    /// School days of the enrolment in the period.
    pub school_days: u32,
    /// The absence in the statutory count; none without a register.
    pub absence: StatutoryAbsence,
    /// Calendar months in which the house's register has a mark of the child.
    pub months: u32,
    /// The meter of each quarter that the period touches, as of the last day counted; none without a register.
    pub meters: Vec<QuarterMeter>,
}

impl ChildFigures {
    /// All statutory absence as a share of the school days of the enrolment, 0 to 1; `None` without a school day.
    #[must_use]
    pub fn absent_share(&self) -> Option<f64> {
        let absent = self.absence.total().get();
        (self.school_days > 0).then(|| f64::from(absent) / f64::from(2 * self.school_days))
    }

    /// The band of the attendance.
    #[must_use]
    pub fn band(&self) -> Band {
        match self.attendance.share() {
            None => Band::None,
            Some(share) if share < 0.5 => Band::BelowHalf,
            Some(share) if share < 0.9 => Band::BelowNinety,
            Some(_) => Band::Ninety,
        }
    }
}

coded! {
    "attendance band"
    /// Bands of attendance, where no child is to be seen alone. Source: our own; ten per cent is the limit of worry.
    pub enum Band {
        /// Below 50 per cent.
        BelowHalf = "below-half",
        /// From 50 to below 90 per cent.
        BelowNinety = "below-ninety",
        /// 90 per cent and more.
        Ninety = "ninety",
        /// Nothing is registered or reported.
        None = "none",
    }
}

/// Attendance of several children together, in the pedagogical count, from one kind of register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attended {
    /// The children counted.
    pub children: u32,
    /// Half-days attended.
    pub attended: Halves<Pedagogical>,
    /// Half-days registered or reported.
    pub registered: Halves<Pedagogical>,
    /// Planned half-days without a mark; none where weeks are reported.
    pub unregistered: Halves<Pedagogical>,
}

impl Attended {
    /// The house's own register and the reported weeks, which are never added.
    #[must_use]
    pub fn own_and_reported(children: &[ChildFigures]) -> (Self, Self) {
        let (mut own, mut reported) = (Self::default(), Self::default());
        for child in children {
            match &child.attendance {
                Attendance::Own(f) => own.add(f.attended(), f.registered(), f.unregistered),
                Attendance::Reported(f) => reported.add(f.attended, f.possible, Halves::NONE),
                Attendance::Imported(_) => {}
            }
        }
        (own, reported)
    }

    fn add(
        &mut self,
        attended: Halves<Pedagogical>,
        registered: Halves<Pedagogical>,
        blank: Halves<Pedagogical>,
    ) {
        self.unregistered += blank;
        if registered > Halves::NONE {
            self.children += 1;
            self.attended += attended;
            self.registered += registered;
        }
    }

    /// The share, 0 to 1; `None` if nothing is registered.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let registered = self.registered.get();
        (registered > 0).then(|| f64::from(self.attended.get()) / f64::from(registered))
    }
}

/// The children at one level of the meter in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelCount {
    /// The quarter.
    pub quarter: Quarter,
    /// The children at each level, in the order of the levels.
    pub children: [u32; 3],
}

impl LevelCount {
    /// The counts of every quarter that the period touches, the earliest first.
    #[must_use]
    pub fn of(children: &[ChildFigures]) -> Vec<Self> {
        let mut counts: Vec<Self> = Vec::new();
        for meter in children.iter().flat_map(|c| &c.meters) {
            let at = counts.iter().position(|c| c.quarter == meter.quarter).unwrap_or_else(|| {
                counts.push(Self { quarter: meter.quarter, children: [0; 3] });
                counts.len() - 1
            });
            let level = QuarterLevel::ALL.iter().position(|l| *l == meter.level());
            let cell = counts.get_mut(at).zip(level).and_then(|(c, level)| c.children.get_mut(level));
            cell.into_iter().for_each(|cell| *cell += 1);
        }
        counts.sort_by_key(|c| c.quarter);
        counts
    }
}

/// The average absence as the ministry counts it: the mean of the children's own shares, each weighted by the months in
/// which the house registered the child; `None` without a month.
///
/// Source: the ministry's statistics on absence in the Folkeskole (the share is days absent of school days, of all three
/// causes; a pupil weighs as many months as the school registered it).
#[must_use]
pub fn ministry_average(children: impl IntoIterator<Item = (f64, u32)>) -> Option<f64> {
    let sum = |(shares, months): (f64, f64), (share, weight): (f64, u32)| {
        (shares + share * f64::from(weight), months + f64::from(weight))
    };
    let (shares, months) = children.into_iter().fold((0.0, 0.0), sum);
    (months > 0.0).then(|| shares / months)
}

/// The children enrolled in a period, by case.
pub(super) fn children(
    cases: &[&CaseFacts<'_>],
    calendar: &Calendar,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<ChildFigures> {
    let quarters: Vec<Quarter> = quarters(from, to).collect();
    let days = School::of(calendar, &quarters);
    cases.iter().filter_map(|facts| child(facts, calendar, &days, &quarters, from, to)).collect()
}

/// One child from one day to another, both included; `None` if it was not enrolled on any of them.
#[must_use]
pub fn of_child(
    facts: &CaseFacts<'_>,
    calendar: &Calendar,
    from: NaiveDate,
    to: NaiveDate,
) -> Option<ChildFigures> {
    let quarters: Vec<Quarter> = quarters(from, to).collect();
    child(facts, calendar, &School::of(calendar, &quarters), &quarters, from, to)
}

/// The school days of some quarters, found once for all children.
struct School(Vec<NaiveDate>);

impl School {
    fn of(calendar: &Calendar, quarters: &[Quarter]) -> Self {
        let ends = quarters.first().zip(quarters.last());
        Self(ends.map_or_else(Vec::new, |(first, last)| {
            calendar.school_days(first.first_day(), last.last_day()).collect()
        }))
    }

    fn between(&self, from: NaiveDate, to: NaiveDate) -> &[NaiveDate] {
        let start = self.0.partition_point(|d| *d < from);
        let end = self.0.partition_point(|d| *d <= to);
        self.0.get(start..end).unwrap_or_default()
    }
}

fn child(
    facts: &CaseFacts<'_>,
    calendar: &Calendar,
    school: &School,
    quarters: &[Quarter],
    from: NaiveDate,
    to: NaiveDate,
) -> Option<ChildFigures> {
    let (case, programme) = (facts.ledger.case, facts.ledger.programme);
    let enrolment = case.enrolment()?;
    let last = enrolment.until.and_then(|until| until.pred_opt()).map_or(to, |last| last.min(to));
    let first = enrolment.from.max(from);
    if last < first {
        return None;
    }
    let day = |date| facts.day(date);
    let registered = programme.keeps_register();
    let attendance = if registered {
        let plan = |date| plan_on(case, Some(programme), &facts.ledger.timetables, date);
        Attendance::Own(Figures::count(facts.ledger.child, enrolment, plan, calendar, day, first, last))
    } else {
        let weeks = facts.reported.iter().filter(|w| enrolment.includes(w.monday.thursday()));
        Attendance::Reported(ReportedFigures::count(weeks, first, last))
    };
    let mut absence = StatutoryAbsence::default();
    let mut meters = Vec::new();
    for quarter in quarters.iter().filter(|_| registered) {
        let rule = programme.absence().on(quarter.first_day(), &facts.ledger.absence_limits);
        let Some(rule) = rule else { continue };
        let (start, end) = (quarter.first_day(), quarter.last_day());
        let part = school.between(start.max(first), end.min(last));
        let counted = StatutoryAbsence::count(&rule, facts.ledger.child, enrolment, part, day);
        absence.add(counted);
        let enrolled = enrolment.overlaps(start.max(from), end.min(to).succ_opt());
        if enrolled {
            let until = |date: NaiveDate| facts.day(date).filter(|_| date <= to);
            let whole = school.between(start, end);
            meters.push(QuarterMeter::count(*quarter, &rule, facts.ledger.child, enrolment, whole, until));
        }
    }
    Some(ChildFigures {
        case: case.id,
        child: case.child,
        stage: case.stage_on(last),
        from: first,
        to: last,
        attendance,
        school_days: u32::try_from(school.between(first, last).len()).unwrap_or(u32::MAX),
        absence,
        months: months(&facts.days, first, last),
        meters,
    })
}

/// The calendar months in which there is a mark of the house's own.
fn months(days: &[Day], from: NaiveDate, to: NaiveDate) -> u32 {
    let own = |d: &&Day| d.origin == Origin::Own && d.is_marked() && within(d.date, from, to);
    let mut months: Vec<(i32, u32)> =
        days.iter().filter(own).map(|d| (d.date.year(), d.date.month())).collect();
    months.sort_unstable();
    months.dedup();
    u32::try_from(months.len()).unwrap_or(u32::MAX)
}
