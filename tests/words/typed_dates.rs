//! Typed dates: the grammar as a table, and the errors.

use chrono::{Datelike, NaiveDate};
use trivsel_words::problems::date_problem;
use trivsel_words::typed_date::{DateProblem, Lean, parse_date};
use trivsel_words::{Lang, Words};

use super::day;

/// A Wednesday in week 48.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");

fn past(text: &str) -> Result<NaiveDate, DateProblem> {
    parse_date(text, TODAY, Lean::Past, Lang::Da)
}

fn future(text: &str) -> Result<NaiveDate, DateProblem> {
    parse_date(text, TODAY, Lean::Future, Lang::Da)
}

/// The message beside the field.
fn told(text: &str) -> String {
    date_problem(&Words::new(Lang::Da), &future(text).expect_err(text))
}

#[test]
fn words_for_days() {
    for (text, away) in [
        ("i dag", 0),
        ("idag", 0),
        ("I DAG", 0),
        (" i  dag ", 0),
        ("i går", -1),
        ("igår", -1),
        ("i ga\u{30a}r", -1),
        ("igaar", -1),
        ("igar", -1),
        ("i forgårs", -2),
        ("iforgårs", -2),
        ("i morgen", 1),
        ("imorgen", 1),
        ("i overmorgen", 2),
        ("overmorgen", 2),
        ("+3", 3),
        ("+ 3", 3),
        ("-1", -1),
        ("−1", -1),
        ("+2u", 14),
        ("+2 uger", 14),
        ("-1u", -7),
        ("+0", 0),
        ("+3d", 3),
        ("+3 dage", 3),
    ] {
        let date = TODAY + chrono::TimeDelta::days(away);
        assert_eq!((past(text), future(text)), (Ok(date), Ok(date)), "{text}");
    }
}

#[test]
fn weekdays_follow_the_lean() {
    for (text, before, after) in [
        ("man", 23, 30),
        ("mandag", 23, 30),
        ("Man.", 23, 30),
        ("tirs", 24, 1),
        ("ons", 25, 25),
        ("tor", 19, 26),
        ("to", 19, 26),
        ("f", 20, 27),
        ("lør", 21, 28),
        ("lor", 21, 28),
        ("loer", 21, 28),
        ("søn", 22, 29),
        ("son", 22, 29),
        ("SØNDAG", 22, 29),
        ("so\u{338}n", 22, 29),
    ] {
        assert_eq!(past(text).map(|d| d.day()), Ok(before), "{text}");
        assert_eq!(future(text).map(|d| d.day()), Ok(after), "{text}");
    }
}

#[test]
fn dates_choose_the_year_by_lean() {
    let this = day(2026, 11, 24);
    for text in [
        "24.11",
        "24-11",
        "24/11",
        "24,11",
        "2411",
        "24.11.",
        "24. 11.",
        "24 11",
        "24. nov",
        "24 november",
        "d. 24. nov.",
        "den 24.11",
        "tir 24.11",
        "tirsdag 24. november",
        "tir 24. nov · uge 48",
    ] {
        assert_eq!(past(text), Ok(this), "{text}");
    }
    assert_eq!((past("25.11"), future("25.11")), (Ok(TODAY), Ok(TODAY)));
    assert_eq!((past("26.9"), future("1.1")), (Ok(day(2026, 9, 26)), Ok(day(2027, 1, 1))));
    assert_eq!((past("26.9"), future("24.1")), (Ok(day(2026, 9, 26)), Ok(day(2027, 1, 24))));
}

#[test]
fn a_date_without_a_year_is_written_only_within_sixty_days() {
    let far = |date, days| Err(DateProblem::FarAway { date, days });
    assert_eq!(past("26.11"), far(day(2025, 11, 26), -364));
    assert_eq!(past("25.9"), far(day(2026, 9, 25), -61));
    assert_eq!(future("24.11"), far(day(2027, 11, 24), 364));
    assert_eq!(future("25.1"), far(day(2027, 1, 25), 61));
    assert_eq!(past("29.2"), far(day(2024, 2, 29), -1000));
    assert_eq!(past("uge 50"), far(day(2025, 12, 8), -352));
    for text in ["26.11.2025", "26.11.25", "26/11-25", "2025-11-26", "-364"] {
        assert_eq!((past(text), future(text)), (Ok(day(2025, 11, 26)), Ok(day(2025, 11, 26))), "{text}");
    }
    let words = Words::new(Lang::Da);
    let told = |typed| date_problem(&words, &past(typed).expect_err(typed));
    assert_eq!(told("26.11"), "26. nov 2025 er 364 dage siden. Er det den, så skriv året: 26.11.2025");
    let told = |typed| date_problem(&words, &future(typed).expect_err(typed));
    assert_eq!(told("24.11"), "24. nov 2027 er 364 dage frem. Er det den, så skriv året: 24.11.2027");
}

#[test]
fn navigation_picks_the_nearest_date() {
    let go = |text| parse_date(text, TODAY, Lean::Nearest, Lang::Da);
    for (text, date) in [
        ("24.12", day(2026, 12, 24)),
        ("24.11", day(2026, 11, 24)),
        ("1.8", day(2026, 8, 1)),
        ("1.3", day(2027, 3, 1)),
        ("man", day(2026, 11, 23)),
        ("ons", TODAY),
        ("fre", day(2026, 11, 27)),
        ("søn", day(2026, 11, 22)),
        ("uge 50", day(2026, 12, 7)),
        ("uge 40", day(2026, 9, 28)),
        ("uge 1", day(2027, 1, 4)),
        ("29.2", day(2028, 2, 29)),
    ] {
        assert_eq!(go(text), Ok(date), "{text}");
    }
    assert_eq!(parse_date("29.2", day(2101, 1, 1), Lean::Nearest, Lang::Da), Ok(day(2104, 2, 29)));
    assert_eq!(parse_date("29.2", day(2097, 1, 1), Lean::Nearest, Lang::Da), Ok(day(2096, 2, 29)));
}

