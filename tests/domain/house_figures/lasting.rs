//! Where the children went, and whether it lasted for six months.

use trivsel_domain::record::{Case, Outcome, Referral, ReportSource, ReportedDays, ReportedWeek};
use trivsel_domain::rules::house_figures::{CourseEnd, Lasting};
use trivsel_domain::value::{CaseId, Halves, ReportedWeekId, SchoolWeek};

use super::{House, close, date, seated, september};

/// One course that ended on 9 September 2026, as seen on a day.
fn ended(today: (i32, u32, u32), change: impl FnOnce(&mut House, CaseId)) -> CourseEnd {
    let (mut house, case) = House::with_child(6);
    house.today = date(today.0, today.1, today.2);
    close(&mut house, case, date(2026, 9, 9), Outcome::GeneralSchool);
    change(&mut house, case);
    let mut ends = seated(&house, september()).ends;
    assert_eq!(ends.len(), 1);
    ends.remove(0)
}

/// The school reports so many half-days of ten in the last of the weeks that tell of six months after.
fn reported(attended: u32) -> impl FnOnce(&mut House, CaseId) {
    move |house, case| {
        house.records.reported_weeks.push(ReportedWeek {
            id: ReportedWeekId::from_u128(1),
            case,
            monday: SchoolWeek::from_monday(date(2027, 3, 1)).unwrap(),
            days: ReportedDays::new(Halves::new(attended), Halves::new(10)).unwrap(),
            source: ReportSource::School,
        });
    }
}

fn referred_again(on: (i32, u32, u32)) -> impl FnOnce(&mut House, CaseId) {
    move |house, case| {
        let first = house.records.cases.iter().find(|c| c.id == case).unwrap();
        let referral = Referral { on: date(on.0, on.1, on.2), note: None };
        let again = Case::new(CaseId::from_u128(99), first.child, first.programme.clone(), referral);
        house.records.cases.push(again);
    }
}

#[test]
fn it_lasted_if_the_child_attends_half_of_the_days_six_months_later() {
    let nothing = |_: &mut House, _: CaseId| {};
    assert_eq!(ended((2027, 3, 8), nothing).lasting, Lasting::TooEarly);
    assert_eq!(ended((2027, 3, 9), nothing).lasting, Lasting::Unknown);
    assert_eq!(ended((2027, 3, 9), reported(5)).lasting, Lasting::Lasted);
    assert_eq!(ended((2027, 3, 9), reported(4)).lasting, Lasting::Broke);
    // The weeks are not over, so they tell nothing yet.
    assert_eq!(ended((2027, 3, 8), reported(4)).lasting, Lasting::TooEarly);
}

#[test]
fn it_broke_if_the_child_is_referred_again_within_six_months() {
    let again = ended((2027, 1, 1), referred_again((2026, 12, 1)));
    assert_eq!((again.lasting, again.again), (Lasting::Broke, Some(date(2026, 12, 1))));
    assert_eq!(ended((2027, 5, 1), referred_again((2027, 3, 9))).lasting, Lasting::Broke);
    assert_eq!(ended((2027, 5, 1), referred_again((2027, 3, 10))).lasting, Lasting::Unknown);
    // An earlier case of the child is another matter.
    assert_eq!(ended((2027, 5, 1), referred_again((2025, 3, 10))).lasting, Lasting::Unknown);
}
