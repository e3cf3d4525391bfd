//! Rules: calculations over the records, the same for every user.

pub mod alerts;
pub mod baseline;
pub mod booking;
pub mod calendar;
pub mod calendar_change;
pub mod concern;
pub mod curriculum;
pub mod dossier;
pub mod figures;
pub mod free;
pub mod gate;
pub mod growth;
pub mod imported;
pub mod load;
pub mod obligations;
pub mod proposals;
pub mod quarter;
pub mod register;
pub mod reported;
pub mod seats;
pub mod series;
mod soundness;
pub mod statutory;
pub mod steps;
pub mod talks_due;
pub mod today;
pub mod unexplained;
