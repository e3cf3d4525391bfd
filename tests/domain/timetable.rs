//! Timetables: spells of a day, practice, correction far back, and the next step of one that grows.

use proptest::prelude::*;
use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{Block, Change, Day, DayPlan, Edit, Lesson, Timetable};
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::growth::{Adjustment, adjustment, weeks_before};
use trivsel_domain::rules::register::plan_on;
use trivsel_domain::value::{CaseId, Half, Hours, Line, Mark, MarkKind, Spells, TimeOfDay, TimetableId};

use super::facts::{House, calendar, date};

fn time(minutes: u16) -> TimeOfDay {
    TimeOfDay::from_minutes(minutes).unwrap()
}

/// A span from one time to another, as hours and minutes in one number: 830 is half past eight.
fn span(from: u16, to: u16) -> Hours {
    let at = |n: u16| time(n / 100 * 60 + n % 100);
    Hours::new(at(from), at(to)).unwrap()
}

fn day(spells: &[(u16, u16)]) -> DayPlan {
    let spans = spells.iter().map(|(from, to)| span(*from, *to));
    spans.fold(DayPlan::Off, |day, span| day.with(span).unwrap())
}

fn spells(day: &DayPlan) -> Vec<Hours> {
    day.spells().into_iter().flat_map(Spells::iter).collect()
}

#[test]
fn a_day_has_one_spell_or_two() {
    let two = day(&[(830, 1000), (1200, 1330)]);
    assert_eq!(spells(&two), [span(830, 1000), span(1200, 1330)]);
    assert_eq!((two.minutes(), two.hours()), (180, Some(span(830, 1330))));
    assert!(two.with(span(1500, 1530)).is_err(), "a third one");
    assert_eq!(spells(&two.with(span(1000, 1200)).unwrap()), [span(830, 1330)], "the gap is filled");
    assert_eq!(spells(&two.without(span(1130, 1400)).unwrap()), [span(830, 1000)]);
    assert!(two.without(span(900, 930)).is_err(), "a hole would make a third one");
    assert_eq!(day(&[(830, 900)]).without(span(800, 1000)), Ok(DayPlan::Off));
    assert!(Spells::new(span(830, 1000), Some(span(1000, 1100))).is_err(), "they touch");
}

#[test]
fn a_day_of_two_spells_is_stored_and_one_is_stored_as_before() {
    let json = |day: &DayPlan| serde_json::to_string(day).unwrap();
    let two = day(&[(830, 1000), (1200, 1330)]);
    assert_eq!(serde_json::from_str::<DayPlan>(&json(&two)).unwrap(), two);
    let one = r#"{"plan":"expected","hours":{"from":"08:30","to":"10:00"},"blocks":[]}"#;
    assert_eq!(json(&day(&[(830, 1000)])), one);
    let wrong = r#"{"plan":"expected","hours":{"from":"08:30","to":"10:00","then":{"from":"09:00","to":"11:00"}},"blocks":[]}"#;
    assert!(serde_json::from_str::<DayPlan>(wrong).is_err());
}

#[test]
fn an_entry_goes_with_its_hours() {
    let line = |text| Line::new(text).unwrap();
    let lessons = day(&[(830, 1000)]).saying(span(830, 900), Some(line("dansk")));
    let lessons = lessons.saying(span(930, 1000), Some(line("pause")));
    assert_eq!(lessons.blocks().iter().map(|b| b.what.as_str()).collect::<Vec<_>>(), ["dansk", "pause"]);
    let shorter = lessons.without(span(930, 1000)).unwrap();
    assert_eq!(shorter.blocks(), [Block { at: span(830, 900).from(), what: line("dansk") }]);
    assert!(lessons.saying(span(830, 900), None).blocks().len() == 1);
}

/// The figures of a Wednesday with a plan and marks.
fn counted(grade: u8, plan: DayPlan, first: Mark, second: Option<Mark>) -> Figures {
    let (mut house, case) = House::with_child(grade);
    house.plan(case, plan);
    let on = date(2026, 11, 25);
    house.records.days.push(Day { first: Some(first), second, ..Day::blank(case, on) });
    figures(&house, on, on)
}

fn figures(house: &House, from: chrono::NaiveDate, to: chrono::NaiveDate) -> Figures {
    let case = &house.records.cases[0];
    let plan = |d| plan_on(case, house.programmes.first(), &house.records.timetables, d);
    let days = |d| house.records.days.iter().find(|day| day.date == d);
    let enrolment = case.enrolment().unwrap();
    Figures::count(&house.records.children[0], enrolment, plan, &calendar(), days, from, to)
}

#[test]
fn the_time_between_two_spells_is_not_planned() {
    let two = || day(&[(830, 1000), (1200, 1330)]);
    let minutes = |f: &Figures| (f.minutes_attended, f.minutes_planned);
    assert_eq!(minutes(&counted(6, two(), Mark::Present, None)), (180, 180));
    // In grades 7 to 10 each spell is a half of the day.
    assert_eq!(minutes(&counted(8, two(), Mark::Present, Some(Mark::Sick))), (90, 180));
    let late = Mark::Late { at: time(11 * 60) };
    assert_eq!(minutes(&counted(6, two(), late, None)), (90, 180));
}

