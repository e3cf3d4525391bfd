//! Where one row of the register stands: blank, pre-filled, registered, or not expected.

use crate::record::day::Day;
use crate::record::timetable::DayPlan;
use crate::value::mark::Half;

/// Where one row of the day's register stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registration {
    /// Nothing is said: *not registered*, never silently present.
    Blank,
    /// A foretold absence stands for it.
    Prefilled,
    /// Somebody has marked it.
    Registered,
    /// The timetable does not expect the child, and nobody has marked it.
    NotExpected,
}

/// Where a row stands, from the plan and what is on record.
#[must_use]
pub fn registration(plan: &DayPlan, day: Option<&Day>) -> Registration {
    match day {
        Some(day) if day.first.is_some() => Registration::Registered,
        Some(day) if day.foretold.is_some() => Registration::Prefilled,
        _ if *plan == DayPlan::Off => Registration::NotExpected,
        _ => Registration::Blank,
    }
}

/// The halves on which nothing is said of a day. With one mark a day there is only the first.
pub fn blank_halves(day: Option<&Day>, twice: bool) -> impl Iterator<Item = Half> {
    let blank = |half| day.is_none_or(|d| d.mark(half).is_none());
    let first = blank(Half::First).then_some(Half::First);
    let second = (twice && blank(Half::Second)).then_some(Half::Second);
    first.into_iter().chain(second)
}
