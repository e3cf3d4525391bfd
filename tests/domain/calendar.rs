//! The school calendar: Easter, public holidays, closures, and stepping between school days.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use trivsel_domain::record::{ClosureKind, ClosureRule};
use trivsel_domain::rules::calendar::{DayKind, monday_of};
use trivsel_domain::value::{Holiday, SchoolYear, easter};

use super::facts::{calendar, date};

/// Easter Sundays from printed almanacs.
const EASTER: [(i32, u32, u32); 22] = [
    (1990, 4, 15),
    (1995, 4, 16),
    (1999, 4, 4),
    (2000, 4, 23),
    (2003, 4, 20),
    (2005, 3, 27),
    (2008, 3, 23),
    (2011, 4, 24),
    (2016, 3, 27),
    (2018, 4, 1),
    (2020, 4, 12),
    (2023, 4, 9),
    (2024, 3, 31),
    (2025, 4, 20),
    (2026, 4, 5),
    (2027, 3, 28),
    (2028, 4, 16),
    (2030, 4, 21),
    (2035, 3, 25),
    (2038, 4, 25),
    (2045, 4, 9),
    (2050, 4, 10),
];

#[test]
fn easter_matches_the_almanac() {
    for (y, m, d) in EASTER {
        assert_eq!(easter(y), Some(date(y, m, d)));
    }
}

/// Every public holiday of a year in order, as month and day.
const HOLIDAYS: [(i32, &[(u32, u32)]); 5] = [
    (2023, &[(1, 1), (4, 6), (4, 7), (4, 9), (4, 10), (5, 5), (5, 18), (5, 28), (5, 29), (12, 25), (12, 26)]),
    (2024, &[(1, 1), (3, 28), (3, 29), (3, 31), (4, 1), (5, 9), (5, 19), (5, 20), (12, 25), (12, 26)]),
    (2025, &[(1, 1), (4, 17), (4, 18), (4, 20), (4, 21), (5, 29), (6, 8), (6, 9), (12, 25), (12, 26)]),
    (2026, &[(1, 1), (4, 2), (4, 3), (4, 5), (4, 6), (5, 14), (5, 24), (5, 25), (12, 25), (12, 26)]),
    (2027, &[(1, 1), (3, 25), (3, 26), (3, 28), (3, 29), (5, 6), (5, 16), (5, 17), (12, 25), (12, 26)]),
];

#[test]
fn public_holidays_of_five_years() {
    for (year, expected) in HOLIDAYS {
        let found: Vec<(u32, u32)> = date(year, 1, 1)
            .iter_days()
            .take_while(|d| d.year() == year)
            .filter(|d| Holiday::on(*d).is_some())
            .map(|d| (d.month(), d.day()))
            .collect();
        assert_eq!(found, expected, "{year}");
    }
}

#[test]
fn great_prayer_day_was_abolished_with_2024() {
    for year in 1990..=2050 {
        let day = easter(year).unwrap() + Days::new(26);
        let expected = (year <= 2023).then_some(Holiday::GreatPrayerDay);
        // No other holiday can fall on that Friday.
        assert_eq!(Holiday::on(day), expected, "{year}");
        assert_eq!(day.weekday(), Weekday::Fri);
    }
}

#[test]
fn closures_that_a_house_starts_with() {
    let calendar = calendar();
    let closed = |d: NaiveDate| match calendar.kind(d) {
        DayKind::Closed(closure) => Some(closure.kind),
        _ => None,
    };
    for (y, m, d, expected) in [
        (2026, 6, 26, None),
        (2026, 6, 29, Some(ClosureKind::Summer)),
        (2026, 8, 7, Some(ClosureKind::Summer)),
        (2026, 8, 10, None),
        (2027, 6, 25, None),
        (2027, 6, 28, Some(ClosureKind::Summer)),
        (2026, 10, 9, None),
        (2026, 10, 12, Some(ClosureKind::Autumn)),
        (2026, 10, 16, Some(ClosureKind::Autumn)),
        (2026, 10, 19, None),
        (2027, 2, 12, None),
        (2027, 2, 15, Some(ClosureKind::Winter)),
        (2027, 2, 19, Some(ClosureKind::Winter)),
        (2027, 2, 22, None),
        (2026, 12, 22, None),
        (2026, 12, 23, Some(ClosureKind::Christmas)),
        (2025, 1, 2, Some(ClosureKind::Christmas)),
        (2026, 5, 15, Some(ClosureKind::AfterAscension)),
        (2026, 6, 5, Some(ClosureKind::ConstitutionDay)),
    ] {
        assert_eq!(closed(date(y, m, d)), expected, "{y}-{m}-{d}");
    }
}

