//! Register decisions: marking, clearing, filling, and two people on the same day.

use chrono::NaiveDate;
use proptest::prelude::*;
use trivsel_domain::decide::{Action, ActionKind, DayEdit, NoSchool, Reason};
use trivsel_domain::record::{ClosureKind, Day, DayPlan, Mood};
use trivsel_domain::rules::register::Registration;
use trivsel_domain::value::{Absence, CaseId, Half, Holiday, Hours, Line, Mark, TimeOfDay};

use super::facts::{ASKER, COLLEAGUE, House, date};
use super::figures::any_mark;

fn edit(house: &House, case: CaseId, date: NaiveDate, edit: DayEdit) -> Action {
    Action::EditDay { case, date, seen: house.day(case, date), edit }
}

fn mark(house: &mut House, case: CaseId, half: Half, mark: Mark) -> Result<usize, Vec<Reason>> {
    house.act(&edit(house, case, house.today, DayEdit::Mark(half, mark)))
}

fn clear(house: &mut House, case: CaseId, half: Half) -> Result<usize, Vec<Reason>> {
    house.act(&edit(house, case, house.today, DayEdit::Clear(half)))
}

#[test]
fn the_first_mark_covers_both_halves_until_the_second_is_set() {
    let (mut house, case) = House::with_child(7);
    let today = house.today;
    assert_eq!(mark(&mut house, case, Half::First, Mark::Present), Ok(1));
    assert_eq!(mark(&mut house, case, Half::Second, Mark::Present), Ok(0), "the first says so already");
    assert_eq!(mark(&mut house, case, Half::Second, Mark::Sick), Ok(1));
    let day = house.day(case, today).unwrap();
    assert_eq!((day.mark(Half::First), day.mark(Half::Second)), (Some(Mark::Present), Some(Mark::Sick)));
    assert_eq!(mark(&mut house, case, Half::First, Mark::Unlawful), Ok(1));
    let day = house.day(case, today).unwrap();
    assert_eq!((day.first, day.second), (Some(Mark::Unlawful), None));
}

#[test]
fn a_corrected_time_leaves_the_second_half_as_it_is() {
    let (mut house, case) = House::with_child(7);
    let today = house.today;
    let at = |hour, minute| Mark::Late { at: TimeOfDay::new(hour, minute).unwrap() };
    assert_eq!(mark(&mut house, case, Half::First, at(8, 55)), Ok(1));
    assert_eq!(mark(&mut house, case, Half::Second, Mark::Sick), Ok(1));
    assert_eq!(mark(&mut house, case, Half::First, at(9, 5)), Ok(1));
    let day = house.day(case, today).unwrap();
    assert_eq!((day.first, day.second), (Some(at(9, 5)), Some(Mark::Sick)));
}

#[test]
fn late_and_partial_lie_within_the_planned_hours() {
    let (mut house, case) = House::with_child(7);
    let time = |hour, minute| TimeOfDay::new(hour, minute).unwrap();
    let planned = Hours::new(time(9, 0), time(12, 0)).unwrap();
    house.plan(case, DayPlan::Expected { hours: Some(planned.into()), blocks: vec![] });
    let late = |at| Mark::Late { at };
    let partial = |from, to| Mark::Partial { hours: Hours::new(from, to).unwrap() };
    let refused = Err(vec![Reason::OutsidePlan { planned }]);
    for outside in [late(time(14, 0)), late(time(12, 0)), late(time(9, 0)), partial(time(8, 59), time(10, 0))]
    {
        assert_eq!(mark(&mut house, case, Half::First, outside), refused, "{outside:?}");
        assert_eq!(mark(&mut house, case, Half::Second, outside), refused, "{outside:?}");
    }
    for inside in [late(time(9, 1)), late(time(11, 59)), partial(time(9, 0), time(12, 0))] {
        assert_eq!(mark(&mut house, case, Half::First, inside), Ok(1), "{inside:?}");
    }
}

#[test]
fn grades_with_one_mark_take_no_second() {
    let (mut house, case) = House::with_child(6);
    assert_eq!(mark(&mut house, case, Half::Second, Mark::Sick), Err(vec![Reason::OneMarkADay]));
    assert_eq!(clear(&mut house, case, Half::Second), Err(vec![Reason::OneMarkADay]));
    assert_eq!(mark(&mut house, case, Half::First, Mark::Sick), Ok(1));
}

