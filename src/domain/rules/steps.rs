//! The steps of a case: the possible stages, the requirements of each step, and the evidence on record.

pub mod checklist;
mod checks;
pub mod days;
pub mod evidence;
mod held;
mod requirement;
pub mod step;

pub use checklist::*;
pub use days::*;
pub use evidence::*;
pub use step::*;
