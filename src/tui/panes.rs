//! The five panes. No pane calls another.

pub mod agenda;
pub mod attendance;
pub mod calendar;
pub mod caseload;
pub mod line;
pub mod plan;
pub mod talks;
pub mod teaching;
