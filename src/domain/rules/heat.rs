//! The school year as a map of days: how each school day went for a child, or for the house.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::iter::Sum;
use core::ops::AddAssign;

use chrono::NaiveDate;

use crate::record::case::Case;
use crate::record::child::Child;
use crate::record::day::Day;
use crate::record::programme::Programme;
use crate::record::timetable::{DayPlan, Timetable};
use crate::rules::calendar::{Calendar, monday_of};
use crate::rules::figures::Figures;
use crate::rules::register::plan_on;
use crate::value::halves::{Halves, Pedagogical};
use crate::value::id::CaseId;
use crate::value::mark::MarkKind;
use crate::value::school_year::SchoolYear;
use crate::value::week::SchoolWeek;

/// What some children's school days come to, in the pedagogical count: own marks on planned half-days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCount {
    /// The children who were expected at school; over several days, one for each day.
    pub expected: u32,
    /// Half-days on which a child was present for the whole or a part.
    pub attended: Halves<Pedagogical>,
    /// Half-days of sickness and of leave.
    pub lawful: Halves<Pedagogical>,
    /// Half-days of unlawful absence.
    pub unlawful: Halves<Pedagogical>,
    /// Half-days on which a child was met elsewhere.
    pub elsewhere: Halves<Pedagogical>,
    /// Planned half-days without a mark.
    pub unregistered: Halves<Pedagogical>,
}

impl DayCount {
    /// Counts what a child's figures come to.
    #[must_use]
    pub fn of(figures: &Figures) -> Self {
        let marked = |kind| figures.marked.of(kind);
        Self {
            expected: u32::from(figures.planned > Halves::NONE),
            attended: figures.attended(),
            lawful: marked(MarkKind::Sick) + marked(MarkKind::Leave),
            unlawful: marked(MarkKind::Unlawful),
            elsewhere: marked(MarkKind::Elsewhere),
            unregistered: figures.unregistered,
        }
    }

    /// Planned half-days with a mark: the base of the share.
    #[must_use]
    pub fn registered(&self) -> Halves<Pedagogical> {
        self.attended + self.lawful + self.unlawful + self.elsewhere
    }

    /// Attended half-days as a share of registered ones, 0 to 1; `None` if none is registered.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        let registered = self.registered().get();
        (registered > 0).then(|| f64::from(self.attended.get()) / f64::from(registered))
    }

    /// The step of the map that the share falls in; `None` if less is registered than not: a day that is not registered
    /// yet is neither a good nor a bad one.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.share().filter(|_| self.registered() >= self.unregistered).map(Level::of)
    }
}

impl AddAssign for DayCount {
    fn add_assign(&mut self, other: Self) {
        self.expected = self.expected.saturating_add(other.expected);
        self.attended += other.attended;
        self.lawful += other.lawful;
        self.unlawful += other.unlawful;
        self.elsewhere += other.elsewhere;
        self.unregistered += other.unregistered;
    }
}

impl Sum for DayCount {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// The steps of a map of shares. Source: our own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Below 50 %.
    Few,
    /// From 50 %.
    Half,
    /// From 75 %.
    Most,
    /// From 90 %.
    All,
}

impl Level {
    /// Every step, the highest share first.
    pub const ALL: [Self; 4] = [Self::All, Self::Most, Self::Half, Self::Few];

    /// The lowest share of the step, in per cent.
    #[must_use]
    pub fn from_percent(self) -> u8 {
        match self {
            Self::Few => 0,
            Self::Half => 50,
            Self::Most => 75,
            Self::All => 90,
        }
    }

    /// The step of a share from 0 to 1.
    #[must_use]
    pub fn of(share: f64) -> Self {
        let reached = |level: &Self| share * 100.0 >= f64::from(level.from_percent());
        Self::ALL.into_iter().find(reached).unwrap_or(Self::Few)
    }
}

/// A child of the house with its register, for a map of the house.
#[derive(Clone, Debug)]
pub struct OnRegister {
    /// The case.
    pub case: Case,
    /// The child.
    pub child: Child,
    /// The programme, if the house runs it.
    pub programme: Option<Programme>,
    /// Every version of the timetable.
    pub timetables: Vec<Timetable>,
    /// The days on record in the school year.
    pub days: BTreeMap<NaiveDate, Day>,
}

