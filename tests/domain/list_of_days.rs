//! Importing lists of attendance: which child and case a row belongs to, what it may say, and what it may not
//! overwrite.

use chrono::NaiveDate;
use trivsel_domain::decide::{Action, Column, ImportedDay, NoSchool, Reason, RowReason};
use trivsel_domain::record::{Closing, DayPlan, Origin, Outcome, Standing, Stay};
use trivsel_domain::value::{CaseId, Hours, Line, Mark, PersonName, SeatNumber, SeatedStage, TimeOfDay};

use super::facts::{House, date};

fn row(line: u32, date: NaiveDate, first: Mark) -> ImportedDay {
    ImportedDay {
        line,
        name: PersonName::new("barn 1").unwrap(),
        born: None,
        date,
        origin: Origin::Own,
        register: None,
        first: Some(first),
        second: None,
        remark: None,
        mood: None,
    }
}

fn sending(line: u32, date: NaiveDate) -> ImportedDay {
    ImportedDay { origin: Origin::SendingSchool, ..row(line, date, Mark::Unlawful) }
}

fn take(house: &mut House, rows: &[ImportedDay]) -> Result<usize, Vec<Reason>> {
    house.act(&Action::TakeInDays(rows.to_vec()))
}

fn no_mark(line: u32, why: Reason) -> Reason {
    Reason::InRow { line, column: Column::Date, why: RowReason::NoMark(Box::new(why)) }
}

fn of_row(line: u32, column: Column, why: RowReason) -> Reason {
    Reason::InRow { line, column, why }
}

#[test]
fn a_list_is_imported_once() {
    let (mut house, case) = House::with_child(7);
    let mut rows = vec![row(1, date(2026, 11, 2), Mark::Present), row(2, date(2026, 11, 3), Mark::Sick)];
    rows[0].second = Some(Mark::Present);
    assert_eq!(take(&mut house, &rows), Ok(2));
    assert_eq!(house.day(case, date(2026, 11, 2)).unwrap().second, None, "it says what the first says");
    assert_eq!(take(&mut house, &rows), Ok(0), "what is on record already is passed over");
    rows[1].first = Some(Mark::Leave);
    assert_eq!(take(&mut house, &rows), Err(vec![of_row(2, Column::Row, RowReason::OnRecord)]));
}

#[test]
fn days_that_take_no_mark_are_reported() {
    let (mut house, _) = House::with_child(6);
    let (sunday, before, tomorrow) = (date(2026, 11, 22), date(2026, 8, 7), date(2026, 11, 26));
    let mut twice = row(4, date(2026, 11, 24), Mark::Present);
    twice.second = Some(Mark::Sick);
    let rows = [
        row(1, sunday, Mark::Present),
        row(2, before, Mark::Present),
        row(3, tomorrow, Mark::Sick),
        twice,
        ImportedDay { first: None, ..row(5, date(2026, 11, 23), Mark::Present) },
        ImportedDay { name: PersonName::new("Ukendt").unwrap(), ..row(6, date(2026, 11, 23), Mark::Sick) },
        row(7, date(2026, 11, 19), Mark::Sick),
        row(8, date(2026, 11, 19), Mark::Sick),
    ];
    let expected = vec![
        no_mark(1, Reason::NoSchoolDay { date: sunday, why: NoSchool::Weekend }),
        no_mark(2, Reason::NotEnrolled { date: before }),
        no_mark(3, Reason::NotAhead { date: tomorrow }),
        of_row(4, Column::Second, RowReason::NoMark(Box::new(Reason::OneMarkADay))),
        of_row(5, Column::First, RowReason::Missing),
        of_row(6, Column::Child, RowReason::Unknown),
        of_row(8, Column::Row, RowReason::Repeats { line: 7 }),
    ];
    assert_eq!(take(&mut house, &rows), Err(expected));
    assert!(house.records.days.is_empty());
}

#[test]
fn own_times_outside_the_planned_hours_are_refused_and_the_sending_schools_are_not() {
    let (mut house, case) = House::with_child(6);
    let time = |hour| TimeOfDay::new(hour, 0).unwrap();
    let planned = Hours::new(time(9), time(12)).unwrap();
    house.plan(case, DayPlan::Expected { hours: Some(planned.into()), blocks: vec![] });
    let late = Mark::Late { at: time(14) };
    let outside = RowReason::NoMark(Box::new(Reason::OutsidePlan { planned }));
    let own = row(1, date(2026, 11, 24), late);
    assert_eq!(take(&mut house, &[own]), Err(vec![of_row(1, Column::First, outside)]));
    let theirs = ImportedDay { origin: Origin::SendingSchool, ..row(1, date(2026, 6, 2), late) };
    assert_eq!(take(&mut house, &[theirs]), Ok(1));
}

