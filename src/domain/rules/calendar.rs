//! The school calendar (skolekalender): the school days, and the reason why a date is not one.

use alloc::vec::Vec;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::record::closure::{Closure, ClosureKind, ClosureRule, Dated};
use crate::record::edit::Edit;
use crate::value::holiday::Holiday;
use crate::value::week::SchoolWeek;

/// The kind of a date for the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// A school day.
    School,
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday (helligdag).
    Holiday(Holiday),
    /// A closure of the school: holidays, closing days.
    Closed(&'a Closure),
}

impl DayKind<'_> {
    /// Whether it is a school day.
    #[must_use]
    pub fn is_school_day(self) -> bool {
        matches!(self, Self::School)
    }
}

/// Why a date is not a school day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSchool {
    /// A Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Holiday(Holiday),
    /// A closure.
    Closed(ClosureKind),
}

/// The school's closures on top of weekends and public holidays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    closures: Vec<Closure>,
    /// The places of the closures of every year.
    yearly: Vec<usize>,
    /// The first day and the place of each closure of once, by the first day.
    once: Vec<(NaiveDate, usize)>,
    /// The most days from the first to the last day of a closure of once.
    longest: u64,
}

impl Calendar {
    /// Makes a calendar with closures.
    #[must_use]
    pub fn new(closures: Vec<Closure>) -> Self {
        let mut calendar = Self { closures, ..Self::default() };
        for (at, closure) in calendar.closures.iter().enumerate() {
            match closure.rule {
                ClosureRule::Dates { from, to } => {
                    let days = u64::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0);
                    calendar.longest = calendar.longest.max(days);
                    calendar.once.push((from, at));
                }
                _ => calendar.yearly.push(at),
            }
        }
        calendar.once.sort_unstable();
        calendar
    }

    /// The closures.
    #[must_use]
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }

    /// The calendar after some edits of closures.
    #[must_use]
    pub fn with(&self, edits: &[Edit<Closure>]) -> Self {
        let mut closures = self.closures.clone();
        for edit in edits {
            let at = closures.iter().position(|c| c.id == edit.key());
            match (at.and_then(|at| closures.get_mut(at)), edit.new_state()) {
                (Some(closure), Some(new)) => closure.clone_from(new),
                (None, Some(new)) => closures.push(new.clone()),
                (_, None) => closures.retain(|c| c.id != edit.key()),
            }
        }
        Self::new(closures)
    }

    /// Whether a closure closes the school on a date that is no weekend or public holiday. Dates that are entered for a
    /// school year take the place of the yearly rule of their kind in that year, so the past stays as it was. Source:
    /// our own.
    #[must_use]
    pub fn closes(&self, closure: &Closure, date: NaiveDate) -> bool {
        closure.rule.covers(date) && !self.is_replaced(closure, date)
    }

    fn is_replaced(&self, closure: &Closure, date: NaiveDate) -> bool {
        let (kind, year) = (closure.kind, closure.kind.school_year(date));
        let of_year = |other: &Closure| {
            let ClosureRule::Dates { from, .. } = other.rule else { return false };
            other.kind == kind && kind.school_year(from) == year
        };
        kind != ClosureKind::Local && closure.rule.is_yearly() && self.closures.iter().any(of_year)
    }

    /// The kind of a date. A public holiday takes precedence over a weekend or a closure.
    #[must_use]
    pub fn kind(&self, date: NaiveDate) -> DayKind<'_> {
        if let Some(holiday) = Holiday::on(date) {
            return DayKind::Holiday(holiday);
        }
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return DayKind::Weekend;
        }
        let dated = Dated::of(date);
        let closure = |at: usize| {
            let closes = |c: &&Closure| c.rule.covers_day(&dated) && !self.is_replaced(c, date);
            self.closures.get(at).filter(closes).map(|closure| (at, closure))
        };
        let near = self.once_near(date);
        let first = self.yearly.iter().copied().chain(near).filter_map(closure).min_by_key(|(at, _)| *at);
        first.map_or(DayKind::School, |(_, closure)| DayKind::Closed(closure))
    }

    /// The places of the closures of once that may cover a date. A house of thirty years has hundreds of others.
    fn once_near(&self, date: NaiveDate) -> impl Iterator<Item = usize> + '_ {
        let begun = self.once.partition_point(|(from, _)| *from <= date);
        let earliest = date.checked_sub_days(Days::new(self.longest)).unwrap_or(NaiveDate::MIN);
        let begun = self.once.get(..begun).unwrap_or_default().iter().rev();
        begun.take_while(move |(from, _)| *from >= earliest).map(|(_, at)| *at)
    }

    /// Why a date is not a school day; `None` if it is one.
    #[must_use]
    pub fn no_school(&self, date: NaiveDate) -> Option<NoSchool> {
        match self.kind(date) {
            DayKind::School => None,
            DayKind::Weekend => Some(NoSchool::Weekend),
            DayKind::Holiday(holiday) => Some(NoSchool::Holiday(holiday)),
            DayKind::Closed(closure) => Some(NoSchool::Closed(closure.kind)),
        }
    }

    /// Whether a date is a school day.
    #[must_use]
    pub fn is_school_day(&self, date: NaiveDate) -> bool {
        self.kind(date).is_school_day()
    }

    /// The school days from one date to another, both included.
    pub fn school_days(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        from.iter_days().take_while(move |d| *d <= to).filter(|d| self.is_school_day(*d))
    }

    /// The first school day on or after a date; `None` if there is none within a year.
    #[must_use]
    pub fn school_day_from(&self, date: NaiveDate) -> Option<NaiveDate> {
        date.iter_days().take(366).find(|d| self.is_school_day(*d))
    }

    /// The first school day after a date; `None` if there is none within a year.
    #[must_use]
    pub fn school_day_after(&self, date: NaiveDate) -> Option<NaiveDate> {
        date.succ_opt().and_then(|d| self.school_day_from(d))
    }

    /// The last school day before a date; `None` if there is none within a year.
    #[must_use]
    pub fn school_day_before(&self, date: NaiveDate) -> Option<NaiveDate> {
        (1..=366).filter_map(|n| date.checked_sub_days(Days::new(n))).find(|d| self.is_school_day(*d))
    }
}

/// The Monday of a date's ISO week.
#[must_use]
pub fn monday_of(date: NaiveDate) -> NaiveDate {
    SchoolWeek::of(date).monday()
}
