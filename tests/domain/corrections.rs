//! A step taken by mistake is annulled; a wrong date of referral or admission is corrected. Each refusal is complete.

use chrono::NaiveDate;
use trivsel_domain::decide::{Action, Facts, Reason};
use trivsel_domain::record::{
    CaseDate, Corrected, Day, DocumentKind, Outcome, Priority, Signature, Standing, TalkKind,
};
use trivsel_domain::rules::steps::{Rest, StepOrder, StepTo};
use trivsel_domain::value::{CaseId, Mark, SeatNorm, Stage};

use super::cases::{In, document, line, referred, talk};
use super::facts::{ASKER, COLLEAGUE, House, date};

const NUMBER: u16 = 3;

fn at(stage: Stage) -> (House, CaseId) {
    let mut house = House::new();
    let case = house.put_complete(In::School, stage, NUMBER);
    (house, case)
}

fn case(house: &House, case: CaseId) -> &trivsel_domain::record::Case {
    house.records.cases.iter().find(|c| c.id == case).unwrap()
}

fn step(house: &mut House, id: CaseId, to: StepTo, on: NaiveDate) {
    let (from, waive) = (case(house, id).stage(), vec![]);
    let reason = Some(line("Aftalt"));
    house.act(&Action::Step(Box::new(StepOrder { case: id, from, to, on, waive, reason }))).unwrap();
}

fn annul(house: &House, id: CaseId) -> Action {
    Action::Annul { case: id, to: case(house, id).stage(), reason: line("Forkert barn") }
}

fn correct(house: &House, id: CaseId, of: CaseDate, is: NaiveDate) -> Action {
    let was = case(house, id).date(of).unwrap();
    Action::CorrectDate { case: id, of, was, is, reason: line("Skrevet forkert") }
}

#[test]
fn an_annulled_admission_frees_the_seat_and_the_child_waits_as_before() {
    let (mut house, id) = at(Stage::Waiting);
    let before = case(&house, id).clone();
    let today = house.today;
    step(&mut house, id, StepTo::Admitted, today);
    let step = case(&house, id).moves.last().unwrap().clone();
    house.act(&annul(&house, id)).unwrap();
    let after = case(&house, id);
    assert_eq!((&after.standing, &after.moves), (&before.standing, &before.moves));
    assert!(matches!(
        after.standing,
        Standing::Waiting { priority: Priority::Normal, last_contact: Some(_) }
    ));
    let correction = after.corrections.last().unwrap();
    assert_eq!(correction.what, Corrected::Step { step });
    assert_eq!(
        (correction.reason.as_str(), correction.by, correction.at),
        ("Forkert barn", ASKER, house.now().into())
    );
}

#[test]
fn every_step_can_be_annulled_on_its_day() {
    let closed = StepTo::Closed { outcome: Outcome::Moved, place: None };
    let waiting = StepTo::Waiting { priority: Priority::Urgent, last_contact: Some(referred()) };
    let steps = [
        (Stage::Referral, waiting),
        (Stage::Referral, StepTo::Admitted),
        (Stage::Referral, StepTo::Declined),
        (Stage::Waiting, StepTo::Admitted),
        (Stage::Waiting, StepTo::Declined),
        (Stage::Admitted, StepTo::StartUp),
        (Stage::StartUp, StepTo::Course),
        (Stage::Course, StepTo::StartUp),
        (Stage::Course, StepTo::PhaseOut),
        (Stage::PhaseOut, StepTo::Course),
        (Stage::PhaseOut, closed.clone()),
        (Stage::StartUp, closed),
    ];
    for (from, to) in steps {
        let (mut house, id) = at(from);
        let before = case(&house, id).clone();
        let today = house.today;
        step(&mut house, id, to.clone(), today);
        house.act(&annul(&house, id)).unwrap();
        let after = case(&house, id);
        assert_eq!((&after.standing, &after.moves), (&before.standing, &before.moves), "{from:?} {to:?}");
        assert_eq!(house.act(&annul(&house, id)), Err(vec![Reason::NothingToAnnul]), "{from:?} {to:?}");
    }
}

