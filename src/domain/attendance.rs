//! Attendance (fremmøde): the day's marks of one case, what they count for, and the register of a day.

mod concern;
mod day;
mod figures;
mod mark;
mod quarter;
mod register;

pub use concern::{Concern, ConcernRule, SchoolDay, planned_days};
pub use day::{Day, Foretold, Mood, MoodProblem, Origin};
pub use figures::{Figures, Tally};
pub use mark::{Absence, Half, Mark, MarkKind};
pub use quarter::{Quarter, QuarterLevel, QuarterMeter};
pub use register::{Registration, blank_halves, registration};
