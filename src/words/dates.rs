//! Formats dates and times. Danish: `ons 25. nov · uge 48`, `8.30`. English: `Wed 25 Nov`, `8:30`.
//!
//! Weeks are ISO weeks. Nothing here reads the clock: callers pass `today`.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use trivsel_domain::value::SchoolYear;

use super::names::{month, month_short, names, weekday, weekday_short};
use super::{Lang, Words};

/// Day and month: "24. nov", "24 Nov".
#[must_use]
pub fn day_month(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day_number(lang, date), month_short(lang, date))
}

/// Day, month and year: "24. nov 2026", "24 Nov 2026".
#[must_use]
pub fn day_month_year(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day_month(lang, date), date.year())
}

/// A birthday, or that it is missing: "født 4. mar 2013", "uden fødselsdag".
#[must_use]
pub fn birth(words: &Words, born: Option<NaiveDate>) -> String {
    match born {
        Some(born) => words.with("born-on", &[("day", day_month_year(words.lang(), born).into())]),
        None => words.get("born-unknown").to_owned(),
    }
}

/// Month and year, where the day has no room: "nov 2025".
#[must_use]
pub fn month_short_year(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", month_short(lang, date), date.year())
}

/// Month and year in figures, at most 7 columns: "11/2025".
#[must_use]
pub fn month_number_year(date: NaiveDate) -> String {
    format!("{}/{}", date.month(), date.year())
}

/// Day and month, with the year when it is not the one of `today`: "24. nov", "24. nov 2025".
#[must_use]
pub fn day_month_seen(lang: Lang, date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { day_month(lang, date) } else { day_month_year(lang, date) }
}

/// Weekday and day, at most 7 columns: "ons 25.", "Wed 25".
#[must_use]
pub fn weekday_day(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", weekday_short(lang, date.weekday()), day_number(lang, date))
}

/// Weekday, day and month, with the year when it is not the one of `today`: "ons 25. nov", "tir 25. nov 2025".
#[must_use]
pub fn day_short_seen(lang: Lang, date: NaiveDate, today: NaiveDate) -> String {
    format!("{} {}", weekday_short(lang, date.weekday()), day_month_seen(lang, date, today))
}

/// Weekday, day and month: "ons 25. nov", "Wed 25 Nov".
#[must_use]
pub fn day_short(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", weekday_short(lang, date.weekday()), day_month(lang, date))
}

/// Weekday, day, month and year: "ons 25. nov 2026".
#[must_use]
pub fn day_short_year(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day_short(lang, date), date.year())
}

/// Weekday, day, month and year in full: "tirsdag 24. november 2026", "Tuesday 24 November 2026".
#[must_use]
pub fn day_long(lang: Lang, date: NaiveDate) -> String {
    let (day, number) = (weekday(lang, date.weekday()), day_number(lang, date));
    format!("{day} {number} {} {}", month(lang, date), date.year())
}

/// A school year: "2026/27".
#[must_use]
pub fn school_year(year: SchoolYear) -> String {
    let starting = year.starting();
    format!("{starting}/{:02}", starting.saturating_add(1).rem_euclid(100))
}

/// The ISO week: "uge 48", "week 48".
#[must_use]
pub fn week(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", names(lang).week, date.iso_week().week())
}

/// The ISO week, with its year unless it is that of another day: "uge 48", "uge 48 2025".
#[must_use]
pub fn week_seen(lang: Lang, date: NaiveDate, from: NaiveDate) -> String {
    let year = date.iso_week().year();
    let week = week(lang, date);
    if year == from.iso_week().year() { week } else { format!("{week} {year}") }
}

/// The week where there is little room: "u. 48", "w. 48".
#[must_use]
pub fn week_short(lang: Lang, date: NaiveDate) -> String {
    let first = names(lang).week.chars().next().unwrap_or_default();
    format!("{first}. {}", date.iso_week().week())
}

/// Day and week: "ons 25. nov · uge 48", "Wed 25 Nov · week 48".
#[must_use]
pub fn day_and_week(lang: Lang, date: NaiveDate) -> String {
    format!("{} · {}", day_short(lang, date), week(lang, date))
}

/// The date read from typed text: "tirsdag 24. november 2026 · uge 48".
#[must_use]
pub fn day_long_and_week(lang: Lang, date: NaiveDate) -> String {
    format!("{} · {}", day_long(lang, date), week(lang, date))
}

/// Month and year, as a heading: "november 2026", "November 2026".
#[must_use]
pub fn month_year(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", month(lang, date), date.year())
}

/// Relative to `today`: "i går", "i dag", "i morgen", otherwise "12. nov", with the year if it differs.
#[must_use]
pub fn relative(lang: Lang, date: NaiveDate, today: NaiveDate) -> String {
    let words = names(lang);
    match date.signed_duration_since(today).num_days() {
        -1 => words.yesterday.to_owned(),
        0 => words.today.to_owned(),
        1 => words.tomorrow.to_owned(),
        _ => day_month_seen(lang, date, today),
    }
}

/// First and last day, without repeating what they share: "23.–27. nov 2026", "30. nov–4. dec 2026", "28. dec
/// 2026–3. jan 2027"; English "23–27 Nov 2026".
#[must_use]
pub fn span(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    let last = day_month_year(lang, to);
    if from == to {
        last
    } else if from.year() != to.year() {
        format!("{}–{last}", day_month_year(lang, from))
    } else if from.month() != to.month() {
        format!("{}–{last}", day_month(lang, from))
    } else {
        format!("{}–{last}", day_number(lang, from))
    }
}

/// A time of day, minutes always shown: "8.30", "13.00"; English "8:30". At most 5 columns.
#[must_use]
pub fn time(lang: Lang, time: NaiveTime) -> String {
    format!("{}{}{:02}", time.hour(), time_point(lang), time.minute())
}

/// A range of time. Full hours have no minutes: "8.30–12", "10–11.30", "9–12". At most 11 columns.
#[must_use]
pub fn time_range(lang: Lang, from: NaiveTime, to: NaiveTime) -> String {
    format!("{}–{}", range_end(lang, from), range_end(lang, to))
}

fn range_end(lang: Lang, at: NaiveTime) -> String {
    if at.minute() == 0 { at.hour().to_string() } else { time(lang, at) }
}

fn day_number(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Da => format!("{}.", date.day()),
        Lang::En => date.day().to_string(),
    }
}

fn time_point(lang: Lang) -> char {
    match lang {
        Lang::Da => '.',
        Lang::En => ':',
    }
}
