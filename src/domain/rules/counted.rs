//! What an attendance figure counts, day by day. The days are counted by the same rule as the figure, so they sum to it.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::record::case::Enrolment;
use crate::record::child::Child;
use crate::record::day::{Day, Origin};
use crate::record::timetable::DayPlan;
use crate::rules::calendar::Calendar;
use crate::rules::figures::Figures;
use crate::value::halves::{Halves, Pedagogical};
use crate::value::mark::{Half, Mark, MarkKind};
use crate::value::spells::Spells;
use crate::value::time::{Hours, TimeOfDay};

/// The planned and the attended minutes of one hour of a clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HourCount {
    /// Planned minutes, of the registered halves.
    pub planned: u32,
    /// Attended minutes.
    pub attended: u32,
}

/// One school day of the enrolment, as the pedagogical count has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedDay {
    /// The marks: one, or one for each half of a day that is marked twice.
    pub marks: Vec<Option<Mark>>,
    /// The figures of this day alone; `from` and `to` are its date.
    pub figures: Figures,
    /// The minutes by hour of the clock, 0 to 23; none if the hours are unknown or nothing is registered.
    pub hours: BTreeMap<u16, HourCount>,
}

impl CountedDay {
    /// The date.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.figures.from
    }

    /// Half-days that count in a share.
    #[must_use]
    pub fn registered(&self) -> Halves<Pedagogical> {
        self.figures.registered()
    }

    /// Half-days absent of any cause.
    #[must_use]
    pub fn absent(&self) -> Halves<Pedagogical> {
        [MarkKind::Sick, MarkKind::Leave, MarkKind::Unlawful].iter().map(|k| self.figures.marked.of(*k)).sum()
    }

    /// Whether the child is absent on all that is planned of the day.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.is_counted() && self.absent() == self.figures.planned
    }

    /// Whether the child attends on all that is planned of the day.
    #[must_use]
    pub fn is_attended(&self) -> bool {
        self.is_counted() && self.figures.attended() == self.figures.planned
    }

    /// Whether anything of the day counts in a share.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.registered() > Halves::NONE
    }
}

/// The school days of the enrolment from `from` to `to`, both included, on which the child was expected or has a mark.
#[must_use]
pub fn counted_days<'a, 'p>(
    child: &Child,
    enrolment: Enrolment,
    plan: impl Fn(NaiveDate) -> &'p DayPlan,
    calendar: &Calendar,
    days: impl Fn(NaiveDate) -> Option<&'a Day>,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<CountedDay> {
    let own = |date| days(date).filter(|d| d.origin == Origin::Own);
    let count = |date: NaiveDate| {
        let figures = Figures::of_day(child, plan(date), date, days(date));
        let twice = child.marks_twice_a_day(date);
        let halves: &[Half] = if twice { &[Half::First, Half::Second] } else { &[Half::First] };
        let marks: Vec<Option<Mark>> = halves.iter().map(|half| own(date)?.mark(*half)).collect();
        let is_shown = figures.planned > Halves::NONE || marks.iter().any(Option::is_some);
        let hours = by_hour(plan(date), &marks);
        is_shown.then_some(CountedDay { marks, figures, hours })
    };
    calendar.school_days(from, to).filter(|d| enrolment.includes(*d)).filter_map(count).collect()
}

fn by_hour(plan: &DayPlan, marks: &[Option<Mark>]) -> BTreeMap<u16, HourCount> {
    let DayPlan::Expected { hours: Some(spells), .. } = plan else { return BTreeMap::new() };
    let (first, second) = Spells::halves(*spells);
    let mut found: BTreeMap<u16, HourCount> = BTreeMap::new();
    for (at, spell) in [Some(first), second].into_iter().enumerate() {
        // A single mark is of both halves.
        let mark = marks.get(at).or(marks.first()).copied().flatten().filter(|m| *m != Mark::NotExpected);
        let (Some(spell), Some(mark)) = (spell, mark) else { continue };
        for (hour, part) in clock_hours(spell) {
            let count = found.entry(hour).or_default();
            count.planned += u32::from(part.minutes());
            count.attended += mark.minutes_within(part);
        }
    }
    found
}

/// The parts of a spell by hour of the clock.
fn clock_hours(spell: Hours) -> impl Iterator<Item = (u16, Hours)> {
    let (from, to) = (spell.from().minutes(), spell.to().minutes());
    let part = move |hour: u16| {
        let at = |minutes| TimeOfDay::from_minutes(minutes).ok();
        let part = Hours::new(at(from.max(hour * 60))?, at(to.min(hour * 60 + 60))?).ok()?;
        Some((hour, part))
    };
    (from / 60..=to / 60).filter_map(part)
}
