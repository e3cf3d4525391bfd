//! The nouns on record. Each has one file with its table and its queries.

pub(crate) mod addendum;
pub(crate) mod analysis;
pub(crate) mod answer;
pub(crate) mod appointment;
pub(crate) mod case;
pub(crate) mod child;
pub(crate) mod closure;
pub(crate) mod day;
pub(crate) mod document;
pub(crate) mod dossier;
pub(crate) mod follow_up;
pub(crate) mod goal;
pub(crate) mod intervention;
pub(crate) mod key_event;
pub(crate) mod measure;
pub(crate) mod obligations;
pub(crate) mod person;
pub(crate) mod programme;
pub(crate) mod proposals;
pub(crate) mod reported_week;
pub(crate) mod settings;
pub(crate) mod staff;
pub(crate) mod talk;
pub(crate) mod teaching;
pub(crate) mod timetable;
pub(crate) mod today;
