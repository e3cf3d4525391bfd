//! What counts as evidence for a requirement, and what only looks like it.

use chrono::Days;
use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{
    Channel, Correspondence, CorrespondenceKind, DocumentKind, Outcome, Party, TalkKind, Way,
};
use trivsel_domain::rules::steps::{Missing, StepOrder, StepTo};
use trivsel_domain::value::{CaseId, CorrespondenceId, Requirement, Role, Stage};

use super::cases::{In, line, referred, step_day, talk};
use super::facts::House;

fn complete(stage: Stage) -> (House, CaseId) {
    let mut house = House::new();
    let case = house.put_complete(In::School, stage, 3);
    (house, case)
}

/// What a step lacks on the usual day.
fn missing(house: &House, case: CaseId, from: Stage, to: StepTo) -> Vec<(Requirement, Vec<Missing>)> {
    let order = StepOrder { case, from, to, on: step_day(), waive: vec![], reason: None };
    let refused = house.decide(&Action::Step(Box::new(order))).err().unwrap_or_default();
    let told = |reason: Reason| match reason {
        Reason::Unmet(unmet) => (unmet.requirement, unmet.missing),
        other => panic!("{other:?}"),
    };
    refused.into_iter().map(told).collect()
}

#[test]
fn a_parent_talk_booked_in_the_past_and_never_held_does_not_count() {
    let (mut house, case) = complete(Stage::StartUp);
    let lacking = |house: &House| missing(house, case, Stage::StartUp, StepTo::Course);
    for (booked, good) in [(0, true), (40, true), (-1, false), (-90, false)] {
        house.records.appointments[0].date = step_day() + chrono::Duration::days(booked);
        let past = Some(house.records.appointments[0].date);
        let expected =
            if good { vec![] } else { vec![(Requirement::FirstParentTalk, vec![Missing::Booking { past }])] };
        assert_eq!(lacking(&house), expected, "{booked}");
    }
    // A talk that was held beats a booked one, but not if it was held before admission.
    let admitted = referred() + Days::new(7);
    house.records.cases[0].moves[0].to = Stage::Admitted;
    house.records.talks.push(talk(90, case, TalkKind::Parent, admitted - Days::new(1), vec![]));
    assert_eq!(lacking(&house).len(), 1);
    house.records.talks.push(talk(91, case, TalkKind::Parent, admitted + Days::new(1), vec![]));
    assert_eq!(lacking(&house), []);
    // If the step to start-up is on record, talks count from then.
    let mut begun = house.records.cases[0].moves[0].clone();
    (begun.to, begun.on) = (Stage::StartUp, admitted + Days::new(2));
    house.records.cases[0].moves.push(begun);
    assert_eq!(lacking(&house).len(), 1);
}

#[test]
fn a_case_file_that_came_is_evidence_and_a_letter_is_not() {
    let (mut house, case) = complete(Stage::Admitted);
    house.records.cases[0].files_on = None;
    let lacking = vec![(Requirement::CaseFiles, vec![Missing::Date])];
    let came = |kind, way, days: i64| Correspondence {
        id: CorrespondenceId::from_u128(1),
        case,
        kind,
        way,
        date: step_day() + chrono::Duration::days(days),
        party: Party::Role(Role::Ppr),
        what: line("PPR-vurdering"),
        channel: Channel::SecureMail,
        note: None,
        by: house.asker,
    };
    let out = || Way::Out { ground: None, document: None };
    for (letter, expected) in [
        (came(CorrespondenceKind::CaseFile, Way::In, 0), vec![]),
        (came(CorrespondenceKind::CaseFile, Way::In, 1), lacking.clone()),
        (came(CorrespondenceKind::CaseFile, out(), 0), lacking.clone()),
        (came(CorrespondenceKind::Letter, Way::In, 0), lacking.clone()),
    ] {
        let mut house = house.clone();
        house.records.correspondence = vec![letter];
        assert_eq!(missing(&house, case, Stage::Admitted, StepTo::StartUp), expected);
    }
}

#[test]
fn an_empty_final_report_does_not_count_even_if_signed() {
    let (mut house, case) = complete(Stage::PhaseOut);
    let close = || StepTo::Closed { outcome: Outcome::GeneralSchool, place: Some(line("Lindeskolen")) };
    assert_eq!(missing(&house, case, Stage::PhaseOut, close()), []);
    let documents = &mut house.records.documents;
    let report = documents.iter_mut().find(|d| d.kind == DocumentKind::FinalReport).unwrap();
    assert!(report.signed.is_some());
    report.sections.iter_mut().for_each(|s| s.text = None);
    let lacking = vec![(Requirement::FinalReport, vec![Missing::Text])];
    assert_eq!(missing(&house, case, Stage::PhaseOut, close()), lacking);
}
