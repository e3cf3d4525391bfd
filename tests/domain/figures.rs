//! Attendance figures: weights of half-days, excluded and unregistered days, minutes.

use chrono::NaiveDate;
use proptest::prelude::*;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Day, DayPlan, Enrolment, Foretold, Origin};
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::value::{Absence, CaseId, Half, Halves, Hours, Mark, MarkKind, TimeOfDay};

use trivsel_domain::rules::register::plan_on;

use super::facts::{House, date};

fn time(hour: u32, minute: u32) -> TimeOfDay {
    TimeOfDay::new(hour, minute).unwrap()
}

fn hours(from: (u32, u32), to: (u32, u32)) -> Hours {
    Hours::new(time(from.0, from.1), time(to.0, to.1)).unwrap()
}

fn school(from: (u32, u32), to: (u32, u32)) -> DayPlan {
    DayPlan::Expected { hours: Some(hours(from, to).into()), blocks: vec![] }
}

const DAY: (i32, u32, u32) = (2026, 11, 25);

fn on(day: (i32, u32, u32)) -> NaiveDate {
    date(day.0, day.1, day.2)
}

fn marked(case: CaseId, first: Option<Mark>, second: Option<Mark>) -> Day {
    Day { first, second, ..Day::blank(case, on(DAY)) }
}

fn count(house: &House, from: NaiveDate, to: NaiveDate) -> Figures {
    let case = &house.records.cases[0];
    let days = |d| house.records.days.iter().find(|day| day.date == d);
    let calendar = super::facts::calendar();
    let enrolment = case.enrolment().unwrap();
    let child = &house.records.children[0];
    let plan = |d| plan_on(case, house.programmes.first(), &house.records.timetables, d);
    Figures::count(child, enrolment, plan, &calendar, days, from, to)
}

/// The figures of one marked day, planned from 8.30 to 12.
fn one_day(grade: u8, first: Option<Mark>, second: Option<Mark>) -> Figures {
    let (mut house, case) = House::with_child(grade);
    house.plan(case, school((8, 30), (12, 0)));
    house.records.days.push(marked(case, first, second));
    count(&house, on(DAY), on(DAY))
}

#[test]
fn one_mark_counts_a_whole_day_and_two_count_half_each() {
    let sick_later = |grade| one_day(grade, Some(Mark::Present), Some(Mark::Sick));
    assert_eq!((sick_later(7).attended().get(), sick_later(7).marked.of(MarkKind::Sick).get()), (1, 1));
    assert_eq!(sick_later(7).share(), Some(0.5));
    // Lower grades have one mark per day; a stray second one is ignored.
    assert_eq!((sick_later(6).attended().get(), sick_later(6).marked.of(MarkKind::Sick).get()), (2, 0));
    assert_eq!(sick_later(6).planned.get(), 2);
}

#[test]
fn the_second_copies_the_first_until_it_is_set() {
    let figures = one_day(8, Some(Mark::Unlawful), None);
    assert_eq!(figures.marked.of(MarkKind::Unlawful).get(), 2);
    assert_eq!(figures.unregistered.get(), 0);
    let only_second = one_day(8, None, Some(Mark::Present));
    assert_eq!((only_second.attended().get(), only_second.unregistered.get()), (1, 1));
}

#[test]
fn unregistered_half_days_are_counted_apart() {
    let figures = one_day(7, None, None);
    assert_eq!((figures.planned.get(), figures.unregistered.get(), figures.attended().get()), (2, 2, 0));
    assert_eq!((figures.registered().get(), figures.share(), figures.share_of_minutes()), (0, None, None));
}

#[test]
fn days_off_and_days_elsewhere_are_excluded() {
    assert_eq!(one_day(7, Some(Mark::NotExpected), None).planned.get(), 0);
    assert_eq!(one_day(7, Some(Mark::Present), Some(Mark::NotExpected)).planned.get(), 1);
    for plan in [DayPlan::Off, DayPlan::Elsewhere] {
        let (mut house, case) = House::with_child(7);
        house.plan(case, plan);
        house.records.days.push(marked(case, Some(Mark::Elsewhere), None));
        assert_eq!(count(&house, on(DAY), on(DAY)).planned.get(), 0);
    }
    // Meeting elsewhere on a day planned at school counts as contact, not attendance.
    let met = one_day(7, Some(Mark::Elsewhere), None);
    assert_eq!((met.planned.get(), met.attended().get(), met.share()), (2, 0, Some(0.0)));
}

#[test]
fn foretold_absence_counts_and_the_sending_school_does_not() {
    let (mut house, case) = House::with_child(7);
    let told_at = on(DAY).and_hms_opt(7, 40, 0).unwrap();
    let foretold = Some(Foretold { cause: Absence::Leave, told_at });
    house.records.days.push(Day { foretold, ..Day::blank(case, on(DAY)) });
    assert_eq!(count(&house, on(DAY), on(DAY)).marked.of(MarkKind::Leave).get(), 2);
    house.records.days[0] = Day { origin: Origin::SendingSchool, ..marked(case, Some(Mark::Present), None) };
    assert_eq!(count(&house, on(DAY), on(DAY)).unregistered.get(), 2);
}

