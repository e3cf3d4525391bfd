//! Every step in both programmes: requirements one at a time, waivers, steps back, early closings, final closings.

use chrono::Days;
use trivsel_domain::decide::{Action, Facts, Reason, Why};
use trivsel_domain::record::{Case, Outcome, Priority, Standing, TalkKind};
use trivsel_domain::rules::dossier::Dossier;
use trivsel_domain::rules::steps::{
    Missing, SeatTaken, StepOrder, StepTo, Terms, Unmet, Way, asked, checklist, possible, way,
};
use trivsel_domain::value::{CaseId, Coded, Requirement, Role, SeatNorm, Stage};

use super::cases::{BOTH, In, line, step_day, talk};
use super::facts::{ASKER, COLLEAGUE, House};

const NUMBER: u16 = 3;

fn to(stage: Stage) -> StepTo {
    match stage {
        Stage::Waiting => StepTo::Waiting { priority: Priority::Urgent, last_contact: Some(step_day()) },
        Stage::Closed => StepTo::Closed { outcome: Outcome::GeneralSchool, place: Some(line("Lindeskolen")) },
        Stage::Admitted => StepTo::Admitted,
        Stage::StartUp => StepTo::StartUp,
        Stage::Course => StepTo::Course,
        Stage::PhaseOut => StepTo::PhaseOut,
        Stage::Declined | Stage::Referral => StepTo::Declined,
    }
}

fn order(case: CaseId, from: Stage, to: StepTo) -> StepOrder {
    StepOrder { case, from, to, on: step_day(), waive: vec![], reason: None }
}

fn step(order: &StepOrder) -> Action {
    Action::Step(Box::new(order.clone()))
}

fn unmet(reasons: &[Reason]) -> Vec<&Unmet> {
    fn only(reason: &Reason) -> &Unmet {
        match reason {
            Reason::Unmet(unmet) => unmet,
            other => panic!("{other:?}"),
        }
    }
    reasons.iter().map(only).collect()
}

/// The regular steps, from stage to stage.
const FORWARD: [(Stage, Stage); 7] = [
    (Stage::Referral, Stage::Admitted),
    (Stage::Referral, Stage::Waiting),
    (Stage::Waiting, Stage::Admitted),
    (Stage::Admitted, Stage::StartUp),
    (Stage::StartUp, Stage::Course),
    (Stage::Course, Stage::PhaseOut),
    (Stage::PhaseOut, Stage::Closed),
];

/// The expected requirements of each step, written out.
fn by_the_book(programme: In, from: Stage, to: Stage) -> Vec<Requirement> {
    use Requirement as R;
    let referral =
        [R::DecisionDate, R::SendingSchool, R::ParentsOnReferral, R::PprOnReferral, R::WithinAudience];
    let mut list = match (from, to) {
        (Stage::Referral, Stage::Admitted) => [&referral[..], &[R::FreeSeat]].concat(),
        (Stage::Referral, Stage::Waiting) => [&referral[..], &[R::LastContact]].concat(),
        (Stage::Waiting, Stage::Admitted) => vec![R::FreeSeat],
        (Stage::Admitted, _) => vec![R::CaseFiles, R::PrimaryContact, R::EnrolmentTalk, R::StartStructure],
        (Stage::StartUp, _) => {
            vec![R::StartUpTalk, R::JointAnalysis, R::StartUpGoals, R::FirstParentTalk, R::TeachingPlan]
        }
        (Stage::Course, _) => vec![R::PhaseOutPlan, R::YouthGuidance, R::TreatmentPlan],
        _ => vec![R::FinalReport, R::Destination, R::AfterSchoolPlan],
    };
    if programme == In::Levels {
        match (from, to) {
            (Stage::Referral, _) => list.push(R::ReferrerDialogue),
            (Stage::Admitted, _) => list.extend([R::LevelChosen, R::LevelInterventions]),
            _ => {}
        }
    }
    list.sort_unstable();
    list
}

fn all() -> impl Iterator<Item = (In, Stage, Stage)> {
    BOTH.into_iter().flat_map(|p| FORWARD.map(|(from, to)| (p, from, to)))
}

fn complete(programme: In, stage: Stage) -> (House, CaseId) {
    let mut house = House::new();
    let case = house.put_complete(programme, stage, NUMBER);
    (house, case)
}

fn file(house: &mut House) -> &mut Case {
    &mut house.records.cases[0]
}

