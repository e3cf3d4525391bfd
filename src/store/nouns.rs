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

pub(crate) use addendum::{HOW_MANY as HOW_MANY_ADDENDA, OF_TALK as ADDENDA};
pub(crate) use case::cases_on;
pub(crate) use closure::Remembered;
pub(crate) use dossier::dossier;
pub(crate) use follow_up::OF_TALK as AGREED;
pub(crate) use measure::OF_TALK as MEASURED;
pub(crate) use person::of_child as people;
pub(crate) use programme::programmes;
pub(crate) use talk::{READABLE, consultations, hex, of_case as talks_of};
pub(crate) use timetable::timetables;

#[cfg(test)]
pub(crate) use {
    analysis::OF_CASE as ANALYSES,
    appointment::{BETWEEN as APPOINTMENTS, NEXT as NEXT_APPOINTMENT, OF_CASE as APPOINTMENTS_OF_CASE},
    case::{ON as CASES_ON, OPEN as OPEN_CASES},
    day::RANGE as DAYS,
    document::OF_CASE as DOCUMENTS,
    dossier::EARLIER as EARLIER_CASES,
    follow_up::{of_case as follow_ups, open as open_follow_ups},
    goal::OF_CASE as GOALS,
    intervention::OF_CASE as INTERVENTIONS,
    measure::OF_CASE as MEASURES,
    person::OF_CHILD as PEOPLE,
    talk::{CONSULTATIONS, LAST as LAST_TALK},
    teaching::OF_CASE as TEACHING,
};
