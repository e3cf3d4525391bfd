//! The seats of the house: who holds which, and when each is expected free.

use crate::tui::model::Model;

/// Opens the map of seats.
pub fn open(_model: &mut Model) {}
