//! Import of lists: children in the middle of a course, attendance registered elsewhere, old notes of talks, busy times.

pub mod busy;
pub(super) mod cases;
pub(super) mod days;
pub mod row;
pub(super) mod talks;