/// Removes the evidence for one requirement and nothing else.
fn take_away(house: &mut House, order: &mut StepOrder, requirement: Requirement) {
    use Requirement as R;
    let records = &mut house.records;
    let talks = |kind: TalkKind| move |t: &trivsel_domain::record::Talk| t.kind() != kind;
    match requirement {
        R::DecisionDate => file(house).decided_on = None,
        R::SendingSchool => records.children[0].school = None,
        R::ParentsOnReferral => records.people.retain(|p| !p.role.is_parent()),
        R::PprOnReferral => records.people.retain(|p| p.role != Role::Ppr),
        R::WithinAudience => {
            let old = &records.children[0];
            records.children[0] = trivsel_domain::record::Child::new(
                old.id,
                old.name.clone(),
                None,
                old.school.clone(),
                vec![],
            );
        }
        R::FreeSeat => {
            // A house with one seat that is taken.
            let seats = SeatNorm::limited(1).unwrap();
            let code = records.cases[0].programme.clone();
            records.programmes.iter_mut().filter(|p| p.code == code).for_each(|p| p.seats = seats);
            let which = if code == *house.programmes[0].code() { In::School } else { In::Levels };
            house.put_complete(which, Stage::Course, 1);
        }
        R::CaseFiles => file(house).files_on = None,
        R::PrimaryContact => file(house).contacts.primary = None,
        R::EnrolmentTalk => records.talks.retain(talks(TalkKind::Enrolment)),
        R::StartStructure => file(house).start_structure = None,
        R::StartUpTalk => records.talks.retain(talks(TalkKind::StartUp)),
        R::JointAnalysis => records.analyses[0].school = None,
        R::StartUpGoals => records.goals.truncate(1),
        R::FirstParentTalk => records.appointments[0].kind = None,
        R::TeachingPlan => records.teaching.clear(),
        R::PhaseOutPlan => records.documents[0].tasks.clear(),
        R::YouthGuidance => records.people.retain(|p| p.role != Role::YouthGuidance),
        R::TreatmentPlan => {
            records.documents.retain(|d| d.kind != trivsel_domain::record::DocumentKind::Treatment);
        }
        R::LastContact => {
            order.to = StepTo::Waiting { priority: Priority::Normal, last_contact: None };
        }
        R::ReferrerDialogue => records.talks.retain(talks(TalkKind::Referrer)),
        R::LevelChosen => file(house).levels.clear(),
        R::LevelInterventions => records.interventions.truncate(1),
        R::FinalReport => records.documents[1].signed = None,
        R::Destination => {
            records.documents.retain(|d| d.kind != trivsel_domain::record::DocumentKind::PhaseOut);
            order.to = StepTo::Closed { outcome: Outcome::GeneralSchool, place: None };
        }
        R::AfterSchoolPlan => {
            records.documents.retain(|d| d.kind != trivsel_domain::record::DocumentKind::AfterSchool);
        }
    }
}

#[test]
fn every_step_has_the_designed_requirements() {
    for (programme, from, stage) in all() {
        let (house, case) = complete(programme, from);
        let dossier = house.dossier(case).unwrap().unwrap();
        let mut list = asked(&dossier.case, &to(stage), &house.programmes[programme as usize]);
        list.sort_unstable();
        assert_eq!(list, by_the_book(programme, from, stage), "{programme:?} {from:?} {stage:?}");
    }
    // Every requirement is used by some step.
    for requirement in Requirement::ALL {
        assert!(all().any(|(p, from, to)| by_the_book(p, from, to).contains(requirement)), "{requirement:?}");
    }
}

#[test]
fn a_complete_case_goes_all_the_way() {
    for (programme, from, stage) in all() {
        let (mut house, case) = complete(programme, from);
        assert_eq!(
            house.act(&step(&order(case, from, to(stage)))),
            Ok(1),
            "{programme:?} {from:?} {stage:?}"
        );
        let after = &house.records.cases[0];
        assert_eq!(after.stage(), stage);
        let last = after.moves.last().unwrap();
        assert_eq!((last.from, last.to, last.by), (Some(from), stage, Some(ASKER)));
        assert_eq!(last.waived, []);
        assert!(last.at.is_some());
    }
}

#[test]
fn each_missing_requirement_is_reported_alone_and_only_soft_ones_can_be_waived_with_a_reason() {
    for (programme, from, stage) in all() {
        for requirement in by_the_book(programme, from, stage) {
            let why = format!("{programme:?} {from:?} {stage:?} {requirement:?}");
            let (mut house, case) = complete(programme, from);
            let mut order = order(case, from, to(stage));
            take_away(&mut house, &mut order, requirement);
            let refused = house.decide(&step(&order)).expect_err(&why);
            let unmet = unmet(&refused);
            assert_eq!(unmet.iter().map(|u| u.requirement).collect::<Vec<_>>(), [requirement], "{why}");
            assert_eq!(unmet[0].hard, requirement.is_hard(), "{why}");
            assert!(!unmet[0].missing.is_empty(), "{why}");
            order.waive = vec![requirement];
            if requirement.is_hard() {
                order.reason = Some(line("Det haster"));
                assert_eq!(house.decide(&step(&order)), Err(refused), "{why}: waived though hard");
                continue;
            }
            assert_eq!(house.decide(&step(&order)), Err(vec![Reason::NoReason(Why::Waiver)]), "{why}");
            order.reason = Some(line("Aftalt med visitationsudvalget"));
            assert_eq!(house.act(&step(&order)), Ok(1), "{why}");
            let last = house.records.cases[0].moves.last().unwrap();
            assert_eq!((last.waived.as_slice(), &last.reason), (&[requirement][..], &order.reason), "{why}");
        }
    }
}

