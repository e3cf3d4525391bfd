//! What is due in a whole house, read from the store.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{
    Answer, Appointment, Case, Change, Edit, HowAnswered, Origin, Records, Standing,
};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::rules::obligations::{Booked, Held, Ledger, Obligation, Paper, State, obligations_of};
use trivsel_domain::rules::quarter::Quarter;
use trivsel_domain::value::{AnswerId, CaseId, Line, Mark, MarkKind, NotHeld, ObligationKind};
use trivsel_store::House;

use super::service::{founded, founding, profiles, soren, today};

/// The demonstration house of a day, and its records.
pub(super) fn demonstration(day: NaiveDate) -> (House, Records) {
    changed_demonstration(day, |_| ())
}

/// The demonstration house of a day with other records.
pub(super) fn changed_demonstration(day: NaiveDate, change: impl FnOnce(&mut Records)) -> (House, Records) {
    let mut records = trivsel::demo::records(day, trivsel_store::mint).expect("records");
    change(&mut records);
    let mut house = House::in_memory(profiles(), &founding(), founded()).expect("a house");
    let there = house.records().expect("records");
    records.staff.extend(there.staff);
    house.perform(soren(), &Action::Restore(Box::new(records))).expect("filled");
    let records = house.records().expect("records");
    (house, records)
}

/// The obligations of a case from all records of the house, without the store's own reading.
fn from_records(records: &Records, case: &Case, day: NaiveDate) -> Vec<Obligation> {
    let programmes = profiles();
    let programme = programmes.iter().find(|p| *p.code() == case.programme).expect("a programme");
    let child = records.children.iter().find(|c| c.id == case.child).expect("a child");
    let own = |of: CaseId| of == case.id;
    let mut ledger = Ledger::new(case, child, programme);
    let talks = records.talks.iter().filter(|t| t.case().is_some_and(own));
    ledger.talks = talks.map(|t| Held { kind: t.kind(), date: t.date }).collect();
    ledger.talks.sort_by_key(|t| t.date);
    let booked =
        records.appointments.iter().filter(|a| a.case.is_some_and(own) && a.date >= day && a.takes_place());
    ledger.booked = booked
        .filter_map(|a| Some(Booked { appointment: a.id, kind: a.kind?, date: a.date, hours: a.hours }))
        .collect();
    ledger.booked.sort_by_key(|b| (b.date, b.hours.map(trivsel_domain::value::Hours::from), b.appointment));
    let papers = records.documents.iter().filter(|d| own(d.case));
    ledger.papers = papers
        .map(|d| Paper {
            kind: d.kind,
            version: d.version,
            tasks: d.tasks.clone(),
            signed: d.signed.map(|s| s.at.date()),
        })
        .collect();
    ledger.scored = records.measures.iter().filter(|m| own(m.case)).map(|m| m.date).max();
    ledger.answers = records.answers.iter().filter(|a| own(a.case)).cloned().collect();
    ledger.absence_limits =
        records.settings.first().map(|own| own.absence_limits.clone()).unwrap_or_default();
    ledger.consents = records.consents.iter().filter(|c| own(c.case)).cloned().collect();
    ledger.timetables = records.timetables.iter().filter(|t| own(t.case)).cloned().collect();
    if !case.is_open() {
        let weeks = records.reported_weeks.iter().filter(|w| own(w.case));
        ledger.reported = weeks.map(|w| w.monday).collect();
    }
    if programme.keeps_register() {
        let days: Vec<_> =
            records.days.iter().filter(|d| own(d.case) && d.date <= day && d.origin == Origin::Own).collect();
        let last = |kinds: &[MarkKind]| {
            let is = |m: Option<Mark>| m.is_some_and(|m| kinds.contains(&m.kind()));
            days.iter().filter(|d| is(d.first) || is(d.second)).map(|d| d.date).max()
        };
        ledger.attended = last(&[MarkKind::Present, MarkKind::Late, MarkKind::Partial]);
        ledger.absent = last(&[MarkKind::Sick, MarkKind::Leave, MarkKind::Unlawful]);
        let before = Quarter::of(Quarter::of(day).first_day().pred_opt().unwrap()).first_day();
        let counts = |m: Option<Mark>| matches!(m, Some(Mark::Unlawful | Mark::Sick));
        let absences = days.iter().filter(|d| d.date >= before && (counts(d.first) || counts(d.second)));
        ledger.absences = absences.map(|d| (*d).clone()).collect();
        ledger.absences.sort_by_key(|d| d.date);
    }
    obligations_of(&ledger, &Calendar::new(records.closures.clone()), day)
}

