//! Absences entered ahead: over a span, on one day, and combined with marks and filling.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use trivsel_domain::decide::{Action, DayEdit, Reason};
use trivsel_domain::record::Mood;
use trivsel_domain::value::{Absence, CaseId, Half, Mark};

use super::facts::{House, calendar, date};

fn foretell(case: CaseId, from: NaiveDate, to: NaiveDate, cause: Absence) -> Action {
    Action::Foretell { case, from, to, cause }
}

#[test]
fn a_span_skips_weekends_and_closures() {
    let (mut house, case) = House::with_child(7);
    // Friday 18 December to Monday 4 January: two school days before Christmas week, three after.
    let (from, to) = (date(2026, 12, 18), date(2027, 1, 4));
    assert_eq!(house.act(&foretell(case, from, to, Absence::Leave)), Ok(4));
    let days: Vec<NaiveDate> = house.records.days.iter().map(|d| d.date).collect();
    assert_eq!(days, [from, date(2026, 12, 21), date(2026, 12, 22), to]);
    assert!(house.records.days.iter().all(|d| d.mark(Half::Second) == Some(Mark::Leave)));
}

#[test]
fn spans_without_school_days_are_refused() {
    let (mut house, case) = House::with_child(7);
    let today = house.today;
    for (from, to) in [
        (date(2026, 12, 4), date(2026, 12, 3)),
        (date(2026, 12, 5), date(2026, 12, 6)),
        (today, today + Days::new(366)),
    ] {
        let refused = house.act(&foretell(case, from, to, Absence::Sick));
        assert_eq!(refused, Err(vec![Reason::EmptySpan { from, to }]));
    }
    let yesterday = today - Days::new(1);
    let refused = house.act(&foretell(case, yesterday, today, Absence::Sick));
    assert_eq!(refused, Err(vec![Reason::NotBehind { date: yesterday }]));
    assert!(house.act(&foretell(case, today, today + Days::new(365), Absence::Sick)).is_ok());
    let nobody = foretell(CaseId::from_u128(9), today, today, Absence::Sick);
    assert_eq!(house.act(&nobody), Err(vec![Reason::NoSuchCase]));
}

#[test]
fn marks_stay_and_the_fill_leaves_it_alone() {
    let (mut house, case) = House::with_child(7);
    let today = house.today;
    let mark = DayEdit::Mark(Half::First, Mark::Present);
    house.act(&Action::EditDay { case, date: today, seen: None, edit: mark }).unwrap();
    let tomorrow = today + Days::new(1);
    assert_eq!(house.act(&foretell(case, today, tomorrow, Absence::Sick)), Ok(2));
    assert_eq!(house.day(case, today).unwrap().mark(Half::First), Some(Mark::Present));
    house.today = tomorrow;
    assert_eq!(house.act(&Action::FillAsPlanned { date: tomorrow }), Ok(0));
    assert!(house.day(case, tomorrow).unwrap().is_prefilled());
}

#[test]
fn the_hour_of_the_first_call_is_kept() {
    let (mut house, case) = House::with_child(7);
    let (today, later) = (house.today, house.today + Days::new(6));
    house.act(&foretell(case, later, later, Absence::Sick)).unwrap();
    let told = house.day(case, later).unwrap().foretold.unwrap();
    house.today = today + Days::new(2);
    assert_eq!(house.act(&foretell(case, later, later, Absence::Sick)), Ok(0), "it was told already");
    assert_eq!(house.act(&foretell(case, later, later, Absence::Leave)), Ok(1));
    let changed = house.day(case, later).unwrap().foretold.unwrap();
    assert!(changed.told_at > told.told_at && changed.cause == Absence::Leave);
}

#[test]
fn a_mark_on_a_coming_day_is_a_foretold_absence_or_refused() {
    let (mut house, case) = House::with_child(6);
    let tomorrow = house.today + Days::new(1);
    let act = |house: &mut House, mark| {
        let seen = house.day(case, tomorrow);
        house.act(&Action::EditDay { case, date: tomorrow, seen, edit: DayEdit::Mark(Half::First, mark) })
    };
    assert_eq!(act(&mut house, Mark::Sick), Ok(1));
    let day = house.day(case, tomorrow).unwrap();
    assert!(day.is_prefilled() && !day.is_marked());
    for mark in [Mark::Present, Mark::Unlawful, Mark::Elsewhere, Mark::NotExpected] {
        assert_eq!(act(&mut house, mark), Err(vec![Reason::NotAhead { date: tomorrow }]));
    }
}

#[test]
fn a_course_that_ends_within_the_span_ends_the_absence() {
    let (mut house, case) = House::with_child(7);
    let stay = house.records.cases[0].stay().unwrap();
    let on = date(2026, 11, 27);
    let closing =
        trivsel_domain::record::Closing { on, outcome: trivsel_domain::record::Outcome::Moved, place: None };
    house.records.cases[0].standing = trivsel_domain::record::Standing::Closed { stay, closing };
    assert_eq!(house.act(&foretell(case, house.today, date(2026, 12, 4), Absence::Sick)), Ok(2));
    let refused = house.act(&foretell(case, on, on, Absence::Sick));
    assert_eq!(refused, Err(vec![Reason::NotEnrolled { date: on }]));
}

proptest! {
    #[test]
    fn exactly_the_school_days_of_the_span(first in 0_u64..300, length in 0_u64..80, moods in proptest::collection::btree_set(0_u64..300, 0..20)) {
        let (mut house, case) = House::with_child(8);
        let today = house.today;
        for n in moods {
            let date = today + Days::new(n);
            house.records.days.push(trivsel_domain::record::Day { mood: Mood::new(3).ok(), ..trivsel_domain::record::Day::blank(case, date) });
        }
        let (from, to) = (today + Days::new(first), today + Days::new(first + length));
        let school: Vec<NaiveDate> = calendar().school_days(from, to).collect();
        let before = house.records.days.clone();
        let told = house.act(&foretell(case, from, to, Absence::Sick));
        prop_assert_eq!(told.is_err(), school.is_empty());
        let mut foretold: Vec<NaiveDate> =
            house.records.days.iter().filter(|d| d.foretold.is_some()).map(|d| d.date).collect();
        foretold.sort();
        prop_assert_eq!(foretold, school);
        for old in before {
            let new = house.day(case, old.date).unwrap();
            prop_assert_eq!(trivsel_domain::record::Day { foretold: None, ..new }, old);
        }
    }
}