#[test]
fn a_typed_year_is_kept() {
    for text in [
        "24.11.26",
        "24.11.2026",
        "24-11-2026",
        "24/11/26",
        "24/11-26",
        "24/11-2026",
        "24 11 2026",
        "241126",
        "24112026",
        "2026-11-24",
        "20261124",
        "24. nov 2026",
        "24. november 26",
        "tirsdag 24. november 2026 · uge 48",
    ] {
        assert_eq!((past(text), future(text)), (Ok(day(2026, 11, 24)), Ok(day(2026, 11, 24))), "{text}");
    }
}

#[test]
fn weeks() {
    for text in ["uge 48", "uge48", "u48", "UGE 48", "uge. 48"] {
        assert_eq!((past(text), future(text)), (Ok(day(2026, 11, 23)), Ok(day(2026, 11, 23))), "{text}");
    }
    assert_eq!((past("uge 40"), future("uge 50")), (Ok(day(2026, 9, 28)), Ok(day(2026, 12, 7))));
    assert_eq!((past("uge 47"), future("uge 1")), (Ok(day(2026, 11, 16)), Ok(day(2027, 1, 4))));
    assert_eq!(future("uge 53"), Ok(day(2026, 12, 28)));
    for text in ["fre uge 48", "fredag, uge 48", "uge 48 fre"] {
        assert_eq!((past(text), future(text)), (Ok(day(2026, 11, 27)), Ok(day(2026, 11, 27))), "{text}");
    }
    let (date, days) = (day(2027, 11, 28), 368);
    assert_eq!(future("søn uge 47"), Err(DateProblem::FarAway { date, days }));
}

#[test]
fn english_words_on_an_english_screen_only() {
    let english = |text| parse_date(text, TODAY, Lean::Future, Lang::En);
    for (text, date) in [
        ("today", TODAY),
        ("Tomorrow", day(2026, 11, 26)),
        ("yesterday", day(2026, 11, 24)),
        ("day after tomorrow", day(2026, 11, 27)),
        ("fri", day(2026, 11, 27)),
        ("thurs", day(2026, 11, 26)),
        ("week 50", day(2026, 12, 7)),
        ("fri week 50", day(2026, 12, 11)),
        ("+2w", day(2026, 12, 9)),
        ("+2 weeks", day(2026, 12, 9)),
        ("4 Dec", day(2026, 12, 4)),
        ("Dec 4", day(2026, 12, 4)),
        ("Fri 4 December 2026", day(2026, 12, 4)),
        ("the 4.12", day(2026, 12, 4)),
        ("i morgen", day(2026, 11, 26)),
        ("uge 50", day(2026, 12, 7)),
        ("man", day(2026, 11, 30)),
        ("5 jan", day(2027, 1, 5)),
    ] {
        assert_eq!(english(text), Ok(date), "{text}");
    }
    assert_eq!(future("tomorrow"), Err(DateProblem::NotUnderstood));
    assert_eq!(future("+2w"), Err(DateProblem::NotUnderstood));
}

#[test]
fn errors_give_an_example() {
    let examples = "Prøv i morgen · man · +2u · 24.12.2026";
    assert_eq!(told("snart"), format!("ikke en dato. {examples}"));
    assert_eq!(told("  "), format!("mangler. {examples}"));
    for text in ["31.2", "24,13", "32.1", "uge 54", "+99999999", "24.11.1850", "29.2.2026", "0.1", "9999"] {
        assert_eq!(told(text), format!("{text} findes ikke. {examples}"));
    }
    assert_eq!(told("111"), "111 kan være 1.11 eller 11.1. Skriv den ene ud");
    assert_eq!(told("t"), "t kan være tirsdag eller torsdag. Skriv den ene ud");
    assert_eq!(told("1 ju"), "1 ju kan være juni eller juli. Skriv den ene ud");
    assert_eq!(told("man 24.11.26"), "24. nov 2026 er en tirsdag. Ret dagen eller datoen");
    assert_eq!(told("24.11.26 uge 49"), "24. nov 2026 er i uge 48. Ret ugen eller datoen");
}

#[test]
fn text_in_no_date_format() {
    for text in [
        "24",
        "24.",
        "24.11.026",
        "1-5.11",
        "man-fre",
        "uge",
        "uge x",
        "+",
        "-",
        "+u",
        "i",
        "12345",
        "1.2.3.4",
        "24..11",
        "24:11",
        "24.11 kl 9",
        "man man",
        "nov",
        "x24.11",
        "1234567890",
    ] {
        assert_eq!(future(text), Err(DateProblem::NotUnderstood), "{text}");
    }
    assert_eq!(future(&"1".repeat(1_000_000)), Err(DateProblem::NotUnderstood));
}

#[test]
fn the_examples_work() {
    for (lang, word) in [(Lang::Da, "Prøv "), (Lang::En, "Try ")] {
        let told = date_problem(&Words::new(lang), &DateProblem::NotUnderstood);
        let (_, examples) = told.split_once(word).expect("examples");
        for example in examples.split(" · ") {
            parse_date(example, TODAY, Lean::Future, lang).expect(example);
        }
    }
}
