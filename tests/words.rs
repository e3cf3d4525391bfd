//! Tests of the words: messages, dates, numbers, typed text and text cleaning.

mod coverage;
mod dates;
mod history;
mod messages;
mod numbers;
mod obligations;
mod refusals;
mod scan;
mod spoken;
mod steps;
mod text;
mod today;
mod typed_births;
mod typed_date_properties;
mod typed_dates;
mod typed_minutes;
mod typed_people;
mod typed_scores;
mod typed_spans;
mod typed_times;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::Strategy;
use trivsel_words::Lang;

/// A date that exists.
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// A time that exists.
fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

/// Either language, for property tests.
fn any_lang() -> impl Strategy<Value = Lang> {
    proptest::sample::select(Lang::ALL.to_vec())
}
