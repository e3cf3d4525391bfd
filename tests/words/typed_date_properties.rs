//! Properties of typed dates, for every date, every today and every text.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use trivsel_words::dates::{
    day_and_week, day_long, day_long_and_week, day_month, day_month_year, day_short, relative,
};
use trivsel_words::names::names;
use trivsel_words::problems::date_problem;
use trivsel_words::typed_date::{DateProblem, Lean, REACH, parse_date};
use trivsel_words::{Lang, Words};

use super::{any_lang, day};

fn dates_near() -> impl Strategy<Value = (NaiveDate, NaiveDate)> {
    // A date, and a today within reach of it.
    (1u64..60_000, 0..=REACH.unsigned_abs()).prop_map(|(from, after)| {
        let date = day(1950, 1, 1) + Days::new(from);
        (date, date + Days::new(after))
    })
}

proptest! {
    #[test]
    fn every_written_date_is_read_back((date, today) in dates_near(), lang in any_lang()) {
        for text in [day_month(lang, date), day_short(lang, date), day_and_week(lang, date)] {
            prop_assert_eq!(parse_date(&text, today, Lean::Past, lang), Ok(date), "{}", text);
            let as_long_before = date - (today - date);
            prop_assert_eq!(parse_date(&text, as_long_before, Lean::Future, lang), Ok(date), "{}", text);
        }
        let iso = date.to_string();
        for text in [day_long(lang, date), day_month_year(lang, date), day_long_and_week(lang, date), iso] {
            for lean in [Lean::Past, Lean::Future] {
                prop_assert_eq!(parse_date(&text, today, lean, lang), Ok(date), "{}", text);
            }
        }
        let near = relative(lang, date, today);
        prop_assert_eq!(parse_date(&near, today, Lean::Past, lang), Ok(date), "{}", near);
    }

    #[test]
    fn bare_weekdays_are_within_six_days((today, _) in dates_near(), name in 0usize..7, lang in any_lang()) {
        for names in [names(lang).weekdays, names(lang).weekdays_short] {
            let past = parse_date(names[name], today, Lean::Past, lang).expect("a date");
            let future = parse_date(names[name], today, Lean::Future, lang).expect("a date");
            prop_assert!((0..=6).contains(&(today - past).num_days()));
            prop_assert!((0..=6).contains(&(future - today).num_days()));
            prop_assert_eq!(past.weekday().num_days_from_monday() as usize, name);
            prop_assert_eq!(future.weekday(), past.weekday());
        }
    }

    #[test]
    fn counted_days_and_weeks_add_up((today, _) in dates_near(), n in 0u64..5000) {
        let read = |text: String| parse_date(&text, today, Lean::Past, Lang::Da);
        prop_assert_eq!(read(format!("+{n}")), Ok(today + Days::new(n)));
        prop_assert_eq!(read(format!("-{n}")), Ok(today - Days::new(n)));
        prop_assert_eq!(read(format!("+{n}u")), Ok(today + Days::new(7 * n)));
    }

    #[test]
    fn an_open_date_follows_the_lean((today, _) in dates_near(), d in 1u32..=31, m in 1u32..=12) {
        let text = format!("{d}.{m}");
        let away = |lean| match parse_date(&text, today, lean, Lang::Da) {
            Ok(date) => Some(((date - today).num_days(), true)),
            Err(DateProblem::FarAway { date, days }) => {
                assert_eq!((date - today).num_days(), days);
                Some((days, false))
            }
            Err(_) => None,
        };
        if let (Some(past), Some(future), Some((nearest, true))) =
            (away(Lean::Past), away(Lean::Future), away(Lean::Nearest))
        {
            prop_assert!(past.0 <= 0 && past.1 == (past.0 >= -REACH));
            prop_assert!(future.0 >= 0 && future.1 == (future.0 <= REACH));
            prop_assert_eq!(nearest, if future.0 <= -past.0 { future.0 } else { past.0 });
            let found = today + chrono::TimeDelta::days(nearest);
            prop_assert_eq!((found.day(), found.month()), (d, m));
        } else {
            prop_assert!(NaiveDate::from_ymd_opt(2000, m, d).is_none(), "{} is a date", text);
        }
    }

    #[test]
    fn any_text_gives_a_result(text in any::<String>(), near in "[0-9a-uøå+./, -]{0,14}", lang in any_lang()) {
        let today = day(2026, 11, 25);
        let words = Words::new(lang);
        for (text, today) in [(&text, today), (&near, today), (&near, NaiveDate::MIN), (&near, NaiveDate::MAX)] {
            for lean in [Lean::Past, Lean::Future, Lean::Nearest] {
                if let Err(problem) = parse_date(text, today, lean, lang) {
                    let said = date_problem(&words, &problem);
                    prop_assert!(!said.is_empty() && !said.contains('⟨'), "{}", said);
                }
            }
        }
    }
}
