//! The statutory count, the quarter meter and the rules of concern, as tables.

use trivsel_domain::record::{
    AbsenceRule, ConcernChoice, ConcernPart, ConcernRule, DatedLimits, Day, DayPlan, Limits, Origin,
    OwnConcern,
};
use trivsel_domain::rules::concern::{Concern, SchoolDay, fired, fired_by_share, planned_days};
use trivsel_domain::rules::patterns::Streak;
use trivsel_domain::rules::quarter::{Quarter, QuarterLevel, QuarterMeter};
use trivsel_domain::rules::statutory::{Cause, StatutoryAbsence, absence_on, practice_days};
use trivsel_domain::value::{Halves, Mark, MarkKind, Tag};

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

fn rule(on: (i32, u32, u32)) -> AbsenceRule {
    trivsel_defaults::absence_rules().unwrap().on(date(on.0, on.1, on.2), &[]).unwrap()
}

/// A meter of some half-days unlawful and some sick among a number of school days.
fn meter(unlawful: u32, sick: u32, school_days: u32, limits: Limits) -> QuarterMeter {
    let absence = StatutoryAbsence {
        unlawful: Halves::new(unlawful),
        sick: Halves::new(sick),
        ..StatutoryAbsence::default()
    };
    QuarterMeter { quarter: Quarter::of(date(2026, 11, 25)), absence, school_days, limits }
}

const PERCENT: Limits = Limits::Percent { warn: 10, notify: 15 };
const DAYS: Limits = Limits::Days { contact: 10, plan: 15 };

#[test]
fn school_days_and_limits_of_the_quarters_with_the_shipped_closures() {
    for (on, school, first, second) in [
        ((2026, 1, 1), 55, 11, 17),
        ((2026, 4, 1), 55, 11, 17),
        ((2026, 7, 1), 38, 8, 12),
        ((2026, 10, 1), 54, 11, 17),
        ((2027, 1, 1), 52, 11, 16),
        ((2027, 4, 1), 59, 12, 18),
    ] {
        let days = u32::try_from(school_days(on).len()).unwrap();
        let (warn, notify) = meter(0, 0, days, rule(on).limits).thresholds();
        assert_eq!((days, warn.get(), notify.get()), (school, first, second), "{on:?}");
    }
}

#[test]
fn a_limit_is_reached_at_its_own_half_day() {
    for (halves, level) in [
        (0, QuarterLevel::Nothing),
        (9, QuarterLevel::Nothing),
        (10, QuarterLevel::Warn),
        (14, QuarterLevel::Warn),
        (15, QuarterLevel::Notify),
    ] {
        let meter = meter(halves, 40, 50, PERCENT);
        assert_eq!((meter.level(), meter.percent()), (level, Some(halves)));
    }
    let empty = meter(0, 0, 0, PERCENT);
    assert_eq!((empty.level(), empty.percent()), (QuarterLevel::Nothing, None));
    // The percentage is never rounded up over a limit.
    assert_eq!(meter(11, 0, 55, PERCENT).percent(), Some(10));
    assert_eq!(meter(10, 0, 51, PERCENT).percent(), Some(9));
}

#[test]
fn where_days_are_counted_sick_and_unlawful_days_add_up() {
    for (unlawful, sick, level) in [
        (20, 0, QuarterLevel::Nothing),
        (1, 20, QuarterLevel::Warn),
        (9, 20, QuarterLevel::Warn),
        (10, 20, QuarterLevel::Notify),
        (0, 30, QuarterLevel::Notify),
    ] {
        assert_eq!(meter(unlawful, sick, 54, DAYS).level(), level, "{unlawful} + {sick}");
    }
}

