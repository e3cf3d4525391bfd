//! Changes of the school calendar: what moves by them, and which are refused.

use trivsel_domain::decide::{Action, ClosureReason, DayEdit, Reason};
use trivsel_domain::record::{Appointment, Closure, ClosureKind, ClosureRule, DayPlan, Edit, TalkKind};
use trivsel_domain::rules::calendar::{Calendar, NoSchool};
use trivsel_domain::rules::calendar_change::{CalendarChange, RegisterDay, calendar_change};
use trivsel_domain::rules::obligations::Moved;
use trivsel_domain::value::{AppointmentId, ClosureId, Half, Line, Mark, ObligationKind, SeatedStage};

use chrono::NaiveDate;

use super::facts::{House, calendar, date};
use super::obligations::Course;

/// A closing day of the house's own, or the dates of a holiday.
fn closed(kind: ClosureKind, from: NaiveDate, to: NaiveDate) -> Closure {
    Closure { id: ClosureId::from_u128(77), kind, name: None, rule: ClosureRule::Dates { from, to } }
}

fn local(day: NaiveDate) -> Edit<Closure> {
    Edit::create(closed(ClosureKind::Local, day, day))
}

/// The yearly closures of a kind, removed.
fn without(kind: ClosureKind) -> Vec<Edit<Closure>> {
    let of_kind = calendar().closures().iter().filter(|c| c.kind == kind).cloned().collect::<Vec<_>>();
    of_kind.into_iter().map(|c| Edit::new(Some(c), None).unwrap()).collect()
}

fn appointment(number: u128, on: NaiveDate, event: Option<&str>) -> Appointment {
    Appointment {
        id: AppointmentId::from_u128(number),
        date: on,
        hours: None,
        title: Line::new("Forældresamtale Åse").unwrap(),
        kind: None,
        case: None,
        staff: vec![],
        event: event.map(|e| Line::new(e).unwrap()),
        series: None,
        not_held: None,
    }
}

/// What some edits move for a course, on a day.
fn moves(course: &Course, edits: &[Edit<Closure>], today: NaiveDate) -> CalendarChange {
    let before = calendar();
    calendar_change(&before, &before.with(edits), &[course.ledger()], &[], today)
}

fn course() -> Course {
    Course::new("skolefravaer", SeatedStage::Course, date(2026, 8, 10)).planned(date(2026, 8, 10))
}

#[test]
fn a_closing_day_moves_the_parent_talk_that_falls_on_it() {
    let today = date(2026, 11, 25);
    let course = course().held(TalkKind::Parent, date(2026, 11, 25));
    // 28 days on is 23 December; the talk is due on 4 January, and closing that day too sends it to the 5th.
    let change = moves(&course, &[local(date(2027, 1, 4))], today);
    let talk = change
        .obligations
        .iter()
        .find(|o| o.after.as_ref().is_some_and(|after| after.kind == ObligationKind::ParentTalk));
    let (before, after) = talk.map(|o| (o.before.clone().unwrap(), o.after.clone().unwrap())).unwrap();
    assert_eq!((before.date, after.date), (date(2027, 1, 4), date(2027, 1, 5)));
    let because = NoSchool::Closed(ClosureKind::Christmas);
    assert_eq!(after.why.moved, Some(Moved { from: date(2026, 12, 23), because }));
    assert_eq!(change.closed, [RegisterDay { date: date(2027, 1, 4), children: 1 }]);
    assert_eq!(change.opened, []);
}

#[test]
fn a_development_talk_goes_with_its_week() {
    // A week with two school days asks for no talk.
    let week = closed(ClosureKind::Local, date(2026, 11, 30), date(2026, 12, 2));
    let course = course().held(TalkKind::Development, date(2026, 11, 24));
    let change = moves(&course, &[Edit::create(week)], date(2026, 11, 25));
    let talk = change.obligations.iter().filter_map(|o| o.before.as_ref().zip(o.after.as_ref()));
    let talk: Vec<_> = talk.filter(|(o, _)| o.kind == ObligationKind::DevelopmentTalk).collect();
    let [(before, after)] = &talk[..] else { panic!("{change:?}") };
    assert_eq!((before.date, after.date), (date(2026, 12, 4), date(2026, 12, 11)));
}

#[test]
fn only_own_appointments_from_today_on_are_listed() {
    let (today, day) = (date(2026, 11, 25), date(2026, 12, 1));
    let before = calendar();
    let all = [
        appointment(1, day, None),
        appointment(2, day, Some("lægetid")),
        appointment(3, date(2026, 12, 2), None),
        appointment(4, date(2026, 11, 24), None),
        // It lay on a closed day before.
        appointment(5, date(2026, 12, 24), None),
    ];
    let edits = [local(day), local(date(2026, 11, 24))];
    let change = calendar_change(&before, &before.with(&edits[..1]), &[], &all, today);
    assert_eq!(change.appointments, [all[0].clone()]);
    let change = calendar_change(&before, &before.with(&edits[1..]), &[], &all, today);
    assert!(change.is_empty(), "the past has no appointments to move: {change:?}");
}

