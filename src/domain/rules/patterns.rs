//! Patterns in a child's attendance: days in a row, and the weekdays and times of day that fail.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::rules::counted::{CountedDay, HourCount};
use crate::value::halves::{Halves, Pedagogical};
use crate::value::mark::{Half, Mark};

/// School days in a row. A day on which nothing is registered neither counts nor breaks the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The number of days registered, at least 1.
    pub days: u32,
}

/// The rows of a period. Only whole days count: a day that is half attended breaks both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streaks {
    /// The longest row of days absent, of any cause; the later of two.
    pub absent: Option<Streak>,
    /// The longest row of days attended; the later of two.
    pub attended: Option<Streak>,
    /// The row of days absent that the period ends with.
    pub absent_now: Option<Streak>,
    /// The row of days attended that the period ends with.
    pub attended_now: Option<Streak>,
}

/// The rows in some days, oldest first.
#[must_use]
pub fn streaks(days: &[CountedDay]) -> Streaks {
    let counted = || days.iter().filter(|d| d.is_counted());
    let (absent, absent_now) = rows(counted().map(|d| (d.date(), d.is_absent())));
    let (attended, attended_now) = rows(counted().map(|d| (d.date(), d.is_attended())));
    Streaks { absent, attended, absent_now, attended_now }
}

/// The longest row of registered days that are in it, and the one that the days end with. The later of two longest
/// rows is given.
pub(super) fn rows(days: impl Iterator<Item = (NaiveDate, bool)>) -> (Option<Streak>, Option<Streak>) {
    let (mut longest, mut row): (Option<Streak>, Option<Streak>) = (None, None);
    for (date, is_in) in days {
        row = is_in.then(|| match row {
            Some(row) => Streak { to: date, days: row.days + 1, ..row },
            None => Streak { from: date, to: date, days: 1 },
        });
        if row.map(|r| r.days) >= longest.map(|l| l.days) {
            longest = row.or(longest);
        }
    }
    (longest, row)
}

/// Attendance on one weekday or in one half of the day, in half-days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// Half-days registered.
    pub registered: Halves<Pedagogical>,
    /// Half-days attended.
    pub attended: Halves<Pedagogical>,
}

impl Slot {
    /// Attended half-days as a share of registered ones, 0 to 1; `None` if none is registered.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        let registered = self.registered.get();
        (registered > 0).then(|| f64::from(self.attended.get()) / f64::from(registered))
    }
}

/// Attendance by weekday and by time of day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// By weekday, Monday to Friday.
    pub weekdays: [Slot; 5],
    /// The morning and the last lesson, of the days that are marked twice.
    pub halves: [Slot; 2],
    /// Minutes by hour of the clock, 0 to 23.
    pub hours: BTreeMap<u16, HourCount>,
}

/// The fewest half-days of a weekday or a half that say anything. Source: our own.
const ENOUGH: u32 = 8;
/// The fewest planned minutes of an hour of the clock that say anything. Source: our own.
const ENOUGH_MINUTES: u32 = 240;
/// How far below the rest a share lies that fails, in percentage points. Source: our own.
const BELOW: u64 = 20;

impl Times {
    /// Counts some days.
    #[must_use]
    pub fn count(days: &[CountedDay]) -> Self {
        let mut times = Self::default();
        for day in days {
            let weekday = usize::try_from(day.date().weekday().num_days_from_monday()).unwrap_or(usize::MAX);
            if let Some(slot) = times.weekdays.get_mut(weekday) {
                slot.registered += day.registered();
                slot.attended += day.figures.attended();
            }
            if day.marks.len() == times.halves.len() && day.is_counted() {
                for (slot, mark) in times.halves.iter_mut().zip(&day.marks) {
                    let Some(mark) = mark.filter(|m| *m != Mark::NotExpected) else { continue };
                    slot.registered += Halves::new(1);
                    slot.attended += Halves::new(u32::from(attends(mark)));
                }
            }
            for (hour, count) in &day.hours {
                let sum = times.hours.entry(*hour).or_default();
                sum.planned += count.planned;
                sum.attended += count.attended;
            }
        }
        times
    }

    /// The weekdays that fail: their share lies twenty percentage points or more below that of the other weekdays
    /// together.
    #[must_use]
    pub fn failing_weekdays(&self) -> Vec<(Weekday, Slot)> {
        const NAMES: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        let counts = self.weekdays.map(|s| (s.attended.get(), s.registered.get()));
        let fails = failing(&counts, ENOUGH);
        NAMES.into_iter().zip(self.weekdays).zip(fails).filter(|(_, f)| *f).map(|(slot, _)| slot).collect()
    }

    /// The half of the day that fails, by the same rule as the weekdays.
    #[must_use]
    pub fn failing_half(&self) -> Option<(Half, Slot)> {
        let counts = self.halves.map(|s| (s.attended.get(), s.registered.get()));
        let fails = failing(&counts, ENOUGH);
        let halves = [Half::First, Half::Second].into_iter().zip(self.halves);
        halves.zip(fails).find(|(_, f)| *f).map(|(half, _)| half)
    }

    /// The hours of the clock that fail, by the same rule in minutes.
    #[must_use]
    pub fn failing_hours(&self) -> Vec<(u16, HourCount)> {
        let counts: Vec<(u32, u32)> = self.hours.values().map(|c| (c.attended, c.planned)).collect();
        let fails = failing(&counts, ENOUGH_MINUTES);
        self.hours.iter().zip(fails).filter(|(_, f)| *f).map(|((hour, count), _)| (*hour, *count)).collect()
    }
}

fn attends(mark: Mark) -> bool {
    use crate::value::mark::MarkKind::{Late, Partial, Present};
    matches!(mark.kind(), Present | Late | Partial)
}

/// Which of some parts of wholes lie so far below all the others together.
fn failing(counts: &[(u32, u32)], enough: u32) -> Vec<bool> {
    let wide = |n: u32| u64::from(n);
    let (part, whole) =
        counts.iter().fold((0, 0), |(part, whole), (p, w)| (part + wide(*p), whole + wide(*w)));
    let fails = |(p, w): &(u32, u32)| {
        let (own, of) = (wide(*p), wide(*w));
        let (others, of_others) = (part - own, whole - of);
        // own / of + BELOW % <= others / of_others, without dividing.
        *w >= enough
            && of_others >= wide(enough)
            && 100 * own * of_others + BELOW * of * of_others <= 100 * others * of
    };
    counts.iter().map(fails).collect()
}
