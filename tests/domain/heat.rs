//! The map of a school year: what a day of the house comes to, and the steps of its shares.

use std::collections::BTreeMap;

use trivsel_domain::record::{Day, Origin, Records};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::heat::{DayCount, HouseYear, Level, OnRegister};
use trivsel_domain::rules::register::plan_on;
use trivsel_domain::value::{CaseId, Halves, Mark, ProgrammeCode, SchoolYear};

use crate::harness::date;
use crate::harness::house::{self, kid};

/// Alma in grade 6, marked once a day, and Søren in grade 8, marked twice.
fn records() -> Records {
    house::records(&[kid("Alma Holm", 6), kid("Søren Ægård Åse", 8), kid("Ida Toft", 7)])
}

fn case(n: u128) -> CaseId {
    CaseId::from_u128(100 + n)
}

fn day(n: u128, on: u32, first: Option<Mark>, second: Option<Mark>) -> Day {
    Day { first, second, ..Day::blank(case(n), date(2026, 11, on)) }
}

fn on_register(records: &Records) -> Vec<OnRegister> {
    let programmes = trivsel_defaults::programmes().unwrap();
    let child = |case: &trivsel_domain::record::Case| OnRegister {
        case: case.clone(),
        child: records.children.iter().find(|c| c.id == case.child).unwrap().clone(),
        programme: programmes.iter().find(|p| *p.code() == case.programme).cloned(),
        timetables: records.timetables.iter().filter(|t| t.case == case.id).cloned().collect(),
        days: records.days.iter().filter(|d| d.case == case.id).map(|d| (d.date, d.clone())).collect(),
    };
    records.cases.iter().map(child).collect()
}

fn year(records: &Records) -> HouseYear {
    let calendar = Calendar::new(records.closures.clone());
    HouseYear::new(SchoolYear::from_starting(2026), on_register(records), &calendar)
}

fn halves(count: &DayCount) -> [u32; 5] {
    [count.attended, count.lawful, count.unlawful, count.elsewhere, count.unregistered].map(Halves::get)
}

#[test]
fn a_share_falls_in_the_step_that_it_reaches() {
    for (share, level) in [
        (1.0, Level::All),
        (0.9, Level::All),
        (0.899, Level::Most),
        (0.75, Level::Most),
        (0.749, Level::Half),
        (0.5, Level::Half),
        (0.499, Level::Few),
        (0.0, Level::Few),
    ] {
        assert_eq!(Level::of(share), level, "{share}");
    }
}

#[test]
fn a_day_counts_every_child_that_was_expected() {
    let mut records = records();
    let (on, off) = (Mark::Present, Mark::Unlawful);
    records.days = vec![
        day(0, 16, Some(on), None),
        day(1, 16, Some(on), Some(Mark::Sick)),
        day(2, 16, Some(off), None),
        day(0, 17, Some(Mark::Leave), None),
        day(1, 17, Some(Mark::Elsewhere), Some(Mark::NotExpected)),
        day(0, 18, Some(on), None),
        Day { origin: Origin::SendingSchool, ..day(0, 19, Some(on), None) },
    ];
    let year = year(&records);
    for (on, expected, counted, share) in [
        (16, 3, [3, 1, 2, 0, 0], Some(0.5)),
        // A half that was not expected drops out.
        (17, 3, [0, 2, 0, 1, 2], Some(0.0)),
        (18, 3, [2, 0, 0, 0, 4], Some(1.0)),
        // The sending school's register is not the house's own.
        (19, 3, [0, 0, 0, 0, 6], None),
    ] {
        let count = year.on(date(2026, 11, on)).unwrap();
        assert_eq!((count.expected, halves(count), count.share()), (expected, counted, share), "{on}");
    }
    // A third of a day says nothing of the day yet, however well it went.
    let level = |on| year.on(date(2026, 11, on)).unwrap().level();
    assert_eq!([16, 17, 18, 19].map(level), [Some(Level::Half), Some(Level::Few), None, None]);
    assert!(year.on(date(2026, 10, 12)).is_none(), "the autumn holiday");
    assert!(year.on(date(2026, 11, 21)).is_none(), "a Saturday");
    let before = year.on(date(2026, 8, 12)).unwrap();
    assert_eq!(before.expected, 3, "admitted on 10 August");
}

