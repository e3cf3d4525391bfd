//! The moment of a signature, a step or a change in words: the machine's date, and the day taken for today beside it
//! where that was another.

use trivsel_domain::value::Moment;

use crate::{Words, dates};

/// The date of the machine's clock, and the day that was taken for today.
#[must_use]
pub fn day(words: &Words, moment: Moment) -> String {
    format!("{}{}", dates::day_month_year(words.lang(), moment.date()), aside(words, moment))
}

/// The day that was taken for today, in brackets after a blank; empty where it was that of the machine.
#[must_use]
pub fn aside(words: &Words, moment: Moment) -> String {
    let told = |day| words.with("moment-taken", &[("day", dates::day_month_year(words.lang(), day).into())]);
    moment.taken().map_or_else(String::new, |day| format!(" ({})", told(day)))
}