#[test]
fn clearing_takes_the_mark_first_and_then_what_was_foretold() {
    let (mut house, case) = House::with_child(7);
    let today = house.today;
    let cause = Absence::Sick;
    assert_eq!(house.act(&Action::Foretell { case, from: today, to: today, cause }), Ok(1));
    assert_eq!(mark(&mut house, case, Half::First, Mark::Present), Ok(1));
    assert_eq!(mark(&mut house, case, Half::Second, Mark::Unlawful), Ok(1));
    assert_eq!(clear(&mut house, case, Half::Second), Ok(1));
    assert_eq!(house.day(case, today).unwrap().mark(Half::Second), Some(Mark::Present));
    assert_eq!(clear(&mut house, case, Half::First), Ok(1));
    assert!(house.day(case, today).unwrap().is_prefilled());
    assert_eq!(clear(&mut house, case, Half::First), Ok(1));
    assert_eq!(house.day(case, today), None, "a day that says nothing goes");
    assert_eq!(clear(&mut house, case, Half::First), Ok(0));
}

#[test]
fn remarks_and_moods_stay_without_a_mark() {
    let (mut house, case) = House::with_child(7);
    let today = house.today;
    let remark = Line::new("Ondt i maven").ok();
    assert_eq!(house.act(&edit(&house, case, today, DayEdit::Remark(remark.clone()))), Ok(1));
    assert_eq!(house.act(&edit(&house, case, today, DayEdit::Mood(Mood::new(2).ok()))), Ok(1));
    assert_eq!(mark(&mut house, case, Half::First, Mark::Present), Ok(1));
    assert_eq!(clear(&mut house, case, Half::First), Ok(1));
    let day = house.day(case, today).unwrap();
    assert_eq!((day.remark, day.mood.map(Mood::get), day.first), (remark, Some(2), None));
    let action_kinds: Vec<ActionKind> = house.history.iter().map(|e| e.action.action_kind).collect();
    assert_eq!(action_kinds, [ActionKind::Remark, ActionKind::Mood, ActionKind::Mark, ActionKind::Mark]);
}

#[test]
fn a_refusal_names_every_reason() {
    let (mut house, case) = House::with_child(6);
    let sunday = date(2026, 12, 6);
    let before = date(2026, 8, 9);
    let ahead = edit(&house, case, sunday, DayEdit::Mark(Half::First, Mark::Present));
    let weekend = |date| Reason::NoSchoolDay { date, why: NoSchool::Weekend };
    assert_eq!(house.act(&ahead), Err(vec![weekend(sunday), Reason::NotAhead { date: sunday }]));
    let early = edit(&house, case, before, DayEdit::Mark(Half::Second, Mark::Present));
    let reasons = vec![Reason::NotEnrolled { date: before }, weekend(before), Reason::OneMarkADay];
    assert_eq!(house.act(&early), Err(reasons));
    let nobody = edit(&house, CaseId::from_u128(99), house.today, DayEdit::Clear(Half::First));
    assert_eq!(house.act(&nobody), Err(vec![Reason::NoSuchCase]));
}

#[test]
fn filling_is_refused_on_days_off_and_future_days() {
    let (mut house, _) = House::with_child(7);
    house.today = date(2027, 8, 31);
    for (on, why) in [
        (date(2026, 11, 28), NoSchool::Weekend),
        (date(2026, 12, 25), NoSchool::Holiday(Holiday::ChristmasDay)),
        (date(2027, 3, 25), NoSchool::Holiday(Holiday::MaundyThursday)),
        (date(2026, 10, 14), NoSchool::Closed(ClosureKind::Autumn)),
        (date(2027, 7, 1), NoSchool::Closed(ClosureKind::Summer)),
    ] {
        let refused = house.act(&Action::FillAsPlanned { date: on });
        assert_eq!(refused, Err(vec![Reason::NoSchoolDay { date: on, why }]));
    }
    let tomorrow = date(2027, 9, 1);
    let refused = house.act(&Action::FillAsPlanned { date: tomorrow });
    assert_eq!(refused, Err(vec![Reason::NotAhead { date: tomorrow }]));
}