#[test]
fn a_refusal_lists_everything_at_once() {
    for (programme, from, stage) in all() {
        let (mut house, case) = complete(programme, from);
        let records = &mut house.records;
        records.talks.clear();
        records.people.clear();
        records.goals.clear();
        records.analyses.clear();
        records.documents.clear();
        records.appointments.clear();
        records.teaching.clear();
        records.interventions.truncate(3);
        let file = &mut records.cases[0];
        (file.decided_on, file.files_on, file.start_structure) = (None, None, None);
        file.contacts.primary = None;
        let dossier = house.dossier(case).unwrap().unwrap();
        let (cases, staff) = (house.cases().unwrap(), Facts::staff(&house).unwrap());
        let programme = &house.programmes[programme as usize];
        let norm = house.records.programmes.iter().find(|p| p.code == *programme.code()).unwrap().seats;
        let terms = Terms { programme, norm, cases: &cases, staff: &staff, today: house.today };
        let list = checklist(&dossier, &terms, &to(stage), step_day());
        let lacking: Vec<Unmet> = list.iter().filter_map(|check| check.unmet(programme.code())).collect();
        match house.decide(&step(&order(case, from, to(stage)))) {
            Ok(_) => assert_eq!(lacking, []),
            Err(refused) => assert_eq!(unmet(&refused), lacking.iter().collect::<Vec<_>>()),
        }
    }
}

#[test]
fn a_waiver_of_a_met_requirement_is_not_stored() {
    let (mut house, case) = complete(In::School, Stage::Admitted);
    let waive = vec![Requirement::CaseFiles, Requirement::PrimaryContact, Requirement::JointAnalysis];
    let order = StepOrder { waive, ..order(case, Stage::Admitted, StepTo::StartUp) };
    assert_eq!(house.act(&step(&order)), Ok(1));
    assert_eq!(house.records.cases[0].moves.last().unwrap().waived, []);
}

#[test]
fn a_step_back_needs_only_a_reason() {
    for (from, stage) in [(Stage::PhaseOut, Stage::Course), (Stage::Course, Stage::StartUp)] {
        let (mut house, case) = complete(In::School, from);
        house.records.talks.clear();
        let mut order = order(case, from, to(stage));
        assert_eq!(way(&house.records.cases[0], &order.to), Some(Way::Back));
        assert_eq!(house.decide(&step(&order)), Err(vec![Reason::NoReason(Why::Back)]));
        order.reason = Some(line("Barnet har brug for det"));
        assert_eq!(house.act(&step(&order)), Ok(1));
        assert_eq!(house.records.cases[0].stage(), stage);
    }
}

#[test]
fn any_stage_ends_early_with_a_reason() {
    for programme in BOTH {
        for from in [Stage::Admitted, Stage::StartUp, Stage::Course, Stage::PhaseOut] {
            let (mut house, case) = complete(programme, from);
            let moved = StepTo::Closed { outcome: Outcome::Moved, place: None };
            let mut order = order(case, from, moved);
            assert_eq!(house.decide(&step(&order)), Err(vec![Reason::NoReason(Why::Early)]));
            order.reason = Some(line("Flyttet til Odense"));
            house.records.documents.clear();
            // A course with levels ends with a report, whatever its outcome.
            if programme == In::Levels && from != Stage::Admitted {
                let refused = house.decide(&step(&order)).unwrap_err();
                assert_eq!(unmet(&refused)[0].requirement, Requirement::FinalReport);
                order.waive = vec![Requirement::FinalReport];
            }
            assert_eq!(house.act(&step(&order)), Ok(1), "{from:?}");
            assert!(!house.records.cases[0].is_open());
        }
        for from in [Stage::Referral, Stage::Waiting] {
            let (mut house, case) = complete(programme, from);
            let mut order = order(case, from, StepTo::Declined);
            assert_eq!(house.decide(&step(&order)), Err(vec![Reason::NoReason(Why::Declining)]));
            order.reason = Some(line("Trukket af familien"));
            assert_eq!(house.act(&step(&order)), Ok(1));
            assert_eq!(house.records.cases[0].standing, Standing::Declined { on: step_day() });
        }
    }
}