#[test]
fn children_with_the_same_name_are_told_apart_by_birthday() {
    let (mut house, case) = House::with_child(7);
    house.add_child(2, 7);
    house.records.children[1].name = PersonName::new("Barn 1").unwrap();
    house.records.children[0].born = Some(date(2013, 5, 1));
    let mut rows = [row(1, date(2026, 11, 2), Mark::Present)];
    assert_eq!(take(&mut house, &rows), Err(vec![of_row(1, Column::Child, RowReason::Ambiguous)]));
    rows[0].born = Some(date(2013, 5, 1));
    assert_eq!(take(&mut house, &rows), Ok(1));
    assert_eq!(house.records.days[0].case, case);
}

#[test]
fn the_sending_schools_register_ends_where_the_course_begins() {
    let (mut house, case) = House::with_child(7);
    assert_eq!(take(&mut house, &[sending(1, date(2026, 5, 4))]), Ok(1));
    assert_eq!((house.records.days[0].case, house.records.days[0].origin), (case, Origin::SendingSchool));
    let own = take(&mut house, &[sending(2, date(2026, 8, 10))]);
    assert_eq!(own, Err(vec![of_row(2, Column::Origin, RowReason::OutOfOrder)]));
}

/// A list names its register when it comes in, or later.
#[test]
fn a_register_is_named_once() {
    let (mut house, case) = House::with_child(7);
    let on = date(2026, 5, 4);
    let named = |name: &str| ImportedDay { register: Line::new(name).ok(), ..sending(1, on) };
    assert_eq!(take(&mut house, &[sending(1, on)]), Ok(1));
    assert_eq!(take(&mut house, &[named("Ærø Skole")]), Ok(1), "it gets its name");
    assert_eq!(house.day(case, on).unwrap().register, Line::new("Ærø Skole").ok());
    assert_eq!(take(&mut house, &[named("Ærø Skole")]), Ok(0));
    assert_eq!(take(&mut house, &[sending(1, on)]), Ok(0), "the list need not say it");
    let other = Err(vec![of_row(1, Column::Row, RowReason::OnRecord)]);
    assert_eq!(take(&mut house, &[named("Åskolen")]), other);
    // The house's own register has no name.
    let own =
        ImportedDay { register: Line::new("Ærø Skole").ok(), ..row(1, date(2026, 11, 2), Mark::Present) };
    assert_eq!(take(&mut house, &[own]), Ok(1));
    assert_eq!(house.day(case, date(2026, 11, 2)).unwrap().register, None);
}

/// For a child that went back to school and returned, the school's days in between belong to the second course.
#[test]
fn the_sending_schools_register_goes_to_the_course_that_began_later() {
    let (mut house, first) = House::with_child(7);
    let again = house.add_child(2, 7);
    let child = house.records.cases[0].child;
    let stay = |from| Stay { seat: SeatNumber::new(1).unwrap(), from };
    let closing = Closing { on: date(2026, 3, 2), outcome: Outcome::GeneralSchool, place: None };
    house.records.cases[0].standing = Standing::Closed { stay: stay(date(2025, 9, 1)), closing };
    house.records.cases[1].child = child;
    let seated = Standing::Seated { stage: SeatedStage::Course, stay: stay(date(2026, 8, 10)) };
    house.records.cases[1].standing = seated;
    let whose = |house: &House, on| {
        let found = house.records.days.iter().find(|d| d.date == on).map(|d| d.case);
        found.map(CaseId::as_u128)
    };
    let (before, within, between) = (date(2025, 5, 5), date(2025, 11, 3), date(2026, 5, 4));
    assert_eq!(take(&mut house, &[sending(1, before), sending(2, between)]), Ok(2));
    assert_eq!(whose(&house, before), Some(first.as_u128()));
    assert_eq!(whose(&house, between), Some(again.as_u128()));
    let refused = take(&mut house, &[sending(3, within)]);
    assert_eq!(refused, Err(vec![of_row(3, Column::Origin, RowReason::OutOfOrder)]));
}
