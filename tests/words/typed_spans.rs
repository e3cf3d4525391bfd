//! Typed spans of dates.

use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;
use trivsel_words::Lang;
use trivsel_words::dates;
use trivsel_words::typed_date::{Counting, DateProblem, DateSpan, Lean, REACH, parse_span};

use super::{any_lang, day};

/// A Wednesday in week 48.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");

fn span(text: &str, lean: Lean) -> Result<(NaiveDate, NaiveDate), DateProblem> {
    parse_span(text, TODAY, lean, Counting::SchoolDays, Lang::Da).map(|DateSpan { from, to }| (from, to))
}

/// Parses a span as the log of talks does.
fn logged(text: &str, lang: Lang) -> Result<(NaiveDate, NaiveDate), DateProblem> {
    parse_span(text, TODAY, Lean::Past, Counting::EveryDay, lang).map(|DateSpan { from, to }| (from, to))
}

/// The span; `None` if an absence without a year would start out of reach.
fn within_reach(read: Result<DateSpan, DateProblem>, counting: Counting) -> Option<DateSpan> {
    match read {
        Err(DateProblem::FarAway { days, .. }) => {
            assert!(counting == Counting::SchoolDays && days.abs() > REACH, "{days}");
            None
        }
        read => Some(read.expect("a span")),
    }
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
fn dates_and_spans_across_a_new_year() {
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
    let far = |date, days| Err(DateProblem::FarAway { date, days });
    assert_eq!(span("28.12-3.1", Lean::Past), far(day(2026, 1, 3), -326));
    assert_eq!(span("24.11", Lean::Future), far(day(2027, 11, 24), 364));
    assert_eq!(span("1.2-5.2", Lean::Future), far(day(2027, 2, 1), 68));
    assert_eq!(span("1.2-5.2.2027", Lean::Future), Ok((day(2027, 2, 1), day(2027, 2, 5))));
    assert_eq!(span("1/2-2027", Lean::Future), Ok((day(2027, 2, 1), day(2027, 2, 1))));
    assert_eq!(span("1-5.12", Lean::Future), Ok((day(2026, 12, 1), day(2026, 12, 5))));
}

#[test]
fn english_spans() {
    let english = |text| {
        let span = parse_span(text, TODAY, Lean::Future, Counting::SchoolDays, Lang::En);
        span.map(|DateSpan { from, to }| (from, to))
    };
    for text in ["thu-fri", "Thu to Fri", "tomorrow - fri", "26–27 Nov 2026", "to-fr"] {
        assert_eq!(english(text), Ok((day(2026, 11, 26), day(2026, 11, 27))), "{text}");
    }
}

#[test]
fn errors() {
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

#[test]
fn spans_for_the_log() {
    let table = [
        ("november", (2026, 11, 1), (2026, 11, 30)),
        ("nov", (2026, 11, 1), (2026, 11, 30)),
        ("i november", (2026, 11, 1), (2026, 11, 30)),
        ("november 2025", (2025, 11, 1), (2025, 11, 30)),
        ("december", (2025, 12, 1), (2025, 12, 31)),
        ("feb 2024", (2024, 2, 1), (2024, 2, 29)),
        ("februar", (2026, 2, 1), (2026, 2, 28)),
        ("sep-nov", (2026, 9, 1), (2026, 11, 30)),
        ("december til februar", (2025, 12, 1), (2026, 2, 28)),
        ("august 2025 - januar 2026", (2025, 8, 1), (2026, 1, 31)),
        ("sep - nov 2024", (2024, 9, 1), (2024, 11, 30)),
        ("oktober - 15. nov", (2026, 10, 1), (2026, 11, 15)),
        ("uge 47", (2026, 11, 16), (2026, 11, 22)),
        ("sidste uge", (2026, 11, 16), (2026, 11, 22)),
        ("i sidste uge", (2026, 11, 16), (2026, 11, 22)),
        ("forrige uge", (2026, 11, 16), (2026, 11, 22)),
        ("denne uge", (2026, 11, 23), (2026, 11, 29)),
        ("sidste måned", (2026, 10, 1), (2026, 10, 31)),
        ("sidste maned", (2026, 10, 1), (2026, 10, 31)),
        ("denne måned", (2026, 11, 1), (2026, 11, 30)),
        ("sidste måned - i dag", (2026, 10, 1), (2026, 11, 25)),
        ("fra 1.11 til 15.11", (2026, 11, 1), (2026, 11, 15)),
        ("1. nov - 15. nov", (2026, 11, 1), (2026, 11, 15)),
        ("fra 1. november 2025 til 15. november 2025", (2025, 11, 1), (2025, 11, 15)),
        ("uge 40 - uge 45", (2026, 9, 28), (2026, 11, 8)),
        ("uge 40-45", (2026, 9, 28), (2026, 11, 8)),
        ("1.9-", (2026, 9, 1), (2026, 11, 25)),
        ("1.9 -", (2026, 9, 1), (2026, 11, 25)),
        ("fra 1.9", (2026, 9, 1), (2026, 11, 25)),
        ("siden 1. september", (2026, 9, 1), (2026, 11, 25)),
        ("fra 24-11", (2026, 11, 24), (2026, 11, 25)),
        ("uge 40-", (2026, 9, 28), (2026, 11, 25)),
        ("nov-", (2026, 11, 1), (2026, 11, 25)),
        ("siden aug 2025", (2025, 8, 1), (2026, 11, 25)),
        ("fra man", (2026, 11, 23), (2026, 11, 25)),
    ];
    for (text, from, to) in table {
        let span = (day(from.0, from.1, from.2), day(to.0, to.1, to.2));
        assert_eq!(logged(text, Lang::Da), Ok(span), "{text}");
        assert_eq!(logged(text, Lang::En), Ok(span), "{text}");
    }
    for (text, from, to) in [
        ("last week", (2026, 11, 16), (2026, 11, 22)),
        ("this week", (2026, 11, 23), (2026, 11, 29)),
        ("last month", (2026, 10, 1), (2026, 10, 31)),
        ("this month", (2026, 11, 1), (2026, 11, 30)),
        ("October", (2026, 10, 1), (2026, 10, 31)),
        ("in May 2026", (2026, 5, 1), (2026, 5, 31)),
        ("from 1 Nov to 15 Nov", (2026, 11, 1), (2026, 11, 15)),
        ("from 1 Nov until 15 Nov 2025", (2025, 11, 1), (2025, 11, 15)),
        ("week 40 - week 45", (2026, 9, 28), (2026, 11, 8)),
        ("since 1 Sep", (2026, 9, 1), (2026, 11, 25)),
        ("Sep-", (2026, 9, 1), (2026, 11, 25)),
    ] {
        let span = (day(from.0, from.1, from.2), day(to.0, to.1, to.2));
        assert_eq!(logged(text, Lang::En), Ok(span), "{text}");
    }
}

#[test]
fn errors_in_the_log() {
    let (from, to) = (day(2026, 11, 26), TODAY);
    assert_eq!(logged("i morgen-", Lang::Da), Err(DateProblem::Backwards { from, to }));
    assert!(matches!(logged("31.2-", Lang::Da), Err(DateProblem::NoSuchDate { .. })));
    for text in ["fra", "fra -", "-", "siden snart", "ons november", "november uge 48", "fra 1.11 til snart"]
    {
        assert_eq!(logged(text, Lang::Da), Err(DateProblem::NotUnderstood), "{text}");
    }
    // An absence needs two ends.
    for text in ["1.9-", "fra 1.9", "siden man"] {
        assert_eq!(span(text, Lean::Future), Err(DateProblem::NotUnderstood), "{text}");
    }
    assert_eq!(span("fra man til ons", Lean::Past), Ok((day(2026, 11, 23), TODAY)));
    assert_eq!(span("sidste uge", Lean::Past), Ok((day(2026, 11, 16), day(2026, 11, 20))));
}

/// Every combination of lean and counting.
fn ways() -> impl Iterator<Item = (Lean, Counting)> {
    let counted = |lean| [Counting::SchoolDays, Counting::EveryDay].map(|counting| (lean, counting));
    [Lean::Past, Lean::Future].into_iter().flat_map(counted)
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
        for (lean, counting) in ways() {
            if let Ok(DateSpan { from, to }) = parse_span(&text, today, lean, counting, Lang::Da) {
                prop_assert!(from <= to, "{} {:?}: {} {}", text, lean, from, to);
            }
        }
    }

    #[test]
    fn every_written_span_is_read_back(away in 0i64..3000, long in 0i64..800, lang in any_lang()) {
        let from = TODAY + chrono::TimeDelta::days(away);
        let to = from + chrono::TimeDelta::days(long);
        let text = dates::span(lang, from, to);
        for (lean, counting) in ways() {
            let read = parse_span(&text, TODAY, lean, counting, lang);
            prop_assert_eq!(read, Ok(DateSpan { from, to }), "{}", text);
        }
    }

    #[test]
    fn a_week_is_monday_to_friday_and_in_a_log_to_sunday(week in 1u32..=52, away in 0i64..3000) {
        let today = TODAY + chrono::TimeDelta::days(away);
        for (lean, counting) in ways() {
            let read = parse_span(&format!("uge {week}"), today, lean, counting, Lang::Da);
            let Some(span) = within_reach(read, counting) else { continue };
            let last = if counting == Counting::EveryDay { 6 } else { 4 };
            prop_assert_eq!((span.from.weekday(), (span.to - span.from).num_days()), (Weekday::Mon, last));
            prop_assert_eq!(span.from.iso_week().week(), week);
        }
    }

    #[test]
    fn a_month_is_all_its_days(month in 0usize..12, year in proptest::option::of(1900i32..2200), away in 0i64..3000, lang in any_lang()) {
        let today = TODAY + chrono::TimeDelta::days(away);
        let name = trivsel_words::names::names(lang).months[month];
        let text = year.map_or(name.to_owned(), |year| format!("{name} {year}"));
        for (lean, counting) in ways() {
            let read = parse_span(&text, today, lean, counting, lang);
            let Some(DateSpan { from, to }) = within_reach(read, counting) else { continue };
            prop_assert_eq!((from.day(), from.month0() as usize), (1, month));
            prop_assert_eq!((to.year(), to.month0()), (from.year(), from.month0()));
            prop_assert_eq!(to.succ_opt().map(|d| d.day()), Some(1));
            prop_assert!(year.is_none_or(|year| from.year() == year));
            let on_the_right_side = if lean == Lean::Past { from <= today } else { to >= today };
            prop_assert!(year.is_some() || on_the_right_side);
        }
    }

    #[test]
    fn an_open_span_runs_until_today(
        start in "[0-9]{1,2}\\.[0-9]{1,2}|uge [0-9]{1,2}|nov|maj|man|i går|sidste uge",
        away in 0i64..3000,
    ) {
        let today = TODAY + chrono::TimeDelta::days(away);
        let read = |text: &str| parse_span(text, today, Lean::Past, Counting::EveryDay, Lang::Da).ok();
        let open = read(&format!("{start}-"));
        prop_assert_eq!(&read(&format!("fra {start}")), &open);
        prop_assert_eq!(&read(&format!("siden {start}")), &open);
        match (read(&start), open) {
            (Some(closed), Some(open)) => prop_assert_eq!((open.from, open.to), (closed.from, today)),
            (None, None) => {}
            (closed, open) => prop_assert!(false, "{}: {:?} {:?}", start, closed, open),
        }
    }

    #[test]
    fn any_text_gives_a_result(text in any::<String>(), near in "[0-9a-uøå+./, –-]{0,18}") {
        for (text, today) in [(&text, TODAY), (&near, TODAY), (&near, NaiveDate::MIN), (&near, NaiveDate::MAX)] {
            for (lean, counting) in ways() {
                for lang in [Lang::Da, Lang::En] {
                    let _ = parse_span(text, today, lean, counting, lang);
                }
            }
        }
    }
}