#[test]
fn the_menu_and_the_step_agree() {
    for programme in BOTH {
        for from in Stage::ALL.iter().copied() {
            let (house, case) = complete(programme, from);
            let menu = possible(&house.records.cases[0]);
            for stage in Stage::ALL.iter().copied().filter(|s| *s != Stage::Referral) {
                let order = StepOrder { reason: Some(line("Derfor")), ..order(case, from, to(stage)) };
                let decided = house.decide(&step(&order));
                if menu.contains(&stage) {
                    assert!(decided.is_ok(), "{from:?} {stage:?} {decided:?}");
                } else {
                    assert_eq!(decided, Err(vec![Reason::NoSuchStep { from, to: stage }]));
                }
            }
        }
    }
}

#[test]
fn a_step_is_dated_between_the_last_one_and_today() {
    let (house, case) = complete(In::School, Stage::Admitted);
    let first = super::cases::referred();
    let on = |on| StepOrder { on, ..order(case, Stage::Admitted, StepTo::StartUp) };
    let tomorrow = house.today + Days::new(1);
    assert_eq!(house.decide(&step(&on(tomorrow))), Err(vec![Reason::DateAhead { date: tomorrow }]));
    let early = first - Days::new(1);
    let refused = house.decide(&step(&on(early))).unwrap_err();
    assert_eq!(refused[0], Reason::DateBefore { date: early, first });
    // A seat may be given up to a year ahead.
    let (house, case) = complete(In::School, Stage::Referral);
    let seat = |on| step(&StepOrder { on, ..order(case, Stage::Referral, StepTo::Admitted) });
    assert!(house.decide(&seat(house.today + Days::new(100))).is_ok());
    assert!(house.decide(&seat(house.today + Days::new(400))).is_err());
}

#[test]
fn the_person_who_took_the_last_seat_is_named() {
    let mut house = House::new();
    house.set_norm(1);
    let first = house.put_complete(In::School, Stage::Referral, 1);
    let second = house.put_complete(In::School, Stage::Waiting, 2);
    house.asker = COLLEAGUE;
    assert_eq!(house.act(&step(&order(first, Stage::Referral, StepTo::Admitted))), Ok(1));
    house.asker = ASKER;
    let refused = house.decide(&step(&order(second, Stage::Waiting, StepTo::Admitted))).unwrap_err();
    let taken = Some(SeatTaken { by: COLLEAGUE, case: first });
    assert_eq!(unmet(&refused)[0].missing, [Missing::Seat { norm: 1, taken }]);
    // A day later, the taker is no longer named.
    house.today = house.today + Days::new(1);
    let refused = house.decide(&step(&order(second, Stage::Waiting, StepTo::Admitted))).unwrap_err();
    assert_eq!(unmet(&refused)[0].missing, [Missing::Seat { norm: 1, taken: None }]);
}

#[test]
fn a_stale_step_is_refused() {
    let (mut house, case) = complete(In::School, Stage::Admitted);
    let order = order(case, Stage::Admitted, StepTo::StartUp);
    assert_eq!(house.act(&step(&order)), Ok(1));
    let again = house.decide(&step(&order)).unwrap_err();
    assert!(matches!(again.as_slice(), [Reason::Overtaken { by: Some(ASKER), .. }]), "{again:?}");
}

#[test]
fn required_participants_are_checked_for_each_talk() {
    let (mut house, case) = complete(In::School, Stage::Admitted);
    house.records.talks.clear();
    let with = |role| vec![trivsel_domain::record::Participant::Role(role)];
    let day = super::cases::referred() + Days::new(9);
    house.records.talks.push(talk(1, case, TalkKind::Enrolment, day, with(Role::Child)));
    house.records.talks.push(talk(2, case, TalkKind::Enrolment, day + Days::new(1), with(Role::Father)));
    let refused = house.decide(&step(&order(case, Stage::Admitted, StepTo::StartUp))).unwrap_err();
    let date = day + Days::new(1);
    let child = Missing::Party { date, party: trivsel_domain::rules::steps::Party::Child };
    assert_eq!(unmet(&refused)[0].missing, [child], "what the latest one lacks");
}

#[test]
fn a_form_starts_with_the_plans_values() {
    let (house, case) = complete(In::School, Stage::PhaseOut);
    let dossier: Dossier = house.dossier(case).unwrap().unwrap();
    let begun = StepTo::suggested(Stage::Closed, &dossier).unwrap();
    assert_eq!(begun, StepTo::Closed { outcome: Outcome::GeneralSchool, place: Some(line("Lindeskolen")) });
    assert_eq!(StepTo::suggested(Stage::Referral, &dossier), None);
}
