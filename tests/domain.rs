//! Tests of the domain's rules, as tables and properties.

mod access;
mod calendar;
pub(crate) mod cases;
mod coming_back;
mod corrections;
mod cpr;
mod evidence;
pub(crate) mod facts;
mod figures;
mod foretelling;
mod grades;
mod histories;
mod intake;
mod list_of_days;
mod list_of_talks;
mod load;
mod measures;
mod not_called_for;
mod notes;
mod register;
mod saving;
mod seats;
mod steps;
mod texts;
mod together;
mod undo;
mod worry;
