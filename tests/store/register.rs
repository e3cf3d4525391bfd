//! The register: marks, filling, absences entered ahead, undo and redo, and their history.

use trivsel_domain::decide::{Action, ActionKind, DayEdit, Denied, Nature, Reason};
use trivsel_domain::record::{Change, Day, DayPlan, Mood, Origin};
use trivsel_domain::value::{Absence, Half, Line, Mark, TimeOfDay};
use trivsel_store::{House, StoreError};

use crate::store::service::{
    AEGIR, SOREN, aegir, at, case_id, date, days_of, fill, founded, founding, mark, mark_today, profiles,
    reasons, reopen, seated_cases, service, service_on_disk, soren, timetable, today,
};
use crate::store::{Place, fixed_key};

fn late() -> Mark {
    Mark::Late { at: TimeOfDay::new(8, 15).unwrap() }
}

fn marks(house: &House, n: u128) -> Option<(Option<Mark>, Option<Mark>)> {
    house.day(case_id(n), today()).unwrap().map(|d| (d.first, d.second))
}

#[test]
fn a_mark_is_a_day_and_a_line_in_the_history() {
    let mut house = service(2);
    assert_eq!(house.day(case_id(1), today()), Ok(None));
    let one = mark_today(&mut house, soren(), 1, late());
    assert_eq!((one.action_kind, one.nature, one.changes.len()), (ActionKind::Mark, Nature::Do, 1));
    let day = house.day(case_id(1), today()).unwrap().unwrap();
    assert_eq!((day.first, day.second, day.origin), (Some(late()), None, Origin::Own));
    let two = mark_today(&mut house, aegir(), 1, Mark::Unlawful);
    let traces = house.history_of_day(case_id(1), today()).unwrap();
    assert_eq!(traces.iter().map(|t| Some(t.number)).collect::<Vec<_>>(), [one.number, two.number]);
    assert_eq!(
        traces.iter().map(|t| (t.by, t.at.at())).collect::<Vec<_>>(),
        [(SOREN, soren().at), (AEGIR, aegir().at)]
    );
    assert_eq!(traces.iter().map(|t| &t.change).collect::<Vec<_>>(), [&one.changes[0], &two.changes[0]]);
    let Change::Day(edit) = &traces[1].change else { panic!("not a day") };
    assert_eq!(edit.old(), Some(&day));
    assert_eq!(house.history_of_day(case_id(2), today()), Ok(vec![]));
    house.verify().unwrap();
}

/// A day's changes stand in several full runs of the history and after the last one.
#[test]
fn every_change_of_a_day_is_found_however_long_the_history() {
    let mut house = service(2);
    let mut actions = Vec::new();
    for n in 0..300 {
        let mark = if n % 2 == 0 { Mark::Sick } else { Mark::Present };
        actions.push(mark_today(&mut house, soren(), 1, mark).number.unwrap());
        mark_today(&mut house, aegir(), 2, mark);
        if n % 60 == 0 {
            assert_eq!(actions_of(&house, 1), actions);
        }
    }
    assert_eq!(actions_of(&house, 1), actions);
    assert_eq!(actions_of(&house, 2).len(), 300);
    house.verify().unwrap();
}

fn actions_of(house: &House, n: u128) -> Vec<i64> {
    house.history_of_day(case_id(n), today()).unwrap().iter().map(|trace| trace.number).collect()
}

#[test]
fn every_field_of_a_day_is_read_back() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let mut house = reopen(&folder);
    let hours =
        trivsel_domain::value::Hours::new(TimeOfDay::new(9, 0).unwrap(), TimeOfDay::new(11, 5).unwrap())
            .unwrap();
    let edits = [
        DayEdit::Mark(Half::First, Mark::Partial { hours }),
        DayEdit::Mark(Half::Second, Mark::Elsewhere),
        DayEdit::Remark(Some(Line::new("Åse ringede; A\u{30a}ge også – 'fin' dag ☀️").unwrap())),
        DayEdit::Mood(Some(Mood::new(4).unwrap())),
    ];
    for edit in edits {
        let seen = house.day(case_id(1), today()).unwrap();
        house.perform(soren(), &Action::EditDay { case: case_id(1), date: today(), seen, edit }).unwrap();
    }
    let all =
        [Mark::Present, late(), Mark::Sick, Mark::Leave, Mark::Unlawful, Mark::Elsewhere, Mark::NotExpected];
    let written = house.day(case_id(1), today()).unwrap();
    drop(house);
    let mut house = reopen(&folder);
    assert_eq!(house.day(case_id(1), today()).unwrap(), written);
    let day = written.unwrap();
    assert_eq!((day.first, day.second), (Some(Mark::Partial { hours }), Some(Mark::Elsewhere)));
    assert_eq!(day.remark.unwrap().as_str(), "Åse ringede; A\u{30a}ge også – 'fin' dag ☀️");
    for kind in all {
        mark_today(&mut house, soren(), 1, kind);
        assert_eq!(marks(&house, 1), Some((Some(kind), None)));
    }
    house.verify().unwrap();
}

