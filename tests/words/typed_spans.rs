//! Typed spans of dates.

use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;
use trivsel::words::Lang;
use trivsel::words::dates;
use trivsel::words::typed_date::{DateProblem, DateSpan, Lean, parse_span};

use super::{any_lang, day};

/// A Wednesday in week 48.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");

fn span(text: &str, lean: Lean) -> Result<(NaiveDate, NaiveDate), DateProblem> {
    parse_span(text, TODAY, lean, Lang::Da).map(|DateSpan { from, to }| (from, to))
}

#[test]
fn one_date_is_a_day_and_a_week_is_five() {
    for (text, date) in [
        ("i dag", TODAY),
        ("24-11-2026", day(2026, 11, 24)),
        ("ons", TODAY),
        ("-1", day(2026, 11, 24)),
        ("fre uge 48", day(2026, 11, 27)),
    ] {
        assert_eq!(
            (span(text, Lean::Past), span(text, Lean::Future)),
            (Ok((date, date)), Ok((date, date))),
            "{text}"
        );
    }
    let week = Ok((day(2026, 11, 23), day(2026, 11, 27)));
    assert_eq!((span("uge 48", Lean::Past), span("uge 48", Lean::Future)), (week.clone(), week));
    assert_eq!(span("uge 48-50", Lean::Future), Ok((day(2026, 11, 23), day(2026, 12, 11))));
    assert_eq!(span("uge 52 - uge 1", Lean::Future), Ok((day(2026, 12, 21), day(2027, 1, 8))));
    assert_eq!(span("uge 46-47", Lean::Past), Ok((day(2026, 11, 9), day(2026, 11, 20))));
}

#[test]
fn weekdays() {
    assert_eq!(span("man-fre", Lean::Past), Ok((day(2026, 11, 23), day(2026, 11, 27))));
    assert_eq!(span("man-fre", Lean::Future), Ok((day(2026, 11, 30), day(2026, 12, 4))));
    for text in ["tor-fre", "tor – fre", "tor til fre", "Torsdag-Fredag"] {
        assert_eq!(span(text, Lean::Future), Ok((day(2026, 11, 26), day(2026, 11, 27))), "{text}");
    }
    assert_eq!(span("fre-man", Lean::Future), Ok((day(2026, 11, 27), day(2026, 11, 30))));
    assert_eq!(span("i dag - fre", Lean::Future), Ok((TODAY, day(2026, 11, 27))));
    assert_eq!(span("man - i dag", Lean::Future), Ok((day(2026, 11, 23), TODAY)));
    assert_eq!(span("i morgen - +4", Lean::Future), Ok((day(2026, 11, 26), day(2026, 11, 29))));
    assert_eq!(span("-3 - -1", Lean::Past), Ok((day(2026, 11, 22), day(2026, 11, 24))));
}

#[test]
fn dates_and_the_year_between() {
    let days = Ok((day(2026, 11, 24), day(2026, 11, 28)));
    for text in [
        "24.11-28.11",
        "24.11 - 28.11",
        "24.11.-28.11.",
        "24-11 - 28-11",
        "24/11-28/11",
        "2411-2811",
        "24-28.11",
        "24.-28. nov",
        "24.–28. nov 2026",
        "24.11.26-28.11.26",
        "2026-11-24 - 2026-11-28",
        "tir 24.11 - lør 28.11",
        "24-11-28-11",
    ] {
        assert_eq!(
            (span(text, Lean::Past), span(text, Lean::Future)),
            (days.clone(), days.clone()),
            "{text}"
        );
    }
    assert_eq!(span("28.12-3.1", Lean::Future), Ok((day(2026, 12, 28), day(2027, 1, 3))));
    assert_eq!(span("28.12-3.1", Lean::Past), Ok((day(2025, 12, 28), day(2026, 1, 3))));
    assert_eq!(span("1-5.12", Lean::Future), Ok((day(2026, 12, 1), day(2026, 12, 5))));
}

#[test]
fn english_spans() {
    let english =
        |text| parse_span(text, TODAY, Lean::Future, Lang::En).map(|DateSpan { from, to }| (from, to));
    for text in ["thu-fri", "Thu to Fri", "tomorrow - fri", "26–27 Nov 2026", "to-fr"] {
        assert_eq!(english(text), Ok((day(2026, 11, 26), day(2026, 11, 27))), "{text}");
    }
}

#[test]
fn what_is_wrong() {
    let no_such = |text: &str| Err(DateProblem::NoSuchDate { text: text.to_owned() });
    assert_eq!(span("", Lean::Past), Err(DateProblem::Empty));
    assert_eq!(span("man-", Lean::Past), Err(DateProblem::NotUnderstood));
    assert_eq!(span("24", Lean::Past), Err(DateProblem::NotUnderstood));
    assert_eq!(span("man-snart", Lean::Past), Err(DateProblem::NotUnderstood));
    assert_eq!(span("30.2-3.3", Lean::Past), no_such("30.2-3.3"));
    assert_eq!(span("24-28", Lean::Past), no_such("24-28"));
    assert_eq!(span("uge 48-60", Lean::Past), Err(DateProblem::NotUnderstood));
    let (from, to) = (day(2026, 11, 26), TODAY);
    assert_eq!(span("i morgen - i dag", Lean::Past), Err(DateProblem::Backwards { from, to }));
}

proptest! {
    #[test]
    fn a_span_never_runs_backwards(
        from in "man|fre|[0-9]{1,2}\\.[0-9]{1,2}|uge [0-9]{1,2}|\\+[0-9]|i dag|[0-9]{1,2}",
        until in "-| - |–| til ",
        to in "tor|søn|[0-9]{1,2}\\.[0-9]{1,2}|uge [0-9]{1,2}|-[0-9]|[0-9]{1,2}",
        away in 0i64..3000,
    ) {
        let (text, today) = (format!("{from}{until}{to}"), TODAY + chrono::TimeDelta::days(away));
        for lean in [Lean::Past, Lean::Future] {
            if let Ok(DateSpan { from, to }) = parse_span(&text, today, lean, Lang::Da) {
                prop_assert!(from <= to, "{} {:?}: {} {}", text, lean, from, to);
            }
        }
    }

    #[test]
    fn every_written_span_is_read_back(away in 0i64..3000, long in 0i64..800, lang in any_lang()) {
        let from = TODAY + chrono::TimeDelta::days(away);
        let to = from + chrono::TimeDelta::days(long);
        let text = dates::span(lang, from, to);
        prop_assert_eq!(parse_span(&text, TODAY, Lean::Future, lang), Ok(DateSpan { from, to }), "{}", text);
    }

    #[test]
    fn a_week_is_monday_to_friday(week in 1u32..=52, away in 0i64..3000) {
        let today = TODAY + chrono::TimeDelta::days(away);
        for lean in [Lean::Past, Lean::Future] {
            let span = parse_span(&format!("uge {week}"), today, lean, Lang::Da).expect("a date");
            prop_assert_eq!((span.from.weekday(), (span.to - span.from).num_days()), (Weekday::Mon, 4));
            prop_assert_eq!(span.from.iso_week().week(), week);
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>(), near in "[0-9a-uøå+./, –-]{0,18}") {
        for (text, today) in [(&text, TODAY), (&near, TODAY), (&near, NaiveDate::MIN), (&near, NaiveDate::MAX)] {
            let _ = parse_span(text, today, Lean::Past, Lang::Da);
            let _ = parse_span(text, today, Lean::Future, Lang::En);
        }
    }
}
