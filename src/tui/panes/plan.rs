//! The plan of a day as a word or as hours.

use chrono::NaiveDate;
use trivsel_domain::record::DayPlan;
use trivsel_domain::value::Hours;

use crate::view::CaseView;
use trivsel_words::{Words, dates};

/// The plan of a child on a date. Without a timetable it says so, whether the child is expected or not.
#[must_use]
pub fn of(words: &Words, row: &CaseView, date: NaiveDate) -> String {
    let plan = if row.has_timetable(date) { row.plan(date) } else { &DayPlan::UNKNOWN };
    text(words, plan)
}

#[must_use]
pub fn text(words: &Words, plan: &DayPlan) -> String {
    match plan {
        DayPlan::Off => words.get("plan-off").to_owned(),
        DayPlan::Practice => words.get("plan-practice").to_owned(),
        DayPlan::Elsewhere => words.get("plan-elsewhere").to_owned(),
        DayPlan::Expected { hours: None, .. } => words.get("plan-unknown").to_owned(),
        DayPlan::Expected { hours: Some(spells), .. } => {
            let spell = |h: Hours| dates::time_range(words.lang(), h.from().into(), h.to().into());
            spells.iter().map(spell).collect::<Vec<_>>().join("+")
        }
    }
}