#[test]
fn fields_edited_since_the_step_stay_when_it_is_annulled() {
    let (mut house, id) = at(Stage::Waiting);
    let today = house.today;
    step(&mut house, id, StepTo::Admitted, today);
    let old = case(&house, id).clone();
    let mut new = old.clone();
    new.contacts.secondary = Some(COLLEAGUE);
    let edit = trivsel_domain::record::Edit::new(Some(old), Some(new)).unwrap();
    house.act(&Action::Save(vec![edit.into()])).unwrap();
    house.act(&annul(&house, id)).unwrap();
    assert_eq!(case(&house, id).contacts.secondary, Some(COLLEAGUE));
    // The edit is older than the annulment, so undo does not bring the seat back.
    assert!(
        matches!(house.act(&Action::Undo), Err(reasons) if matches!(reasons[..], [Reason::Overtaken { .. }]))
    );
}

#[test]
fn a_step_of_another_on_another_day_with_work_on_it_is_refused_with_every_reason() {
    let (mut house, id) = at(Stage::Referral);
    let today = house.today;
    step(&mut house, id, StepTo::Admitted, today);
    let moved = house.now();
    house.today = date(2026, 11, 26);
    house.asker = COLLEAGUE;
    house.records.days.push(Day { first: Some(Mark::Present), ..Day::blank(id, today) });
    let mut held = talk(900, id, TalkKind::Enrolment, today, vec![]);
    held.signed_at = today.and_hms_opt(16, 0, 0).map(Into::into);
    house.records.talks.push(held);
    // A telephone note is not asked for by any step.
    let mut called = talk(901, id, TalkKind::Message, today, vec![]);
    called.signed_at = today.and_hms_opt(16, 0, 0).map(Into::into);
    house.records.talks.push(called);
    let signed = Signature { by: ASKER, at: today.and_hms_opt(17, 0, 0).unwrap().into() };
    let plan = document(900, id, DocumentKind::Treatment);
    house.records.documents.push(trivsel_domain::record::PlanDocument {
        signed: Some(signed),
        version: 2,
        ..plan
    });
    assert_eq!(
        house.act(&annul(&house, id)),
        Err(vec![
            Reason::StepOfAnother { by: Some(ASKER) },
            Reason::StepOlder { at: Some(moved) },
            Reason::RestsOnStep(Rest::Days { days: 1, first: today }),
            Reason::RestsOnStep(Rest::Talk { kind: TalkKind::Enrolment, date: today, by: ASKER }),
            Reason::RestsOnStep(Rest::Document { kind: DocumentKind::Treatment, by: ASKER }),
        ])
    );
}

#[test]
fn a_closing_is_not_annulled_once_its_seat_is_given_away() {
    let (mut house, id) = at(Stage::StartUp);
    let today = house.today;
    let code = case(&house, id).programme.clone();
    let seats = SeatNorm::limited(NUMBER).unwrap();
    house.records.programmes.iter_mut().filter(|p| p.code == code).for_each(|p| p.seats = seats);
    for number in 1..NUMBER {
        house.put_complete(In::School, Stage::Course, number);
    }
    step(&mut house, id, StepTo::Closed { outcome: Outcome::Withdrawn, place: None }, today);
    let other = house.put_complete(In::School, Stage::Waiting, 9);
    house.asker = COLLEAGUE;
    step(&mut house, other, StepTo::Admitted, today);
    house.asker = ASKER;
    let seat = case(&house, other).stay().unwrap().seat;
    assert_eq!(seat.get(), NUMBER);
    let child = house.records.children.last().unwrap().name.clone();
    let taken = Reason::SeatTakenSince { seat, child, from: today, by: Some(COLLEAGUE) };
    assert_eq!(house.act(&annul(&house, id)), Err(vec![taken]));
    // The seat comes back with the other admission annulled by the one who gave it.
    house.asker = COLLEAGUE;
    house.act(&annul(&house, other)).unwrap();
    house.asker = ASKER;
    house.act(&annul(&house, id)).unwrap();
    assert_eq!(case(&house, id).stage(), Stage::StartUp);
}

#[test]
fn an_end_that_a_new_case_continues_stands() {
    let (mut house, id) = at(Stage::Referral);
    let today = house.today;
    step(&mut house, id, StepTo::Declined, today);
    let again = Action::Refer(Box::new(trivsel_domain::decide::NewCase {
        id: CaseId::from_u128(77),
        child: trivsel_domain::decide::Whose::Known(case(&house, id).child),
        programme: case(&house, id).programme.clone(),
        referred: today,
        note: None,
        school: None,
        people: vec![],
        decided_on: None,
    }));
    house.act(&again).unwrap();
    let rest = Reason::RestsOnStep(Rest::Case { referred: today });
    assert_eq!(house.act(&annul(&house, id)), Err(vec![rest]));
}