#[test]
fn the_count_of_days_is_off_until_the_house_sets_it() {
    let rules = trivsel_defaults::absence_rules().unwrap();
    let limits = |on, own: &[DatedLimits]| rules.on(on, own).map(|rule| rule.limits);
    assert_eq!(rules.offered()[0].limits, DAYS);
    let own = [DatedLimits { from: date(2027, 1, 1), limits: DAYS }];
    for (on, own, expected) in [
        (date(2018, 1, 1), &[][..], None),
        (date(2027, 4, 1), &[][..], Some(PERCENT)),
        (date(2026, 10, 1), &own[..], Some(PERCENT)),
        (date(2027, 1, 1), &own[..], Some(DAYS)),
    ] {
        assert_eq!(limits(on, own), expected, "{on}");
    }
}

#[test]
fn the_morning_is_the_whole_day_and_the_end_counts_half_from_grade_seven() {
    use Mark::{Elsewhere, Leave, NotExpected, Present, Sick, Unlawful};
    let halves = |grade: u8, first: Option<Mark>, second: Option<Mark>| {
        let (_, case) = House::with_child(grade);
        let day = Day { first, second, ..Day::blank(case, date(2026, 11, 25)) };
        absence_on(&rule((2026, 10, 1)), grade >= 7, &day).map(|(cause, halves)| (cause, halves.get()))
    };
    for (grade, first, second, expected) in [
        (8, Some(Unlawful), Some(Present), Some((Cause::Unlawful, 2))),
        (8, Some(Present), Some(Unlawful), Some((Cause::Unlawful, 1))),
        (8, Some(Present), Some(Sick), None),
        (8, Some(Present), Some(Leave), None),
        (6, Some(Unlawful), None, Some((Cause::Unlawful, 2))),
        (6, Some(Present), Some(Unlawful), None),
        (8, Some(Sick), Some(Unlawful), Some((Cause::Sick, 2))),
        (8, Some(Sick), None, Some((Cause::Sick, 2))),
        (8, Some(Elsewhere), Some(Unlawful), Some((Cause::Unlawful, 1))),
        (8, Some(NotExpected), None, None),
        (8, None, Some(Unlawful), Some((Cause::Unlawful, 1))),
        (8, None, None, None),
    ] {
        assert_eq!(halves(grade, first, second), expected, "grade {grade}: {first:?}, {second:?}");
    }
}

#[test]
fn a_day_in_practice_counts_as_attended_in_grades_eight_and_nine() {
    let halves = |grade: u8, first: Option<Mark>, second: Option<Mark>, plan: DayPlan| {
        let (mut house, case) = House::with_child(grade);
        house.plan(case, plan);
        let on = date(2026, 11, 25);
        let day = Day { first, second, ..Day::blank(case, on) };
        let (child, enrolment) = (&house.records.children[0], house.records.cases[0].enrolment().unwrap());
        let case = &house.records.cases[0];
        let plan = |d| plan_on(case, house.programmes.first(), &house.records.timetables, d);
        let (rule, school_days) = (rule((2026, 10, 1)), [on]);
        let found = practice_days(&rule, child, enrolment, plan, &school_days, |_| Some(&day));
        found.map(|(_, halves)| halves.get()).sum::<u32>()
    };
    let school = DayPlan::Expected { hours: None, blocks: vec![] };
    for (grade, first, second, plan, expected) in [
        (8, Some(Mark::Elsewhere), Some(Mark::Elsewhere), DayPlan::Practice, 2),
        (9, Some(Mark::Present), Some(Mark::Present), DayPlan::Practice, 2),
        (7, Some(Mark::Present), Some(Mark::Present), DayPlan::Practice, 0),
        (10, Some(Mark::Present), Some(Mark::Present), DayPlan::Practice, 0),
        // Away from practice is absence, and what is not registered is nothing.
        (8, Some(Mark::Unlawful), Some(Mark::Present), DayPlan::Practice, 0),
        (8, Some(Mark::Present), Some(Mark::Unlawful), DayPlan::Practice, 0),
        (8, None, None, DayPlan::Practice, 0),
        (8, Some(Mark::Present), Some(Mark::Present), school, 0),
    ] {
        assert_eq!(halves(grade, first, second, plan.clone()), expected, "grade {grade}: {first:?} {plan:?}");
    }
    let before = trivsel_defaults::absence_rules().unwrap().on(date(2019, 7, 31), &[]);
    assert_eq!(before, None, "a dated rule");
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
    let of = |(y, m, d)| {
        let quarter = Quarter::of(date(y, m, d));
        let absence = &rule((y, m, d));
        QuarterMeter::count(quarter, absence, child, enrolment, &school_days((y, m, d)), days).absence
    };
    let autumn = of((2026, 11, 25));
    assert_eq!((autumn.unlawful.get(), autumn.sick.get(), autumn.leave.get()), (3, 2, 0));
    assert_eq!(of((2026, 9, 1)).unlawful.get(), 2);
    let case = &house.records.cases[0];
    let plan = |d| plan_on(case, house.programmes.first(), &house.records.timetables, d);
    let planned = planned_days(child, enrolment, plan, &school_days((2026, 11, 25)), days);
    let registered: u32 = planned.iter().map(|d| d.registered).sum();
    let absent: u32 = planned.iter().map(|d| d.absent).sum();
    assert_eq!((registered, absent), (6, 5));
    assert!(MarkKind::Unlawful != MarkKind::Sick);
}