#[test]
fn the_store_reads_what_the_records_say() {
    let day = today();
    let (house, records) = demonstration(day);
    let found = house.obligations(day).expect("obligations");
    let mut wanted = Vec::new();
    let mut of_case = BTreeMap::new();
    let recent = |case: &&Case| match &case.standing {
        Standing::Closed { closing, .. } => closing.on > day - chrono::Months::new(12),
        _ => false,
    };
    let cases = records.cases.iter().filter(|c| c.is_open()).chain(records.cases.iter().filter(recent));
    for case in cases {
        let owed = from_records(&records, case, day);
        assert_eq!(house.obligations_of(case.id, day).expect("obligations"), owed);
        wanted.extend(owed.iter().cloned().map(|o| (case.id, o)));
        of_case.insert(case.id, owed.len());
    }
    assert_eq!(found, wanted);
    // The calendar's one reading gives the same, and what proposes itself.
    let now = day.and_hms_opt(8, 0, 0).expect("a moment");
    let proposed = house.proposals(now).expect("proposals");
    assert!(!proposed.is_empty());
    assert_eq!(house.obligations_and_proposals(now).expect("both"), (found.clone(), proposed));
    // Every stage with a seat and the waiting list are in the demonstration, so most kinds are.
    let kinds: std::collections::BTreeSet<_> = found.iter().map(|(_, o)| o.kind).collect();
    assert!(kinds.len() >= 10, "{kinds:?}");
    assert!(of_case.len() >= 16);
}

#[test]
fn an_excuse_answers_until_it_is_undone() {
    let day = today();
    let (mut house, _) = demonstration(day);
    let open = |house: &House| -> Vec<(CaseId, Obligation)> {
        let all = house.obligations(day).expect("obligations");
        all.into_iter().filter(|(_, o)| o.state == State::Overdue || o.state == State::Due).collect()
    };
    let before = open(&house);
    let excusable = |(_, o): &&(CaseId, Obligation)| o.kind == ObligationKind::DevelopmentTalk;
    let (case, owed) = before.iter().find(excusable).cloned().expect("a talk that is due");
    let answer = Answer {
        id: AnswerId::from_u128(1),
        case,
        obligation: owed.kind,
        since: owed.since,
        on: day,
        how: HowAnswered::Excused(Line::new("Familien er væk").expect("a line")),
        by: soren().staff,
    };
    let save = Action::Save(vec![Change::from(Edit::create(answer.clone()))]);
    house.perform(soren(), &save).expect("saved");
    assert!(!open(&house).contains(&(case, owed.clone())));
    assert!(house.records().expect("records").answers.contains(&answer));
    house.verify().expect("sound");
    house.perform(soren(), &Action::Undo).expect("undone");
    assert_eq!(open(&house), before);
}

#[test]
fn an_appointment_that_was_not_held_leaves_what_is_owed_open() {
    let day = today();
    let (mut house, records) = demonstration(day);
    let found = house.obligations(day).expect("obligations");
    let planned = found.iter().find(|(_, o)| o.state == State::Planned).cloned().expect("something planned");
    let booked = planned.1.booked.expect("an appointment").appointment;
    let old = records.appointments.iter().find(|a| a.id == booked).expect("the appointment").clone();
    let new = Appointment { not_held: Some(NotHeld::FamilyCancelled), ..old.clone() };
    let same = |o: &Obligation| (o.kind, o.since) == (planned.1.kind, planned.1.since);
    let state = |house: &House| {
        let all = house.obligations(day).expect("obligations");
        all.into_iter().find(|(case, o)| *case == planned.0 && same(o)).expect("still owed").1
    };
    let cancel = Action::Save(vec![Edit::new(Some(old), Some(new)).expect("an edit").into()]);
    house.perform(soren(), &cancel).expect("saved");
    let after = state(&house);
    assert!(after.is_open() && after.state != State::Planned && after.booked.is_none(), "{after:?}");
    house.perform(soren(), &Action::Undo).expect("undone");
    assert_eq!(state(&house), planned.1);
}

#[test]
fn a_closed_case_owes_aftercare_only_if_it_asks_for_it() {
    let day = today();
    let (_, mut records) = demonstration(day);
    let closed = records.cases.iter().position(|c| {
        matches!(&c.standing, Standing::Closed { closing, .. }
        if closing.on + chrono::Months::new(6) > day)
    });
    let closed = closed.expect("a case closed lately");
    let id = records.cases[closed].id;
    let house_of = |records: &Records| {
        let mut house = House::in_memory(profiles(), &founding(), founded()).expect("a house");
        house.perform(soren(), &Action::Restore(Box::new(records.clone()))).expect("filled");
        house
    };
    let of = |house: &House| {
        let all = house.obligations(day).expect("obligations");
        all.iter().filter(|(c, o)| *c == id && o.kind == ObligationKind::Aftercare).count()
    };
    assert_eq!(of(&house_of(&records)), 0);
    records.cases[closed].rhythm.aftercare = true;
    assert_eq!(of(&house_of(&records)), 3);
}