#[test]
fn setting_the_same_value_writes_nothing() {
    let mut house = service(1);
    mark_today(&mut house, soren(), 1, Mark::Sick);
    let before = house.verify().unwrap();
    let again = mark_today(&mut house, aegir(), 1, Mark::Sick);
    assert_eq!((again.number, again.changes.len()), (None, 0));
    assert_eq!(house.verify().unwrap(), before);
}

#[test]
fn undo_and_redo_work_across_a_restart() {
    let place = Place::new();
    let folder = service_on_disk(&place, 2);
    let mut house = reopen(&folder);
    mark_today(&mut house, soren(), 1, Mark::Sick);
    mark_today(&mut house, soren(), 1, late());
    mark_today(&mut house, aegir(), 2, Mark::Present);
    drop(house);
    let mut house = reopen(&folder);
    let undone = house.perform(soren(), &Action::Undo).unwrap();
    assert_eq!((undone.action_kind, undone.nature), (ActionKind::Mark, Nature::Undo));
    assert_eq!(marks(&house, 1), Some((Some(Mark::Sick), None)));
    house.perform(soren(), &Action::Undo).unwrap();
    assert_eq!(marks(&house, 1), None);
    assert_eq!(marks(&house, 2), Some((Some(Mark::Present), None)));
    // The restore that filled the house can't be undone.
    assert_eq!(reasons(house.perform(soren(), &Action::Undo)), [Reason::NothingToUndo]);
    drop(house);
    let mut house = reopen(&folder);
    assert_eq!(house.perform(soren(), &Action::Redo).unwrap().nature, Nature::Redo);
    house.perform(soren(), &Action::Redo).unwrap();
    assert_eq!(marks(&house, 1), Some((Some(late()), None)));
    assert_eq!(reasons(house.perform(soren(), &Action::Redo)), [Reason::NothingToRedo]);
    house.perform(soren(), &Action::Undo).unwrap();
    mark_today(&mut house, soren(), 2, Mark::Leave);
    assert_eq!(reasons(house.perform(soren(), &Action::Redo)), [Reason::NothingToRedo]);
    let natures: Vec<_> =
        house.history_of_day(case_id(1), today()).unwrap().iter().map(|t| t.nature).collect();
    assert_eq!(
        natures,
        [Nature::Do, Nature::Do, Nature::Undo, Nature::Undo, Nature::Redo, Nature::Redo, Nature::Undo,]
    );
    house.verify().unwrap();
}

#[test]
fn undo_after_a_colleagues_change_names_them_and_changes_nothing() {
    let mut house = service(3);
    house.perform(soren(), &Action::FillAsPlanned { date: today() }).unwrap();
    mark_today(&mut house, aegir(), 2, Mark::Sick);
    let before = (house.records().unwrap(), house.verify().unwrap());
    let now = house.day(case_id(2), today()).unwrap().map(Box::new);
    let overtaken = Reason::Overtaken { by: Some(AEGIR), at: Some(aegir().at), now };
    assert_eq!(reasons(house.perform(soren(), &Action::Undo)), [overtaken]);
    assert_eq!((house.records().unwrap(), house.verify().unwrap()), before);
    // Once the colleague has undone their change, the whole fill can be undone.
    house.perform(aegir(), &Action::Undo).unwrap();
    assert_eq!(house.perform(soren(), &Action::Undo).unwrap().changes.len(), 3);
    assert_eq!(house.records().unwrap().days, []);
}

