//! The baseline: what is counted before, in and after a course, and that no day counts twice.

use chrono::{Days, NaiveDate};
use trivsel_domain::record::{
    Closing, Day, Origin, Outcome, ReportSource, ReportedDays, ReportedWeek, Standing,
};
use trivsel_domain::rules::baseline::{Measured, Point};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::{CaseId, Halves, Mark, ReportedWeekId, SchoolWeek};

use super::facts::{House, calendar, date};

fn baseline(house: &House) -> Vec<Measured> {
    house.of_first_course(|course| course.baseline(house.today))
}

/// Each point with the half-days attended of those counted, and its dates.
fn told(house: &House) -> Vec<(Point, u32, u32, NaiveDate, NaiveDate)> {
    let figures = |attendance: &Attendance| match attendance {
        Attendance::Own(f) => (f.attended().get(), f.registered().get(), f.from, f.to),
        Attendance::Reported(f) => (f.attended.get(), f.possible.get(), f.from, f.to),
        Attendance::Imported(f) => (f.attended.get(), f.registered.get(), f.from, f.to),
    };
    let one = |m: Measured| {
        let (attended, of, from, to) = figures(&m.attendance);
        (m.at, attended, of, from, to)
    };
    baseline(house).into_iter().map(one).collect()
}

fn report(house: &mut House, case: CaseId, monday: NaiveDate, attended: u32) {
    let id = ReportedWeekId::from_u128(u128::try_from(house.records.reported_weeks.len()).unwrap());
    house.records.reported_weeks.push(ReportedWeek {
        id,
        case,
        monday: SchoolWeek::from_monday(monday).unwrap(),
        days: ReportedDays::new(Halves::new(attended), Halves::new(10)).unwrap(),
        source: ReportSource::School,
    });
}

fn close(house: &mut House, on: NaiveDate) {
    let stay = house.records.cases[0].stay().unwrap();
    let closing = Closing { on, outcome: Outcome::GeneralSchool, place: None };
    house.records.cases[0].standing = Standing::Closed { stay, closing };
}

/// Marks every school day of a course from 10 August: present from the thirtieth on.
fn marked(house: &mut House, case: CaseId) {
    let calendar = calendar();
    let days = calendar.school_days(date(2026, 8, 10), house.today);
    for (n, on) in days.enumerate() {
        let mark = if n < 30 { Mark::Sick } else { Mark::Present };
        house.records.days.push(Day { first: Some(mark), ..Day::blank(case, on) });
    }
}

#[test]
fn the_sending_schools_register_its_reports_and_the_houses_own_marks_stand_apart() {
    let (mut house, case) = House::with_child(6);
    marked(&mut house, case);
    // Twenty-two days of the sending school: the two oldest do not count, and one of the rest expected nobody.
    for n in 0..22_u64 {
        let mark = match n {
            0..7 => Mark::Present,
            7 => Mark::NotExpected,
            _ => Mark::Unlawful,
        };
        let on = date(2026, 5, 1) + Days::new(n);
        let day = Day { first: Some(mark), origin: Origin::SendingSchool, ..Day::blank(case, on) };
        house.records.days.insert(0, day);
    }
    report(&mut house, case, date(2026, 6, 15), 3);
    let found = told(&house);
    assert_eq!(found[0], (Point::Before, 10, 38, date(2026, 5, 3), date(2026, 5, 22)));
    assert_eq!(found[1], (Point::Before, 3, 10, date(2026, 6, 15), date(2026, 6, 19)));
    assert_eq!(found[2], (Point::Start, 0, 40, date(2026, 8, 10), date(2026, 9, 4)));
    assert_eq!((found[3].0, found[3].1, found[3].2, found[3].4), (Point::Now, 40, 40, house.today));
    assert_eq!(found.len(), 4);
}

#[test]
fn a_course_that_is_over_has_an_end_and_the_half_year_after_it() {
    let (mut house, case) = House::with_child(6);
    marked(&mut house, case);
    close(&mut house, date(2026, 10, 31));
    let found = told(&house);
    assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), [Point::Start, Point::End]);
    assert_eq!(found[1].4, date(2026, 10, 30));
    // The four weeks that end on 30 April 2027, by their Thursdays.
    house.today = date(2027, 6, 1);
    for (monday, attended) in [((3, 29), 1), ((4, 5), 8), ((4, 26), 9), ((5, 3), 2)] {
        report(&mut house, case, date(2027, monday.0, monday.1), attended);
    }
    assert_eq!(told(&house)[2], (Point::After, 17, 20, date(2027, 4, 5), date(2027, 4, 30)));
}

#[test]
fn a_child_at_its_own_school_is_measured_by_the_first_and_the_last_four_weeks() {
    let (mut house, case) = House::with_child(6);
    house.records.cases[0].programme = house.programmes[1].code().clone();
    assert_eq!(told(&house), []);
    for n in 0..6_u32 {
        report(&mut house, case, date(2026, 8, 10) + Days::new(7 * u64::from(n)), n);
    }
    report(&mut house, case, date(2026, 6, 1), 10);
    assert_eq!(
        told(&house),
        [
            (Point::Before, 10, 10, date(2026, 6, 1), date(2026, 6, 5)),
            (Point::Start, 6, 40, date(2026, 8, 10), date(2026, 9, 4)),
            (Point::Now, 9, 20, date(2026, 9, 7), date(2026, 9, 18)),
        ]
    );
    house.records.reported_weeks.reverse();
    assert_eq!(told(&house).len(), 3);
}
