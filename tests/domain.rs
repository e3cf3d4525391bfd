//! The rules of the domain, as tables and as properties.
#![allow(clippy::unwrap_used)]

mod access;
mod calendar;
mod coming_back;
mod facts;
mod figures;
mod foretelling;
mod grades;
mod intake;
mod list_of_days;
mod list_of_talks;
mod register;
mod seats;
mod texts;
mod together;
mod undo;
mod worry;
