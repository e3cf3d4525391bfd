//! The steps of a case: the possible stages, the requirements of each step, and the evidence on record.

pub mod checklist;
mod checks;
pub mod course_dates;
pub mod days;
pub mod evidence;
mod held;
mod requirement;
pub mod rests;
pub mod step;

pub use checklist::*;
pub use course_dates::*;
pub use days::*;
pub use evidence::*;
pub use rests::*;
pub use step::*;
