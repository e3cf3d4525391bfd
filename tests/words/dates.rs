//! Formatting of dates and times.

use trivsel_domain::value::SchoolYear;
use trivsel_words::dates::{
    day_and_week, day_long, day_long_and_week, day_month, day_short, month_year, relative, school_year, span,
    time, time_range, week,
};
use trivsel_words::{Lang, names};

use super::{at, day};

#[test]
fn danish_dates() {
    let date = day(2026, 11, 25);
    assert_eq!(day_short(Lang::Da, date), "ons 25. nov");
    assert_eq!(day_long(Lang::Da, day(2026, 11, 24)), "tirsdag 24. november 2026");
    assert_eq!(day_and_week(Lang::Da, date), "ons 25. nov · uge 48");
    assert_eq!(day_long_and_week(Lang::Da, date), "onsdag 25. november 2026 · uge 48");
    assert_eq!(day_month(Lang::Da, day(2026, 10, 1)), "1. okt");
    assert_eq!(month_year(Lang::Da, date), "november 2026");
}

#[test]
fn english_dates() {
    let date = day(2026, 11, 25);
    assert_eq!(day_short(Lang::En, date), "Wed 25 Nov");
    assert_eq!(day_long(Lang::En, day(2026, 11, 24)), "Tuesday 24 November 2026");
    assert_eq!(day_and_week(Lang::En, date), "Wed 25 Nov · week 48");
}

#[test]
fn a_school_year_names_both_its_years() {
    let years = [2026, 2008, 1999].map(|year| school_year(SchoolYear::from_starting(year)));
    assert_eq!(years, ["2026/27", "2008/09", "1999/00"]);
}

#[test]
fn weeks_are_iso_weeks() {
    assert_eq!(week(Lang::Da, day(2027, 1, 3)), "uge 53");
    assert_eq!(week(Lang::Da, day(2027, 1, 4)), "uge 1");
    assert_eq!(week(Lang::En, day(2025, 12, 29)), "week 1");
}

#[test]
fn dates_near_today_have_names() {
    let today = day(2026, 12, 31);
    let near = |lang| [day(2026, 12, 30), today, day(2027, 1, 1)].map(|date| relative(lang, date, today));
    assert_eq!(near(Lang::Da), ["i går", "i dag", "i morgen"]);
    assert_eq!(near(Lang::En), ["yesterday", "today", "tomorrow"]);
    assert_eq!(relative(Lang::Da, day(2026, 11, 12), today), "12. nov");
    assert_eq!(relative(Lang::Da, day(2027, 1, 2), today), "2. jan 2027");
    assert_eq!(relative(Lang::En, day(2025, 12, 31), today), "31 Dec 2025");
}

#[test]
fn spans_do_not_repeat_what_both_ends_share() {
    assert_eq!(span(Lang::Da, day(2026, 11, 23), day(2026, 11, 27)), "23.–27. nov 2026");
    assert_eq!(span(Lang::Da, day(2026, 11, 30), day(2026, 12, 4)), "30. nov–4. dec 2026");
    assert_eq!(span(Lang::Da, day(2026, 12, 28), day(2027, 1, 3)), "28. dec 2026–3. jan 2027");
    assert_eq!(span(Lang::En, day(2026, 11, 23), day(2026, 11, 27)), "23–27 Nov 2026");
    assert_eq!(span(Lang::Da, day(2026, 11, 23), day(2026, 11, 23)), "23. nov 2026");
}

#[test]
fn times_show_minutes_and_ranges_drop_full_hours() {
    assert_eq!([at(8, 5), at(13, 0), at(0, 0)].map(|t| time(Lang::Da, t)), ["8.05", "13.00", "0.00"]);
    assert_eq!(time(Lang::En, at(8, 30)), "8:30");
    assert_eq!(time_range(Lang::Da, at(8, 30), at(12, 0)), "8.30–12");
    assert_eq!(time_range(Lang::Da, at(10, 0), at(11, 30)), "10–11.30");
    assert_eq!(time_range(Lang::En, at(9, 0), at(10, 15)), "9–10:15");
}

#[test]
fn short_names_are_the_first_three_letters() {
    for lang in Lang::ALL {
        let names = names::names(lang);
        let days = names.weekdays.into_iter().zip(names.weekdays_short);
        for (long, short) in days.chain(names.months.into_iter().zip(names.months_short)) {
            assert_eq!(short.chars().count(), 3);
            assert!(long.starts_with(short), "{long} and {short}");
        }
    }
}
