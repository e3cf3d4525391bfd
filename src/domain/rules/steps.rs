//! The steps of a case: what there is to go to, what each step asks for, and what of it is on record.

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