#[test]
fn a_day_of_practice_is_registered_and_drops_out_of_the_share() {
    let (mut house, case) = House::with_child(8);
    house.plan(case, DayPlan::Practice);
    assert_eq!(house.act(&Action::FillAsPlanned { date: house.today }), Ok(1));
    assert_eq!(house.day(case, house.today).unwrap().mark(Half::First), Some(Mark::Elsewhere));
    let figures = figures(&house, house.today, house.today);
    assert_eq!((figures.planned.get(), figures.marked.of(MarkKind::Elsewhere).get()), (0, 0));
}

fn version(case: CaseId, number: u128, from: (i32, u32, u32), day: &DayPlan) -> Timetable {
    let days = [(); 5].map(|()| day.clone());
    Timetable { id: TimetableId::from_u128(number), case, from: date(from.0, from.1, from.2), days }
}

fn save(old: Option<Timetable>, new: Option<Timetable>) -> Action {
    Action::Save(vec![Change::Timetable(Edit::new(old, new).unwrap())])
}

#[test]
fn every_figure_follows_the_timetable_as_of_its_date() {
    let (mut house, case) = House::with_child(6);
    for on in calendar().school_days(date(2026, 11, 16), date(2026, 11, 24)) {
        house.records.days.push(Day { first: Some(Mark::Present), ..Day::blank(case, on) });
    }
    let planned = |house: &House| figures(house, date(2026, 11, 16), date(2026, 11, 24)).minutes_planned;
    let first = version(case, 7, (2026, 8, 10), &day(&[(900, 1000)]));
    assert_eq!(house.act(&save(None, Some(first.clone()))), Ok(1));
    assert_eq!(planned(&house), 7 * 60);
    let second = version(case, 8, (2026, 11, 23), &day(&[(900, 1100)]));
    assert_eq!(house.act(&save(None, Some(second.clone()))), Ok(1));
    assert_eq!(planned(&house), 5 * 60 + 2 * 120);
    // A correction far back recounts everything at once, and undo takes it back.
    let right =
        Timetable { days: version(case, 7, (2026, 8, 10), &day(&[(900, 930)])).days, ..first.clone() };
    assert_eq!(house.act(&save(Some(first), Some(right))), Ok(1));
    assert_eq!(planned(&house), 5 * 30 + 2 * 120);
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert_eq!(planned(&house), 5 * 60 + 2 * 120);

    let same_day = version(case, 9, (2026, 11, 23), &DayPlan::Off);
    assert_eq!(house.decide(&save(None, Some(same_day))), Err(vec![Reason::VersionOrder { latest: 2 }]));
    let early = version(case, 9, (2026, 8, 3), &DayPlan::Off);
    let before = Reason::DateBefore { date: date(2026, 8, 3), first: date(2026, 8, 10) };
    assert_eq!(house.decide(&save(None, Some(early))), Err(vec![before]));
}

/// Figures of two weeks with so many minutes attended of those planned.
fn went(attended: u32, planned: u32) -> Figures {
    let mut figures = counted(6, day(&[(900, 1000)]), Mark::Present, None);
    figures.planned = trivsel_domain::value::Halves::new(20);
    (figures.minutes_attended, figures.minutes_planned) = (attended, planned);
    figures
}

#[test]
fn the_next_step_follows_how_the_weeks_went() {
    use chrono::Weekday::{Mon, Tue, Wed};
    let case = CaseId::from_u128(1);
    let table = |days: [DayPlan; 5]| Timetable { days, ..version(case, 1, (2026, 8, 10), &DayPlan::Off) };
    let short =
        table([day(&[(900, 1100)]), day(&[(900, 1030)]), DayPlan::Off, DayPlan::Off, DayPlan::Elsewhere]);
    assert_eq!(adjustment(&short, &went(80, 100)), Adjustment::Longer(Tue, day(&[(900, 1100)])));
    assert_eq!(adjustment(&short, &went(79, 100)), Adjustment::Stay);
    assert_eq!(adjustment(&short, &went(50, 100)), Adjustment::Stay);
    assert_eq!(adjustment(&short, &went(49, 100)), Adjustment::Shorter(Mon, day(&[(900, 1030)])));
    // Days that are alike open another one, half as long.
    let alike = table([day(&[(900, 1100)]), day(&[(900, 1100)]), DayPlan::Off, DayPlan::Off, DayPlan::Off]);
    assert_eq!(adjustment(&alike, &went(90, 100)), Adjustment::Longer(Wed, day(&[(900, 1000)])));
    // A full week is not made longer, and an hour not shorter.
    let full = version(case, 1, (2026, 8, 10), &day(&[(800, 1400)]));
    assert_eq!(adjustment(&full, &went(100, 100)), Adjustment::Stay);
    let hour = version(case, 1, (2026, 8, 10), &day(&[(900, 1000)]));
    assert_eq!(adjustment(&hour, &went(0, 100)), Adjustment::Stay);
    // A step that was taken is not taken again before there is anything to judge it by.
    let taken = version(case, 1, (2026, 11, 30), &day(&[(900, 1100)]));
    assert_eq!(adjustment(&taken, &went(100, 100)), Adjustment::TooSoon);
    let few = counted(6, day(&[(900, 1000)]), Mark::Present, None);
    assert_eq!(adjustment(&short, &few), Adjustment::TooFew { found: 2 });
    assert_eq!(weeks_before(date(2026, 11, 25)), (date(2026, 11, 9), date(2026, 11, 20)));
}

