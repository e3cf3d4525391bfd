//! A child's patterns in words: the rows of absence, and the weekdays and times of day that fail.

use chrono::NaiveDate;
use trivsel_domain::rules::counted::counted_days;
use trivsel_domain::rules::patterns::{Streaks, Times, streaks};
use trivsel_domain::value::{Half, TimeOfDay};

use crate::model::Model;
use crate::view::CaseView;
use trivsel_words::numbers::{decimal_short, half_days};
use trivsel_words::{Words, dates, names};

/// The patterns of a child between two dates, by the days that were read. None where its own school keeps the register,
/// since a week does not tell its days.
#[must_use]
pub fn lines(model: &Model, row: &CaseView, from: NaiveDate, to: NaiveDate) -> Vec<String> {
    let Some(enrolment) = row.case.enrolment().filter(|_| !row.is_at_own_school()) else { return Vec::new() };
    let day = |date: NaiveDate| row.days.get(&date);
    let calendar = &model.roster.calendar;
    let days = counted_days(&row.child, enrolment, |d| row.plan(d), calendar, day, from, to);
    let failing = failing_lines(&model.words, &Times::count(&days));
    streak_line(&model.words, streaks(&days)).into_iter().chain(failing).collect()
}

/// The longest row of days absent, and the one that lasts; `None` without two days in a row.
#[must_use]
pub fn streak_line(words: &Words, rows: Streaks) -> Option<String> {
    let lang = words.lang();
    let longest = rows.absent.filter(|row| row.days > 1)?;
    let args = [("days", longest.days.into()), ("span", dates::span(lang, longest.from, longest.to).into())];
    let now = rows.absent_now == Some(longest);
    Some(words.with(if now { "pattern-absent-now" } else { "pattern-absent" }, &args))
}

fn half_name(words: &Words, half: Half) -> &str {
    words.get(if half == Half::First { "detail-first" } else { "detail-second" })
}

/// The weekdays, the half of the day and the hours that fail, in this order, each with its count.
#[must_use]
pub fn failing_lines(words: &Words, times: &Times) -> Vec<String> {
    let lang = words.lang();
    let weekdays = times.failing_weekdays().into_iter().map(|(day, slot)| {
        let args = [
            ("day", names::weekday(lang, day).into()),
            ("attended", half_days(lang, slot.attended).into()),
            ("of", half_days(lang, slot.registered).into()),
        ];
        words.with("pattern-weekday", &args)
    });
    let half = times.failing_half().map(|(half, slot)| {
        let args = [
            ("half", half_name(words, half).into()),
            ("attended", slot.attended.get().into()),
            ("of", slot.registered.get().into()),
        ];
        words.with("pattern-half", &args)
    });
    let hour = |hour: u16| TimeOfDay::from_minutes((hour * 60).min(24 * 60 - 1)).ok();
    let hours = times.failing_hours().into_iter().filter_map(|(at, count)| {
        let told = |minutes: u32| decimal_short(lang, f64::from(minutes) / 60.0, 1);
        let args = [
            ("hours", dates::time_range(lang, hour(at)?.into(), hour(at + 1)?.into()).into()),
            ("attended", told(count.attended).into()),
            ("of", told(count.planned).into()),
        ];
        Some(words.with("pattern-hours", &args))
    });
    weekdays.chain(half).chain(hours).collect()
}
