//! Why a day has no school, in words.

use chrono::NaiveDate;
use trivsel_domain::rules::calendar::{Calendar, DayKind};
use trivsel_domain::value::Coded;

use trivsel_words::Words;

/// Why a day that is not at the weekend has no school.
#[must_use]
pub fn closed(words: &Words, calendar: &Calendar, date: NaiveDate) -> Option<String> {
    match calendar.kind(date) {
        DayKind::School | DayKind::Weekend => None,
        DayKind::Holiday(holiday) => Some(words.code("holiday", holiday.code()).to_owned()),
        DayKind::Closed(closure) => Some(closure.name.as_ref().map_or_else(
            || words.code("closure", closure.kind.code()).to_owned(),
            |name| name.as_str().to_owned(),
        )),
    }
}
