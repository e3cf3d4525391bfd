//! Several programs on one file: no lost writes, no busy errors, and each learns of the others' changes.

use std::sync::Barrier;
use std::thread;

use trivsel_domain::decide::{Action, Column, Denied, ImportedCase, Reason, RowReason, SaidOf};
use trivsel_domain::record::Priority;
use trivsel_domain::value::{ChildId, Mark, PersonName, StaffId, Stage};
use trivsel_store::{House, Receipt, StoreError};

use crate::store::Place;
use crate::store::service::{
    AEGIR, SOREN, aegir, at, case_id, date, mark, mark_today, reasons, reopen, school, service_on_disk,
    soren, today,
};

const EACH: u32 = 40;

fn term(from: &str) -> Vec<chrono::NaiveDate> {
    let days = date(from).iter_days();
    days.filter(|d| !matches!(chrono::Datelike::weekday(d), chrono::Weekday::Sat | chrono::Weekday::Sun))
        .filter(|d| !(date("2026-10-12")..=date("2026-10-18")).contains(d))
        .take(EACH as usize)
        .collect()
}

#[test]
fn two_write_at_once_and_nothing_is_lost() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let before = reopen(&folder).verify().unwrap();
    let start = Barrier::new(2);
    let work = |n: u128, staff: StaffId| {
        let mut house = reopen(&folder);
        start.wait();
        let mut numbers = Vec::new();
        for (day, minute) in term("2026-08-18").into_iter().zip(0..) {
            let receipt =
                house.perform(at(staff, minute), &mark(n, day, None, Mark::Present)).expect("marked");
            numbers.push(receipt.number.expect("an action"));
        }
        numbers
    };
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| work(1, SOREN));
        let two = scope.spawn(|| work(2, AEGIR));
        (one.join().expect("Søren"), two.join().expect("Ægir"))
    });
    assert!(one.iter().all(|step| !two.contains(step)));
    let house = reopen(&folder);
    let after = house.verify().unwrap();
    assert_eq!((after.actions, after.changes), (before.actions + 80, before.changes + 80));
    assert_eq!(house.records().unwrap().days.len(), 80);
}

#[test]
fn when_two_mark_the_same_blank_exactly_one_is_told() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let start = Barrier::new(2);
    let work = |staff, kind| {
        let mut house: House = reopen(&folder);
        start.wait();
        house.perform(at(staff, 1), &mark(1, today(), None, kind))
    };
    let both: Vec<Result<Receipt, Denied<StoreError>>> = thread::scope(|scope| {
        let one = scope.spawn(|| work(SOREN, Mark::Sick));
        let two = scope.spawn(|| work(AEGIR, Mark::Present));
        vec![one.join().expect("Søren"), two.join().expect("Ægir")]
    });
    let (done, told): (Vec<_>, Vec<_>) = both.into_iter().partition(Result::is_ok);
    assert_eq!((done.len(), told.len()), (1, 1));
    let house = reopen(&folder);
    let stands = house.day(case_id(1), today()).unwrap();
    let winner = house.history_of_day(case_id(1), today()).unwrap()[0].by;
    let Err(Denied::Refused(refusal)) = &told[0] else { panic!("{told:?}") };
    let expected =
        Reason::Overtaken { by: Some(winner), at: Some(at(winner, 1).at), now: stands.map(Box::new) };
    assert_eq!(refusal.reasons(), [expected]);
}

/// An import of one child with this name at a stage that needs a seat.
fn newcomer(n: u128, name: &str) -> Action {
    Action::TakeIn(vec![ImportedCase {
        line: 2,
        child_id: ChildId::from_u128(n),
        case_id: case_id(n),
        name: PersonName::new(name).expect("a name"),
        born: None,
        class: None,
        school: None,
        programme: school(),
        stage: Stage::Course,
        referred: date("2026-10-01"),
        admitted: Some(date("2026-11-02")),
        primary: Some(SOREN),
        secondary: None,
        expected_end: None,
        closing: None,
        priority: Priority::Normal,
        last_contact: None,
        timetable: None,
        said: SaidOf::Nothing,
    }])
}

#[test]
fn when_two_give_the_last_seat_exactly_one_succeeds() {
    let place = Place::new();
    let folder = service_on_disk(&place, 15);
    let start = Barrier::new(2);
    let work = |staff, action: Action| {
        let mut house = reopen(&folder);
        start.wait();
        house.perform(at(staff, 1), &action)
    };
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| work(SOREN, newcomer(50, "Åge Ærø")));
        let two = scope.spawn(|| work(AEGIR, newcomer(51, "山田 花子")));
        (one.join().expect("Søren"), two.join().expect("Ægir"))
    });
    let (done, told) = if one.is_ok() { (one, two) } else { (two, one) };
    assert_eq!(done.expect("one is in").changes.len(), 2);
    let why = RowReason::NoSeat { norm: 16, on: date("2026-11-02") };
    assert_eq!(reasons(told), [Reason::InRow { line: 2, column: Column::Admitted, why }]);
    let house = reopen(&folder);
    assert_eq!(house.cases_on(today()).unwrap().len(), 16);
    house.verify().unwrap();
}

#[test]
fn a_colleagues_change_is_noticed_once_and_ones_own_is_not() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let (mut one, mut two) = (reopen(&folder), reopen(&folder));
    assert_eq!(one.changed_elsewhere(), Ok(false));
    mark_today(&mut one, soren(), 1, Mark::Sick);
    assert_eq!(one.changed_elsewhere(), Ok(false));
    assert_eq!((two.changed_elsewhere(), two.changed_elsewhere()), (Ok(true), Ok(false)));
    mark_today(&mut two, aegir(), 2, Mark::Sick);
    assert_eq!((one.changed_elsewhere(), one.changed_elsewhere()), (Ok(true), Ok(false)));
    assert_eq!(one.day(case_id(2), today()), two.day(case_id(2), today()));
}
