//! The plan of a day as a word or as hours.

use trivsel_domain::record::DayPlan;

use trivsel_words::{Words, dates};

#[must_use]
pub fn text(words: &Words, plan: &DayPlan) -> String {
    match plan {
        DayPlan::Off => words.get("plan-off").to_owned(),
        DayPlan::Elsewhere => words.get("plan-elsewhere").to_owned(),
        DayPlan::Expected { hours: None, .. } => words.get("plan-unknown").to_owned(),
        DayPlan::Expected { hours: Some(h), .. } => {
            dates::time_range(words.lang(), h.from().into(), h.to().into())
        }
    }
}
