//! The plan of a weekday in words.

use trivsel_domain::record::DayPlan;
use trivsel_domain::value::Hours;

use super::{Words, dates};

/// The plan of a day as a word or as hours: "fri", "8.30–12".
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
