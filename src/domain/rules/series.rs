//! Series of appointments: their days by the rule, what moves because the school is closed, and changing some or all.
//!
//! An appointment that falls on a day without school moves forward to the next school day, unless that leaves the weeks
//! until the series returns: then backward. If those weeks have no free school day it is skipped. Source: school
//! calendar and rhythm (an appointment moves forward unless it leaves its window).

mod amend;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{Days, NaiveDate};

pub use amend::{Amended, Amendment, NewRule, amend};

use crate::record::appointment::{Appointment, InSeries};
use crate::record::edit::Edit;
use crate::rules::calendar::{Calendar, NoSchool, monday_of};
use crate::value::repeat::{MOST_TIMES, Repeat, SeriesEnd, days_after};
use crate::value::time::{Hours, TimeOfDay};

/// The furthest that a series reaches from its first day, in days: two years.
const FURTHEST: u64 = 731;

/// One day of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The date.
    pub date: NaiveDate,
    /// The day by the rule.
    pub nominal: NaiveDate,
}

/// A day by the rule on which there is no school, and the day it moved to; `None` if it is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The day by the rule.
    pub nominal: NaiveDate,
    /// Why that day is no school day.
    pub because: NoSchool,
    /// The day instead of it.
    pub to: Option<NaiveDate>,
}

/// The days of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The days, earliest first; never two on one date.
    pub days: Vec<Occurrence>,
    /// What moved or was skipped, in the order of the days by the rule.
    pub closed: Vec<Closed>,
}

/// The days of a series from a date on.
#[must_use]
pub fn outline(repeat: &Repeat, from: NaiveDate, calendar: &Calendar) -> Outline {
    let (most, last) = match repeat.end {
        SeriesEnd::After(times) => (times.get(), NaiveDate::MAX),
        SeriesEnd::On(last) => (MOST_TIMES, last),
    };
    let horizon = from.checked_add_days(Days::new(FURTHEST)).unwrap_or(NaiveDate::MAX).min(last);
    let mut found = Outline::default();
    let mut taken = BTreeSet::new();
    for nominal in nominal_days(repeat, from).take_while(|day| *day <= horizon) {
        if found.days.len() >= usize::from(most) {
            break;
        }
        let to = place(repeat, nominal, (from, horizon), &taken, calendar);
        if let Some(because) = calendar.no_school(nominal) {
            found.closed.push(Closed { nominal, because, to });
        }
        if let Some(date) = to {
            taken.insert(date);
            found.days.push(Occurrence { date, nominal });
        }
    }
    found.days.sort_unstable();
    found
}

/// The days by the rule from a date on.
fn nominal_days(repeat: &Repeat, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let step = u64::from(repeat.weeks.get()) * 7;
    let weekdays = repeat.weekdays;
    let mondays = (0..).map_while(move |n: u64| monday_of(from).checked_add_days(Days::new(n * step)));
    mondays
        .flat_map(move |monday| monday.iter_days().take(5).filter(move |day| weekdays.has(*day)))
        .filter(move |day| *day >= from)
}

/// The date of a day by the rule: itself, or a free school day in the weeks until the series returns.
fn place(
    repeat: &Repeat,
    nominal: NaiveDate,
    (first, last): (NaiveDate, NaiveDate),
    taken: &BTreeSet<NaiveDate>,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    if calendar.is_school_day(nominal) && !taken.contains(&nominal) {
        return Some(nominal);
    }
    let monday = monday_of(nominal);
    let returns = monday.checked_add_days(Days::new(u64::from(repeat.weeks.get()) * 7))?;
    // The other days of this week by the rule have appointments of their own.
    let own = |day: NaiveDate| monday_of(day) == monday && repeat.weekdays.has(day);
    let free = |day: &NaiveDate| {
        calendar.is_school_day(*day) && !own(*day) && !taken.contains(day) && (first..=last).contains(day)
    };
    let ahead = nominal.iter_days().take_while(|day| *day < returns).find(free);
    ahead.or_else(|| {
        (1..=4)
            .filter_map(|n| nominal.checked_sub_days(Days::new(n)))
            .take_while(|day| *day >= monday)
            .find(free)
    })
}

/// How many of a series a change reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// This appointment alone.
    #[default]
    One,
    /// This one and those after it.
    Onward,
    /// All of the series.
    All,
}