/// `P` present, `h` half a day absent, `A` absent, `-` nothing on record: one day after another.
fn days(text: &str) -> Vec<SchoolDay> {
    let day = |(n, c): (u64, char)| {
        let date = date(2026, 8, 10) + chrono::Days::new(n);
        let (registered, absent) = match c {
            'P' => (2, 0),
            'h' => (2, 1),
            'A' => (2, 2),
            _ => (0, 0),
        };
        SchoolDay { date, registered, absent }
    };
    (0..).zip(text.chars()).map(day).collect()
}

fn preset(rule: ConcernRule) -> [ConcernChoice; 1] {
    [ConcernChoice::Preset(rule)]
}

/// What fires of some rules over all the days.
fn what(rules: &[ConcernChoice], text: &str) -> Option<Concern> {
    fired(rules, &days(text), date(2026, 8, 10)).map(|fired| fired.what)
}

/// The day with this index.
fn on(index: u64) -> chrono::NaiveDate {
    date(2026, 8, 10) + chrono::Days::new(index)
}

/// So many days in a row from the day with this index.
fn row(from: u64, to: u64, days: u32) -> Option<Concern> {
    Some(Concern::InARow(Streak { from: on(from), to: on(to), days }))
}

#[test]
fn over_ten_per_cent_and_not_on_a_few_days() {
    let fired = |text: &str| what(&preset(ConcernRule::TenPercent), text);
    assert_eq!(fired("AAAA"), None, "less than a school week on record");
    assert_eq!(fired("PPPPPPPPPA"), None, "ten per cent is not over ten");
    assert_eq!(
        fired("PPPPPPPPA"),
        Some(Concern::Share { absent: 2, registered: 18, from: on(0), to: on(8) })
    );
    assert_eq!(fired("----------PPPPPPPPPA"), None, "what is not registered is neither");
    assert_eq!(fired("PPPPh"), None);
    assert_eq!(fired("PPPhh"), Some(Concern::Share { absent: 2, registered: 10, from: on(0), to: on(4) }));
}

#[test]
fn days_in_a_row_in_twenty_and_in_sixty() {
    let (five, seven) = (preset(ConcernRule::Days), preset(ConcernRule::DaysSeven));
    let present = "P".repeat(20);
    assert_eq!(what(&five, "AAAAA"), row(0, 4, 5));
    assert_eq!(what(&five, "AA--AAA"), row(0, 6, 5), "a blank breaks no row");
    assert_eq!(
        what(&five, "AAPAAhhP"),
        Some(Concern::Within { absent: 10, days: 20, from: on(0), to: on(7) })
    );
    assert_eq!(what(&seven, "AAPAAhhP"), None);
    assert_eq!(
        what(&seven, "AAPAAPAAPA"),
        Some(Concern::Within { absent: 14, days: 20, from: on(0), to: on(9) })
    );
    assert_eq!(what(&five, &format!("AAPAAPA{present}")), None, "they lie further back");
    let often = format!("{}{present}", "AAAP".repeat(5));
    assert_eq!(what(&five, &often), Some(Concern::Within { absent: 30, days: 60, from: on(0), to: on(39) }));
    assert_eq!(what(&five, &format!("{often}{present}P")), None);
}

