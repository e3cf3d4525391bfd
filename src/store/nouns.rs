//! The nouns on record, one file each: its table, and what can be asked about it.

mod appointment;
mod case;
mod child;
mod closure;
mod day;
mod programme;
mod staff;
mod talk;
mod teaching;
mod timetable;

pub(crate) use case::cases_on;
pub(crate) use closure::Remembered;
pub(crate) use programme::programmes;
pub use talk::TalkQuery;
pub(crate) use timetable::timetables;

#[cfg(test)]
pub(crate) use {
    appointment::{BETWEEN as APPOINTMENTS, NEXT as NEXT_APPOINTMENT},
    case::{ON as CASES_ON, OPEN as OPEN_CASES},
    day::RANGE as DAYS,
    talk::{DRAFTS, LAST as LAST_TALK, SIGNED, SIGNED_OF_CASE},
};
