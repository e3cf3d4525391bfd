//! Requirements that apply to some children only.

use trivsel_domain::decide::Action;
use trivsel_domain::record::Outcome;
use trivsel_domain::rules::steps::{StepOrder, StepTo};
use trivsel_domain::value::{CaseId, Role, Stage};

use super::cases::{In, line, step_day};
use super::facts::House;

fn complete(programme: In, stage: Stage) -> (House, CaseId) {
    let mut house = House::new();
    let case = house.put_complete(programme, stage, 3);
    (house, case)
}

fn take(case: CaseId, from: Stage, to: StepTo) -> Action {
    Action::Step(Box::new(StepOrder { case, from, to, on: step_day(), waive: vec![], reason: None }))
}

#[test]
fn a_younger_child_needs_no_youth_guidance_or_after_school() {
    let (mut house, case) = complete(In::School, Stage::Course);
    let class = trivsel_domain::value::SchoolClass::new(
        trivsel_domain::value::SchoolYear::from_starting(2026),
        trivsel_domain::value::Grade::new(7).unwrap(),
        "",
    );
    let old = &house.records.children[0];
    house.records.children[0] = trivsel_domain::record::Child::new(
        old.id,
        old.name.clone(),
        old.born,
        old.school.clone(),
        vec![class.unwrap()],
    );
    house.records.people.retain(|p| p.role != Role::YouthGuidance);
    house.records.documents.retain(|d| d.kind != trivsel_domain::record::DocumentKind::AfterSchool);
    assert_eq!(house.act(&take(case, Stage::Course, StepTo::PhaseOut)), Ok(1));
    assert_eq!(
        house.act(&take(
            case,
            Stage::PhaseOut,
            StepTo::Closed { outcome: Outcome::GeneralSchool, place: Some(line("Lindeskolen")) }
        )),
        Ok(1)
    );
}

#[test]
fn without_a_teacher_a_course_of_levels_has_no_teaching_plan() {
    let (mut house, case) = complete(In::Levels, Stage::StartUp);
    house.records.teaching.clear();
    house.records.interventions.truncate(2);
    assert!(house.decide(&take(case, Stage::StartUp, StepTo::Course)).is_ok());
}
