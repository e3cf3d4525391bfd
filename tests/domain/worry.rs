//! The quarter meter and the concern rule, as tables.

use trivsel_domain::record::{Day, DayPlan, Origin};
use trivsel_domain::rules::concern::{Concern, ConcernRule, SchoolDay, planned_days};
use trivsel_domain::rules::quarter::{Quarter, QuarterLevel, QuarterMeter};
use trivsel_domain::value::{Mark, MarkKind};

use trivsel_domain::rules::register::plan_on;

use super::facts::{House, calendar, date};

fn school_days(on: (i32, u32, u32)) -> Vec<chrono::NaiveDate> {
    let quarter = Quarter::of(date(on.0, on.1, on.2));
    calendar().school_days(quarter.first_day(), quarter.last_day()).collect()
}

#[test]
fn a_quarter_has_its_first_and_last_day() {
    let days =
        [((2026, 1, 1), (2026, 3, 31)), ((2026, 4, 1), (2026, 6, 30)), ((2026, 10, 1), (2026, 12, 31))];
    for ((y, m, d), (ly, lm, ld)) in days {
        for on in [date(y, m, d), date(y, m + 1, 15), date(ly, lm, ld)] {
            let quarter = Quarter::of(on);
            assert_eq!((quarter.first_day(), quarter.last_day()), (date(y, m, d), date(ly, lm, ld)), "{on}");
        }
    }
}

/// The number of half-days at which a level is first reached.
fn first(on: (i32, u32, u32), level: QuarterLevel) -> u32 {
    let school_days = u32::try_from(school_days(on).len()).unwrap();
    (0..).find(|halves| QuarterMeter { halves: *halves, school_days }.level() == level).unwrap()
}

#[test]
fn fifteen_per_cent_is_about_six_days_in_autumn_and_nine_in_winter() {
    // The authority's own example, in half-days of the shipped calendar for 2026.
    // The days before Easter are closed, so the winter quarter is a little shorter than the authority's.
    let halves = [(2026, 8, 20), (2026, 1, 20)].map(|on| first(on, QuarterLevel::Notify));
    assert_eq!(halves, [2 * 6, 2 * 8 + 1]);
    for (halves, level) in [
        (0, QuarterLevel::Nothing),
        (9, QuarterLevel::Nothing),
        (10, QuarterLevel::Warn),
        (14, QuarterLevel::Warn),
        (15, QuarterLevel::Notify),
    ] {
        let meter = QuarterMeter { halves, school_days: 50 };
        assert_eq!((meter.level(), meter.percent()), (level, Some(halves)));
    }
    let empty = QuarterMeter { halves: 0, school_days: 0 };
    assert_eq!((empty.level(), empty.percent()), (QuarterLevel::Nothing, None));
    // The percentage is never rounded up over a limit.
    assert_eq!(QuarterMeter { halves: 11, school_days: 55 }.percent(), Some(10));
    assert_eq!(QuarterMeter { halves: 10, school_days: 51 }.percent(), Some(9));
}

#[test]
fn only_own_unlawful_marks_on_school_days_of_the_course_count() {
    let (mut house, case) = House::with_child(7);
    house.plan(case, DayPlan::Expected { hours: None, blocks: vec![] });
    let mark = |d, first, second| Day { first, second, ..Day::blank(case, d) };
    house.records.days = vec![
        mark(date(2026, 10, 1), Some(Mark::Unlawful), None),
        mark(date(2026, 10, 2), Some(Mark::Present), Some(Mark::Unlawful)),
        mark(date(2026, 10, 5), Some(Mark::Sick), None),
        // Marks in the autumn holiday, in the previous quarter, and from the previous school.
        mark(date(2026, 10, 13), Some(Mark::Unlawful), None),
        mark(date(2026, 9, 30), Some(Mark::Unlawful), None),
        Day { origin: Origin::SendingSchool, ..mark(date(2026, 10, 6), Some(Mark::Unlawful), None) },
    ];
    let days = |d| house.records.days.iter().find(|day| day.date == d);
    let (child, enrolment) = (&house.records.children[0], house.records.cases[0].enrolment().unwrap());
    let of = |on| QuarterMeter::count(child, enrolment, &school_days(on), days);
    assert_eq!(of((2026, 11, 25)).halves, 3);
    assert_eq!(of((2026, 9, 1)).halves, 2);
    let case = &house.records.cases[0];
    let plan = |d| plan_on(case, house.programmes.first(), &house.records.timetables, d);
    let planned = planned_days(child, enrolment, plan, &school_days((2026, 11, 25)), days);
    let registered: u32 = planned.iter().map(|d| d.registered).sum();
    let absent: u32 = planned.iter().map(|d| d.absent).sum();
    assert_eq!((registered, absent), (6, 5));
    assert!(MarkKind::Unlawful != MarkKind::Sick);
}

/// `P` present, `h` half a day absent, `A` absent, `-` nothing on record.
fn days(text: &str) -> Vec<SchoolDay> {
    let day = |c| match c {
        'P' => SchoolDay { registered: 2, absent: 0 },
        'h' => SchoolDay { registered: 2, absent: 1 },
        'A' => SchoolDay { registered: 2, absent: 2 },
        _ => SchoolDay { registered: 0, absent: 0 },
    };
    text.chars().map(day).collect()
}

#[test]
fn over_ten_per_cent_and_not_on_a_few_days() {
    let fired = |text: &str| ConcernRule::TenPercent.fired(&days(text));
    assert_eq!(fired("AAAA"), None, "less than a school week on record");
    assert_eq!(fired("PPPPPPPPPA"), None, "ten per cent is not over ten");
    assert_eq!(fired("PPPPPPPPA"), Some(Concern::Share { absent: 2, registered: 18 }));
    assert_eq!(fired("----------PPPPPPPPPA"), None, "what is not registered is neither");
    assert_eq!(fired("PPPPh"), None);
    assert_eq!(fired("PPPhh"), Some(Concern::Share { absent: 2, registered: 10 }));
}

#[test]
fn days_in_a_row_in_twenty_and_in_sixty() {
    let (five, seven) = (ConcernRule::Days, ConcernRule::DaysSeven);
    let present = "P".repeat(20);
    assert_eq!(five.fired(&days("AAAAA")), Some(Concern::InARow(5)));
    assert_eq!(five.fired(&days("AA--AAA")), Some(Concern::InARow(5)), "a blank breaks no row");
    assert_eq!(five.fired(&days("AAPAAhhP")), Some(Concern::Within { absent: 10, days: 20 }));
    assert_eq!(seven.fired(&days("AAPAAhhP")), None);
    assert_eq!(seven.fired(&days("AAPAAPAAPA")), Some(Concern::Within { absent: 14, days: 20 }));
    assert_eq!(five.fired(&days(&format!("AAPAAPA{present}"))), None, "they lie further back");
    let often = format!("{}{present}", "AAAP".repeat(5));
    assert_eq!(five.fired(&days(&often)), Some(Concern::Within { absent: 30, days: 60 }));
    assert_eq!(five.fired(&days(&format!("{often}{present}P"))), None);
}
