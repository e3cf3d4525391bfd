//! The five panes. No pane calls another.

pub mod agenda;
pub mod attendance;
pub mod calendar;
pub mod caseload;
pub mod closed;
pub mod line;
pub mod plan;
pub mod talks;
pub mod teaching;

use chrono::NaiveDate;

use crate::effect::Effect;
use crate::model::{Model, Pane};

/// Goes to a date in the pane that shows dates.
pub fn go_to(model: &mut Model, date: NaiveDate) -> Effect {
    match model.pane {
        Pane::Calendar => calendar::go_to(model, date),
        Pane::Teaching => teaching::grid::hold_from(model, date),
        Pane::Caseload | Pane::Talks | Pane::Attendance => attendance::go_to(model, date),
    }
}
