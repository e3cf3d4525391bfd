//! Attendance by week: what is attended of what is planned, each register apart.

use chrono::Days;
use trivsel_domain::record::{Day, DayPlan, Origin, ReportSource, ReportedDays, ReportedWeek};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::weeks::{Lengths, Week};
use trivsel_domain::value::{
    CaseId, Halves, Hours, Mark, ReportedWeekId, SchoolWeek, TimeOfDay, TimetableId,
};

use super::facts::{House, date};

fn weeks(house: &House) -> Vec<Week> {
    house.of_first_course(|course| course.weeks(house.today))
}

/// Expected from 9 to a full hour on every weekday.
fn until(hour: u32) -> DayPlan {
    let time = |h| TimeOfDay::new(h, 0).unwrap();
    DayPlan::Expected { hours: Some(Hours::new(time(9), time(hour)).unwrap().into()), blocks: vec![] }
}

fn mark(house: &mut House, case: CaseId, days: &[(u32, Mark)]) {
    for (day, mark) in days {
        house.records.days.push(Day { first: Some(*mark), ..Day::blank(case, date(2026, 8, *day)) });
    }
}

#[test]
fn a_week_has_the_hours_attended_with_the_plan_of_the_whole_week_behind_them() {
    let (mut house, case) = House::with_child(6);
    house.plan(case, until(12));
    house.today = date(2026, 8, 19);
    mark(
        &mut house,
        case,
        &[(10, Mark::Present), (11, Mark::Sick), (13, Mark::Present), (17, Mark::Present)],
    );
    let found = weeks(&house);
    let lengths: Vec<_> = found.iter().map(|w| (w.monday, Lengths::of(&w.attendance))).collect();
    // Two of five days of three hours; then Monday, of five days that are planned.
    let minutes = |attended| Lengths::Minutes { attended, planned: 900 };
    assert_eq!(lengths, [(date(2026, 8, 10), minutes(360)), (date(2026, 8, 17), minutes(180))]);
    assert_eq!((found[0].half_days(), found[1].half_days()), ((4, 6), (2, 2)));
    mark(&mut house, case, &[(19, Mark::Unlawful)]);
    assert_eq!(weeks(&house)[1].half_days(), (2, 4));
}

#[test]
fn a_growing_timetable_shows_in_what_was_planned_of_each_week() {
    let (mut house, case) = House::with_child(6);
    house.plan(case, until(10));
    let mut longer = house.records.timetables[0].clone();
    (longer.id, longer.from) = (TimetableId::from_u128(99), date(2026, 8, 17));
    longer.days = std::array::from_fn(|_| until(11));
    house.records.timetables.push(longer);
    house.today = date(2026, 8, 23);
    let planned: Vec<Lengths> = weeks(&house).iter().map(|w| Lengths::of(&w.attendance)).collect();
    let minutes = |planned| Lengths::Minutes { attended: 0, planned };
    assert_eq!(planned, [minutes(300), minutes(600)]);
}

#[test]
fn without_known_hours_there_are_half_days_alone() {
    let (mut house, case) = House::with_child(6);
    house.today = date(2026, 8, 16);
    mark(&mut house, case, &[(10, Mark::Present)]);
    let found = weeks(&house);
    assert_eq!(Lengths::of(&found[0].attendance), Lengths::Halves { attended: 2, planned: 10 });
    // A timetable that begins within the week leaves the hours of its first days unknown.
    house.plan(case, until(12));
    house.records.timetables[0].from = date(2026, 8, 12);
    assert_eq!(Lengths::of(&weeks(&house)[0].attendance), Lengths::Halves { attended: 2, planned: 10 });
}

#[test]
fn each_register_has_its_own_week() {
    let (mut house, case) = House::with_child(6);
    house.today = date(2026, 8, 16);
    mark(&mut house, case, &[(10, Mark::Present)]);
    for n in 0..4 {
        let on = date(2026, 6, 8) + Days::new(n);
        let mark = if n == 0 { Mark::Present } else { Mark::Unlawful };
        house.records.days.push(Day {
            first: Some(mark),
            origin: Origin::SendingSchool,
            ..Day::blank(case, on)
        });
    }
    let days = ReportedDays::new(Halves::new(6), Halves::new(10)).unwrap();
    for monday in [date(2026, 8, 10), date(2026, 8, 17)] {
        let id =
            ReportedWeekId::from_u128(u128::from(monday.format("%d").to_string().parse::<u32>().unwrap()));
        let monday = SchoolWeek::from_monday(monday).unwrap();
        house.records.reported_weeks.push(ReportedWeek {
            id,
            case,
            monday,
            days,
            source: ReportSource::School,
        });
    }
    let found = weeks(&house);
    let told: Vec<_> = found.iter().map(|w| (w.monday, w.half_days(), w.attendance.is_reported())).collect();
    // The week after today is not told yet.
    assert_eq!(
        told,
        [
            (date(2026, 6, 8), (2, 8), true),
            (date(2026, 8, 10), (2, 2), false),
            (date(2026, 8, 10), (6, 10), true),
        ]
    );
    assert!(matches!(found[0].attendance, Attendance::Imported(_)));
}
