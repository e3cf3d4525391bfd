//! The plan of a child on a date in words.

use chrono::NaiveDate;
use trivsel_domain::record::DayPlan;

use crate::view::CaseView;
use trivsel_words::Words;
pub use trivsel_words::plan::text;

/// The plan of a child on a date. Without a timetable it says so, whether the child is expected or not.
#[must_use]
pub fn of(words: &Words, row: &CaseView, date: NaiveDate) -> String {
    let plan = if row.has_timetable(date) { row.plan(date) } else { &DayPlan::UNKNOWN };
    text(words, plan)
}