fn own(name: &str, parts: &[ConcernPart]) -> ConcernChoice {
    ConcernChoice::Own(OwnConcern::new(Tag::new(name).unwrap(), parts.to_vec()).unwrap())
}

#[test]
fn a_house_has_rules_of_its_own_and_the_first_that_fires_is_told() {
    let (row_of_three, often) = (ConcernPart::InARow { days: 3 }, ConcernPart::Within { days: 2, of: 5 });
    let rules =
        [own("Tre i træk", &[row_of_three]), own("Åse-reglen", &[ConcernPart::Share { percent: 50 }, often])];
    let fired =
        |text: &str| fired(&rules, &days(text), date(2026, 8, 12)).map(|fired| (fired.rule, fired.what));
    assert_eq!(fired("PPPPAP"), None);
    assert_eq!(
        fired("AAPPP"),
        Some((rules[1].clone(), Concern::Within { absent: 4, days: 5, from: on(0), to: on(4) }))
    );
    assert_eq!(fired("PPPAAA").map(|f| (f.0, Some(f.1))), Some((rules[0].clone(), row(3, 5, 3))));
    // The row begins before the three months, in which there are two days of it.
    assert_eq!(fired("AAAAPPPP"), None);
    assert_eq!(fired("PPAAPAAAAPPPPP").map(|f| (f.0, Some(f.1))), Some((rules[0].clone(), row(5, 8, 4))));
    let days = days("AAPPP");
    let (_, what) = fired("AAPPP").unwrap();
    assert_eq!(what.counts(&days, date(2026, 8, 12)), &days[..]);
    assert_eq!(row(0, 1, 2).unwrap().counts(&days, date(2026, 8, 12)), &days[..2]);
    assert_eq!(
        Concern::Share { absent: 0, registered: 0, from: on(2), to: on(4) }.counts(&days, date(2026, 8, 12)),
        &days[2..]
    );
}

#[test]
fn weeks_that_are_reported_tell_shares_alone() {
    let rules = [
        own("Dage", &[ConcernPart::InARow { days: 2 }]),
        own("Andel", &[ConcernPart::Share { percent: 20 }]),
    ];
    let (from, to) = (on(0), on(30));
    let fired =
        |absent, of| fired_by_share(&rules, Halves::new(absent), Halves::new(of), (from, to)).map(|f| f.what);
    assert_eq!(fired(4, 20), None);
    assert_eq!(fired(5, 20), Some(Concern::Share { absent: 5, registered: 20, from, to }));
}

#[test]
fn a_rule_of_its_own_has_parts_within_their_ranges() {
    use ConcernPart::{InARow, Share, Within};
    let sound = |parts: &[ConcernPart]| OwnConcern::new(Tag::new("Vores").unwrap(), parts.to_vec()).is_ok();
    for good in [&[Share { percent: 1 }, InARow { days: 60 }][..], &[Within { days: 60, of: 60 }]] {
        assert!(sound(good), "{good:?}");
    }
    for bad in [
        &[][..],
        &[Share { percent: 0 }],
        &[Share { percent: 100 }],
        &[InARow { days: 1 }],
        &[InARow { days: 61 }],
        &[Within { days: 0, of: 5 }],
        &[Within { days: 6, of: 5 }],
        &[Within { days: 6, of: 61 }],
        &[InARow { days: 5 }, InARow { days: 5 }],
    ] {
        assert!(!sound(bad), "{bad:?}");
    }
}
