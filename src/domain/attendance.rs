//! Attendance (fremmøde): the day's marks of one case, what they count for, and the register of a day.

mod day;
mod figures;
mod mark;
mod register;

pub use day::{Day, Foretold, Mood, MoodProblem, Origin};
pub use figures::{Figures, Tally};
pub use mark::{Absence, Half, Mark, MarkKind};
pub use register::{Registration, blank_halves, registration};
