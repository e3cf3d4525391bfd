//! The state of an obligation, and what the stages ask for.

use super::*;
use trivsel_domain::record::{Doer, PlanTask};

#[test]
fn an_appointment_makes_a_talk_planned_until_its_date_has_passed() {
    let held = date(2026, 11, 24);
    let course = course().held(TalkKind::StartUp, date(2026, 9, 1)).held(TalkKind::Parent, held);
    let state = |course: &Course, today| course.open(ObligationKind::ParentTalk, today).unwrap().state;
    assert_eq!(state(&course, date(2026, 12, 14)), State::Upcoming);
    assert_eq!(state(&course, date(2026, 12, 15)), State::Due);
    assert_eq!(state(&course, date(2026, 12, 22)), State::Due);
    assert_eq!(state(&course, date(2026, 12, 23)), State::Overdue);
    let booked = course.clone().books(TalkKind::Parent, date(2027, 1, 5));
    assert_eq!(state(&booked, date(2026, 12, 14)), State::Planned);
    // Nothing that is overdue hides behind a booking, which still shows.
    let late = booked.open(ObligationKind::ParentTalk, date(2026, 12, 23)).unwrap();
    assert_eq!((late.state, late.booked.map(|b| b.date)), (State::Overdue, Some(date(2027, 1, 5))));
    // Another kind of appointment is not the talk.
    let other = course.books(TalkKind::Network, date(2026, 12, 16));
    assert_eq!(state(&other, date(2026, 12, 15)), State::Due);
}

#[test]
fn a_talk_is_fulfilled_on_the_day_it_was_held_whoever_held_it() {
    let course = course()
        .held(TalkKind::StartUp, date(2026, 9, 1))
        .held(TalkKind::Parent, date(2026, 10, 27))
        .held(TalkKind::Parent, date(2026, 11, 20));
    let owes = course.owes(date(2026, 11, 25));
    let done = owes.iter().find(|o| o.kind == ObligationKind::ParentTalk && !o.is_open()).unwrap();
    assert_eq!((done.state, done.answered), (State::Fulfilled, Some(date(2026, 11, 20))));
    assert_eq!(done.date, date(2026, 11, 24));
}

#[test]
fn a_missed_week_stays_overdue_until_the_child_is_spoken_with() {
    let course = course().held(TalkKind::Development, date(2026, 11, 4));
    // Week 46 was missed.
    let owed = course.open(ObligationKind::DevelopmentTalk, date(2026, 11, 25)).unwrap();
    assert_eq!((owed.since, owed.state), (date(2026, 11, 9), State::Overdue));
    let talked = course.held(TalkKind::Development, date(2026, 11, 24));
    let owes = talked.owes(date(2026, 11, 25));
    let this: Vec<_> = owes.iter().filter(|o| o.kind == ObligationKind::DevelopmentTalk).collect();
    assert_eq!(this.iter().map(|o| o.state).collect::<Vec<_>>(), [State::Fulfilled, State::Upcoming]);
    assert_eq!(this[1].since, date(2026, 11, 30));
}

#[test]
fn a_step_back_withdraws_what_the_later_stage_asked_for_and_keeps_what_was_done() {
    let held = date(2026, 11, 3);
    let mut course = course().held(TalkKind::StartUp, date(2026, 9, 1)).held(TalkKind::Parent, held);
    let today = date(2026, 11, 25);
    assert_eq!(course.due(ObligationKind::ParentTalk, today), Some(date(2026, 12, 1)));
    let Standing::Seated { stay, .. } = course.case.standing else { unreachable!() };
    course.case.standing = Standing::Seated { stage: SeatedStage::StartUp, stay };
    course.case.moves.push(step(Stage::StartUp, today));
    assert_eq!(course.open(ObligationKind::ParentTalk, today), None);
    course.case.standing = Standing::Seated { stage: SeatedStage::Course, stay };
    course.case.moves.push(step(Stage::Course, today));
    assert_eq!(course.due(ObligationKind::ParentTalk, today), Some(date(2026, 12, 1)));
    // The effort began with the first start-up, not with the second.
    assert_eq!(course.due(ObligationKind::FollowUpMeeting, today), Some(date(2026, 11, 10)));
}

#[test]
fn the_phase_out_asks_for_its_steps_on_their_dates_and_for_the_final_report() {
    let mut course = skolefravaer(SeatedStage::PhaseOut, date(2026, 8, 10));
    let step = |what: &str, due, done| PlanTask {
        what: Line::new(what).unwrap(),
        due,
        responsible: Doer::Other(Line::new("Skolen").unwrap()),
        done,
    };
    let tasks = vec![
        step("Besøg", date(2026, 11, 20), Some(date(2026, 11, 19))),
        step("Møde", date(2026, 12, 6), None),
        step("Første hele dag", date(2026, 12, 6), None),
    ];
    let old = Paper { kind: DocumentKind::PhaseOut, version: 1, tasks: vec![], signed: None };
    course.papers = vec![Paper { version: 2, tasks, ..old.clone() }, old];
    let today = date(2026, 12, 1);
    let owes = course.owes(today);
    let found: Vec<_> = owes
        .iter()
        .filter(|o| o.kind == ObligationKind::PhaseOutTask)
        .map(|o| (o.number, o.date, o.state, o.why.moved))
        .collect();
    let sunday = date(2026, 12, 6);
    assert_eq!(
        found,
        [
            (1, date(2026, 11, 20), State::Fulfilled, None),
            (2, sunday, State::Due, None),
            (3, sunday, State::Due, None)
        ]
    );
    // The report is due by the last step, and by the expected end if there is one.
    assert_eq!(course.due(ObligationKind::FinalReport, today), Some(date(2026, 12, 4)));
    course.case.expected_end = Some(date(2027, 1, 29));
    assert_eq!(course.due(ObligationKind::FinalReport, today), Some(date(2027, 1, 29)));
    let signed = course.signs(DocumentKind::FinalReport, today);
    assert_eq!(signed.open(ObligationKind::FinalReport, today), None);
}

#[test]
fn a_measured_case_owes_a_score_every_four_weeks() {
    let mut course = course();
    let today = date(2026, 11, 25);
    assert_eq!(course.open(ObligationKind::OutcomeMeasure, today), None);
    course.scored = Some(date(2026, 10, 27));
    let owed = course.open(ObligationKind::OutcomeMeasure, today).unwrap();
    assert_eq!((owed.date, owed.state), (date(2026, 11, 24), State::Overdue));
}