#[test]
fn without_the_days_before_easter_the_register_asks_for_them() {
    let change = moves(&course(), &without(ClosureKind::Easter), date(2026, 11, 25));
    let easter = [date(2027, 3, 22), date(2027, 3, 23), date(2027, 3, 24)];
    // 2028 has its own, in the same school year as no other.
    let next = [date(2028, 4, 10), date(2028, 4, 11), date(2028, 4, 12)];
    let opened: Vec<NaiveDate> = change.opened.iter().map(|day| day.date).collect();
    assert_eq!(opened, [easter, next].concat());
}

#[test]
fn dates_of_a_holiday_replace_its_yearly_rule_in_that_school_year_only() {
    let week_8 = closed(ClosureKind::Winter, date(2027, 2, 22), date(2027, 2, 26));
    let calendar: Calendar = calendar().with(&[Edit::create(week_8)]);
    for (day, is_open) in [
        (date(2026, 2, 9), false),
        (date(2026, 2, 16), true),
        (date(2027, 2, 15), true),
        (date(2027, 2, 22), false),
        (date(2028, 2, 14), false),
        (date(2028, 2, 21), true),
    ] {
        assert_eq!(calendar.is_school_day(day), is_open, "{day}");
    }
    // The summer holiday ends the school year, and its days in August belong to the year before.
    let summer = closed(ClosureKind::Summer, date(2027, 6, 26), date(2027, 8, 11));
    let calendar = super::facts::calendar().with(&[Edit::create(summer)]);
    for (day, is_open) in [
        (date(2026, 8, 7), false),
        (date(2026, 8, 10), true),
        (date(2027, 8, 11), false),
        (date(2027, 8, 12), true),
        (date(2028, 6, 26), false),
    ] {
        assert_eq!(calendar.is_school_day(day), is_open, "{day}");
    }
}

#[test]
fn a_closing_day_is_saved_and_undone() {
    let mut house = House::new();
    let day = date(2026, 12, 1);
    let closures = house.records.closures.len();
    assert_eq!(house.act(&Action::Save(vec![local(day).into()])), Ok(1));
    assert_eq!(house.records.closures.len(), closures + 1);
    assert_eq!(house.act(&Action::Undo), Ok(1));
    assert_eq!(house.records.closures.len(), closures);
}

#[test]
fn a_day_with_marks_stays_a_school_day() {
    let (mut house, case) = House::with_child(7);
    house.plan(case, DayPlan::UNKNOWN);
    let day = date(2026, 11, 24);
    let edit = DayEdit::Mark(Half::First, Mark::Present);
    house.act(&Action::EditDay { case, date: day, seen: None, edit }).unwrap();
    let marked = |days, first| Err(vec![Reason::Closure(ClosureReason::Marked { days, first })]);
    let close = |from, to| Action::Save(vec![Edit::create(closed(ClosureKind::Local, from, to)).into()]);
    assert_eq!(house.act(&close(date(2026, 11, 23), date(2026, 11, 27))), marked(1, day));
    // The day before has none, and what comes is not written yet.
    assert_eq!(house.act(&close(date(2026, 11, 23), date(2026, 11, 23))), Ok(1));
    // Nor does undo close a day that has been marked since it was opened.
    let open = without(ClosureKind::Autumn);
    house.act(&Action::Save(open.into_iter().map(Into::into).collect())).unwrap();
    let autumn = date(2026, 10, 14);
    let edit = DayEdit::Mark(Half::First, Mark::Present);
    house.act(&Action::EditDay { case, date: autumn, seen: None, edit }).unwrap();
    let step = house.history.len();
    house.history.remove(step - 1);
    assert_eq!(house.act(&Action::Undo), marked(1, autumn));
}

#[test]
fn a_closure_has_days_and_not_too_many() {
    let mut house = House::new();
    let days = Err(vec![Reason::Closure(ClosureReason::Days { most: 100 })]);
    let save = |rule| {
        let id = ClosureId::from_u128(77);
        let closure = Closure { id, kind: ClosureKind::Local, name: None, rule };
        Action::Save(vec![Edit::create(closure).into()])
    };
    let dates = |from, to| save(ClosureRule::Dates { from, to });
    assert_eq!(house.act(&dates(date(2027, 1, 1), date(2027, 4, 11))), days);
    assert_eq!(house.act(&dates(date(2027, 1, 2), date(2027, 1, 1))), days);
    assert_eq!(house.act(&save(ClosureRule::Week { week: 54 })), days);
    assert_eq!(house.act(&dates(date(2027, 1, 1), date(2027, 4, 10))), Ok(1));
}
