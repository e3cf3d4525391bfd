//! Grades: marks per day, moving up each school year, and the audience of a programme.

use proptest::prelude::*;
use trivsel_domain::record::{Audience, Child};
use trivsel_domain::value::{ChildId, Grade, PersonName, SchoolClass, SchoolYear};

use super::facts::date;

fn class(year: i32, grade: u8) -> SchoolClass {
    SchoolClass::new(SchoolYear::from_starting(year), Grade::new(grade).unwrap(), "b").unwrap()
}

fn child(classes: Vec<SchoolClass>) -> Child {
    let born = Some(date(2013, 10, 3));
    Child::new(ChildId::from_u128(1), PersonName::new("Søren Ærø").unwrap(), born, None, classes)
}

#[test]
fn marks_twice_a_day_from_grade_seven() {
    for grade in 0..=10 {
        assert_eq!(Grade::new(grade).unwrap().marks_twice_a_day(), grade >= 7, "{grade}");
    }
    assert!(Grade::new(11).is_err());
    assert!(!child(vec![]).marks_twice_a_day(date(2026, 11, 25)));
}

#[test]
fn a_class_moves_up_with_the_school_year() {
    let child = child(vec![class(2025, 6)]);
    for (on, grade) in [
        (date(2024, 9, 1), 5),
        (date(2025, 8, 1), 6),
        (date(2026, 7, 31), 6),
        (date(2026, 8, 1), 7),
        (date(2027, 6, 25), 7),
        (date(2029, 8, 1), 10),
        (date(2040, 8, 1), 10),
        (date(2000, 8, 1), 0),
    ] {
        assert_eq!(child.grade_on(on).map(Grade::number), Some(grade), "{on}");
        assert_eq!(child.marks_twice_a_day(on), grade >= 7, "{on}");
    }
}

#[test]
fn a_repeated_grade_stands_for_its_year_and_those_after() {
    let child = child(vec![class(2026, 6), class(2025, 6), class(2026, 7), class(2026, 6)]);
    assert_eq!(child.classes().len(), 2);
    assert_eq!(child.grade_on(date(2026, 1, 1)).map(Grade::number), Some(6));
    assert_eq!(child.grade_on(date(2026, 11, 1)).map(Grade::number), Some(6));
    assert_eq!(child.grade_on(date(2027, 11, 1)).map(Grade::number), Some(7));
}

#[test]
fn a_letter_is_at_most_three_letters() {
    let year = SchoolYear::from_starting(2026);
    let grade = Grade::new(7).unwrap();
    let letter = |text: &str| SchoolClass::new(year, grade, text).map(|c| c.letter().to_owned()).ok();
    assert_eq!(letter(" B ").as_deref(), Some("b"));
    assert_eq!(letter("Ø").as_deref(), Some("ø"));
    assert_eq!(letter("").as_deref(), Some(""));
    assert_eq!(letter("abcd"), None);
    assert_eq!(letter("b!"), None);
}

#[test]
fn ages_and_audiences() {
    let child = child(vec![class(2026, 7)]);
    assert_eq!(child.age_on(date(2026, 10, 2)), Some(12));
    assert_eq!(child.age_on(date(2026, 10, 3)), Some(13));
    assert_eq!(child.age_on(date(2013, 10, 2)), None);
    let grades = Audience::Grades(Grade::new(7).unwrap(), Grade::new(8).unwrap());
    let inside = |year: i32| grades.includes(&child, date(year, 9, 1));
    assert_eq!([2025, 2026, 2027, 2028].map(inside), [Some(false), Some(true), Some(true), Some(false)]);
    let ages = Audience::Ages(8, 12);
    assert_eq!(ages.includes(&child, date(2026, 10, 2)), Some(true));
    assert_eq!(ages.includes(&child, date(2026, 10, 3)), Some(false));
    assert_eq!(grades.includes(&self::child(vec![]), date(2026, 9, 1)), None);
}

proptest! {
    #[test]
    fn one_grade_a_year(grade in 0_u8..=10, from in 2000_i32..2040, years in 0_i32..15, day in 0_u64..365) {
        let child = child(vec![class(from, grade)]);
        let on = SchoolYear::from_starting(from + years).first_day() + chrono::Days::new(day);
        let expected = (i32::from(grade) + years).min(10);
        prop_assert_eq!(child.grade_on(on).map(|g| i32::from(g.number())), Some(expected));
    }
}
