//! The nouns on record, one file each: its table, and what can be asked about it.

mod addendum;
mod analysis;
mod appointment;
mod case;
mod child;
mod closure;
mod day;
mod document;
mod dossier;
mod follow_up;
mod goal;
mod intervention;
mod measure;
mod person;
mod programme;
mod settings;
mod staff;
mod talk;
mod teaching;
mod timetable;

pub(crate) use case::cases_on;
pub(crate) use closure::Remembered;
pub(crate) use dossier::dossier;
pub(crate) use person::of_child as people;
pub(crate) use programme::programmes;
pub use talk::TalkQuery;
pub(crate) use talk::of_case as talks_of;
pub(crate) use timetable::timetables;

#[cfg(test)]
pub(crate) use {
    addendum::OF_TALK as ADDENDA,
    appointment::{BETWEEN as APPOINTMENTS, NEXT as NEXT_APPOINTMENT},
    case::{ON as CASES_ON, OPEN as OPEN_CASES},
    day::RANGE as DAYS,
    follow_up::{OF_CASE as FOLLOW_UPS, OF_TALK as AGREED, OPEN as OPEN_FOLLOW_UPS},
    measure::{OF_CASE as MEASURES, OF_TALK as MEASURED},
    talk::{LAST as LAST_TALK, SIGNED, SIGNED_OF_CASE},
};
