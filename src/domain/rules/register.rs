//! The state of a row in the register: blank, pre-filled, registered, or not expected.

use chrono::{Datelike, NaiveDate};

use crate::record::case::Case;
use crate::record::day::Day;
use crate::record::programme::Programme;
use crate::record::timetable::{DayPlan, Timetable, in_force};
use crate::value::mark::Half;
use crate::value::stage::Stage;

/// What is planned for a case on a school day. Without a timetable in force a child is expected, hours unknown, only in
/// a programme that keeps a register, and only from start-up to closing.
#[must_use]
pub fn plan_on<'a>(
    case: &Case,
    programme: Option<&Programme>,
    timetables: &'a [Timetable],
    on: NaiveDate,
) -> &'a DayPlan {
    match in_force(timetables, on) {
        Some(timetable) => timetable.day(on.weekday()),
        None if programme.is_some_and(Programme::keeps_register) && has_started(case, on) => {
            const { &DayPlan::UNKNOWN }
        }
        None => &DayPlan::Off,
    }
}

/// Whether a case is past admission on a date and not yet closed.
fn has_started(case: &Case, on: NaiveDate) -> bool {
    case.holds_seat_on(on) && case.stage_on(on) != Stage::Admitted
}

/// The state of a row in the day's register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registration {
    /// Without an entry: *not registered*, never silently present.
    Blank,
    /// A foretold absence counts.
    Prefilled,
    /// It has a mark.
    Registered,
    /// The timetable does not expect the child, and there is no mark.
    NotExpected,
}

/// The state of a row, from the plan and the stored day.
#[must_use]
pub fn registration(plan: &DayPlan, day: Option<&Day>) -> Registration {
    match day {
        Some(day) if day.first.is_some() => Registration::Registered,
        Some(day) if day.foretold.is_some() => Registration::Prefilled,
        _ if *plan == DayPlan::Off => Registration::NotExpected,
        _ => Registration::Blank,
    }
}

/// The halves of a day without an entry. With one mark a day there is only the first half.
pub fn blank_halves(day: Option<&Day>, twice: bool) -> impl Iterator<Item = Half> {
    let blank = |half| day.is_none_or(|d| d.mark(half).is_none());
    let first = blank(Half::First).then_some(Half::First);
    let second = (twice && blank(Half::Second)).then_some(Half::Second);
    first.into_iter().chain(second)
}
