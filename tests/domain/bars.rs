//! The bars of a child's weeks: each register by itself, and the plan behind what was attended.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::record::{Day, Origin, Records, ReportSource, ReportedDays, ReportedWeek};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::register::plan_on;
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::rules::weeks::{Lengths, Registers, longest, weeks};
use trivsel_domain::value::{CaseId, Halves, Mark, ReportedWeekId, SchoolWeek};

use crate::harness::date;
use crate::harness::house::{self, kid};

const ALMA: CaseId = house::ALMA;

fn monday(month: u32, day: u32) -> SchoolWeek {
    SchoolWeek::from_monday(date(2026, month, day)).unwrap()
}

/// Alma in grade 6, from Monday to Friday 8.30 to 12: 17.5 hours a week.
fn records(days: &[(u32, u32, Mark, Origin)]) -> Records {
    let mut records = house::records(&[kid("Alma Holm", 6)]);
    records.days = days
        .iter()
        .map(|(month, day, mark, origin)| Day {
            first: Some(*mark),
            origin: *origin,
            ..Day::blank(ALMA, date(2026, *month, *day))
        })
        .collect();
    records
}

/// The week, as the lengths of its bars.
fn bars(records: &Records, at_own_school: bool, week: SchoolWeek) -> Vec<(&'static str, Lengths)> {
    let calendar = Calendar::new(records.closures.clone());
    let days: BTreeMap<NaiveDate, Day> = records.days.iter().map(|d| (d.date, d.clone())).collect();
    let programmes = trivsel_defaults::programmes().unwrap();
    let case = &records.cases[0];
    let registers = Registers {
        child: &records.children[0],
        enrolment: case.enrolment(),
        at_own_school,
        calendar: &calendar,
        reported: &records.reported_weeks,
    };
    let plan = |on| plan_on(case, programmes.first(), &records.timetables, on);
    let found = registers.week(week, |on| days.get(&on), plan);
    let whose = |one: &Attendance| match one {
        Attendance::Own(_) => "own",
        Attendance::Reported(_) => "reported",
        Attendance::Imported(_) => "imported",
    };
    found.iter().map(|one| (whose(one), Lengths::of(one))).collect()
}

#[test]
fn the_plan_behind_a_week_is_the_whole_week_registered_or_not() {
    let own = Origin::Own;
    let records = records(&[
        (11, 16, Mark::Present, own),
        (11, 17, Mark::Sick, own),
        (11, 18, Mark::NotExpected, own),
        (11, 23, Mark::Present, own),
    ]);
    let minutes = |attended, planned| vec![("own", Lengths::Minutes { attended, planned })];
    for (week, expected) in [
        // The day that was not expected is no part of the plan; Thursday and Friday are not registered and are.
        (monday(11, 16), minutes(210, 4 * 210)),
        (monday(11, 23), minutes(210, 5 * 210)),
        // Nothing is registered.
        (monday(11, 30), minutes(0, 5 * 210)),
        // The autumn holiday, and before the course.
        (monday(10, 12), vec![]),
        (monday(6, 8), vec![]),
        // Two days before Christmas.
        (monday(12, 21), minutes(0, 2 * 210)),
    ] {
        assert_eq!(bars(&records, false, week), expected, "{week:?}");
    }
}

#[test]
fn the_registers_of_a_week_are_never_added() {
    let school = Origin::SendingSchool;
    let mut records = records(&[
        (6, 8, Mark::Present, school),
        (6, 9, Mark::Unlawful, school),
        // The course begins on Monday 10 August; the school still had a day.
        (8, 10, Mark::Sick, school),
        (8, 11, Mark::Present, Origin::Own),
    ]);
    let imported = |attended, planned| ("imported", Lengths::Halves { attended, planned });
    assert_eq!(bars(&records, false, monday(6, 8)), [imported(2, 4)]);
    let own = ("own", Lengths::Minutes { attended: 210, planned: 5 * 210 });
    assert_eq!(bars(&records, false, monday(8, 10)), [imported(0, 2), own]);
    records.reported_weeks.push(ReportedWeek {
        id: ReportedWeekId::from_u128(1),
        case: ALMA,
        monday: monday(8, 10),
        days: ReportedDays::new(Halves::new(7), Halves::new(8)).unwrap(),
        source: ReportSource::Parent,
    });
    let reported = ("reported", Lengths::Halves { attended: 7, planned: 8 });
    assert_eq!(bars(&records, false, monday(8, 10)), [imported(0, 2), own, reported]);
    assert_eq!(bars(&records, true, monday(8, 10)), [imported(0, 2), reported]);
    assert_eq!(bars(&records, true, monday(8, 17)), []);
    // Without a known plan of hours, days are the length.
    records.timetables.clear();
    let days = ("own", Lengths::Halves { attended: 2, planned: 10 });
    assert_eq!(bars(&records, false, monday(8, 10)), [imported(0, 2), days, reported]);
}

#[test]
fn a_span_has_every_week_that_shares_a_school_day_with_it() {
    for (from, to, expected) in [
        (date(2026, 11, 16), date(2026, 11, 20), vec![monday(11, 16)]),
        (date(2026, 11, 20), date(2026, 11, 23), vec![monday(11, 16), monday(11, 23)]),
        // From a Saturday.
        (date(2026, 11, 21), date(2026, 11, 22), vec![]),
        (date(2026, 11, 21), date(2026, 11, 30), vec![monday(11, 23), monday(11, 30)]),
    ] {
        assert_eq!(weeks(from, to).collect::<Vec<_>>(), expected, "{from} to {to}");
    }
}

#[test]
fn the_longest_plan_fills_a_bar_and_a_week_of_days_has_ten_halves() {
    let minutes = |planned| Lengths::Minutes { attended: 0, planned };
    let halves = |planned| Lengths::Halves { attended: 0, planned };
    assert_eq!(longest([].into_iter()), (0, 10));
    assert_eq!(longest([minutes(300), minutes(900), halves(4)].into_iter()), (900, 10));
}