#[test]
fn summer_starts_on_the_last_saturday_of_june() {
    for (y, first) in [(2023, 24), (2024, 29), (2025, 28), (2026, 27), (2027, 26), (2028, 24), (2029, 30)] {
        assert!(ClosureRule::Summer.covers(date(y, 6, first)), "{y}");
        assert!(!ClosureRule::Summer.covers(date(y, 6, first - 1)), "{y}");
    }
}

#[test]
fn a_rule_without_a_day_is_refused() {
    use trivsel_domain::record::ClosureProblem;
    let span = |from, to| ClosureRule::Dates { from, to }.checked();
    assert_eq!(ClosureRule::Week { week: 0 }.checked(), Err(ClosureProblem));
    assert_eq!(ClosureRule::Week { week: 54 }.checked(), Err(ClosureProblem));
    assert!(ClosureRule::Week { week: 53 }.checked().is_ok());
    assert_eq!(span(date(2026, 5, 2), date(2026, 5, 1)), Err(ClosureProblem));
    assert!(span(date(2026, 5, 1), date(2026, 5, 1)).is_ok());
}

proptest! {
    #[test]
    fn every_day_has_one_kind(days in 0_u64..30_000) {
        let day = date(1990, 1, 1) + Days::new(days);
        let calendar = calendar();
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match calendar.kind(day) {
            DayKind::School => prop_assert!(!weekend && Holiday::on(day).is_none()),
            DayKind::Weekend => prop_assert!(weekend),
            DayKind::Holiday(h) => prop_assert_eq!(Holiday::on(day), Some(h)),
            DayKind::Closed(closure) => prop_assert!(!weekend && closure.rule.covers(day)),
        }
    }

    #[test]
    fn stepping_goes_from_school_day_to_school_day(days in 0_u64..30_000) {
        let day = date(1990, 1, 1) + Days::new(days);
        let calendar = calendar();
        let next = calendar.school_day_after(day).unwrap();
        let before = calendar.school_day_before(day).unwrap();
        prop_assert!(before < day && day < next);
        prop_assert_eq!(calendar.school_days(day + Days::new(1), next).collect::<Vec<_>>(), vec![next]);
        prop_assert_eq!(calendar.school_days(before, day - Days::new(1)).collect::<Vec<_>>(), vec![before]);
        prop_assert_eq!(calendar.school_day_from(next), Some(next));
        prop_assert!(calendar.school_day_from(day) == Some(day) || !calendar.is_school_day(day));
    }

    #[test]
    fn school_years_and_weeks_hold_their_days(days in 0_u64..30_000) {
        let day = date(1990, 1, 1) + Days::new(days);
        let year = SchoolYear::of(day);
        prop_assert!(year.first_day() <= day && day <= year.last_day());
        prop_assert_eq!(year.last_day() + Days::new(1), SchoolYear::from_starting(year.starting() + 1).first_day());
        let monday = monday_of(day);
        prop_assert_eq!(monday.weekday(), Weekday::Mon);
        prop_assert_eq!(monday.iso_week(), day.iso_week());
    }

    #[test]
    fn a_school_year_has_about_two_hundred_days(year in 2000_i32..2060) {
        let year = SchoolYear::from_starting(year);
        let days = calendar().school_days(year.first_day(), year.last_day()).count();
        prop_assert!((190..=212).contains(&days), "{}", days);
    }
}