impl OnRegister {
    /// What the plan expects on a school day. Nothing is expected of a child whose own school keeps the register.
    fn plan(&self, date: NaiveDate) -> &DayPlan {
        plan_on(&self.case, self.programme.as_ref(), &self.timetables, date)
    }

    /// What a school day comes to. It is empty outside the enrolment.
    fn count(&self, date: NaiveDate) -> DayCount {
        if !self.case.enrolment().is_some_and(|enrolment| enrolment.includes(date)) {
            return DayCount::default();
        }
        let figures = Figures::of_day(&self.child, self.plan(date), date, self.days.get(&date));
        DayCount::of(&figures)
    }
}

/// A child with what its days come to.
#[derive(Clone, Debug)]
struct Counted {
    child: OnRegister,
    /// What each school day comes to.
    days: BTreeMap<NaiveDate, DayCount>,
    /// What each week comes to, by its Monday.
    weeks: BTreeMap<NaiveDate, DayCount>,
}

impl Counted {
    fn new(child: OnRegister, school_days: &[NaiveDate]) -> Self {
        let days: BTreeMap<_, _> = school_days.iter().map(|date| (*date, child.count(*date))).collect();
        let mut weeks: BTreeMap<NaiveDate, DayCount> = BTreeMap::new();
        for (date, count) in &days {
            *weeks.entry(monday_of(*date)).or_default() += *count;
        }
        Self { child, days, weeks }
    }

    /// Counts a date and its week again.
    fn recount(&mut self, date: NaiveDate) {
        if let Some(count) = self.days.get_mut(&date) {
            *count = self.child.count(date);
        }
        let week = SchoolWeek::of(date);
        let sum = self.days.range(week.monday()..=week.friday()).map(|(_, count)| *count).sum();
        self.weeks.insert(week.monday(), sum);
    }
}

/// A school year of the house by day. It counts the children whose register the house keeps itself.
#[derive(Clone, Debug)]
pub struct HouseYear {
    year: SchoolYear,
    children: Vec<Counted>,
    /// What each school day comes to.
    days: BTreeMap<NaiveDate, DayCount>,
}

impl HouseYear {
    /// Counts a school year.
    #[must_use]
    pub fn new(year: SchoolYear, children: Vec<OnRegister>, calendar: &Calendar) -> Self {
        let school_days: Vec<_> = calendar.school_days(year.first_day(), year.last_day()).collect();
        let children: Vec<_> = children.into_iter().map(|child| Counted::new(child, &school_days)).collect();
        let mut all = Self { year, children, days: BTreeMap::new() };
        for date in school_days {
            all.add_up(date);
        }
        all
    }

    fn add_up(&mut self, date: NaiveDate) {
        let sum = self.children.iter().filter_map(|child| child.days.get(&date)).copied().sum();
        self.days.insert(date, sum);
    }

    /// The school year.
    #[must_use]
    pub fn year(&self) -> SchoolYear {
        self.year
    }

    /// What a date comes to; `None` without school.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Option<&DayCount> {
        self.days.get(&date)
    }

    /// Each child with what a date comes to; nobody without school.
    pub fn children_on(&self, date: NaiveDate) -> impl Iterator<Item = (&OnRegister, &DayCount)> {
        self.children.iter().filter_map(move |child| Some((&child.child, child.days.get(&date)?)))
    }

    /// What the school days from one date to another come to, both included.
    #[must_use]
    pub fn sum(&self, from: NaiveDate, to: NaiveDate) -> DayCount {
        if to < from {
            return DayCount::default();
        }
        self.days.range(from..=to).map(|(_, count)| *count).sum()
    }

    /// What the weeks of a child come to, by their Mondays; `None` if the house keeps no register of it.
    #[must_use]
    pub fn weeks_of(&self, case: CaseId) -> Option<&BTreeMap<NaiveDate, DayCount>> {
        self.children.iter().find(|c| c.child.case.id == case).map(|c| &c.weeks)
    }

    /// Takes a day that has changed, or that is no longer on record, and counts it again.
    pub fn put(&mut self, (case, date): (CaseId, NaiveDate), day: Option<&Day>) {
        let Some(counted) = self.children.iter_mut().find(|c| c.child.case.id == case) else { return };
        match day {
            Some(day) => counted.child.days.insert(date, day.clone()),
            None => counted.child.days.remove(&date),
        };
        if self.days.contains_key(&date) {
            counted.recount(date);
            self.add_up(date);
        }
    }
}