#[test]
fn filling_skips_marks_absences_entered_ahead_and_days_off() {
    let mut house = House::in_memory(profiles(), &founding(), founded()).unwrap();
    fill(&mut house, seated_cases(5), |records| {
        let mut days = [DayPlan::UNKNOWN, DayPlan::UNKNOWN, DayPlan::Off, DayPlan::UNKNOWN, DayPlan::UNKNOWN];
        records.timetables.push(timetable(1, 3, "2026-08-17", days.clone()));
        days[2] = DayPlan::Elsewhere;
        records.timetables.push(timetable(2, 4, "2026-08-17", days.clone()));
        days[2] = DayPlan::Off;
        // Not yet in force.
        records.timetables.push(timetable(3, 5, "2026-12-01", days));
    });
    mark_today(&mut house, aegir(), 1, Mark::Unlawful);
    let foretell =
        Action::Foretell { case: case_id(2), from: today(), to: date("2026-11-26"), cause: Absence::Sick };
    house.perform(aegir(), &foretell).unwrap();
    let fill = Action::FillAsPlanned { date: today() };
    let foreseen = house.check(soren(), &fill).unwrap();
    assert_eq!(days_of(&foreseen).len(), 2);
    assert_eq!(marks(&house, 5), None);
    let filled = house.perform(soren(), &fill).unwrap();
    assert_eq!((filled.action_kind, filled.changes), (ActionKind::Fill, foreseen.changes));
    assert_eq!(marks(&house, 1), Some((Some(Mark::Unlawful), None)));
    let foretold = house.day(case_id(2), today()).unwrap().unwrap();
    assert!(foretold.is_prefilled());
    assert_eq!(foretold.foretold.unwrap().told_at, aegir().at);
    assert_eq!(marks(&house, 3), None);
    assert_eq!(marks(&house, 4), Some((Some(Mark::Elsewhere), None)));
    assert_eq!(marks(&house, 5), Some((Some(Mark::Present), None)));
    house.verify().unwrap();
}

#[test]
fn a_stale_day_is_refused_with_the_current_one() {
    let mut house = service(1);
    mark_today(&mut house, aegir(), 1, late());
    let now = house.day(case_id(1), today()).unwrap().map(Box::new);
    let overtaken = Reason::Overtaken { by: Some(AEGIR), at: Some(aegir().at), now };
    assert_eq!(reasons(house.perform(soren(), &mark(1, today(), None, Mark::Sick))), [overtaken]);
    assert_eq!(marks(&house, 1), Some((Some(late()), None)));
    assert_eq!(house.history_of_day(case_id(1), today()).unwrap().len(), 1);
}

#[test]
fn whole_seconds_are_kept() {
    let mut house = service(1);
    let mut asker = at(SOREN, 5);
    asker.at = asker.at.checked_add_signed(chrono::TimeDelta::nanoseconds(123_456_789)).unwrap();
    let foretell = Action::Foretell { case: case_id(1), from: today(), to: today(), cause: Absence::Leave };
    house.perform(asker, &foretell).unwrap();
    let day: Day = house.day(case_id(1), today()).unwrap().unwrap();
    assert_eq!(day.foretold.unwrap().told_at, at(SOREN, 5).at);
    assert_eq!(house.history_of_day(case_id(1), today()).unwrap()[0].at.at(), at(SOREN, 5).at);
}

#[test]
fn a_house_open_for_reading_answers_and_refuses_to_write() {
    let place = Place::new();
    let folder = service_on_disk(&place, 1);
    let mode = trivsel_store::OpenMode::Read;
    let mut house = House::open_for(&folder, &fixed_key(7), mode, profiles()).unwrap();
    assert!(!house.is_writable());
    let mark = mark(1, today(), None, Mark::Present);
    assert_eq!(days_of(&house.check(soren(), &mark).unwrap()).len(), 1);
    assert_eq!(house.perform(soren(), &mark), Err(Denied::Failed(StoreError::ReadOnly)));
    house.verify().unwrap();
}

#[test]
fn log_output_contains_no_name_and_no_text() {
    let mut house = service(1);
    let remark = DayEdit::Remark(Line::new("Hemmelig").ok());
    let receipt = house
        .perform(soren(), &Action::EditDay { case: case_id(1), date: today(), seen: None, edit: remark })
        .unwrap();
    let traces = house.history_of_day(case_id(1), today()).unwrap();
    let printed = format!("{receipt:?} {traces:?} {house:?} {:?}", founding());
    assert!(!printed.contains("Hemmelig") && !printed.contains("Søren"), "{printed}");
    assert!(printed.contains("Remark"));
}

#[test]
fn the_register_does_not_push_the_rest_of_a_case_out_of_its_history() {
    let mut house = service(1);
    let whole = house.history_of_case(case_id(1), 500).unwrap();
    let rest = whole.iter().filter(|t| !matches!(t.change, Change::Day(_))).count();
    assert!(rest > 0);
    for cause in [Mark::Sick, late(), Mark::Unlawful, Mark::Sick] {
        mark_today(&mut house, soren(), 1, cause);
    }
    let short = house.history_of_case(case_id(1), rest).unwrap();
    let days = short.iter().filter(|t| matches!(t.change, Change::Day(_))).count();
    assert_eq!((days, short.len() - days), (rest.min(4), rest));
    assert!(short.windows(2).all(|w| w[0].at >= w[1].at), "newest first");
}