fn any_day() -> impl Strategy<Value = DayPlan> {
    prop_oneof![
        Just(DayPlan::Off),
        Just(DayPlan::Elsewhere),
        Just(DayPlan::Practice),
        Just(DayPlan::UNKNOWN),
        (28..48_u16, 1..20_u16).prop_map(|(from, quarters)| {
            DayPlan::Off.with(Hours::lasting(time(from * 15), quarters * 15).unwrap()).unwrap()
        }),
    ]
}

#[test]
fn a_lesson_is_its_entry_up_to_the_next_one_or_the_end_of_its_spell() {
    let blocks = [(525, "dansk"), (570, "pause")];
    let blocks: Vec<Block> =
        blocks.into_iter().map(|(at, what)| Block { at: time(at), what: Line::new(what).unwrap() }).collect();
    let both = Spells::new(span(830, 1000), Some(span(1200, 1300))).unwrap();
    let day = DayPlan::Expected { hours: Some(both), blocks };
    for (row, hours, what) in [
        ((800, 830), None, None),
        ((830, 900), Some((845, 930)), Some("dansk")),
        ((900, 930), Some((845, 930)), Some("dansk")),
        ((930, 1000), Some((930, 1000)), Some("pause")),
        ((1230, 1300), Some((1200, 1300)), None),
    ] {
        let found = day.lesson(span(row.0, row.1));
        assert_eq!(found.as_ref().map(|l| l.hours), hours.map(|(from, to)| span(from, to)), "{row:?}");
        assert_eq!(found.and_then(|l| l.what).as_ref().map(Line::as_str), what, "{row:?}");
    }
    // Copied to another time it keeps its length, and what went on there goes on after it.
    let danish = day.lesson(span(900, 930)).unwrap();
    let told = |day: &DayPlan| -> Vec<(u16, String)> {
        day.blocks().iter().map(|b| (b.at.minutes(), b.what.as_str().to_owned())).collect()
    };
    let noon = day.with_lesson(&danish.later(3 * 60 + 30).unwrap()).unwrap();
    assert_eq!(noon.spells().unwrap(), both);
    assert_eq!(told(&noon)[2], (12 * 60 + 15, "dansk".to_owned()));
    assert_eq!(told(&noon).len(), 3, "nothing was written of the time after it");
    let maths = Lesson { hours: span(900, 915), what: Some(Line::new("matematik").unwrap()) };
    let within = day.with_lesson(&maths).unwrap();
    let wanted = [(525, "dansk"), (540, "matematik"), (555, "dansk"), (570, "pause")];
    assert_eq!(told(&within), wanted.map(|(at, what)| (at, what.to_owned())));
    assert!(day.with_lesson(&danish.later(7 * 60).unwrap()).is_err(), "a third spell");
    assert!(danish.later(-9 * 60).is_err());
}

proptest! {
    /// A step goes in the direction of the weeks before it, and is never more than a new day's half.
    #[test]
    fn a_step_is_small_and_goes_one_way(
        days in [any_day(), any_day(), any_day(), any_day(), any_day()],
        attended in 0..=100_u32,
    ) {
        let table = Timetable { days, ..version(CaseId::from_u128(1), 1, (2026, 8, 10), &DayPlan::Off) };
        let old = |weekday| table.day(weekday).minutes();
        match adjustment(&table, &went(attended, 100)) {
            Adjustment::Longer(weekday, day) => {
                prop_assert!(attended >= 80 && day.minutes() > old(weekday));
                prop_assert!(day.minutes() - old(weekday) <= 180);
            }
            Adjustment::Shorter(weekday, day) => {
                prop_assert!(attended < 50 && day.minutes() + 30 == old(weekday) && day.minutes() >= 60);
            }
            Adjustment::Stay => {}
            Adjustment::TooSoon | Adjustment::TooFew { .. } => prop_assert!(false, "ten days are enough"),
        }
    }

    /// What is added to a day and taken out again leaves it as it was, when the two do not touch.
    #[test]
    fn what_is_added_can_be_taken_out(from in 32..40_u16, gap in 1..8_u16, long in 1..8_u16) {
        let at = |quarter: u16, quarters: u16| Hours::lasting(time(quarter * 15), quarters * 15).unwrap();
        let one = DayPlan::Off.with(at(from, 4)).unwrap();
        let more = at(from + 4 + gap, long);
        prop_assert_eq!(one.with(more).unwrap().without(more).unwrap(), one);
    }
}