#[test]
fn without_a_timetable_only_a_started_course_with_a_register_is_filled() {
    use trivsel_domain::record::Standing;
    use trivsel_domain::value::SeatedStage as S;
    for (programme, stage, planned, filled) in [
        (0, S::Admitted, false, 0),
        (0, S::StartUp, false, 1),
        (0, S::Course, false, 1),
        (0, S::PhaseOut, false, 1),
        (1, S::Course, false, 0),
        (0, S::Admitted, true, 1),
        (1, S::Course, true, 1),
    ] {
        let (mut house, id) = House::with_child(7);
        let code = house.programmes[programme].code().clone();
        let case = &mut house.records.cases[0];
        case.programme = code;
        case.moves[0].to = stage.into();
        let stay = case.stay().unwrap();
        case.standing = Standing::Seated { stage, stay };
        if planned {
            house.plan(id, DayPlan::UNKNOWN);
        }
        let done = house.act(&Action::FillAsPlanned { date: house.today });
        assert_eq!(done, Ok(filled), "programme {programme}, {stage:?}, timetable: {planned}");
    }
}

#[test]
fn a_day_changed_by_somebody_else_is_refused() {
    let (mut house, case) = House::with_child(7);
    let today = house.today;
    house.asker = COLLEAGUE;
    assert_eq!(mark(&mut house, case, Half::First, Mark::Sick), Ok(1));
    house.asker = ASKER;
    let stale = |edit| Action::EditDay { case, date: today, seen: None, edit };
    let at = house.history[0].at;
    let now = house.day(case, today).map(Box::new);
    let overtaken = Reason::Overtaken { by: Some(COLLEAGUE), at: Some(at), now };
    let present = stale(DayEdit::Mark(Half::First, Mark::Present));
    assert_eq!(house.act(&present), Err(vec![overtaken]));
    // Setting what is already there is never a conflict, however stale the view.
    assert_eq!(house.act(&stale(DayEdit::Mark(Half::First, Mark::Sick))), Ok(0));
}

#[derive(Clone, Debug)]
struct Row {
    plan: u8,
    first: Option<Mark>,
    second: Option<Mark>,
    foretold: bool,
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let maybe = || proptest::option::of(any_mark());
    let row = (0_u8..4, maybe(), maybe(), any::<bool>());
    proptest::collection::vec(
        row.prop_map(|(plan, first, second, foretold)| Row { plan, first, second, foretold }),
        1..16,
    )
}

proptest! {
    /// "The rest as planned" fills blank rows of expected children, and nothing else.
    #[test]
    fn filling_touches_only_blanks(rows in rows()) {
        let mut house = House::new();
        let today = house.today;
        for (row, number) in rows.iter().zip(1..) {
            let case = house.add_child(number, 8);
            match row.plan {
                0 => house.plan(case, DayPlan::Off),
                1 => house.plan(case, DayPlan::Elsewhere),
                2 => house.plan(case, DayPlan::UNKNOWN),
                _ => {}
            }
            let told_at = today.and_hms_opt(7, 40, 0).unwrap();
            let foretold = row.foretold.then_some(trivsel_domain::record::Foretold { cause: Absence::Sick, told_at });
            let day = Day { first: row.first, second: row.second, foretold, ..Day::blank(case, today) };
            house.records.days.extend(Some(day).filter(|d| !d.says_nothing()));
        }
        let before = house.clone();
        let filled = house.act(&Action::FillAsPlanned { date: today });
        let mut touched = 0;
        for (row, number) in rows.iter().zip(1_u128..) {
            let case = CaseId::from_u128(number);
            let (old, new) = (before.day(case, today), house.day(case, today));
            let plan = if row.plan == 0 { DayPlan::Off } else { DayPlan::UNKNOWN };
            let blank = row.first.is_none() && !row.foretold && row.plan != 0;
            prop_assert_eq!(trivsel_domain::rules::register::registration(&plan, old.as_ref()) == Registration::Blank, blank);
            if blank {
                touched += 1;
                let expected = if row.plan == 1 { Mark::Elsewhere } else { Mark::Present };
                let new = new.unwrap();
                prop_assert_eq!((new.first, new.mark(Half::Second)), (Some(expected), row.second.or(Some(expected))));
            } else {
                prop_assert_eq!(old, new);
            }
        }
        prop_assert_eq!(filled, Ok(touched));
        prop_assert_eq!(house.act(&Action::FillAsPlanned { date: today }), Ok(0), "a second time there is nothing left");
        if touched > 0 {
            prop_assert_eq!(house.act(&Action::Undo), Ok(touched));
            prop_assert!(before.records.days.iter().all(|d| house.records.days.contains(d)));
            prop_assert_eq!(house.records.days.len(), before.records.days.len());
        }
    }
}