impl Reach {
    /// The appointments that a change of one of them reaches, earliest first. One that was not held stays as it is.
    #[must_use]
    pub fn of<'a>(self, one: &'a Appointment, members: &'a [Appointment]) -> Vec<&'a Appointment> {
        let Some(place) = one.series.filter(|_| self != Self::One) else { return [one].into() };
        let after = |other: &InSeries| self == Self::All || other.nominal >= place.nominal;
        let is_reached = |a: &&Appointment| {
            a.series.is_some_and(|other| other.id == place.id && after(&other))
                && (a.takes_place() || a.id == one.id)
        };
        let mut reached: Vec<&Appointment> = members.iter().filter(is_reached).collect();
        reached.sort_by_key(|a| (a.date, a.id));
        reached
    }
}

/// A change to an appointment by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// By some days.
    Days(i64),
    /// By some minutes within the day.
    Minutes(i16),
    /// Longer or shorter by some minutes.
    Length(i16),
}

/// Why a shift can't be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// It takes the whole day, so it has no time.
    WholeDay,
    /// It would begin before midnight or end after it, or have no length.
    OutsideDay,
    /// A series would be on a Saturday or Sunday.
    Weekend,
    /// No school day is left in the series.
    NoDay,
}

/// A shift of one or more appointments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shifted {
    /// The edits, earliest first.
    pub edits: Vec<Edit<Appointment>>,
    /// What moved or is removed because the school is closed, if a series is shifted.
    pub closed: Vec<Closed>,
}

/// Shifts an appointment, and those of its series that the change reaches. One appointment goes to any day; those of a
/// series keep off closed days by the rule, and one that finds no free day is removed.
///
/// # Errors
/// [`Stuck`], and then nothing is shifted.
pub fn shift(reached: &[&Appointment], shift: Shift, calendar: &Calendar) -> Result<Shifted, Stuck> {
    let mut shifted = Shifted::default();
    let mut taken = BTreeSet::new();
    let alone = reached.len() == 1;
    for old in reached {
        let new = match shift {
            Shift::Minutes(by) => {
                Some(Appointment { hours: Some(hours(old.hours, by, by)?), ..(*old).clone() })
            }
            Shift::Length(by) => {
                Some(Appointment { hours: Some(hours(old.hours, 0, by)?), ..(*old).clone() })
            }
            Shift::Days(by) if alone => Some(on_another_day(old, by)?),
            Shift::Days(by) => in_series(old, by, &mut taken, &mut shifted.closed, calendar)?,
        };
        shifted.edits.extend(Edit::new(Some((*old).clone()), new).ok());
    }
    Ok(shifted)
}

/// An appointment some days later, whatever day that is.
fn on_another_day(old: &Appointment, by: i64) -> Result<Appointment, Stuck> {
    let date = days_after(old.date, by).ok_or(Stuck::OutsideDay)?;
    Ok(Appointment { date, ..old.clone() })
}

/// One of a series some days later, by the rule moved as much; `None` where no school day is free.
fn in_series(
    old: &Appointment,
    by: i64,
    taken: &mut BTreeSet<NaiveDate>,
    closed: &mut Vec<Closed>,
    calendar: &Calendar,
) -> Result<Option<Appointment>, Stuck> {
    let Some(place_before) = old.series else { return Ok(None) };
    let repeat = place_before.repeat.later(by).ok_or(Stuck::Weekend)?;
    let nominal = days_after(place_before.nominal, by).ok_or(Stuck::OutsideDay)?;
    // One that stood aside for a closed day goes by the rule again; one that was moved by hand keeps its distance.
    let aside = calendar.no_school(place_before.nominal).is_some();
    let meant = if aside { nominal } else { days_after(old.date, by).ok_or(Stuck::OutsideDay)? };
    let to = place(&repeat, meant, (NaiveDate::MIN, NaiveDate::MAX), taken, calendar);
    if let Some(because) = calendar.no_school(meant) {
        closed.push(Closed { nominal: meant, because, to });
    }
    let series = Some(InSeries { repeat, nominal, ..place_before });
    taken.extend(to);
    Ok(to.map(|date| Appointment { date, series, ..old.clone() }))
}

/// Hours with a later start and end.
fn hours(old: Option<Hours>, from: i16, to: i16) -> Result<Hours, Stuck> {
    let old = old.ok_or(Stuck::WholeDay)?;
    let at = |time: TimeOfDay, by: i16| {
        let minutes = time.minutes().checked_add_signed(by).ok_or(Stuck::OutsideDay)?;
        TimeOfDay::from_minutes(minutes).map_err(|_| Stuck::OutsideDay)
    };
    Hours::new(at(old.from(), from)?, at(old.to(), to)?).map_err(|_| Stuck::OutsideDay)
}