#[test]
fn minutes_of_late_and_partial_days() {
    let late = |h, m| Some(Mark::Late { at: time(h, m) });
    let partial = |from, to| Some(Mark::Partial { hours: hours(from, to) });
    for (grade, first, second, planned, attended) in [
        (6, Some(Mark::Present), None, 210, 210),
        (6, late(8, 55), None, 210, 185),
        (6, late(8, 0), None, 210, 210),
        (6, late(13, 0), None, 210, 0),
        (6, partial((8, 0), (9, 0)), None, 210, 30),
        (6, partial((13, 0), (14, 0)), None, 210, 0),
        (6, Some(Mark::Sick), None, 210, 0),
        // The halves of 8.30 to 12 meet at 10.15.
        (7, late(8, 55), None, 210, 185),
        (7, late(10, 30), None, 210, 90),
        (7, Some(Mark::Present), Some(Mark::Sick), 210, 105),
        (7, Some(Mark::Present), partial((8, 30), (10, 30)), 210, 120),
        (7, partial((8, 30), (10, 30)), None, 210, 120),
        (7, Some(Mark::Present), None, 210, 210),
        (7, None, Some(Mark::Present), 105, 105),
    ] {
        let figures = one_day(grade, first, second);
        assert_eq!(
            (figures.minutes_planned, figures.minutes_attended),
            (planned, attended),
            "grade {grade}: {first:?}, {second:?}"
        );
    }
}

#[test]
fn closures_and_days_outside_the_course_are_excluded() {
    let (house, _) = House::with_child(6);
    // Week 42 is closed, and the course starts on 10 August.
    assert_eq!(count(&house, date(2026, 10, 5), date(2026, 10, 23)).planned.get(), 20);
    assert_eq!(count(&house, date(2026, 6, 1), date(2026, 8, 14)).planned.get(), 10);
    let none = Enrolment { from: date(2026, 8, 10), until: Some(date(2026, 8, 12)) };
    assert!(none.includes(date(2026, 8, 11)) && !none.includes(date(2026, 8, 12)));
}

#[test]
fn a_move_up_into_grade_seven_changes_the_slots_not_the_weight() {
    let (mut house, case) = House::with_child(7);
    house.records.cases[0] = trivsel_domain::record::Case {
        standing: trivsel_domain::record::Standing::Seated {
            stage: trivsel_domain::value::SeatedStage::Course,
            stay: trivsel_domain::record::Stay {
                from: date(2026, 1, 5),
                ..house.records.cases[0].stay().unwrap()
            },
        },
        ..house.records.cases[0].clone()
    };
    for day in [date(2026, 6, 26), date(2026, 8, 10)] {
        let (first, second) = (Some(Mark::Present), Some(Mark::Sick));
        house.records.days.push(Day { first, second, ..Day::blank(case, day) });
    }
    assert_eq!(count(&house, date(2026, 6, 26), date(2026, 6, 26)).attended().get(), 2);
    assert_eq!(count(&house, date(2026, 8, 10), date(2026, 8, 10)).attended().get(), 1);
}

pub fn any_mark() -> impl Strategy<Value = Mark> {
    let time = || (0_u16..1440).prop_map(|m| TimeOfDay::from_minutes(m).unwrap());
    prop_oneof![
        4 => Just(Mark::Present),
        1 => time().prop_map(|at| Mark::Late { at }),
        1 => (time(), time()).prop_filter_map("runs forward", |(a, b)| {
            Hours::new(a, b).ok().map(|hours| Mark::Partial { hours })
        }),
        1 => Just(Mark::Sick),
        1 => Just(Mark::Leave),
        1 => Just(Mark::Unlawful),
        1 => Just(Mark::Elsewhere),
        1 => Just(Mark::NotExpected),
    ]
}

proptest! {
    #[test]
    fn the_counts_add_up(
        grade in 6_u8..=10,
        days in proptest::collection::btree_map(0_u64..100, (proptest::option::of(any_mark()), proptest::option::of(any_mark())), 0..60),
    ) {
        let (mut house, case) = House::with_child(grade);
        house.plan(case, school((8, 30), (12, 0)));
        for (n, (first, second)) in days {
            let date = date(2026, 8, 10) + chrono::Days::new(n);
            house.records.days.push(Day { first, second, ..Day::blank(case, date) });
        }
        let figures = count(&house, date(2026, 8, 1), date(2026, 12, 1));
        let of = |kind| figures.marked.of(kind);
        let absent = of(MarkKind::Sick) + of(MarkKind::Leave) + of(MarkKind::Unlawful);
        prop_assert_eq!(figures.attended() + absent + of(MarkKind::Elsewhere) + figures.unregistered, figures.planned);
        prop_assert_eq!(of(MarkKind::NotExpected), Halves::NONE);
        prop_assert_eq!(figures.marked.total(), figures.registered());
        prop_assert!(figures.minutes_attended <= figures.minutes_planned);
        prop_assert_eq!(figures.minutes_planned, figures.registered().get() * 105);
        prop_assert!(figures.share().is_none_or(|s| (0.0..=1.0).contains(&s)));
        prop_assert!(grade >= 7 || figures.planned.get().is_multiple_of(2));
    }

    #[test]
    fn filling_makes_everything_registered(marks in proptest::collection::vec(proptest::option::of(any_mark()), 5)) {
        let (mut house, case) = House::with_child(7);
        let week: Vec<NaiveDate> = (16..=20).map(|d| date(2026, 11, d)).collect();
        for (day, mark) in week.iter().zip(&marks) {
            if let Some(mark) = mark {
                let edit = trivsel_domain::decide::DayEdit::Mark(Half::First, *mark);
                prop_assert_eq!(house.act(&Action::EditDay { case, date: *day, seen: None, edit }), Ok(1));
            }
            let filled = house.act(&Action::FillAsPlanned { date: *day });
            prop_assert_eq!(filled, Ok(usize::from(mark.is_none())));
        }
        let figures = count(&house, week[0], week[4]);
        prop_assert_eq!(figures.unregistered.get(), 0);
        let blanks = marks.iter().filter(|m| m.is_none()).count() as u32;
        let present = marks.iter().filter(|m| **m == Some(Mark::Present)).count() as u32;
        prop_assert_eq!(figures.marked.of(MarkKind::Present).get(), 2 * (blanks + present));
    }
}