#[test]
fn an_end_is_not_annulled_when_the_contact_has_left() {
    let (mut house, id) = at(Stage::StartUp);
    let today = house.today;
    house.records.cases[0].contacts.primary = Some(COLLEAGUE);
    step(&mut house, id, StepTo::Closed { outcome: Outcome::Withdrawn, place: None }, today);
    house.act(&Action::RetireStaff { who: COLLEAGUE, on: today, hand_over_to: None }).unwrap();
    let refused = house.act(&annul(&house, id)).unwrap_err();
    assert!(matches!(refused[..], [Reason::ContactGone { on, .. }] if on == today), "{refused:?}");
}

#[test]
fn a_wrong_admission_date_is_corrected_on_the_stay_and_on_the_step() {
    let (mut house, id) = at(Stage::Waiting);
    let today = house.today;
    step(&mut house, id, StepTo::Admitted, today);
    let right = date(2026, 11, 20);
    house.act(&correct(&house, id, CaseDate::Admission, right)).unwrap();
    let after = case(&house, id);
    assert_eq!((after.stay().unwrap().from, after.moves.last().unwrap().on), (right, right));
    let correction = after.corrections.last().unwrap();
    assert_eq!(correction.what, Corrected::Date { of: CaseDate::Admission, was: today, is: right });
    assert_eq!((correction.reason.as_str(), correction.by), ("Skrevet forkert", ASKER));
    // The step is still the user's own of today.
    house.act(&annul(&house, id)).unwrap();
    assert_eq!(case(&house, id).stage(), Stage::Waiting);
}

#[test]
fn a_wrong_referral_date_is_corrected() {
    let (mut house, id) = at(Stage::Course);
    house.records.cases[0].moves[0].to = Stage::Referral;
    let right = date(2026, 7, 1);
    house.act(&correct(&house, id, CaseDate::Referral, right)).unwrap();
    let after = case(&house, id);
    assert_eq!((after.referral.on, after.moves[0].on), (right, right));
    assert_eq!(house.act(&correct(&house, id, CaseDate::Referral, right)), Ok(0));
}

#[test]
fn a_date_that_breaks_the_order_the_seats_and_the_register_is_refused_with_every_reason() {
    let (mut house, id) = at(Stage::Referral);
    let first = date(2026, 11, 2);
    step(&mut house, id, StepTo::Admitted, first);
    let seat = case(&house, id).stay().unwrap().seat;
    step(&mut house, id, StepTo::StartUp, date(2026, 11, 10));
    for day in [date(2026, 11, 3), date(2026, 11, 4)] {
        house.records.days.push(Day { first: Some(Mark::Sick), ..Day::blank(id, day) });
    }
    assert_eq!(
        house.act(&correct(&house, id, CaseDate::Admission, date(2026, 11, 12))),
        Err(vec![
            Reason::DateAfter { date: date(2026, 11, 12), last: date(2026, 11, 10) },
            Reason::DaysBefore { days: 2, first: date(2026, 11, 3) },
        ])
    );
    // Another child held the seat until November.
    let other = house.put_complete(In::School, Stage::Closed, 1);
    let other_case = house.records.cases.last_mut().unwrap();
    let (child, from) =
        (house.records.children.last().unwrap().name.clone(), other_case.stay().unwrap().from);
    assert_eq!((other_case.id, other_case.stay().unwrap().seat), (other, seat));
    if let Standing::Closed { closing, .. } = &mut other_case.standing {
        closing.on = first;
    }
    let early = date(2026, 8, 1);
    assert_eq!(
        house.act(&correct(&house, id, CaseDate::Admission, early)),
        Err(vec![
            Reason::DateBefore { date: early, first: date(2026, 8, 15) },
            Reason::SeatTakenSince { seat, child, from, by: None },
        ])
    );
    assert_eq!(
        house.act(&correct(&house, id, CaseDate::Referral, date(2026, 12, 1))),
        Err(vec![
            Reason::DateAfter { date: date(2026, 12, 1), last: date(2026, 8, 15) },
            Reason::DateAhead { date: date(2026, 12, 1) },
        ])
    );
}

#[test]
fn a_date_that_somebody_else_has_corrected_meanwhile_is_refused() {
    let (mut house, id) = at(Stage::Course);
    house.remember_all();
    let seen = correct(&house, id, CaseDate::Referral, date(2026, 7, 1));
    house.act(&correct(&house, id, CaseDate::Referral, date(2026, 7, 2))).unwrap();
    assert!(matches!(house.act(&seen), Err(reasons) if matches!(reasons[..], [Reason::Overtaken { .. }])));
}