#[test]
fn the_map_of_the_house_agrees_with_the_figures_of_its_children() {
    let mut records = records();
    let marks = [Mark::Present, Mark::Sick, Mark::Unlawful, Mark::Elsewhere, Mark::Leave];
    let calendar = Calendar::new(records.closures.clone());
    let (from, to) = (date(2026, 8, 10), date(2026, 11, 24));
    for (n, on) in calendar.school_days(from, to).enumerate() {
        for child in 0..3 {
            let mark = marks[(n * 7 + child * 3) % marks.len()];
            let first = (n % 4 != child).then_some(mark);
            records.days.push(Day { first, ..Day::blank(case(child as u128), on) });
        }
    }
    let programmes = trivsel_defaults::programmes().unwrap();
    let sum = year(&records).sum(from, to);
    let mut expected = DayCount::default();
    for one in on_register(&records) {
        let plan = |on| plan_on(&one.case, programmes.first(), &one.timetables, on);
        let enrolment = one.case.enrolment().unwrap();
        let days = |on| one.days.get(&on);
        let figures = Figures::count(&one.child, enrolment, plan, &calendar, days, from, to);
        let mut counted = DayCount::of(&figures);
        assert_eq!(counted.registered(), figures.registered());
        assert_eq!(counted.share(), figures.share());
        counted.expected = 0;
        expected += counted;
    }
    assert_eq!(DayCount { expected: 0, ..sum }, expected);
    assert_eq!(year(&records).sum(to, from), DayCount::default());
}

#[test]
fn a_day_that_changes_is_counted_again_and_so_is_its_week() {
    let mut records = records();
    records.days = vec![day(0, 16, Some(Mark::Present), None), day(0, 17, Some(Mark::Present), None)];
    let mut changed = year(&records);
    let monday = date(2026, 11, 16);
    let week = |year: &HouseYear| *year.weeks_of(case(0)).unwrap().get(&monday).unwrap();
    assert_eq!((week(&changed).attended, week(&changed).unlawful), (Halves::new(4), Halves::NONE));
    let new = day(0, 17, Some(Mark::Unlawful), None);
    changed.put((case(0), new.date), Some(&new));
    assert_eq!(halves(changed.on(new.date).unwrap()), [0, 0, 2, 0, 4]);
    assert_eq!((week(&changed).attended, week(&changed).unlawful), (Halves::new(2), Halves::new(2)));
    records.days[1] = new.clone();
    let again = year(&records);
    assert_eq!(changed.on(new.date), again.on(new.date));
    assert_eq!(week(&changed), week(&again));
    changed.put((case(0), new.date), None);
    assert_eq!(halves(changed.on(new.date).unwrap()), [0, 0, 0, 0, 6]);
    // A case of another programme is no child of the map.
    changed.put((CaseId::from_u128(7), new.date), Some(&new));
    assert_eq!(halves(changed.on(new.date).unwrap()), [0, 0, 0, 0, 6]);
}

#[test]
fn a_child_whose_own_school_keeps_the_register_is_not_expected() {
    let mut records = records();
    records.cases[0].programme = ProgrammeCode::new("trivsel").unwrap();
    records.timetables.retain(|t| t.case != case(0));
    let day = date(2026, 11, 16);
    assert_eq!(year(&records).on(day).unwrap().expected, 2);
    let of: BTreeMap<_, _> = year(&records).children_on(day).map(|(c, n)| (c.case.id, n.expected)).collect();
    assert_eq!(of.into_values().collect::<Vec<_>>(), [0, 1, 1]);
}
